package layout

import "github.com/fazhi-go/fazhi/gongwen"

// setImage adds an image, centred, with its caption below it.
func (s *setter) setImage(b gongwen.Image, place Place) {
	config, _, err := b.Config()
	if err != nil { // gongwen.Lower has read it
		return
	}
	width, height := b.Size(config, s.profile.TextWidth, s.pictureRoom(b.Caption))
	s.addPicture(Picture{Place: place, Width: width, Height: height, Image: &b})
	s.setPictureCaption(b.Caption, place)
}

// setDrawing adds a drawing, centred, with its caption below it, and sets its labels.
func (s *setter) setDrawing(b gongwen.Drawing, place Place) {
	z := zoom{b.Width, b.Width}
	if room := s.profile.TextWidth; b.Width > room {
		z.to = room
	}
	if room := s.pictureRoom(b.Caption); z.of(b.Height) > room {
		z = zoom{b.Height, room}
	}
	p := Picture{Place: place, Width: max(z.of(b.Width), 1), Height: max(z.of(b.Height), 1), Drawing: &b}
	row := s.addPicture(p)
	added := &s.pics[len(s.pics)-1]
	for _, shape := range b.Shapes {
		if label, ok := shape.(gongwen.Label); ok {
			added.Labels = append(added.Labels, s.label(label, place, z, added.X, added.Y))
		}
	}
	s.rows[row].lines = 0
	s.lines = s.lines[:s.rows[row].line]
	s.setPictureCaption(b.Caption, place)
}

// A zoom makes lengths smaller: what was from long is to long.
type zoom struct{ from, to gongwen.Length }

func (z zoom) of(l gongwen.Length) gongwen.Length {
	return gongwen.Length(int64(l) * int64(z.to) / int64(z.from))
}

// label sets a label of a drawing that stands at x, y.
func (s *setter) label(l gongwen.Label, place Place, z zoom, x, y gongwen.Length) Line {
	t := s.loadSpaced(RoleLabel, place, max(z.of(l.Size), 1), 0, piece{l.Text, l.Face})
	width := t.width()
	switch l.Anchor {
	case gongwen.Middle:
		x -= width / 2
	case gongwen.End:
		x -= width
	}
	line := *s.addLine(t, t.whole(), x+z.of(l.At.X)-s.profile.Left, y+z.of(l.At.Y))
	for i := range line.Runs {
		line.Runs[i].Ink = l.Ink
	}
	return line
}

// pictureRoom returns how high a picture may be above its caption: one page.
func (s *setter) pictureRoom(caption string) gongwen.Length {
	room := s.profile.TextHeight / s.profile.LinePitch * s.profile.LinePitch
	if caption != "" {
		room -= 2 * s.profile.LinePitch
	}
	return room
}

// addPicture adds a row with a picture in its middle. The row takes whole lines of the page, so that the text after it
// stays on the grid. It returns the index of the row.
func (s *setter) addPicture(p Picture) int {
	pitch := s.profile.LinePitch
	height := (p.Height + pitch - 1) / pitch * pitch
	p.X = s.profile.Left + (s.profile.TextWidth-p.Width)/2
	p.Y = (height - p.Height) / 2
	s.newRow(height)
	s.pics = append(s.pics, p)
	s.rows[len(s.rows)-1].pic = len(s.pics)
	return len(s.rows) - 1
}

// setPictureCaption adds the caption of the picture above it, in 黑体, which stays with it.
func (s *setter) setPictureCaption(caption string, place Place) {
	if caption == "" {
		return
	}
	s.rows[len(s.rows)-1].keep = true
	place.Row = -1
	t := s.load(RoleCaption, place, s.profile.BodySize, piece{caption, gongwen.Hei})
	s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Centered)
}

// drawPicture copies the picture of a row to the page; top is where the row begins.
func (s *setter) drawPicture(index int, top gongwen.Length) {
	p := s.pics[index-1]
	p.Y += top
	p.Before = len(s.page.Lines)
	for i := range p.Labels {
		p.Labels[i].Y += top
	}
	s.page.Pictures = append(s.page.Pictures, p)
}
