package layout

import (
	"github.com/fazhi-go/fazhi/gongwen"
)

// Rows of the places of PartHead, in the order of headFields.
const (
	headCopy = iota
	headSecrecy
	headUrgency
	headMark
	headNumber
	headSigners
	headSerial
	headJoint
)

var headFields = [...]string{"copy", "secrecy", "urgency", "mark", "number", "signers", "serial", "joint"}

// setHead adds the head (版头, 7.2, 10) as one row, and the two blank lines between it and the title (7.3.1).
func (s *setter) setHead() {
	if s.doc.Head.IsZero() {
		return
	}
	s.newRow(0)
	var y gongwen.Length
	switch s.doc.Format {
	case gongwen.Letter:
		y = s.setLetterHead()
	case gongwen.Order:
		y = s.setOrderHead()
	default:
		y = s.setGeneralHead()
	}
	s.endHead(y)
}

// setGeneralHead adds the head of the general form and of minutes. It returns how far down it reaches.
func (s *setter) setGeneralHead() gongwen.Length {
	h := &s.doc.Head
	y := s.setHeadLabels(0)
	switch {
	case len(h.Joint) > 0:
		y = s.setJointMark(s.profile.MarkTop, y)
	case h.Mark != "":
		y = s.setMark(s.profile.MarkTop, y)
	}
	y = s.setHeadNumber(y)
	if h.Mark == "" && len(h.Joint) == 0 && s.numberText() == "" && len(h.Signers) == 0 {
		return y
	}
	y += s.profile.RedLineGap
	left := s.profile.Left
	s.addRule(Rule{X1: left, X2: left + s.profile.TextWidth, Y1: y, Y2: y, Thickness: s.profile.RedLineWidth, Red: true})
	return y
}

// endHead ends the row of the head, which reaches down to y.
func (s *setter) endHead(y gongwen.Length) {
	const most = 100 // lines; with more, positions would mean nothing
	head := &s.rows[len(s.rows)-1]
	head.height = y
	if y > s.profile.TextHeight || head.lines > most {
		s.stackHead()
	}
	s.blank(2)
}

// stackHead sets what is too much for one page as running text. No head of a document comes to this.
func (s *setter) stackHead() {
	s.rows, s.lines, s.runs, s.rules = s.rows[:0], s.lines[:0], s.runs[:0], s.rules[:0]
	h := &s.doc.Head
	add := func(role Role, field, col int, text string) {
		if text == "" {
			return
		}
		place := Place{Part: PartHead, Row: field, Col: col}
		t := s.load(role, place, s.profile.BodySize, piece{text, gongwen.FangSong})
		s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Flush)
	}
	add(RoleCopy, headCopy, 0, h.Copy)
	add(RoleSecrecy, headSecrecy, 0, h.Secrecy)
	add(RoleUrgency, headUrgency, 0, h.Urgency)
	for i, name := range h.Joint {
		add(RoleMark, headJoint, i, name)
	}
	add(RoleMark, headMark, 0, h.Mark)
	add(RoleNumber, headNumber, 0, h.Number.String())
	add(RoleSerial, headSerial, 0, h.Serial)
	for i, name := range h.Signers {
		add(RoleSigner, headSigners, i, name)
	}
}

// setHeadLabels adds number of copy, secrecy and urgency, one below another (7.2.1 to 7.2.3), from y down. It returns how far
// down they reach.
func (s *setter) setHeadLabels(y gongwen.Length) gongwen.Length {
	pitch := s.profile.LinePitch
	h := &s.doc.Head
	for i, label := range [...]piece{{h.Copy, gongwen.FangSong}, {h.Secrecy, gongwen.Hei}, {h.Urgency, gongwen.Hei}} {
		if label.text == "" {
			continue
		}
		t := s.load(RoleCopy+Role(i), Place{Part: PartHead, Row: headCopy + i}, s.profile.BodySize, label)
		for _, sp := range s.spans(t.cells, s.profile.TextWidth, 0) {
			s.addLine(t, sp, 0, y+baseline(pitch))
			y += pitch
		}
	}
	return y
}

// setMark adds the mark of the issuer (7.2.4) with its ink at top, as large as the profile says if it fits the line, below
// labels that reach down to least. It returns where its ink ends.
func (s *setter) setMark(top, least gongwen.Length) gongwen.Length {
	size := s.markSize()
	t := s.loadMark(size)
	t.spacing = 0
	above, below := s.ink(t)
	y := max(top, least) + above
	spans := s.titleSpans(t)
	for i, sp := range spans {
		if i > 0 {
			y += size * 5 / 4
		}
		s.redden(s.addLine(t, sp, (s.profile.TextWidth-sp.width)/2, y))
	}
	return y + below
}

// markText returns the mark in one line: of a joint letter that of the leading organ (10.1).
func (s *setter) markText() string {
	if h := &s.doc.Head; s.doc.Format != gongwen.Letter || len(h.Joint) == 0 {
		return h.Mark
	}
	return s.doc.Head.Joint[0]
}

func (s *setter) loadMark(size gongwen.Length) *text {
	place := Place{Part: PartHead, Row: headMark}
	if s.doc.Format == gongwen.Letter && len(s.doc.Head.Joint) > 0 {
		place.Row = headJoint
	}
	return s.load(RoleMark, place, size, piece{s.markText(), gongwen.XiaoBiaoSong})
}

