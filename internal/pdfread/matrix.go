package pdfread

import "math"

// A matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times returns the map that does m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// scale is how many times larger an area is, as a length.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// box returns the upright rectangle around a rectangle.
func (m matrix) box(r Rect) Rect {
	x, y := m.apply(r.X1, r.Y1)
	out := Rect{x, y, x, y}
	for _, p := range [...][2]float64{{r.X2, r.Y1}, {r.X1, r.Y2}, {r.X2, r.Y2}} {
		x, y := m.apply(p[0], p[1])
		out = Rect{min(out.X1, x), min(out.Y1, y), max(out.X2, x), max(out.Y2, y)}
	}
	return out
}

// matrixOf reads six numbers.
func (f *File) matrixOf(o object) matrix {
	a := f.array(o)
	if len(a) != 6 {
		return identity
	}
	var v [6]float64
	for i := range v {
		v[i] = f.number(a[i])
	}
	return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
}
