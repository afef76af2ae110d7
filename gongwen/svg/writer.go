package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A writer writes pieces of XML into memory, which cannot fail.
type writer struct{ *bytes.Buffer }

func (w *writer) put(s string) { w.WriteString(s) }

// text writes a text, escaped for content and for attributes.
func (w *writer) text(s string) { _ = xml.EscapeText(w, []byte(s)) }

func (w *writer) attribute(name, value string) {
	w.put(" " + name + `="`)
	w.text(value)
	w.put(`"`)
}

// ink writes a colour as an attribute.
func (w *writer) ink(name string, i gongwen.Ink) {
	if !i.On {
		w.attribute(name, "none")
		return
	}
	w.attribute(name, fmt.Sprintf("#%02x%02x%02x", i.R, i.G, i.B))
}

// spots writes a command of a path with its places.
func (w *writer) spots(command string, spots ...gongwen.Spot) {
	w.put(command)
	for i, s := range spots {
		if i > 0 {
			w.put(" ")
		}
		w.length(s.X)
		w.put(" ")
		w.length(s.Y)
	}
}

// length writes a length in points, exactly and without zeros at its end.
func (w *writer) length(l gongwen.Length) {
	n, unit := int64(l), int64(gongwen.Point)
	if n < 0 {
		w.put("-")
		n = -n
	}
	w.put(strconv.FormatInt(n/unit, 10))
	rest := n % unit
	if rest == 0 {
		return
	}
	decimals := strconv.FormatInt(unit+rest, 10)[1:]
	w.put("." + string(bytes.TrimRight([]byte(decimals), "0")))
}
