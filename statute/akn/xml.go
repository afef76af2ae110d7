package akn

import (
	"bytes"
	"encoding/xml"
	"strconv"

	"github.com/fazhi-go/fazhi/statute"
)

// A writer gathers the XML. Elements stand on lines of their own; within a p there are no blanks but those of the text.
type writer struct {
	bytes.Buffer
	about   Meta
	ids     map[*statute.Node]string
	links   map[*statute.Node][]statute.Link
	targets map[string]string // eIds of divisions by label and name, for the contents
	counts  map[string]int
	depth   int
	inline  int // how many p are open: no line ends between elements
}

// unique returns prefix_1, prefix_2 and so on.
func (w *writer) unique(prefix string) string {
	w.counts[prefix]++
	return prefix + "_" + strconv.Itoa(w.counts[prefix])
}

// start writes a start tag without its end; attrs are names and values in turn.
func (w *writer) start(name string, attrs []string) {
	w.WriteByte('<')
	w.WriteString(name)
	for i := 0; i < len(attrs); i += 2 {
		w.WriteString(" " + attrs[i] + `="`)
		w.text(attrs[i+1])
		w.WriteByte('"')
	}
}

func (w *writer) line() {
	if w.inline > 0 {
		return
	}
	w.WriteByte('\n')
	for range w.depth {
		w.WriteByte(' ')
	}
}

// open begins an element of elements.
func (w *writer) open(name string, attrs ...string) {
	w.line()
	w.start(name, attrs)
	w.WriteByte('>')
	w.depth++
}

func (w *writer) shut(name string) {
	w.depth--
	w.line()
	w.end(name)
}

func (w *writer) end(name string) {
	w.WriteString("</")
	w.WriteString(name)
	w.WriteByte('>')
}

// void writes an element without content.
func (w *writer) void(name string, attrs ...string) {
	w.line()
	w.start(name, attrs)
	w.WriteString("/>")
}

// leaf writes an element of text.
func (w *writer) leaf(name, text string, attrs ...string) {
	w.line()
	w.start(name, attrs)
	w.WriteByte('>')
	w.text(text)
	w.end(name)
}

// text writes text. What XML has no sign for becomes U+FFFD.
func (w *writer) text(s string) {
	_ = xml.EscapeText(&w.Buffer, []byte(s)) // a buffer takes everything
}

// said writes what a node says behind its label and name, with references to what it cites of the same text.
func (w *writer) said(n *statute.Node) {
	at := 0
	for _, l := range w.links[n] {
		w.text(n.Text[at:l.At])
		w.start("ref", []string{"href", "#" + w.ids[l.To]})
		w.WriteByte('>')
		w.text(n.Text[l.At:l.End])
		w.end("ref")
		at = l.End
	}
	w.text(n.Text[at:])
}
