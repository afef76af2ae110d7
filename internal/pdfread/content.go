package pdfread

import "fmt"

// A state is the graphics state.
type state struct {
	ctm          matrix
	fill, stroke Color
	lineWidth    float64

	font                   *Font
	size                   float64
	charSpace, wordSpace   float64
	scale, leading, rise   float64
	render                 int
	fillSpace, strokeSpace int // number of components of the colour space; 0: unknown
}

// An interpreter runs the operators of a page.
type interpreter struct {
	file      *File
	page      *Page
	resources dict
	state     state
	saved     []state
	args      []object

	text, line matrix // of the text that is being shown, of its line

	path  []subpath
	depth int // of forms
}

// run reads contents with their resources.
func (in *interpreter) run(data []byte, resources dict, depth int) error {
	outer, saved := in.resources, len(in.saved)
	in.resources, in.depth = resources, depth
	defer func() { in.resources, in.depth = outer, depth-1 }()
	l := lexer{b: data}
	in.args = in.args[:0]
	for {
		o, ok := l.next()
		if !ok {
			break
		}
		if !take(&in.file.left.ops, 1+l.items/8) {
			return fmt.Errorf("%w：操作太多", ErrLimit)
		}
		op, isOp := o.(keyword)
		if !isOp {
			if len(in.args) < mostOperands {
				in.args = append(in.args, o)
			}
			continue
		}
		if op == "BI" {
			in.inlineImage(&l)
		} else if err := in.operate(op); err != nil {
			return err
		}
		in.args = in.args[:0]
	}
	if len(in.saved) > saved { // what a form does not restore
		in.saved = in.saved[:saved]
	}
	return nil
}

// operate does one operator. Those that show nothing and move nothing are passed over.
func (in *interpreter) operate(op keyword) error {
	if op == "Do" {
		if err := in.do(); err != nil {
			return err
		}
	} else if !in.stateOp(op) && !in.colorOp(op) && !in.pathOp(op) {
		in.textOp(op)
	}
	return in.file.full()
}

// full says when the file holds more than the limits allow.
func (f *File) full() error {
	if f.left.glyphs == 0 || f.left.rules == 0 || f.left.inflated == 0 {
		return fmt.Errorf("%w：字符、线条或者数据太多", ErrLimit)
	}
	return nil
}

// num returns an operand as a number, 0 if it is missing.
func (in *interpreter) num(i int) float64 {
	if i >= len(in.args) {
		return 0
	}
	return number(in.args[i])
}

func (in *interpreter) nameArg() name {
	if len(in.args) == 0 {
		return ""
	}
	n, _ := in.args[len(in.args)-1].(name)
	return n
}

func (in *interpreter) matrixArg() matrix {
	return matrix{in.num(0), in.num(1), in.num(2), in.num(3), in.num(4), in.num(5)}
}

func (in *interpreter) stateOp(op keyword) bool {
	s := &in.state
	switch op {
	case "q":
		if len(in.saved) < mostStates {
			in.saved = append(in.saved, *s)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			*s, in.saved = in.saved[n-1], in.saved[:n-1]
		}
	case "cm":
		s.ctm = in.matrixArg().times(s.ctm)
	case "w":
		s.lineWidth = in.num(0)
	case "gs":
		gs := in.file.dict(in.resource("ExtGState"))
		if w, ok := in.file.resolve(gs["LW"]).(float64); ok {
			s.lineWidth = w
		}
		if font := in.file.array(gs["Font"]); len(font) == 2 {
			s.font, s.size = in.file.font(font[0]), in.file.number(font[1])
		}
	default:
		return false
	}
	return true
}

// resource returns what the resources have under the name that is the operand.
func (in *interpreter) resource(kind name) object {
	return in.file.dict(in.resources[kind])[in.nameArg()]
}

// do draws a form or an image.
func (in *interpreter) do() error {
	s, ok := in.file.resolve(in.resource("XObject")).(*stream)
	if !ok {
		return nil
	}
	if in.file.name(s.dict["Subtype"]) == "Image" {
		in.page.Images++
		return nil
	}
	if in.depth >= mostForms {
		return nil
	}
	data, err := in.file.decode(s)
	if err != nil {
		return in.file.full() // what cannot be read is passed over
	}
	outer, text, line := in.state, in.text, in.line
	in.state.ctm = in.file.matrixOf(s.dict["Matrix"]).times(in.state.ctm)
	resources := in.file.dict(s.dict["Resources"])
	if resources == nil {
		resources = in.resources
	}
	err = in.run(data, resources, in.depth+1)
	in.state, in.text, in.line = outer, text, line
	return err
}

// inlineImage passes over an image in the contents.
func (in *interpreter) inlineImage(l *lexer) {
	in.page.Images++
	for {
		o, ok := l.next()
		if !ok || o == keyword("ID") {
			break
		}
	}
	for i := l.i; i+3 < len(l.b); i++ {
		if isSpace(l.b[i]) && l.b[i+1] == 'E' && l.b[i+2] == 'I' && isSpace(l.b[i+3]) {
			l.i = i + 3
			return
		}
	}
	l.i = len(l.b)
}
