package pdfread

import "math"

func (in *interpreter) colorOp(op keyword) bool {
	s := &in.state
	switch op {
	case "g", "rg", "k":
		s.fill = in.color(0)
	case "G", "RG", "K":
		s.stroke = in.color(0)
	case "cs":
		s.fillSpace, s.fill = in.file.components(in.space()), Color{}
	case "CS":
		s.strokeSpace, s.stroke = in.file.components(in.space()), Color{}
	case "sc", "scn":
		s.fill = in.color(s.fillSpace)
	case "SC", "SCN":
		s.stroke = in.color(s.strokeSpace)
	default:
		return false
	}
	return true
}

// space returns the colour space that the operand names.
func (in *interpreter) space() object {
	if o := in.resource("ColorSpace"); o != nil {
		return in.file.resolve(o)
	}
	return in.nameArg()
}

// tint is a colour space of one component of which more is darker, as that of a spot colour is.
const tint = -1

// components returns how many numbers a colour of a space has.
func (f *File) components(space object) int {
	a, _ := space.(array)
	family, _ := space.(name)
	if len(a) > 0 {
		family = f.name(a[0])
	}
	switch family {
	case "DeviceGray", "CalGray", "G":
		return 1
	case "DeviceRGB", "CalRGB", "RGB":
		return 3
	case "DeviceCMYK", "CMYK":
		return 4
	case "Separation":
		return tint
	case "ICCBased":
		if len(a) > 1 {
			return int(f.number(f.dict(a[1])["N"]))
		}
	}
	return 0
}

// color reads the operands as a colour. Colours of a spot ink come as grey, patterns as black.
func (in *interpreter) color(space int) Color {
	n := len(in.args)
	switch {
	case space == tint && n == 1:
		v := channel(1 - in.num(0))
		return Color{v, v, v}
	case n == 1:
		v := channel(in.num(0))
		return Color{v, v, v}
	case n == 3:
		return Color{channel(in.num(0)), channel(in.num(1)), channel(in.num(2))}
	case n == 4:
		light := 1 - in.num(3)
		return Color{channel((1 - in.num(0)) * light), channel((1 - in.num(1)) * light), channel((1 - in.num(2)) * light)}
	}
	return Color{}
}

func channel(v float64) uint8 { return uint8(math.Round(min(max(v, 0), 1) * 255)) }
