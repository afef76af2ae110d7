package chart

import (
	"math"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Columns draws a column chart (柱形图): columns stand side by side, those of one category together, and hang down where
// values are negative. Where names or values have no room side by side it is drawn as Bars.
func (c Chart) Columns(width gongwen.Length) (gongwen.Drawing, error) {
	if err := c.check(); err != nil || !c.columnsFit(width) {
		return c.Bars(width)
	}
	return c.draw(width, "柱形图", swatch, (*board).columns)
}

// columnsFit reports whether values fit above their columns and names below them.
func (c Chart) columnsFit(width gongwen.Length) bool {
	b := newBoard(&c, width)
	slot, pitch := b.slots()
	for _, s := range c.Series {
		for i := range s.Values {
			if TextWidth(s.printed(i), b.size)+b.em(20) > pitch {
				return false
			}
		}
	}
	for _, name := range c.Categories {
		if slot < b.em(200) || len(setLines(name, slot-b.em(60), b.size, 3)) > 2 {
			return false
		}
	}
	return true
}

// slots returns the width of a category and of a column with its share of the gaps.
func (b *board) slots() (slot, pitch gongwen.Length) {
	slot = b.width / gongwen.Length(len(b.Categories))
	return slot, (slot - b.em(80)) / gongwen.Length(len(b.Series))
}

// plotEms is the height of columns and lines in hundredths of the size of text.
const plotEms = 1300

func (b *board) columns() error {
	slot, pitch := b.slots()
	pitch = min(pitch, b.em(600))
	low, high := b.span()
	top, bottom := b.y+b.em(130), b.y+b.em(130+plotEms) // room for values on both sides
	if low < 0 {
		bottom += b.em(130)
	}
	scale := float64(b.em(plotEms)) / (high - low)
	zero := top + gongwen.Length(high*scale)
	for i := range b.Categories {
		middle := slot*gongwen.Length(i) + slot/2
		x := middle - pitch*gongwen.Length(len(b.Series))/2
		for n, s := range b.Series {
			b.column(s, i, x+pitch/2, min(pitch*84/100, b.em(360)), zero, scale, b.color(n))
			x += pitch
		}
	}
	b.line(axisInk, b.em(8), gongwen.Spot{X: 0, Y: zero}, gongwen.Spot{X: b.width, Y: zero})
	b.y = bottom + b.em(50)
	b.below(slot)
	return nil
}

// column draws one column with its value at its end.
func (b *board) column(s Series, i int, middle, thick, zero gongwen.Length, scale float64, ink gongwen.Ink) {
	height := gongwen.Length(0)
	if v := s.Values[i]; !math.IsNaN(v) {
		height = gongwen.Length(v * scale)
	}
	b.area(middle-thick/2, zero-height, thick, height, ink)
	y := zero - height - b.em(125)
	if height < 0 {
		y = zero - height + b.em(25)
	}
	b.text(s.printed(i), middle, y, gongwen.Middle, textInk)
}

// below writes the names of the categories side by side.
func (b *board) below(slot gongwen.Length) {
	rows := 1
	for i, name := range b.Categories {
		lines := Wrap(name, slot-b.em(60), b.size, 2)
		for n, line := range lines {
			b.text(line, slot*gongwen.Length(i)+slot/2, b.y+b.em(lead)*gongwen.Length(n), gongwen.Middle, textInk)
		}
		rows = max(rows, len(lines))
	}
	b.y += b.em(lead) * gongwen.Length(rows)
}
