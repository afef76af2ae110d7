package raster

import (
	"math"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A track is an outline of a path, made of straight lines; closed if its end is joined to its beginning.
type track struct {
	points outline
	closed bool
}

// What a point of a path costs beside the points of the picture that it passes: the memory that it takes, and the memory that
// its piece of a line takes while that is drawn.
const (
	pointWork  = 16
	strokeWork = 250
)

// path paints the area of a path, then its line.
func (c *canvas) path(p gongwen.Path) error {
	tracks, err := c.tracks(p.Steps)
	if err != nil {
		return err
	}
	if p.Fill.On {
		outlines := make([]outline, len(tracks))
		for i, t := range tracks {
			outlines[i] = t.points
		}
		if err := c.fill(outlines, p.Fill); err != nil {
			return err
		}
	}
	if !p.Stroke.On || p.Thickness <= 0 {
		return nil
	}
	half := float64(p.Thickness) * c.scale / 2
	for _, t := range tracks {
		if c.left -= strokeWork * float64(len(t.points)); c.left < 0 {
			return ErrWork
		}
		if err := c.fill(stroke(t, half), p.Stroke); err != nil {
			return err
		}
	}
	return nil
}

// tracks turns the steps of a path into straight lines.
func (c *canvas) tracks(steps []gongwen.Step) ([]track, error) {
	var out []track
	var at point
	for _, s := range steps {
		if c.left < 0 {
			return nil, ErrWork
		}
		c.left -= pointWork
		if s.Op == gongwen.Move || len(out) == 0 {
			at = c.spot(s.To)
			out = append(out, track{points: outline{at}})
			continue
		}
		t := &out[len(out)-1]
		if t.closed { // what follows begins where the outline began
			out = append(out, track{points: outline{t.points[0]}})
			t = &out[len(out)-1]
		}
		switch s.Op {
		case gongwen.Line:
			t.points = append(t.points, c.spot(s.To))
		case gongwen.Curve:
			n := len(t.points)
			t.points = appendCurve(t.points, at, c.spot(s.C1), c.spot(s.C2), c.spot(s.To))
			c.left -= pointWork * float64(len(t.points)-n)
		case gongwen.Close:
			t.closed = true
			at = t.points[0]
			continue
		}
		at = t.points[len(t.points)-1]
	}
	return out, nil
}

// appendCurve appends a cubic Bézier curve as lines that stay within a twentieth of a point of it.
func appendCurve(o outline, a, b, c, d point) outline {
	bend := max(hypot(a.x-2*b.x+c.x, a.y-2*b.y+c.y), hypot(b.x-2*c.x+d.x, b.y-2*c.y+d.y))
	n := min(int(math.Sqrt(15*bend))+1, 200)
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		o = append(o, between(
			between(between(a, b, t), between(b, c, t), t),
			between(between(b, c, t), between(c, d, t), t), t))
	}
	return o
}

// hypot returns the length of the way. Products are rounded one by one, so that every machine gets the same.
func hypot(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// between returns a place on the line from p to q.
func between(p, q point, t float64) point {
	return point{p.x + float64((q.x-p.x)*t), p.y + float64((q.y-p.y)*t)}
}
