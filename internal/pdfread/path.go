package pdfread

import "math"

// A subpath is a row of points. One with curves is kept as bent: its lines are no rules.
type subpath struct {
	points [][2]float64
	closed bool
	bent   bool
}

// Limits of one path; more is not a rule.
const (
	mostPoints   = 16
	mostSubpaths = 1 << 14
	thin         = 4 // points; a filled rectangle that is thicker is no rule
)

func (in *interpreter) pathOp(op keyword) bool {
	switch op {
	case "m":
		in.move(in.num(0), in.num(1))
	case "l":
		in.lineTo(in.num(0), in.num(1))
	case "c", "v", "y":
		if p := in.current(); p != nil {
			p.bent = true
		}
	case "h":
		if p := in.current(); p != nil {
			p.closed = true
		}
	case "re":
		in.rectangle(in.num(0), in.num(1), in.num(2), in.num(3))
	default:
		return in.paintOp(op)
	}
	return true
}

func (in *interpreter) paintOp(op keyword) bool {
	switch op {
	case "f", "F", "f*":
		in.paint(true, false)
	case "S":
		in.paint(false, true)
	case "s":
		in.close()
		in.paint(false, true)
	case "B", "B*":
		in.paint(true, true)
	case "b", "b*":
		in.close()
		in.paint(true, true)
	case "n":
	default:
		return false
	}
	in.path = in.path[:0]
	return true
}

func (in *interpreter) current() *subpath {
	if len(in.path) == 0 {
		return nil
	}
	return &in.path[len(in.path)-1]
}

func (in *interpreter) close() {
	if p := in.current(); p != nil {
		p.closed = true
	}
}

func (in *interpreter) move(x, y float64) {
	if len(in.path) < mostSubpaths {
		in.path = append(in.path, subpath{})
		in.lineTo(x, y)
	}
}

func (in *interpreter) lineTo(x, y float64) {
	p := in.current()
	if p == nil {
		return
	}
	if len(p.points) >= mostPoints {
		p.bent = true
		return
	}
	x, y = in.state.ctm.apply(x, y)
	p.points = append(p.points, [2]float64{x, y})
}

func (in *interpreter) rectangle(x, y, w, h float64) {
	in.move(x, y)
	in.lineTo(x+w, y)
	in.lineTo(x+w, y+h)
	in.lineTo(x, y+h)
	in.close()
}

// paint adds the rules that a path draws.
func (in *interpreter) paint(fill, stroke bool) {
	for i := range in.path {
		p := &in.path[i]
		if p.bent || len(p.points) < 2 {
			continue
		}
		if r, ok := p.rectangle(); fill && ok {
			in.addFilled(r)
		}
		if stroke {
			in.addStroked(p)
		}
	}
}

// rectangle reports whether a path is an upright rectangle.
func (p *subpath) rectangle() (Rect, bool) {
	n := len(p.points)
	if n == 5 && p.points[4] == p.points[0] {
		n = 4
	}
	if n != 4 {
		return Rect{}, false
	}
	r := Rect{p.points[0][0], p.points[0][1], p.points[0][0], p.points[0][1]}
	for i := range n {
		a, b := p.points[i], p.points[(i+1)%n]
		if math.Abs(a[0]-b[0]) > 0.01 && math.Abs(a[1]-b[1]) > 0.01 {
			return Rect{}, false
		}
		r = Rect{min(r.X1, a[0]), min(r.Y1, a[1]), max(r.X2, a[0]), max(r.Y2, a[1])}
	}
	return r, true
}

func (in *interpreter) addFilled(r Rect) {
	w, h := r.X2-r.X1, r.Y2-r.Y1
	x, y := (r.X1+r.X2)/2, (r.Y1+r.Y2)/2
	switch {
	case min(w, h) > thin:
	case w >= h:
		in.add(Rule{r.X1, y, r.X2, y, h, in.state.fill})
	default:
		in.add(Rule{x, r.Y1, x, r.Y2, w, in.state.fill})
	}
}

func (in *interpreter) addStroked(p *subpath) {
	n := len(p.points)
	if !p.closed {
		n--
	}
	thickness := in.state.lineWidth * in.state.ctm.scale()
	for i := range n {
		a, b := p.points[i], p.points[(i+1)%len(p.points)]
		if a[0] > b[0] || a[1] > b[1] {
			a, b = b, a
		}
		switch {
		case math.Abs(a[1]-b[1]) <= 0.01:
			in.add(Rule{a[0], a[1], b[0], a[1], thickness, in.state.stroke})
		case math.Abs(a[0]-b[0]) <= 0.01:
			in.add(Rule{a[0], a[1], a[0], b[1], thickness, in.state.stroke})
		}
	}
}

func (in *interpreter) add(r Rule) {
	for _, v := range [...]float64{r.X1, r.Y1, r.X2, r.Y2, r.Thickness} {
		if !finite(v) {
			return
		}
	}
	if take(&in.file.left.rules, 1) {
		in.page.Rules = append(in.page.Rules, r)
	}
}

// finite reports whether a place lies within any page that there could be.
func finite(v float64) bool { return math.Abs(v) < 1e6 }
