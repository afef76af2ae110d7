package chart

import (
	"math"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Bars draws a bar chart (条形图): bars run to the right, to the left where values are negative, one below the other, those of
// one category together. It has room for any number of categories and for long names.
func (c Chart) Bars(width gongwen.Length) (gongwen.Drawing, error) {
	return c.draw(width, "条形图", swatch, (*board).bars)
}

// A field says where the bars of a chart lie.
type field struct {
	names gongwen.Length // width of the names
	zero  gongwen.Length // where bars begin
	scale float64        // length for a value of one
	thick gongwen.Length // of a bar
}

func (b *board) bars() error {
	f, err := b.field()
	if err != nil {
		return err
	}
	top := b.y
	for i := range b.Categories {
		b.group(f, i)
	}
	b.line(axisInk, b.em(8), gongwen.Spot{X: f.zero, Y: top}, gongwen.Spot{X: f.zero, Y: b.y})
	return nil
}

// field finds room for names, bars and values.
func (b *board) field() (field, error) {
	f := field{thick: b.em(110)}
	if len(b.Series) > 1 {
		f.thick = b.em(95)
	}
	for _, name := range b.Categories {
		f.names = max(f.names, TextWidth(name, b.size))
	}
	f.names = min(f.names, b.width*36/100)
	low, high := b.span()
	before, after := b.valueWidths()
	room := b.width - f.names - b.em(80) - before - after
	if room < b.em(300) {
		return field{}, ErrRoom
	}
	f.scale = float64(room) / (high - low)
	f.zero = f.names + b.em(80) + before + gongwen.Length(-low*f.scale)
	return f, nil
}

// span returns the least and the greatest value, with zero between them; never the same.
func (b *board) span() (low, high float64) {
	for _, s := range b.Series {
		for _, v := range s.Values {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	return apart(low, high)
}

// apart widens a span that is too short to be drawn.
func apart(low, high float64) (float64, float64) {
	if high-low < 1e-9*max(math.Abs(low), math.Abs(high), 1) {
		high = low + max(math.Abs(low), 1)
	}
	return low, high
}

// valueWidths returns the room that printed values need to the left of bars and to their right.
func (b *board) valueWidths() (before, after gongwen.Length) {
	for _, s := range b.Series {
		for i, v := range s.Values {
			width := TextWidth(s.printed(i), b.size) + b.em(60)
			if v < 0 {
				before = max(before, width)
			} else {
				after = max(after, width)
			}
		}
	}
	return before, after
}

// group draws the name and the bars of a category.
func (b *board) group(f field, i int) {
	names := Wrap(b.Categories[i], f.names, b.size, 3)
	text := b.em(lead)*gongwen.Length(len(names)) - b.em(lead-100)
	bars := f.thick*gongwen.Length(len(b.Series)) + b.em(15)*gongwen.Length(len(b.Series)-1)
	height := max(text, bars)
	y := b.y + b.em(35)
	for n, name := range names {
		b.text(name, f.names, y+(height-text)/2+b.em(lead)*gongwen.Length(n), gongwen.End, textInk)
	}
	y += (height - bars) / 2
	for n, s := range b.Series {
		b.bar(f, s, i, y, b.color(n))
		y += f.thick + b.em(15)
	}
	b.y += height + b.em(70)
}

// bar draws one bar with its value at its end.
func (b *board) bar(f field, s Series, i int, y gongwen.Length, ink gongwen.Ink) {
	length := gongwen.Length(0)
	if v := s.Values[i]; !math.IsNaN(v) {
		length = gongwen.Length(v * f.scale)
	}
	b.area(f.zero, y, length, f.thick, ink)
	y += (f.thick - b.size) / 2
	if s.Values[i] < 0 {
		b.text(s.printed(i), f.zero+length-b.em(40), y, gongwen.End, textInk)
		return
	}
	b.text(s.printed(i), f.zero+length+b.em(40), y, gongwen.Start, textInk)
}