// markSize returns the size at which the mark fits one line, in half points. One that would be smaller than a title is set
// in several lines, as large as two lines allow.
func (s *setter) markSize() gongwen.Length {
	t := s.loadMark(s.profile.MarkSize)
	width := t.width() - gongwen.Length(len(t.cells))*t.spacing
	if width <= s.profile.TextWidth {
		return s.profile.MarkSize
	}
	size := gongwen.Length(int64(s.profile.MarkSize) * int64(s.profile.TextWidth) / int64(width))
	least := min(s.profile.TitleSize, s.profile.MarkSize)
	if size < least {
		size = gongwen.Length(2 * int64(s.profile.MarkSize) * int64(s.profile.TextWidth) / (int64(width) + 2*int64(s.profile.MarkSize)))
	}
	return min(max(size/500*500, least), s.profile.MarkSize)
}

// ink returns how far the ink of a text reaches above and below its baseline.
func (s *setter) ink(t *text) (above, below gongwen.Length) {
	for i := range t.cells {
		c := &t.cells[i]
		if c.font == missing {
			continue
		}
		ttf := s.fonts.all[c.font].ttf
		g, _ := ttf.Glyph(c.r)
		box, units := ttf.Bounds(g), gongwen.Length(ttf.UnitsPerEm())
		above = max(above, scale(box.YMax, t.size, units))
		below = max(below, scale(-box.YMin, t.size, units))
	}
	return above, below
}

// scale converts font units to a length at a size.
func scale(n int, size, units gongwen.Length) gongwen.Length {
	return gongwen.Length(int64(n) * int64(size) / int64(units))
}

// descent is how far the frame of a Han character reaches below the baseline.
func descent(size gongwen.Length) gongwen.Length { return size * 12 / 100 }

// setHeadNumber adds the document number two blank lines below the mark that ends at y, centred (7.2.5), or on the left
// if there are signers (签发人, 7.2.6) for the right side. It returns where the characters end.
func (s *setter) setHeadNumber(y gongwen.Length) gongwen.Length {
	number := s.numberText()
	signers := s.doc.Head.Signers
	if number == "" && len(signers) == 0 {
		return y
	}
	pitch := s.profile.LinePitch
	y += 2*pitch + baseline(pitch)
	room := s.profile.TextWidth // up to its right end
	if len(signers) > 0 {
		y, room = s.setSigners(signers, y, s.numberEnd(number))
	}
	if number != "" {
		t := s.loadNumber()
		x := max((s.profile.TextWidth-t.width())/2, 0)
		if len(signers) > 0 {
			x = min(s.cell(), room/4)
		}
		for i, sp := range s.spans(t.cells, room-x, 0) {
			if i > 0 {
				y += pitch
			}
			s.addLine(t, sp, x, y)
		}
	}
	return y + descent(s.profile.BodySize)
}

// numberText returns what stands below the mark: the document number, or what Serial says.
func (s *setter) numberText() string {
	if s.doc.Head.Serial != "" {
		return s.doc.Head.Serial
	}
	return s.doc.Head.Number.String()
}

func (s *setter) loadNumber() *text {
	role, field := RoleNumber, headNumber
	if s.doc.Head.Serial != "" {
		role, field = RoleSerial, headSerial
	}
	return s.load(role, Place{Part: PartHead, Row: field}, s.profile.BodySize, piece{s.numberText(), gongwen.FangSong})
}

// numberEnd returns how far the document number and the gap after it reach if it stands on the left, at most to the middle.
func (s *setter) numberEnd(number string) gongwen.Length {
	if number == "" {
		return 0
	}
	t := s.loadNumber()
	return min(s.cell()+t.width()+s.cell(), s.profile.TextWidth/2)
}

const (
	signerLabel = "签发人："
	signerGap   = "　"
)

// loadSigners loads the names of one row from name i on, so many to a row.
func (s *setter) loadSigners(names []string, i, perRow int) *text {
	pieces := append(s.pieces[:0], piece{"", gongwen.FangSong}, piece{names[i], gongwen.Kai})
	if i == 0 {
		pieces[0].text = signerLabel
	}
	if perRow > 1 && i+1 < len(names) {
		pieces = append(pieces, piece{signerGap + names[i+1], gongwen.Kai})
	}
	s.pieces = pieces
	return s.load(RoleSigner, Place{Part: PartHead, Row: headSigners, Col: i / perRow}, s.profile.BodySize, pieces...)
}

// signersWidth returns the width of the widest row of signers; rows after the first begin under the first name.
func (s *setter) signersWidth(names []string, perRow int) gongwen.Length {
	width := gongwen.Length(0)
	for i := 0; i < len(names); i += perRow {
		w := s.loadSigners(names, i, perRow).width()
		if i > 0 {
			w += s.columns(4)
		}
		width = max(width, w)
	}
	return width
}

// setSigners adds the names of signers in Kai, two to a row, on the right with one character's gap, but not to the left of
// least. Where two have no room there, each has a row; a name that is still too wide is broken under itself. It returns
// the baseline of the last line, and where the signers begin.
func (s *setter) setSigners(names []string, y, least gongwen.Length) (last, left gongwen.Length) {
	perRow := 2
	right := s.grid() - s.cell()
	width := s.signersWidth(names, perRow)
	if width > s.profile.TextWidth-least {
		perRow = 1
		width = s.signersWidth(names, perRow)
	}
	left = max(right-width, least)
	hang := min(s.columns(4), (s.profile.TextWidth-left)/2)
	for i := 0; i < len(names); i += perRow {
		t, x, indent := s.loadSigners(names, i, perRow), left, -hang
		if i > 0 {
			y += s.profile.LinePitch
			x, indent = left+hang, 0
		}
		for j, sp := range s.spans(t.cells, s.profile.TextWidth-left-hang, indent) {
			if j > 0 {
				y += s.profile.LinePitch
				x = left + hang
			}
			s.addLine(t, sp, x, y)
		}
	}
	return y, left
}
