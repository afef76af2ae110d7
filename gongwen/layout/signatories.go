package layout

import "github.com/fazhi-go/fazhi/gongwen"

// Measures of a stamp of signature (签名章), for which the standard has none: room for a name of four characters, two lines
// high.
const (
	stampColumns = 4
	stampLines   = 2
)

// setSignatories sets posts and stamps (7.3.5.3): two blank lines below the text; the stamp keeps four characters from the
// right edge, the post ends two characters before it, in the middle of its height; below the stamps one blank line, then
// the date, which keeps four characters too. Several stand one below another, posts and stamps aligned.
func (s *setter) setSignatories() {
	s.blank(2)
	right := s.grid() - s.columns(4)
	stamp := s.columns(stampColumns)
	for _, who := range s.doc.Sign.Signatories {
		stamp = max(stamp, min(s.loadSignatory(0, piece{who.Name, gongwen.Kai}).width(), s.grid()/3))
	}
	post := s.columns(1)
	for _, who := range s.doc.Sign.Signatories {
		post = max(post, s.loadSignatory(0, piece{who.Post, gongwen.FangSong}).width())
	}
	x := max(right-stamp-s.columns(2)-post, 0)
	for i, who := range s.doc.Sign.Signatories {
		s.setSignatory(i, who, x, right-stamp)
	}
	if date := s.loadDate().width(); date > 0 {
		s.blank(1)
		s.addWhole(s.loadDate(), max(right-date, 0))
	}
}

func (s *setter) loadSignatory(i int, p piece) *text {
	place := Place{Part: PartSign, Row: len(s.doc.Sign.Organs) + i}
	if p.face == gongwen.Kai {
		place.Col = 1
	}
	return s.load(RolePost, place, s.profile.BodySize, p)
}

// setSignatory sets one post and name, or the room for a stamp. A post that is too long is broken.
func (s *setter) setSignatory(i int, who gongwen.Signatory, x, stamp gongwen.Length) {
	pitch := s.profile.LinePitch
	t := s.loadSignatory(i, piece{who.Post, gongwen.FangSong})
	spans := s.spans(t.cells, max(stamp-s.columns(2)-x, s.columns(4)), 0)
	lines := len(spans)
	if who.Name == "" {
		lines = max(lines, stampLines)
	}
	height := gongwen.Length(lines) * pitch
	if height > s.profile.TextHeight/2 { // no post comes to this
		s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Flush)
		height, spans = pitch, nil
	}
	s.newRow(height)
	y := (height-gongwen.Length(len(spans))*pitch)/2 + baseline(pitch)
	for j, sp := range spans {
		s.addLine(t, sp, x, y+gongwen.Length(j)*pitch)
	}
	if who.Name == "" {
		return
	}
	t = s.loadSignatory(i, piece{who.Name, gongwen.Kai})
	if t.width() > s.profile.TextWidth-stamp {
		s.addText(t, 0, s.profile.TextWidth, 0, gongwen.RightAligned)
		return
	}
	s.addLine(t, t.whole(), stamp, (height-pitch)/2+baseline(pitch))
}
