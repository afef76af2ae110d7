package docx

import (
	"slices"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A paragraph is what is said of a paragraph beside its style. Lengths are in twips.
type paragraph struct {
	look         int
	keepNext     bool
	widow        bool // two lines of it stay together at least
	pageBreak    bool
	border       int // space between text and red line in points, plus one; 0: no line
	tabs         []tab
	before, line int // 0: as the style says
	after        int
	loose        bool // it does not stay with what follows, though its style says so
	bookmark     int  // 1 + the entry of the outline that it is; 0: none
	hasIndent    bool
	left, right  int
	first        int // negative: hanging
	jc           string
	broken       bool           // lines end where the layout ends them
	room         gongwen.Length // of the lines; 0: the type area
}

// appendProperties appends w:pPr, its children in the order of the schema.
func (w *writer) appendProperties(pp *paragraph) {
	b := w.b
	if pp.look != normal {
		b = append(append(append(b, `<w:pStyle w:val="`...), looks[pp.look].id...), `"/>`...)
	}
	switch {
	case pp.keepNext:
		b = append(b, `<w:keepNext/>`...)
	case pp.loose:
		b = append(b, `<w:keepNext w:val="0"/>`...)
	}
	if pp.pageBreak {
		b = append(b, `<w:pageBreakBefore/>`...)
	}
	if pp.widow {
		b = append(b, `<w:widowControl/>`...)
	}
	b = w.appendBorder(b, pp)
	b = appendTabs(b, pp.tabs)
	b = appendSpace(b, pp)
	w.b = appendIndent(b, pp)
	if pp.jc != "" {
		w.b = append(append(append(w.b, `<w:jc w:val="`...), pp.jc...), `"/>`...)
	}
}

// appendBorder appends the red line.
func (w *writer) appendBorder(b []byte, pp *paragraph) []byte {
	if pp.border == 0 {
		return b
	}
	b = append(b, `<w:pBdr><w:bottom w:val="single"`...)
	b = appendInt(b, "w:sz", max(2, int((w.p.RedLineWidth*8+gongwen.Point/2)/gongwen.Point)))
	b = appendInt(b, "w:space", min(pp.border-1, 31))
	return append(append(append(b, ` w:color="`...), hexColour(w.p.Red)...), `"/></w:pBdr>`...)
}

// appendSpace appends the space around a paragraph, and the height of its lines.
func appendSpace(b []byte, pp *paragraph) []byte {
	if pp.before == 0 && pp.after == 0 && pp.line == 0 {
		return b
	}
	b = append(b, `<w:spacing`...)
	if pp.before != 0 {
		b = appendInt(b, "w:before", pp.before)
	}
	if pp.after != 0 {
		b = appendInt(b, "w:after", pp.after)
	}
	if pp.line != 0 {
		b = append(appendInt(b, "w:line", pp.line), ` w:lineRule="exact"`...)
	}
	return append(b, `/>`...)
}

// A tab is a tab stop, at which text begins, or ends, behind dots or a blank.
type tab struct {
	at          int
	right, dots bool
}

func appendTabs(b []byte, tabs []tab) []byte {
	if len(tabs) == 0 {
		return b
	}
	b = append(b, `<w:tabs>`...)
	for _, t := range tabs {
		kind := "left"
		if t.right {
			kind = "right"
		}
		b = append(append(append(b, `<w:tab w:val="`...), kind...), '"')
		if t.dots {
			b = append(b, ` w:leader="dot"`...)
		}
		b = append(appendInt(b, "w:pos", t.at), `/>`...)
	}
	return append(b, `</w:tabs>`...)
}

// appendIndent appends the indents.
func appendIndent(b []byte, pp *paragraph) []byte {
	if !pp.hasIndent {
		return b
	}
	b = appendInt(append(b, `<w:ind`...), "w:left", pp.left)
	b = appendInt(b, "w:right", pp.right)
	if pp.first < 0 {
		b = appendInt(b, "w:hanging", -pp.first)
	} else {
		b = appendInt(b, "w:firstLine", pp.first)
	}
	return append(b, `/>`...)
}

// paragraph writes lines as one paragraph.
func (w *writer) paragraph(pp *paragraph, lines []placed) {
	if len(lines) > 0 {
		w.notes(lines[0].Place)
	}
	if pp.flows() {
		w.nudge(pp, lines)
	}
	w.b = append(w.b, `<w:p><w:pPr>`...)
	from := len(w.b)
	w.appendProperties(pp)
	if len(w.b) == from {
		w.b = w.b[:from-len(`<w:pPr>`)]
	} else {
		w.b = append(w.b, `</w:pPr>`...)
	}
	w.run = runState{look: pp.look}
	w.openBookmark(pp.bookmark)
	for i := range lines {
		switch {
		case i == 0:
		case pp.broken:
			w.breakLine()
		case pp.flows():
			w.helpBreak(pp, lines, i)
		}
		w.line(pp, lines, i)
	}
	w.closeRun()
	w.closeBookmark(pp.bookmark)
	w.b = append(w.b, `</w:p>`...)
}

// line writes the text of one line, nudged if need be.
func (w *writer) line(pp *paragraph, lines []placed, i int) {
	l := lines[i].Line
	s := nudge{scale: whole}
	if pp.flows() {
		s = w.nudges[i]
	}
	w.cutsOf(l)
	at := 0
	for j := range l.Runs {
		at = w.addRun(&l.Runs[j], &s, at)
	}
	w.trailing(l, at)
	w.writeCuts(l.End - l.Start)
}

// flows reports whether the word processor breaks the lines of a paragraph that begin at the left.
func (pp *paragraph) flows() bool { return !pp.broken && pp.jc == "" && !looks[pp.look].centred }

// nudge finds how the lines of a paragraph must be set. The last comes first, because a line depends on how the next is set.
func (w *writer) nudge(pp *paragraph, lines []placed) {
	w.nudges = slices.Grow(w.nudges[:0], len(lines))[:len(lines)]
	var next *layout.Line
	var set nudge
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i].Line
		f := fitOf(l, next, set, w.roomFor(pp, l))
		f.stretches += w.cutsIn(l)
		set = f.nudge()
		w.nudges[i], next = set, l
	}
}

