package docx

import (
	"strconv"
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
	border       int   // space between text and red line in points, plus one; 0: no line
	tabs         []int // left tab stops
	before, line int   // 0: as the style says
	hasIndent    bool
	left, right  int
	first        int // negative: hanging
	jc           string
	broken       bool           // lines end where the layout ends them
	room         gongwen.Length // of the lines; 0: the type area
	ease         gongwen.Length // room that only LibreOffice is given
}

// appendProperties appends w:pPr, its children in the order of the schema.
func (w *writer) appendProperties(pp *paragraph) {
	b := w.b
	if pp.look != normal {
		b = append(append(append(b, `<w:pStyle w:val="`...), looks[pp.look].id...), `"/>`...)
	}
	if pp.keepNext {
		b = append(b, `<w:keepNext/>`...)
	}
	if pp.pageBreak {
		b = append(b, `<w:pageBreakBefore/>`...)
	}
	if pp.widow {
		b = append(b, `<w:widowControl/>`...)
	}
	if pp.border > 0 {
		b = append(b, `<w:pBdr><w:bottom w:val="single"`...)
		b = appendInt(b, "w:sz", max(2, int((w.p.RedLineWidth*8+gongwen.Point/2)/gongwen.Point)))
		b = appendInt(b, "w:space", min(pp.border-1, 31))
		b = append(append(append(b, ` w:color="`...), hexColour(w.p.Red)...), `"/></w:pBdr>`...)
	}
	if len(pp.tabs) > 0 {
		b = append(b, `<w:tabs>`...)
		for _, at := range pp.tabs {
			b = append(appendInt(append(b, `<w:tab w:val="left"`...), "w:pos", at), `/>`...)
		}
		b = append(b, `</w:tabs>`...)
	}
	if pp.before != 0 || pp.line != 0 {
		b = append(b, `<w:spacing`...)
		if pp.before != 0 {
			b = appendInt(b, "w:before", pp.before)
		}
		if pp.line != 0 {
			b = append(appendInt(b, "w:line", pp.line), ` w:lineRule="exact"`...)
		}
		b = append(b, `/>`...)
	}
	w.b = appendIndent(b, pp)
	if pp.jc != "" {
		w.b = append(append(append(w.b, `<w:jc w:val="`...), pp.jc...), `"/>`...)
	}
}

// appendIndent appends the indents. Room for LibreOffice alone is written as an indent into the margin, beside one of a
// hundredth of a character: Word and WPS go by characters where both stand (ISO/IEC 29500-1, 17.3.1.12), LibreOffice up to
// version 24 by lengths.
func appendIndent(b []byte, pp *paragraph) []byte {
	if !pp.hasIndent && pp.ease == 0 {
		return b
	}
	b = append(b, `<w:ind`...)
	if pp.hasIndent {
		b = appendInt(b, "w:left", pp.left)
	}
	if pp.ease > 0 {
		b = appendInt(appendInt(b, "w:right", -pp.ease.Twips()), "w:rightChars", 1)
	} else {
		b = appendInt(b, "w:right", pp.right)
	}
	switch {
	case !pp.hasIndent:
	case pp.first < 0:
		b = appendInt(b, "w:hanging", -pp.first)
	default:
		b = appendInt(b, "w:firstLine", pp.first)
	}
	return append(b, `/>`...)
}

// paragraph writes lines as one paragraph.
func (w *writer) paragraph(pp *paragraph, lines []placed) {
	if pp.flows() {
		w.readFits(pp, lines)
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
	for i := range lines {
		if i > 0 && pp.broken {
			w.breakLine()
		}
		w.line(pp, lines, i)
	}
	w.closeRun()
	w.b = append(w.b, `</w:p>`...)
}

// line writes the text of one line, nudged if need be.
func (w *writer) line(pp *paragraph, lines []placed, i int) {
	l := lines[i].Line
	var s spread
	if pp.flows() {
		s, _ = w.fits[i].nudge()
	}
	at := 0
	for j := range l.Runs {
		at = w.addRun(&l.Runs[j], s, at)
	}
	w.trailing(l, at)
}

// flows reports whether the word processor breaks the lines of a paragraph that begin at the left.
func (pp *paragraph) flows() bool { return !pp.broken && pp.jc == "" && !looks[pp.look].centred }

// readFits reads the lines of a paragraph into w.fits, and finds the room that LibreOffice must have beside that of the
// others, so that all lines can end in the same places, or as many as possible.
func (w *writer) readFits(pp *paragraph, lines []placed) {
	w.fits = w.fits[:0]
	for i := range lines {
		var following *layout.Line
		if i+1 < len(lines) {
			following = lines[i+1].Line
		}
		w.fits = append(w.fits, fitOf(lines[i].Line, following, w.roomFor(pp, lines[i].Line)))
	}
	if pp.room > 0 || pp.right != 0 {
		return
	}
	best, fewest := gongwen.Length(0), len(lines)+1
	for ease := gongwen.Length(0); ease <= mostEase && fewest > 0; ease += easeStep {
		if n := w.misfits(ease); n < fewest {
			best, fewest = ease, n
		}
	}
	pp.ease = best
	for i := range w.fits {
		w.fits[i].auto -= best
	}
}

// mostEase is about as far as LibreOffice lets marks hang into the margin anyway.
const (
	easeStep = 20 * twip
	mostEase = 15 * easeStep
)

// misfits returns how many lines cannot end in the same place everywhere.
func (w *writer) misfits(ease gongwen.Length) int {
	n := 0
	for _, f := range w.fits {
		f.auto -= ease
		if _, ok := f.nudge(); !ok {
			n++
		}
	}
	return n
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

// source returns the text of a title or of a place of a body, "" for other places.
func (w *writer) source(p layout.Place) string {
	switch {
	case p.Part == layout.PartTitle && p.Attachment == 0:
		return w.pages.Title
	case p.Part == layout.PartTitle:
		return w.d.Attachments[p.Attachment-1].Title
	case p.Part != layout.PartBody:
		return ""
	}
	blocks := w.bodies[p.Attachment]
	switch b := blocks[p.Block].(type) {
	case gongwen.Heading:
		s := b.Label + gongwen.PlainText(b.Text)
		if q, ok := next(blocks, p.Block).(gongwen.Paragraph); ok && b.RunIn {
			s += gongwen.PlainText(q.Text)
		}
		return s
	case gongwen.Paragraph:
		return gongwen.PlainText(b.Text)
	case gongwen.List:
		s := gongwen.PlainText(b.Items[p.Row])
		if b.Ordered {
			s = "（" + strconv.Itoa(p.Row+1) + "）" + s
		}
		return s
	case gongwen.Table:
		if p.Row == 0 && p.Col < len(b.Header) {
			return gongwen.PlainText(b.Header[p.Col])
		}
		if p.Row > 0 && p.Row <= len(b.Rows) && p.Col < len(b.Rows[p.Row-1]) {
			return gongwen.PlainText(b.Rows[p.Row-1][p.Col])
		}
	}
	return ""
}
