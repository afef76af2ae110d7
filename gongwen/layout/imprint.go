package layout

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Rows of the places of PartImprint, in the order of imprintFields.
const (
	imprintCopyTo = iota
	imprintPrinter
	imprintPrinted
	imprintTo // the addressees, if they were moved there (7.3.2)
)

var imprintFields = [...]string{"copyTo", "printer", "printed"}

// setImprint puts the imprint (版记, 7.4) at the foot of the last page, on a new page if there is no room. Its last rule
// lies on the foot of the type area. That of a letter (10.1) has neither rules nor printer and date.
func (s *setter) setImprint() {
	if s.doc.Imprint.IsZero() && !s.toMoved {
		return
	}
	if s.isTurned() {
		s.newPage()
		s.turn(false)
	}
	s.rows, s.lines, s.rules = s.rows[:0], s.lines[:0], s.rules[:0]
	if s.toMoved {
		s.setImprintList(imprintTo, "主送：", []string{strings.TrimRight(s.doc.To, ":：")}, true)
	}
	if len(s.doc.Imprint.CopyTo) > 0 {
		s.setImprintList(imprintCopyTo, "抄送：", s.doc.Imprint.CopyTo, !s.toMoved)
	}
	s.setPrinter()
	if len(s.rows) == 0 {
		return
	}
	height := gongwen.Length(0)
	for _, r := range s.rows {
		height = min(height+r.height, s.profile.TextHeight)
	}
	if s.y > 0 && s.y+height > s.profile.TextHeight {
		s.newPage()
	}
	s.y = max(s.y, s.profile.TextHeight-height)
	for i := range s.rows {
		s.placeRow(&s.rows[i])
	}
	if s.doc.Format == gongwen.Letter {
		return
	}
	bottom := s.profile.Top + min(s.y, s.profile.TextHeight) - s.profile.ThickRule/2
	s.page.Rules = append(s.page.Rules, s.imprintRule(bottom, s.profile.ThickRule))
}

func (s *setter) imprintRule(y, thickness gongwen.Length) Rule {
	left := s.profile.Left
	return Rule{X1: left, X2: left + s.profile.TextWidth, Y1: y, Y2: y, Thickness: thickness}
}

// imprintRow begins a row of the imprint, with a rule above it if it is the first of its element: thick above the first
// element, thin between two. It returns the baseline, at which characters of the small size stand in the middle.
func (s *setter) imprintRow(rule bool) gongwen.Length {
	first := len(s.rows) == 0
	s.newRow(s.profile.LinePitch)
	switch {
	case s.doc.Format == gongwen.Letter:
	case first:
		s.addRule(s.imprintRule(s.profile.ThickRule/2, s.profile.ThickRule))
	case rule:
		s.addRule(s.imprintRule(0, s.profile.ThinRule))
	}
	return middle(s.profile.LinePitch, s.profile.SmallSize)
}

// middle returns the baseline at which Han characters stand in the middle of a height.
func middle(height, size gongwen.Length) gongwen.Length { return height/2 + size*38/100 }

// setImprintList adds the list of those who get a copy (抄送, 7.4.2), or of addressees that were moved here, with a rule above
// or without; lines after the first begin under the first name.
func (s *setter) setImprintList(field int, label string, names []string, rule bool) {
	size, place := s.profile.SmallSize, Place{Part: PartImprint, Row: field}
	hang := s.load(RoleImprint, place, size, piece{label, gongwen.FangSong}).width()
	list := strings.TrimRight(strings.Join(names, "，"), "。") + "。"
	t := s.load(RoleImprint, place, size, piece{label + list, gongwen.FangSong})
	room := s.profile.TextWidth - 2*size - hang
	for i, sp := range s.spans(t.cells, room, -hang) {
		x := size
		if i > 0 {
			x += hang
		}
		y := s.imprintRow(rule && i == 0)
		s.addLine(t, sp, x, y)
	}
}

// setPrinter adds who printed the document and when (7.4.3), one character from the left and from the right.
func (s *setter) setPrinter() {
	im := &s.doc.Imprint
	if im.Printer == "" && im.Printed.IsZero() {
		return
	}
	size, printed := s.profile.SmallSize, ""
	if !im.Printed.IsZero() {
		printed = im.Printed.Chinese() + "印发"
	}
	t := s.load(RoleImprint, Place{Part: PartImprint, Row: imprintPrinter}, size, piece{im.Printer, gongwen.FangSong})
	rule := true
	y := gongwen.Length(0)
	left := s.profile.TextWidth - 2*size
	for _, sp := range s.spans(t.cells, s.profile.TextWidth-2*size, 0) {
		y = s.imprintRow(rule)
		if sp.to > sp.from {
			s.addLine(t, sp, size, y)
		}
		left, rule = s.profile.TextWidth-2*size-sp.width, false
	}
	t = s.load(RoleImprint, Place{Part: PartImprint, Row: imprintPrinted}, size, piece{printed, gongwen.FangSong})
	width := t.width()
	if width > left-size {
		y = s.imprintRow(false)
	}
	if printed != "" {
		s.addLine(t, t.whole(), s.profile.TextWidth-size-width, y)
	}
}

// numberPages adds the page numbers (页码, 7.5): — 1 — below the type area, on odd pages at the right, on even ones at the
// left, one character from the edge. The first page of a letter shows none (10.1).
func (s *setter) numberPages() {
	s.rows = s.rows[:0]
	s.newRow(0)
	for i := range s.pages.Pages {
		if i == 0 && s.doc.Format == gongwen.Letter {
			continue
		}
		place := Place{Part: PartPageNumber, Block: i}
		number := piece{"— " + strconv.Itoa(i+1) + " —", gongwen.Song}
		t := s.load(RolePageNumber, place, s.profile.SmallSize, number)
		x := s.cell()
		if i%2 == 0 {
			x = s.profile.TextWidth - s.cell() - t.width()
		}
		y := s.profile.Top + s.profile.TextHeight + s.profile.PageNumberGap + s.dashHeight(t)
		page := &s.pages.Pages[i]
		page.Lines = append(page.Lines, *s.addLine(t, t.whole(), x, y))
	}
}

// dashHeight returns how far above the baseline the dash is with which a text begins: the rule of 7 mm (7.5) is for it.
func (s *setter) dashHeight(t *text) gongwen.Length {
	c := &t.cells[0]
	if c.font == missing {
		return t.size * 38 / 100
	}
	ttf := s.fonts.all[c.font].ttf
	g, _ := ttf.Glyph(c.r)
	return scale(ttf.Bounds(g).YMax, t.size, gongwen.Length(ttf.UnitsPerEm()))
}
