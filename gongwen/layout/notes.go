package layout

import "github.com/fazhi-go/fazhi/gongwen"

// setNotes adds the notes of a body one blank line below it, in the small size, each a paragraph that begins with its label.
func (s *setter) setNotes(notes []gongwen.Note, n int) {
	if len(notes) == 0 {
		return
	}
	s.blank(1)
	s.rows[len(s.rows)-1].keep = true
	for i, note := range notes {
		place := Place{Part: PartNotes, Attachment: n, Row: i}
		t := s.load(RoleNoteText, place, s.profile.SmallSize, piece{note.Label + note.Text, gongwen.FangSong})
		s.addText(t, 0, s.profile.TextWidth, 2*s.profile.SmallSize, gongwen.Justified)
	}
}

// setRolls adds the lists of people of minutes (10.3): one blank line below the text, the label in 黑体, lines after the first
// beginning under the first name.
func (s *setter) setRolls() {
	if len(s.doc.Rolls) == 0 {
		return
	}
	s.blank(1)
	size, left := s.profile.BodySize, s.columns(2)
	for i, roll := range s.doc.Rolls {
		place := Place{Part: PartRolls, Row: i}
		label := piece{roll.Label + "：", gongwen.Hei}
		hang := min(s.load(RoleRoll, place, size, label).width(), s.profile.TextWidth/2)
		t := s.load(RoleRoll, place, size, label, piece{joinNames(roll.Names), gongwen.FangSong})
		for j, sp := range s.spans(t.cells, s.profile.TextWidth-left-hang, -hang) {
			x := left
			if j > 0 {
				x += hang
			}
			s.newRow(s.profile.LinePitch)
			s.addLine(t, sp, x, baseline(s.profile.LinePitch))
		}
	}
}
