package inspect

import (
	"math"
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// An ofdPage is a page that is being read.
type ofdPage struct {
	file *ofdFile
	page *pdfread.Page
}

func (d *ofdPage) layers(tree *ooxml.Node) {
	for layers := range each(tree, "Content") {
		for layer := range each(layers, "Layer") {
			d.block(layer, layer.Get("DrawParam"), 0)
		}
	}
}

// block reads the objects of a layer or of a block within.
func (d *ofdPage) block(n *ooxml.Node, param string, depth int) {
	if depth > mostOFDDepth {
		return
	}
	for _, c := range n.Nodes {
		if d.file.glyphs--; d.file.glyphs <= 0 {
			return
		}
		own := c.Get("DrawParam")
		if own == "" {
			own = param
		}
		switch local(c) {
		case "TextObject":
			d.text(c, own)
		case "PathObject":
			d.path(c, own)
		case "ImageObject":
			d.page.Images++
		case "PageBlock":
			d.block(c, own, depth+1)
		}
	}
}

// An ofdSpace maps places of an object to points on the page.
type ofdSpace struct{ a, b, c, d, e, f float64 }

func spaceOf(n *ooxml.Node) ofdSpace {
	s := ofdSpace{a: 1, d: 1}
	if m := numbers(n.Get("CTM")); len(m) == 6 {
		s = ofdSpace{m[0], m[1], m[2], m[3], m[4], m[5]}
	}
	if box := numbers(n.Get("Boundary")); len(box) == 4 {
		s.e += box[0]
		s.f += box[1]
	}
	return s
}

func (s *ofdSpace) apply(x, y float64) (float64, float64) {
	return (s.a*x + s.c*y + s.e) * pointsPerMM, (s.b*x + s.d*y + s.f) * pointsPerMM
}

// angle returns how far lines of text are turned to the left.
func (s *ofdSpace) angle() int {
	switch {
	case math.Abs(s.b) < 0.02*math.Abs(s.a):
		if s.a < 0 {
			return 180
		}
		return 0
	case math.Abs(s.a) < 0.02*math.Abs(s.b) && s.b < 0:
		return 90
	case math.Abs(s.a) < 0.02*math.Abs(s.b):
		return 270
	}
	return -1
}

// text reads the characters of a TextObject.
func (d *ofdPage) text(n *ooxml.Node, param string) {
	space := spaceOf(n)
	size := 0.0
	if v := numbers(n.Get("Size")); len(v) > 0 {
		size = v[0]
	}
	font := d.file.fonts[n.Get("Font")]
	if font == nil {
		font = &pdfread.Font{}
	}
	g := pdfread.Glyph{
		Font: font, Size: size * math.Hypot(space.c, space.d) * pointsPerMM, Angle: space.angle(),
		Color: d.color(n, param, "FillColor"), Hidden: n.Get("Fill") == "false" && n.Get("Stroke") != "true",
		Stroked: n.Get("Stroke") == "true" || heavy(n.Get("Weight")),
	}
	x, y := 0.0, 0.0
	for code := range each(n, "TextCode") {
		if v := numbers(code.Get("X")); len(v) > 0 {
			x = v[0]
		}
		if v := numbers(code.Get("Y")); len(v) > 0 {
			y = v[0]
		}
		d.code(code, g, &space, size, x, y)
	}
}

// heavy reports whether a weight is that of bold type.
func heavy(weight string) bool {
	v := numbers(weight)
	return len(v) > 0 && v[0] >= 600
}

// code reads one TextCode.
func (d *ofdPage) code(n *ooxml.Node, g pdfread.Glyph, space *ofdSpace, size, x, y float64) {
	runes := []rune(strings.Trim(n.Content(), "\r\n"))
	dx, dy := deltas(n.Get("DeltaX"), len(runes)), deltas(n.Get("DeltaY"), len(runes))
	for i, r := range runes {
		if d.file.glyphs--; d.file.glyphs <= 0 {
			return
		}
		width := cellOf(r) * size
		g.Text = string(r)
		g.X, g.Y = space.apply(x, y)
		g.Advance = width * math.Hypot(space.a, space.b) * pointsPerMM
		g.Ink = pdfread.Rect{X1: g.X, Y1: g.Y - aboveBaseline*g.Size, X2: g.X + g.Advance, Y2: g.Y + belowBaseline*g.Size}
		d.page.Glyphs = append(d.page.Glyphs, g)
		switch {
		case i < len(dx):
			x += dx[i]
		case len(dx) == 0 && len(dy) == 0:
			x += width
		}
		if i < len(dy) {
			y += dy[i]
		}
	}
}

// cellOf returns about how wide a character is, in sizes: the file does not say.
func cellOf(r rune) float64 {
	if r < 0x2000 && r != '·' || r == '‰' {
		return 0.5
	}
	return 1
}

// color returns the colour of an object, black if neither it nor its parameters say one.
func (d *ofdPage) color(n *ooxml.Node, param, kind string) pdfread.Color {
	for range mostOFDDepth {
		if c := find(n, kind); c != nil {
			return colorOf(numbers(c.Get("Value")))
		}
		if n = d.file.params[param]; n == nil {
			break
		}
		param = n.Get("Relative")
	}
	return pdfread.Color{}
}

func colorOf(v []float64) pdfread.Color {
	part := func(v float64) uint8 { return uint8(min(max(v, 0), 255)) }
	switch len(v) {
	case 1:
		return pdfread.Color{R: part(v[0]), G: part(v[0]), B: part(v[0])}
	case 3:
		return pdfread.Color{R: part(v[0]), G: part(v[1]), B: part(v[2])}
	case 4:
		light := 1 - v[3]/255
		return pdfread.Color{R: part((255 - v[0]) * light), G: part((255 - v[1]) * light), B: part((255 - v[2]) * light)}
	}
	return pdfread.Color{}
}

// path reads the straight lines of a PathObject.
func (d *ofdPage) path(n *ooxml.Node, param string) {
	space := spaceOf(n)
	thickness := d.lineWidth(n, param) * math.Sqrt(math.Abs(space.a*space.d-space.b*space.c)) * pointsPerMM
	for _, points := range ofdLines(content(find(n, "AbbreviatedData"))) {
		for i := range points {
			points[i][0], points[i][1] = space.apply(points[i][0], points[i][1])
		}
		if n.Get("Fill") == "true" {
			d.filled(points, d.color(n, param, "FillColor"))
		}
		if n.Get("Stroke") != "false" {
			for i := 1; i < len(points); i++ {
				d.rule(points[i-1], points[i], thickness, d.color(n, param, "StrokeColor"))
			}
		}
	}
}

func (d *ofdPage) lineWidth(n *ooxml.Node, param string) float64 {
	const usual = 0.353
	for _, s := range [...]string{n.Get("LineWidth"), d.file.params[param].Get("LineWidth")} {
		if v := numbers(s); len(v) > 0 {
			return v[0]
		}
	}
	return usual
}

// ofdLines reads the polygons of a path. One with curves is left out.
func ofdLines(s string) [][][2]float64 {
	var out [][][2]float64
	words := strings.Fields(s)
	last := func() *[][2]float64 { return &out[len(out)-1] }
	for i := 0; i < len(words); i++ {
		v := numbers(strings.Join(words[min(i+1, len(words)):min(i+3, len(words))], " "))
		switch op := words[i]; {
		case (op == "M" || op == "S") && len(v) == 2:
			out = append(out, [][2]float64{{v[0], v[1]}})
		case op == "L" && len(v) == 2 && len(out) > 0:
			*last() = append(*last(), [2]float64{v[0], v[1]})
		case op == "C" && len(out) > 0:
			*last() = append(*last(), (*last())[0])
		case op == "Q" || op == "B" || op == "A":
			return nil
		}
	}
	return out
}

// filled adds a thin upright rectangle as a rule.
func (d *ofdPage) filled(points [][2]float64, c pdfread.Color) {
	if len(points) < 4 || len(points) > 5 {
		return
	}
	low, high := points[0], points[0]
	for _, p := range points {
		low = [2]float64{min(low[0], p[0]), min(low[1], p[1])}
		high = [2]float64{max(high[0], p[0]), max(high[1], p[1])}
	}
	w, h := high[0]-low[0], high[1]-low[1]
	const thin = 4 // points
	switch {
	case min(w, h) > thin:
	case w >= h:
		y := (low[1] + high[1]) / 2
		d.rule([2]float64{low[0], y}, [2]float64{high[0], y}, h, c)
	default:
		x := (low[0] + high[0]) / 2
		d.rule([2]float64{x, low[1]}, [2]float64{x, high[1]}, w, c)
	}
}

// rule adds an upright line.
func (d *ofdPage) rule(a, b [2]float64, thickness float64, c pdfread.Color) {
	if a[0] > b[0] || a[1] > b[1] {
		a, b = b, a
	}
	if d.file.glyphs--; d.file.glyphs <= 0 {
		return
	}
	switch {
	case math.Abs(a[1]-b[1]) < 0.01:
		b[1] = a[1]
	case math.Abs(a[0]-b[0]) < 0.01:
		b[0] = a[0]
	default:
		return
	}
	d.page.Rules = append(d.page.Rules, pdfread.Rule{X1: a[0], Y1: a[1], X2: b[0], Y2: b[1], Thickness: thickness, Color: c})
}
