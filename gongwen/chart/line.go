package chart

import (
	"math"

	"github.com/fazhi-go/fazhi/gongwen"
)

// Line draws a line chart (折线图) for values that follow each other, as years do. Its axis begins at zero unless all values
// lie far from it. Each series has marks of its own shape; where a value is missing the line is interrupted. If there are
// many categories only every so many are named.
func (c Chart) Line(width gongwen.Length) (gongwen.Drawing, error) {
	return c.draw(width, "折线图", stretch, (*board).lines)
}

// A plane says where the points of a line chart lie.
type plane struct {
	left, slot  gongwen.Length // of the first category, and its width
	bottom      gongwen.Length
	low, height float64 // the value at the bottom, the length for a value of one
}

func (p plane) spot(i int, v float64) gongwen.Spot {
	return gongwen.Spot{X: p.left + p.slot*gongwen.Length(i) + p.slot/2, Y: p.bottom - gongwen.Length((v-p.low)*p.height)}
}

func (b *board) lines() error {
	low, high, step := b.ticks()
	p := plane{bottom: b.y + b.em(170+plotEms), low: low, height: float64(b.em(plotEms)) / (high - low)}
	n := int(math.Round((high - low) / step))
	for i := range n + 1 {
		p.left = max(p.left, TextWidth(short(low+float64(i)*step), b.size)+b.em(60))
	}
	for i := range n + 1 {
		v := low + float64(i)*step
		y := p.bottom - gongwen.Length((v-low)*p.height)
		b.text(short(v), p.left-b.em(60), y-b.size/2, gongwen.End, softInk)
		ink := gridInk
		if i == 0 {
			ink = axisInk
		}
		b.line(ink, b.em(6), gongwen.Spot{X: p.left, Y: y}, gongwen.Spot{X: b.width, Y: y})
	}
	p.slot = (b.width - p.left) / gongwen.Length(len(b.Categories))
	if p.slot < 1 {
		return ErrRoom
	}
	for n, s := range b.Series {
		b.curve(p, s, n)
	}
	if len(b.Series) == 1 {
		b.values(p, b.Series[0])
	}
	b.y = p.bottom + b.em(60)
	b.some(p)
	return nil
}

// curve draws one series: its lines, then its marks over them.
func (b *board) curve(p plane, s Series, n int) {
	var run []gongwen.Spot
	every := int(b.em(120)/p.slot) + 1 // marks do not touch each other
	flush := func() {
		b.line(b.color(n), b.em(16), run...)
		for i := 0; i < len(run); i += every {
			b.mark(run[i], n)
		}
		run = nil
	}
	for i, v := range s.Values {
		if math.IsNaN(v) {
			flush()
			continue
		}
		run = append(run, p.spot(i, v))
	}
	flush()
}

// stretch is the sign of lines: a piece of one.
func stretch(b *board, i int, at gongwen.Spot) {
	b.line(b.color(i), b.em(16), gongwen.Spot{X: at.X - b.em(75), Y: at.Y}, gongwen.Spot{X: at.X + b.em(75), Y: at.Y})
	b.mark(at, i)
}

// mark draws the mark of the n-th series: a square, a diamond, a triangle, and the same hollow.
func (b *board) mark(at gongwen.Spot, n int) {
	r := b.em(32)
	corner := func(op gongwen.Op, x, y gongwen.Length) gongwen.Step {
		return gongwen.Step{Op: op, To: gongwen.Spot{X: at.X + x, Y: at.Y + y}}
	}
	shapes := [...][]gongwen.Step{
		gongwen.Rect(at.X-r*4/5, at.Y-r*4/5, 2*r*4/5, 2*r*4/5),
		{corner(gongwen.Move, 0, -r*5/4), corner(gongwen.Line, r*5/4, 0), corner(gongwen.Line, 0, r*5/4), corner(gongwen.Line, -r*5/4, 0), {Op: gongwen.Close}},
		{corner(gongwen.Move, 0, -r*5/4), corner(gongwen.Line, r*6/5, r), corner(gongwen.Line, -r*6/5, r), {Op: gongwen.Close}},
	}
	path := gongwen.Path{Steps: shapes[n%len(shapes)], Fill: b.color(n)}
	if n >= len(shapes) {
		path.Fill, path.Stroke, path.Thickness = white, textInk, b.em(10)
	}
	b.shapes = append(b.shapes, path)
}

// values prints the values of a single series at its points if all of them have room.
func (b *board) values(p plane, s Series) {
	for i := range s.Values {
		if TextWidth(s.printed(i), b.size)+b.em(40) > p.slot {
			return
		}
	}
	for i, v := range s.Values {
		if math.IsNaN(v) {
			continue
		}
		at := p.spot(i, v)
		y := at.Y - b.em(160)
		if valley(s.Values, i) && at.Y+b.em(160) < p.bottom {
			y = at.Y + b.em(60)
		}
		b.text(s.printed(i), at.X, y, gongwen.Middle, textInk)
	}
}

// valley reports whether the line goes down to a point and up from it.
func valley(values []float64, i int) bool {
	before, after := i == 0 || values[i-1] > values[i], i == len(values)-1 || values[i+1] > values[i]
	return before && after && len(values) > 1
}

// some names as many categories as have room side by side, at equal distances.
func (b *board) some(p plane) {
	widest := gongwen.Length(1)
	for _, name := range b.Categories {
		widest = max(widest, min(TextWidth(name, b.size), b.em(800)))
	}
	every := int((widest + b.em(60) + p.slot - 1) / p.slot)
	end := -b.width // of the last name
	for i := 0; i < len(b.Categories); i += every {
		name := Wrap(b.Categories[i], b.em(800), b.size, 1)[0]
		half := TextWidth(name, b.size) / 2
		x := min(max(p.spot(i, p.low).X, half), b.width-half)
		if x-half > end {
			b.text(name, x, b.y, gongwen.Middle, textInk)
			end = x + half + b.em(30)
		}
	}
	b.y += b.em(lead)
}

// ticks returns where the axis begins and ends and in which steps it goes: three to six of 1, 2 or 5 times a power of ten.
func (b *board) ticks() (low, high, step float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, s := range b.Series {
		for _, v := range s.Values {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	switch {
	case low > high: // no value at all
		low, high = 0, 1
	case low >= 0 && low < high*0.6 || low == high && low > 0:
		low = 0
	case high <= 0 && high > low*0.6 || low == high && low < 0:
		high = 0
	}
	low, high = apart(low, high)
	step = math.Pow(10, math.Floor(math.Log10((high-low)/4)))
	for _, factor := range [...]float64{1, 2, 5, 10} {
		if (high-low)/(step*factor) <= 5 {
			step *= factor
			break
		}
	}
	return math.Floor(low/step) * step, math.Ceil(high/step) * step, step
}