// helpBreak writes what LibreOffice needs to end a line, or a page, before line i.
func (w *writer) helpBreak(pp *paragraph, lines []placed, i int) {
	before := lines[i-1]
	switch {
	case pp.keepNext && before.page != lines[i].page:
		w.closeRun()
		w.b = append(w.b, choice+otherwise+`<w:r><w:br w:type="page"/></w:r>`+endChoice...)
	case sticks(before.Line, lines[i].Line):
		w.closeRun()
		w.b = append(w.b, choice+otherwise+"<w:r><w:t>\u200b</w:t></w:r>"+endChoice...)
	}
}

// roomFor returns how wide a line of a paragraph may be.
func (w *writer) roomFor(pp *paragraph, l *layout.Line) gongwen.Length {
	if pp.room > 0 {
		return pp.room
	}
	return w.p.TextWidth - (l.X - w.p.Left) - gongwen.Length(pp.right)*50
}

// trailing writes the blanks at the end of a line, which the layout does not draw.
func (w *writer) trailing(l *layout.Line, at int) {
	if at >= l.End-l.Start {
		return
	}
	source := w.source(l.Place)
	skip := func(n int) {
		for ; n > 0 && len(source) > 0; n-- {
			_, size := utf8.DecodeRuneInString(source)
			source = source[size:]
		}
	}
	skip(l.Start)
	for k, drawn := 0, 0; k < l.End-l.Start; k++ {
		r, _ := utf8.DecodeRuneInString(source)
		skip(1)
		if layout.Invisible(r) {
			continue
		}
		if drawn++; drawn <= at {
			continue
		}
		blank := " "
		if r == '\u3000' {
			blank = "\u3000"
		}
		w.put(runProperties{}, blank)
	}
}

// source returns the text of a title, a note or a place of a body, "" for other places.
func (w *writer) source(p layout.Place) string {
	switch {
	case p.Part == layout.PartTitle && p.Attachment == 0:
		return w.pages.Title
	case p.Part == layout.PartTitle:
		return w.d.Attachments[p.Attachment-1].Title
	case p.Part == layout.PartNotes:
		note := gongwen.Notes(w.bodies[p.Attachment])[p.Row]
		return note.Label + note.Text
	case p.Part == layout.PartBody:
		return gongwen.PlainText(w.spans(p))
	}
	return ""
}
