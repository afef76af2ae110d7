package docx

import (
	"strconv"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A cut is XML that stands before a rune of a text: the ends of links and bookmarks.
type cut struct {
	at  int
	xml string
}

// notes finds where the text of a place has labels of notes, or is a note, and links the two.
func (w *writer) notes(p layout.Place) {
	w.cuts = w.cuts[:0]
	switch {
	case !w.noted:
	case p.Part == layout.PartNotes:
		note := gongwen.Notes(w.bodies[p.Attachment])[p.Row]
		w.link(p.Attachment, p.Row, noteMark, labelMark, 0, utf8.RuneCountInString(note.Label))
	case p.Part == layout.PartBody:
		n, at := w.notesBefore(p), 0
		for _, s := range w.spans(p) {
			length := utf8.RuneCountInString(gongwen.PlainText([]gongwen.Span{s}))
			if _, ok := s.(gongwen.Note); ok {
				w.link(p.Attachment, n, labelMark, noteMark, at, at+length)
				n++
			}
			at += length
		}
	}
}

// Names of bookmarks of notes, and of their labels in the text.
const (
	noteMark  = "_Note"
	labelMark = "_NoteLabel"
)

// link makes runes from to to (not included) a bookmark that leads to another.
func (w *writer) link(attachment, n int, mark, to string, from, end int) {
	w.marks++
	id := strconv.Itoa(len(w.pages.Outline) + w.marks)
	name := strconv.Itoa(attachment) + "_" + strconv.Itoa(n+1)
	w.cuts = append(w.cuts,
		cut{from, `<w:bookmarkStart w:id="` + id + `" w:name="` + mark + name + `"/>` +
			`<w:hyperlink w:anchor="` + to + name + `" w:history="1">`},
		cut{end, `</w:hyperlink><w:bookmarkEnd w:id="` + id + `"/>`})
}

// notesBefore returns how many notes of a body come before a place.
func (w *writer) notesBefore(p layout.Place) int {
	blocks := w.bodies[p.Attachment]
	n := len(gongwen.Notes(blocks[:p.Block]))
	count := func(b gongwen.Block) { n += len(gongwen.Notes([]gongwen.Block{b})) }
	switch b := blocks[p.Block].(type) {
	case gongwen.List:
		count(gongwen.List{Items: b.Items[:p.Row]})
	case gongwen.Table:
		if p.Row == 0 {
			count(gongwen.Table{Header: b.Header[:p.Col]})
		} else if p.Row > 0 {
			count(gongwen.Table{Header: b.Header, Rows: b.Rows[:p.Row-1]})
			count(gongwen.Table{Header: b.Rows[p.Row-1][:p.Col]})
		}
	}
	return n
}

// cutsIn returns how many cuts lie in a line: LibreOffice begins a stretch at each.
func (w *writer) cutsIn(l *layout.Line) int {
	n := 0
	for _, c := range w.cuts {
		if c.at > l.Start && c.at < l.End {
			n++
		}
	}
	return n
}

// cutsOf moves the cuts of a line to where its characters are counted: those that nobody sees are not.
func (w *writer) cutsOf(l *layout.Line) {
	w.lineCuts = w.lineCuts[:0]
	if len(w.cuts) == 0 {
		return
	}
	text := []rune(w.source(l.Place))
	for len(w.cuts) > 0 && (w.cuts[0].at < l.End || w.cuts[0].at == len(text)) {
		c := w.cuts[0]
		w.cuts = w.cuts[1:]
		drawn := 0
		for _, r := range text[min(l.Start, c.at):c.at] {
			if !layout.Invisible(r) {
				drawn++
			}
		}
		w.lineCuts = append(w.lineCuts, cut{drawn, c.xml})
	}
}

// writeCuts writes what stands before character at of the line.
func (w *writer) writeCuts(at int) {
	for len(w.lineCuts) > 0 && w.lineCuts[0].at <= at {
		w.closeRun()
		w.b = append(w.b, w.lineCuts[0].xml...)
		w.lineCuts = w.lineCuts[1:]
	}
}

// spans returns the text of a place of a body, with the labels of headings and the numbers of items.
func (w *writer) spans(p layout.Place) []gongwen.Span {
	blocks := w.bodies[p.Attachment]
	switch b := blocks[p.Block].(type) {
	case gongwen.Heading:
		out := append([]gongwen.Span{gongwen.Text(b.Label)}, b.Text...)
		if q, ok := next(blocks, p.Block).(gongwen.Paragraph); ok && b.RunIn {
			out = append(out, q.Text...)
		}
		return out
	case gongwen.Paragraph:
		return b.Text
	case gongwen.List:
		if label := b.Label(p.Row); label != "" {
			return append([]gongwen.Span{gongwen.Text(label)}, b.Items[p.Row]...)
		}
		return b.Items[p.Row]
	case gongwen.Table:
		if p.Row == 0 && p.Col < len(b.Header) {
			return b.Header[p.Col]
		}
		if p.Row > 0 && p.Row <= len(b.Rows) && p.Col < len(b.Rows[p.Row-1]) {
			return b.Rows[p.Row-1][p.Col]
		}
	}
	return nil
}
