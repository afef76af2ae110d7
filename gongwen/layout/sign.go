package layout

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// setClosing adds what follows the body: list of attachments, signature, note. They stay on one page together with the
// last two lines of the body, so that no page holds a signature alone: a rule of ours, where 7.3.5.5 leaves the means open.
// Of a long list of attachments only the last two lines do. A landscape table that ends the text does not join them.
func (s *setter) setClosing() {
	first := len(s.rows)
	s.setAttachmentNote()
	s.setRolls()
	list := len(s.rows)
	s.setSignature()
	s.setNote()
	if first == len(s.rows) {
		return
	}
	if len(s.rows)-first > s.profile.Lines/2 && list > first+2 {
		s.rows[first].keep = true // the blank line before the list
		first = list
	}
	from := max(first-2, s.bodyRow+1) // the first line stays on the first page (7.3.3)
	if from == first-2 && s.endsParagraph(from) {
		from++
	}
	for i := from; i < len(s.rows)-1; i++ {
		s.rows[i].keep = true
	}
}

// endsParagraph reports whether a row is the last of several lines of a paragraph that the next row does not belong to: such a
// line, which may be a character long, stays with the lines before it.
func (s *setter) endsParagraph(i int) bool {
	a, b := &s.rows[i], &s.rows[i+1]
	if a.lines != 1 || b.lines != 1 {
		return false
	}
	last, next := &s.lines[a.line], &s.lines[b.line]
	return last.Start > 0 && last.Place != next.Place
}

// setAttachmentNote lists the attachments (附件说明, 7.3.4): one blank line below the text, indented by two characters;
// lines after the first begin under the name.
func (s *setter) setAttachmentNote() {
	if len(s.doc.Attachments) == 0 {
		return
	}
	s.blank(1)
	s.rows[len(s.rows)-1].vanishes = true
	const label = "附件："
	size, pitch := s.profile.BodySize, s.profile.LinePitch
	for i, a := range s.doc.Attachments {
		number := ""
		if len(s.doc.Attachments) > 1 {
			number = strconv.Itoa(i+1) + "."
		}
		lead, left := label, s.columns(2)
		if i > 0 {
			lead, left = "", s.columns(2+3)
		}
		place := Place{Part: PartAttachmentNote, Attachment: i}
		hang := s.load(RoleAttachmentNote, place, size, piece{lead + number, gongwen.FangSong}).width()
		t := s.load(RoleAttachmentNote, place, size, piece{lead + number + a.Title, gongwen.FangSong})
		room := s.profile.TextWidth - left - hang
		for j, sp := range s.spans(t.cells, room, -hang) {
			x := left
			if j > 0 {
				x += hang
			}
			s.newRow(pitch)
			s.addLine(t, sp, x, baseline(pitch))
		}
	}
}

// joinNames joins the names of a list.
func joinNames(names []string) string { return strings.Join(names, "、") }

// setNote adds the note (附注, 7.3.6) in brackets, indented by two characters, on the line below the date.
func (s *setter) setNote() {
	if s.doc.Note == "" {
		return
	}
	t := s.load(RoleNote, Place{Part: PartNote}, s.profile.BodySize, piece{"（" + s.doc.Note + "）", gongwen.FangSong})
	s.addText(t, 0, s.profile.TextWidth, s.columns(2), gongwen.Justified)
}

// setSignature adds the names of the organs and the date (署名、成文日期, 7.3.5).
func (s *setter) setSignature() {
	sign := &s.doc.Sign
	switch {
	case len(sign.Signatories) > 0:
		s.setSignatories()
	case len(sign.Organs) == 0 && sign.Date.IsZero():
	case sign.Seal:
		s.blank(2) // the seal (42 mm) then begins less than a line below the text
		s.setSealed()
	default:
		s.blank(1)
		s.setUnsealed()
	}
}

func (s *setter) loadOrgan(i int) *text {
	return s.load(RoleOrgan, Place{Part: PartSign, Row: i}, s.profile.BodySize, piece{s.doc.Sign.Organs[i], gongwen.FangSong})
}

func (s *setter) loadDate() *text {
	date := piece{s.doc.Sign.Date.Chinese(), gongwen.FangSong}
	row := len(s.doc.Sign.Organs) + len(s.doc.Sign.Signatories)
	return s.load(RoleDate, Place{Part: PartSign, Row: row}, s.profile.BodySize, date)
}

// setUnsealed sets a signature without seal (7.3.5.2): two characters are free on the right of the organ, and the date
// begins two characters to the right of the organ. If the date is longer, it keeps the two characters on the right and
// the organ moves. Where an organ leaves less than that free on the right, the date keeps the two characters.
func (s *setter) setUnsealed() {
	right := s.grid() - s.columns(2)
	organ := gongwen.Length(0)
	for i := range s.doc.Sign.Organs {
		organ = max(organ, s.loadOrgan(i).width())
	}
	date := s.loadDate().width()
	x := right - organ
	if date > organ {
		x = right - date - s.columns(2)
	}
	if organ > right {
		x = 0
	}
	for i := range s.doc.Sign.Organs {
		s.addWhole(s.loadOrgan(i), x)
	}
	if len(s.doc.Sign.Organs) == 0 {
		x = right - date - s.columns(2)
	}
	if date > 0 {
		x += s.columns(2)
		if organ > right {
			x = right - date
		}
		s.addWhole(s.loadDate(), min(x, s.grid()-date))
	}
}

// setSealed sets a signature for seals (7.3.5.1): four characters are free on the right of the date, and the organ is
// centred on it. Several organs stand side by side, three in a row at most, and the last is centred on the date.
func (s *setter) setSealed() {
	date := s.loadDate().width()
	centre := s.grid() - s.columns(4) - date/2
	n := len(s.doc.Sign.Organs)
	perRow := s.organsPerRow()
	last := centre // of the last organ, on which the date is centred
	for i := 0; i < n; i += perRow {
		if i > 0 {
			s.blank(sealLines)
		}
		last = centre
		s.setOrganRow(i, min(i+perRow, n), &last)
	}
	if date > 0 {
		s.addWhole(s.loadDate(), last-date/2)
	}
}

// sealLines is the number of lines between two rows of organs, so that seals of 42 mm do not touch.
const sealLines = 4

// organsPerRow returns how many organs stand side by side: as many as have room, one to three.
func (s *setter) organsPerRow() int {
	widest := gongwen.Length(0)
	for i := range s.doc.Sign.Organs {
		widest = max(widest, s.loadOrgan(i).width()+s.cell())
	}
	return int(max(1, min(3, s.grid()/max(widest, 1))))
}

// setOrganRow sets organs from to to (not included) in one row. An organ alone is centred on the date; if it has no room
// there, both move to the left. One that is wider than the text is broken, and the date stays.
func (s *setter) setOrganRow(from, to int, centre *gongwen.Length) {
	n := gongwen.Length(to - from)
	if n == 1 {
		t := s.loadOrgan(from)
		width := t.width()
		if width <= s.grid() {
			*centre = min(*centre, s.grid()-width/2)
		}
		s.addWhole(t, *centre-width/2)
		return
	}
	s.newRow(s.profile.LinePitch)
	for i := from; i < to; i++ {
		t := s.loadOrgan(i)
		middle := s.grid() * (2*gongwen.Length(i-from) + 1) / (2 * n)
		s.addLine(t, t.whole(), middle-t.width()/2, baseline(s.profile.LinePitch))
		*centre = middle
	}
}
