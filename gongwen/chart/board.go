package chart

import (
	"cmp"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A board is a drawing in the making. It grows downwards.
type board struct {
	*Chart
	width  gongwen.Length
	size   gongwen.Length // of text
	face   gongwen.Face
	y      gongwen.Length // down to here it is full
	shapes []gongwen.Shape
}

func newBoard(c *Chart, width gongwen.Length) *board {
	return &board{Chart: c, width: width, size: cmp.Or(c.Style.Size, 10*gongwen.Point), face: gongwen.Hei}
}

// lead is the distance from baseline to baseline, in hundredths of the size; rise how high a character stands above it; edge
// the room above and below a chart.
const lead, rise, edge = 140, 88, 30

// em returns so many hundredths of the size of text.
func (b *board) em(hundredths int) gongwen.Length {
	return gongwen.Length(int64(b.size) * int64(hundredths) / 100)
}

// text puts a text whose top is at y.
func (b *board) text(text string, x, y gongwen.Length, anchor gongwen.Anchor, ink gongwen.Ink) {
	if text != "" {
		b.shapes = append(b.shapes, gongwen.Label{Text: text, At: gongwen.Spot{X: x, Y: y + b.em(rise)}, Anchor: anchor, Size: b.size, Face: b.face, Ink: ink})
	}
}

// area fills a rectangle, which may be given from any corner.
func (b *board) area(x, y, width, height gongwen.Length, ink gongwen.Ink) {
	x, width = min(x, x+width), max(width, -width)
	y, height = min(y, y+height), max(height, -height)
	if width > 0 && height > 0 {
		b.shapes = append(b.shapes, gongwen.Path{Steps: gongwen.Rect(x, y, width, height), Fill: ink})
	}
}

// line draws straight lines from spot to spot, each a piece of its own.
func (b *board) line(ink gongwen.Ink, thickness gongwen.Length, spots ...gongwen.Spot) {
	var steps []gongwen.Step
	for i := 1; i < len(spots); i++ {
		steps = append(steps, gongwen.Step{Op: gongwen.Move, To: spots[i-1]}, gongwen.Step{Op: gongwen.Line, To: spots[i]})
	}
	if len(steps) > 0 {
		b.shapes = append(b.shapes, gongwen.Path{Steps: steps, Stroke: ink, Thickness: thickness})
	}
}

// head draws title and unit.
func (b *board) head() {
	top := b.y
	titled := b.title()
	if b.Unit != "" {
		unit := Wrap("单位："+b.Unit, b.width, b.size, 1)[0]
		y := b.y - b.em(150) // on the baseline of the title
		if titled == 0 || titled+b.em(100)+TextWidth(unit, b.size) > b.width {
			y = b.y
			b.y += b.em(lead)
		}
		b.text(unit, b.width, y, gongwen.End, softInk)
	}
	if b.y > top {
		b.y += b.em(50)
	}
}

// title draws the title and returns how wide its last line is.
func (b *board) title() gongwen.Length {
	if b.Title == "" {
		return 0
	}
	size, face := b.size, b.face
	defer func() { b.size, b.face = size, face }()
	b.size, b.face = b.em(120), gongwen.XiaoBiaoSong
	lines := Wrap(b.Title, b.width, b.size, 3)
	for _, line := range lines {
		b.text(line, 0, b.y, gongwen.Start, textInk)
		b.y += b.em(lead)
	}
	return TextWidth(lines[len(lines)-1], b.size)
}

// legend says which sign is which series.
func (b *board) legend(sign func(b *board, i int, at gongwen.Spot)) {
	x := gongwen.Length(0)
	for i, s := range b.Series {
		name := Wrap(s.Name, b.width-b.em(180), b.size, 1)[0]
		width := b.em(180) + TextWidth(name, b.size)
		if x > 0 && x+width > b.width {
			x, b.y = 0, b.y+b.em(lead)
		}
		sign(b, i, gongwen.Spot{X: x + b.em(75), Y: b.y + b.em(50)})
		b.text(name, x+b.em(180), b.y, gongwen.Start, textInk)
		x += width + b.em(150)
	}
	b.y += b.em(lead + 40)
}

// swatch is the sign of bars.
func swatch(b *board, i int, at gongwen.Spot) {
	b.area(at.X-b.em(75), at.Y-b.em(40), b.em(150), b.em(80), b.color(i))
}
