package layout

import "github.com/fazhi-go/fazhi/gongwen"

// Double rules of letters: the standard says thick and thin, not how thick and how far apart.
const (
	letterThin = gongwen.Point * 3 / 4
	letterGap  = gongwen.Point * 5 / 2 // between the two, from middle to middle
)

// setLetterHead adds the head of a letter (信函, 10.1): the mark 30 mm from the top of the page, a double rule below it and
// another at the foot of the first page; below the first rule the labels on the left, and the document number on the right.
// It returns how far down it reaches.
func (s *setter) setLetterHead() gongwen.Length {
	p := s.profile
	rule := p.LetterTop - p.Top + p.LetterRuleGap
	if s.markText() != "" {
		rule = s.setMark(p.LetterTop-p.Top, p.LetterTop-p.Top) + p.LetterRuleGap
	}
	s.addDoubleRule(rule, p.RedLineWidth, letterThin)
	s.addDoubleRule(p.Height-p.LetterFoot-p.Top, letterThin, p.RedLineWidth)

	// characters begin 7/8 of their height below the rule, which then are the top of a line of the grid
	top := rule + letterGap + p.BodySize*7/8 + p.BodySize - descent(p.BodySize) - baseline(p.LinePitch)
	end := s.setHeadLabels(top)
	if number := s.numberText(); number != "" {
		t := s.loadNumber()
		y := top
		for _, sp := range s.spans(t.cells, p.TextWidth/2, 0) {
			s.addLine(t, sp, p.TextWidth-sp.width, y+baseline(p.LinePitch))
			y += p.LinePitch
		}
		end = max(end, y)
	}
	return max(end, 0)
}

// addDoubleRule adds two red rules across the page, the upper one at y from the top of the type area.
func (s *setter) addDoubleRule(y, upper, lower gongwen.Length) {
	left := (s.profile.Width - s.profile.LetterRule) / 2
	for i, thickness := range [...]gongwen.Length{upper, lower} {
		at := y + gongwen.Length(i)*letterGap
		s.addRule(Rule{X1: left, X2: left + s.profile.LetterRule, Y1: at, Y2: at, Thickness: thickness, Red: true})
	}
}

// setOrderHead adds the head of an order (命令, 10.2): the mark 20 mm from the top of the type area, two blank lines below it the
// number of the order. Labels stand above the mark. It returns how far down it reaches.
func (s *setter) setOrderHead() gongwen.Length {
	y := s.setHeadLabels(0)
	switch {
	case len(s.doc.Head.Joint) > 0:
		y = s.setJointMark(s.profile.OrderTop, y)
	case s.doc.Head.Mark != "":
		y = s.setMark(s.profile.OrderTop, y)
	}
	return s.setHeadNumber(y)
}

// setJointMark adds the mark of a joint document (联合行文, 7.2.4): the names of the organs one below another, spread to one
// width, and the word 文件 at their right in the middle of their height. It returns where the ink ends.
func (s *setter) setJointMark(top, least gongwen.Length) gongwen.Length {
	size := s.jointSize()
	names := gongwen.Length(0)
	for i := range s.doc.Head.Joint {
		names = max(names, s.loadJoint(i, size).width())
	}
	word := s.loadMarkWord(size).width()
	gap := gongwen.Length(0)
	if word > 0 {
		gap = size / 2
	}
	left := max((s.profile.TextWidth-names-gap-word)/2, 0)
	pitch := size * 5 / 4
	above, below := s.ink(s.loadJoint(0, size))
	first := max(top, least) + above
	last := first + gongwen.Length(len(s.doc.Head.Joint)-1)*pitch
	for i := range s.doc.Head.Joint {
		t := s.loadJoint(i, size)
		t.spread(names)
		s.redden(s.addLine(t, t.whole(), left, first+gongwen.Length(i)*pitch))
	}
	if word > 0 {
		t := s.loadMarkWord(size)
		s.redden(s.addLine(t, t.whole(), left+names+gap, (first+last)/2))
	}
	return last + below
}

func (s *setter) loadJoint(i int, size gongwen.Length) *text {
	place := Place{Part: PartHead, Row: headJoint, Col: i}
	return s.loadSpaced(RoleMark, place, size, 0, piece{s.doc.Head.Joint[i], gongwen.XiaoBiaoSong})
}

func (s *setter) loadMarkWord(size gongwen.Length) *text {
	return s.loadSpaced(RoleMark, Place{Part: PartHead, Row: headMark}, size, 0, piece{s.doc.Head.Mark, gongwen.XiaoBiaoSong})
}

// jointSize returns the size at which the names and the word beside them fit the width of the page, and all names a third
// of its height, so that the first page shows text. It is no smaller than running text.
func (s *setter) jointSize() gongwen.Length {
	size := s.profile.MarkSize
	width := gongwen.Length(0)
	for i := range s.doc.Head.Joint {
		width = max(width, s.loadJoint(i, size).width())
	}
	if word := s.loadMarkWord(size).width(); word > 0 {
		width += word + size/2
	}
	fit := int64(size)
	if width > s.profile.TextWidth {
		fit = fit * int64(s.profile.TextWidth) / int64(width)
	}
	n := int64(len(s.doc.Head.Joint))
	fit = min(fit, int64(s.profile.TextHeight)/3*4/5/n)
	return max(gongwen.Length(fit/500*500), min(s.profile.BodySize, size))
}

// spread makes a text as wide as width by room between its characters.
func (t *text) spread(width gongwen.Length) {
	gaps := gongwen.Length(len(t.cells) - 1)
	if gaps < 1 {
		return
	}
	each := max(width-t.width(), 0) / gaps
	t.spacing += each
	for i := range t.cells {
		t.cells[i].width += each
	}
}

// redden makes a line red, as marks are.
func (s *setter) redden(line *Line) {
	for i := range line.Runs {
		line.Runs[i].Red = true
	}
}
