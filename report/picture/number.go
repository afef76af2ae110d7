package picture

import "github.com/fazhi-go/fazhi/gongwen"

// A numberStyle says how a printed figure looks: its number large, what stands before and after it small.
type numberStyle struct {
	size, small int
	ink, soft   gongwen.Ink
}

// A part is a piece of a printed figure.
type part struct {
	text string
	style
}

// gap is the room between the parts of a printed figure.
const gap = 6

// parts returns the pieces of a printed figure, smaller where room is short, and how wide they are.
func (i item) parts(room int, s numberStyle) (parts []part, width int) {
	small := func(text string) part { return part{text, style{size: s.small, face: gongwen.Hei, ink: s.soft}} }
	for _, p := range [...]part{small(i.before), {i.number, style{size: s.size, face: gongwen.XiaoBiaoSong, ink: s.ink}}, small(i.after)} {
		if p.text != "" {
			p.text = wrap(p.text, room*6/10, min(p.size, sizeSmall), 1)[0]
			parts = append(parts, p)
		}
	}
	for width = widthOf(parts); width > room; width = widthOf(parts) {
		for n := range parts {
			parts[n].size -= (parts[n].size + 15) / 16
		}
	}
	return parts, width
}

func widthOf(parts []part) int {
	width := gap * (len(parts) - 1)
	for _, p := range parts {
		width += measured(p.text, p.size)
	}
	return width
}

// number draws a printed figure from x on, all its parts on one line.
func (p *page) number(i item, x, y, room int, s numberStyle) {
	parts, _ := i.parts(room, s)
	base := y + s.size*rise/100
	for _, part := range parts {
		p.text(part.text, x, base-part.size*rise/100, part.style)
		x += measured(part.text, part.size) + gap
	}
}
