package html

import (
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// body writes the blocks of the document, or of the n-th attachment, and their notes.
func (w *writer) body(n int) {
	p := &w.parts[n]
	firstNote := w.note
	for i := 0; i < len(p.blocks); i++ {
		at := i
		if h, ok := p.blocks[i].(gongwen.Heading); ok {
			if next, ok := h.RunsInto(p.blocks[i+1:]); ok && !isBlank(h) {
				w.runIn(h, next)
				i++
			} else {
				w.heading(h)
			}
		} else {
			w.block(p.blocks[i], n, p.origin(i))
		}
		if w.flaws != 0 {
			w.check(bodyPath(n, p.origin(at))...)
		}
	}
	w.notes(n, firstNote)
}

// bodyPath returns the parts of the path of a body, or of something in it.
func bodyPath(n int, rest ...any) []any {
	if n > 0 {
		return append([]any{"attachments", n - 1, "body"}, rest...)
	}
	return append([]any{"body"}, rest...)
}

// block writes a block that is not a heading; n and origin say where it stands.
func (w *writer) block(b gongwen.Block, n, origin int) {
	switch v := b.(type) {
	case gongwen.Paragraph:
		w.paragraph(v)
	case gongwen.List:
		w.list(v)
	case gongwen.Table:
		w.writeTable(v)
	case gongwen.Image:
		w.checkAlt(v.Alt, n, origin)
		w.image(v)
	case gongwen.Drawing:
		w.checkAlt(v.Alt, n, origin)
		w.writeDrawing(v)
	case gongwen.Contents:
		w.contentsBlock(v)
	case gongwen.PageBreak:
		w.put(`<div class="page"></div>` + "\n")
	}
}

// heading writes a heading (层次标题, 7.3.3). Its class has the level of the document, its element the depth without gaps.
func (w *writer) heading(h gongwen.Heading) {
	tag := "p"
	if isBlank(h) {
		w.put(`<p>`)
	} else {
		e := &w.entries[w.entry]
		w.entry++
		tag = w.headingTag(e.depth)
		w.put("<" + tag + ` id="` + e.id + `" class="s` + string(rune('0'+h.Level)) + `">`)
	}
	w.text(h.Label)
	w.spans(h.Text)
	w.put("</" + tag + ">\n")
}

// runIn writes a heading and the paragraph that goes on in its line.
func (w *writer) runIn(h gongwen.Heading, p gongwen.Paragraph) {
	w.put(`<div class="runin">`)
	w.heading(h)
	w.b = w.b[:len(w.b)-1] // no blank between the two
	w.put(`<p>`)
	w.spans(p.Text)
	w.put("</p></div>\n")
}

func (w *writer) paragraph(p gongwen.Paragraph) {
	switch p.Align {
	case gongwen.Justified:
		w.put(`<p>`)
	case gongwen.Centered:
		w.put(`<p class="centre">`)
	case gongwen.RightAligned:
		w.put(`<p class="right">`)
	default:
		w.put(`<p class="flush">`)
	}
	w.spans(p.Text)
	w.put("</p>\n")
}

// list writes a list; the numbers of an ordered one are text, so that they can be found and copied.
func (w *writer) list(l gongwen.List) {
	if len(l.Items) == 0 {
		return
	}
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	w.put("<" + tag + ">\n")
	for i, item := range l.Items {
		w.put(`<li>`)
		w.put(l.Label(i))
		w.spans(item)
		w.put("</li>\n")
	}
	w.put("</" + tag + ">\n")
}

// notes writes the notes of a body, which are those from first on that have been referred to, each with a link back.
func (w *writer) notes(n, first int) {
	if w.note == first {
		return
	}
	label := "注释"
	if n > 0 {
		label = w.d.AttachmentLabel(n-1) + "注释"
	}
	w.put(`<section class="notes" aria-label="` + label + "\">\n<ul>\n")
	for i, note := range gongwen.Notes(w.parts[n].blocks) {
		w.put(`<li id="n`)
		w.int(first + i + 1)
		w.put(`">`)
		w.text(note.Label)
		w.text(note.Text)
		w.put(`<a class="extra" href="#r`)
		w.int(first + i + 1)
		w.put(`" role="doc-backlink" aria-label="返回正文`)
		w.text(strings.TrimSpace(note.Label))
		w.put("\">返回</a></li>\n")
	}
	w.put("</ul>\n</section>\n")
	w.check(bodyPath(n)...)
}
