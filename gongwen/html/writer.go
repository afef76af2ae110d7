package html

import (
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A writer writes one document.
type writer struct {
	r           *Renderer
	d           *gongwen.Document
	parts       []part // of the document, then of the attachments
	entries     []entry
	hasContents bool
	before      int // how many entries come before the tables of contents, summed up

	b      []byte
	flaws  flaw // met since the last check
	issues fazhi.Issues

	// how many have been written
	entry, note, table, drawing, contents int
}

// reset makes the writer ready for a document; it keeps nothing of the last one but room.
func (w *writer) reset(r *Renderer, d *gongwen.Document) {
	b, parts, entries := w.b[:0], w.parts, w.entries
	clear(parts)
	clear(entries)
	*w = writer{r: r, d: d, b: b, parts: parts[:0], entries: entries[:0]}
}

// put writes markup.
func (w *writer) put(s string) { w.b = append(w.b, s...) }

// int writes a number.
func (w *writer) int(n int) { w.b = strconv.AppendInt(w.b, int64(n), 10) }

// text writes a text of the document, for content or for an attribute in double quotes.
func (w *writer) text(s string) {
	var f flaw
	w.b, f = appendText(w.b, s)
	w.flaws |= f
}

// look notes the flaws of a text that is written elsewhere.
func (w *writer) look(s string) {
	length := len(w.b)
	w.text(s)
	w.b = w.b[:length]
}

// element writes a text as an element, whose opening tag is given without brackets.
func (w *writer) element(tag, attributes, s string) {
	w.put("<" + tag + attributes + ">")
	w.text(s)
	w.put("</" + tag + ">\n")
}

// date writes a date for people and for programs.
func (w *writer) date(d fazhi.Date) {
	w.put(`<time datetime="`)
	w.put(d.String())
	w.put(`">`)
	w.put(d.Chinese())
	w.put(`</time>`)
}
