package pdfread

import "math"

func (in *interpreter) textOp(op keyword) bool {
	s := &in.state
	switch op {
	case "BT":
		in.text, in.line = identity, identity
	case "ET":
	case "Tf":
		if len(in.args) >= 2 {
			n, _ := in.args[len(in.args)-2].(name)
			s.font = in.file.font(in.file.dict(in.resources["Font"])[n])
			s.size = number(in.args[len(in.args)-1])
		}
	case "Tc":
		s.charSpace = in.num(0)
	case "Tw":
		s.wordSpace = in.num(0)
	case "Tz":
		s.scale = in.num(0) / 100
	case "TL":
		s.leading = in.num(0)
	case "Ts":
		s.rise = in.num(0)
	case "Tr":
		s.render = int(in.num(0))
	default:
		return in.placeOp(op)
	}
	return true
}

func (in *interpreter) placeOp(op keyword) bool {
	switch op {
	case "Tm":
		in.line = in.matrixArg()
		in.text = in.line
	case "Td":
		in.nextLine(in.num(0), in.num(1))
	case "TD":
		in.state.leading = -in.num(1)
		in.nextLine(in.num(0), in.num(1))
	case "T*":
		in.nextLine(0, -in.state.leading)
	case "Tj":
		in.showArg(0)
	case "'":
		in.nextLine(0, -in.state.leading)
		in.showArg(0)
	case "\"":
		in.state.wordSpace, in.state.charSpace = in.num(0), in.num(1)
		in.nextLine(0, -in.state.leading)
		in.showArg(2)
	case "TJ":
		in.showAll()
	default:
		return false
	}
	return true
}

func (in *interpreter) nextLine(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.times(in.line)
	in.text = in.line
}

func (in *interpreter) showArg(i int) {
	if i < len(in.args) {
		s, _ := in.args[i].(text)
		in.show(s)
	}
}

// showAll shows strings with shifts between them, in thousandths of the size.
func (in *interpreter) showAll() {
	if len(in.args) == 0 {
		return
	}
	a, _ := in.args[0].(array)
	for _, o := range a {
		switch v := o.(type) {
		case text:
			in.show(v)
		case float64:
			in.advance(-v / 1000 * in.state.size)
		}
	}
}

// advance moves along the line, up or down in vertical writing.
func (in *interpreter) advance(d float64) {
	m := matrix{1, 0, 0, 1, d * in.state.scale, 0}
	if in.state.font != nil && in.state.font.vertical {
		m = matrix{1, 0, 0, 1, 0, d}
	}
	in.text = m.times(in.text)
}

// show shows the characters of a string.
func (in *interpreter) show(s text) {
	st := &in.state
	if st.font == nil {
		return
	}
	for len(s) > 0 {
		code, n := st.font.code(s)
		width := st.font.width(code) / 1000 * st.size
		if !in.glyph(code, width) {
			return
		}
		spacing := st.charSpace
		if n == 1 && s[0] == ' ' {
			spacing += st.wordSpace
		}
		s = s[n:]
		if st.font.vertical {
			in.advance(-st.size + spacing)
			continue
		}
		in.advance(width + spacing)
	}
}

// glyph adds one character at the place that is reached. It returns false when there are too many.
func (in *interpreter) glyph(code int, width float64) bool {
	if !take(&in.file.left.glyphs, 1) {
		return false
	}
	s := &in.state
	m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.times(in.text).times(s.ctm)
	g := Glyph{
		Text: s.font.text(code), Font: s.font, Color: s.fill, Angle: angle(m),
		Hidden: s.render%4 == 3, Stroked: s.render == 1 || s.render == 2,
		Size: math.Hypot(m.c, m.d), X: m.e, Y: m.f,
	}
	if s.render == 1 {
		g.Color = s.stroke
	}
	em := width / max(math.Abs(s.size), 1e-9)
	if s.size < 0 {
		em = -em
	}
	if s.font.vertical { // the place is the middle of the top
		g.X, g.Y = m.apply(-0.5, -0.88)
	}
	g.Advance = math.Hypot(m.a, m.b) * em
	var ink Rect
	ink, g.Exact = s.font.ink(code, em)
	g.Ink = m.box(ink)
	if finite(g.X) && finite(g.Y) && finite(g.Size) && finite(g.Advance) {
		in.page.Glyphs = append(in.page.Glyphs, g)
	}
	return true
}

// angle returns how far the line of a text is turned to the left on a page whose y goes down.
func angle(m matrix) int {
	const slack = 0.02
	switch size := math.Hypot(m.a, m.b) * slack; {
	case math.Abs(m.b) <= size && m.a >= 0:
		return 0
	case math.Abs(m.b) <= size:
		return 180
	case math.Abs(m.a) <= size && m.b < 0:
		return 90
	case math.Abs(m.a) <= size:
		return 270
	}
	return -1
}
