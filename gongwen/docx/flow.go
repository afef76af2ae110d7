package docx

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// top returns how far below the top of the type area the line box of a line begins.
func (w *writer) top(l placed) gongwen.Length { return l.Y - w.p.LinePitch*4/5 - w.p.Top }

// leave notes where the written lines end.
func (w *writer) leave(lines []placed) {
	last := lines[len(lines)-1]
	w.page, w.y = last.page, w.top(last)+w.p.LinePitch
	w.afterTb = false
}

// moveTo writes the blank lines between what was written and a line, and decides whether its paragraph begins a page.
func (w *writer) moveTo(to placed, pp *paragraph) {
	w.keepBlank = isClosing(to.Place.Part) || w.last.Part == layout.PartTitle
	top := w.top(to)
	if to.page == w.page {
		w.skip(top-w.y, pp)
		return
	}
	blank := w.rows(top)
	switch {
	case w.newPage(to.Place):
		pp.pageBreak = true
	case blanksBefore(w.last.Part, to.Place.Part) > blank:
		blank = min(blanksBefore(w.last.Part, to.Place.Part), blank+w.rows(w.p.TextHeight-w.y))
	}
	w.blank(blank)
}

// skip writes the blank lines of a height, and what is left of it as space before the paragraph: stamps stand between lines.
func (w *writer) skip(height gongwen.Length, pp *paragraph) {
	n := w.rows(height)
	w.blank(n)
	if rest := height - gongwen.Length(n)*w.p.LinePitch; rest > w.p.LinePitch/8 {
		pp.before = rest.Twips()
	}
}

// rows returns how many whole lines a height holds.
func (w *writer) rows(height gongwen.Length) int {
	return int((height + w.p.LinePitch/8) / w.p.LinePitch)
}

// blanksBefore returns how many blank lines the layout has between two parts.
func blanksBefore(from, to layout.Part) int {
	switch to {
	case layout.PartAttachmentNote, layout.PartSign, layout.PartRolls, layout.PartNotes:
		if from != to {
			return 1
		}
	}
	if from == layout.PartTitle && to != from || from == layout.PartAttachmentLabel {
		return 1
	}
	return 0
}

// newPage reports whether the document itself begins a page before a place.
func (w *writer) newPage(to layout.Place) bool {
	if to.Part == layout.PartAttachmentLabel {
		return true
	}
	if to.Part != layout.PartBody || len(w.bodies) <= to.Attachment {
		return false
	}
	blocks := w.bodies[to.Attachment]
	from := 0
	if w.last.Part == layout.PartBody && w.last.Attachment == to.Attachment {
		from = w.last.Block
	}
	for i := from; i < to.Block && i < len(blocks); i++ {
		if _, ok := blocks[i].(gongwen.PageBreak); ok {
			return true
		}
	}
	return false
}

// blank writes empty lines, as a clerk does.
func (w *writer) blank(n int) {
	for range n {
		if w.keepBlank {
			w.b = append(w.b, `<w:p><w:pPr><w:keepNext/></w:pPr></w:p>`...)
		} else {
			w.b = append(w.b, `<w:p/>`...)
		}
		w.afterTb = false
	}
}

// finish sees to it that the body ends in a paragraph, and writes an empty last page if the layout has one.
func (w *writer) finish() {
	switch {
	case len(w.pages.Pages)-1 > w.page:
		w.b = append(w.b, `<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>`...)
	case w.afterTb:
		w.b = append(w.b, thinParagraph...)
	case !w.wrote:
		w.blank(1)
	}
}

// thinParagraph stands where a paragraph must be and none should be seen: after a table at the end, between two tables.
const thinParagraph = `<w:p><w:pPr>` + thinProperties + `</w:p>`

const thin = 10 * twip // its height

const thinProperties = `<w:spacing w:line="10" w:lineRule="exact"/></w:pPr>`
