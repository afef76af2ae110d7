package gongwen

import "fmt"

// A Drawing is a picture made of lines, areas and texts: a chart, a QR code. Every format shows it sharp at any size. It
// stands centred on lines of its own; one that is larger than the type area is made smaller. Lengths count from its top
// left corner, to the right and down; what lies outside Width × Height may be cut off. Alt says what it shows, for
// readers who cannot see it; Caption stands below it.
type Drawing struct {
	Width, Height Length
	Shapes        []Shape // drawn in this order
	Alt, Caption  string
}

func (Drawing) block() {}

// A Shape is one part of a drawing. The set is closed: Path, Label.
type Shape interface{ shape() }

// A Path is an area, a line, or both. Areas that overlap within one path are filled by the rule of winding numbers.
type Path struct {
	Steps     []Step
	Fill      Ink    // of the area; zero: not filled
	Stroke    Ink    // of the line; zero: no line
	Thickness Length // of the line; its ends are cut square, its corners mitred
}

// A Step is one step of a path.
type Step struct {
	Op     Op
	To     Spot // where it ends; of Close nothing
	C1, C2 Spot // control points of a Curve
}

// Op says what a step does.
type Op uint8

// The steps. A path begins with Move.
const (
	Move  Op = iota // begins a new outline
	Line            // a straight line
	Curve           // a cubic Bézier curve
	Close           // a straight line back to where the outline began
)

// A Spot is a place in a drawing.
type Spot struct{ X, Y Length }

// Ink is a colour. The zero value is no colour at all.
type Ink struct {
	R, G, B uint8
	On      bool
}

// RGB returns a colour.
func RGB(r, g, b uint8) Ink { return Ink{r, g, b, true} }

// A Label is one line of text in a drawing.
type Label struct {
	Text   string
	At     Spot // on the baseline: where the text begins, its middle, or where it ends
	Anchor Anchor
	Size   Length
	Face   Face
	Ink    Ink // black if zero
}

// Anchor says which part of a label stands at its place.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

func (Path) shape()  {}
func (Label) shape() {}

// Rect returns the steps around a rectangle, for a Path.
func Rect(x, y, width, height Length) []Step {
	return []Step{
		{Op: Move, To: Spot{x, y}}, {Op: Line, To: Spot{x + width, y}},
		{Op: Line, To: Spot{x + width, y + height}}, {Op: Line, To: Spot{x, y + height}}, {Op: Close},
	}
}

// mostDrawing is the largest size of a drawing; mostSteps the largest number of steps and labels.
const (
	mostDrawing = 10_000 * Point
	mostSteps   = 200_000
)

func (d Drawing) check() error {
	if d.Width <= 0 || d.Height <= 0 || d.Width > mostDrawing || d.Height > mostDrawing {
		return fmt.Errorf("%w：图形大小不对", ErrBlock)
	}
	steps := 0
	for i, s := range d.Shapes {
		switch v := s.(type) {
		case Path:
			steps += len(v.Steps)
			if !v.valid() {
				return fmt.Errorf("%w：图形的第 %d 个部分不对", ErrBlock, i+1)
			}
		case Label:
			steps++
			if v.Size <= 0 || v.Size > mostDrawing || !v.At.near() || v.Anchor > End {
				return fmt.Errorf("%w：图形的第 %d 个部分不对", ErrBlock, i+1)
			}
		default:
			return fmt.Errorf("%w：%T", ErrBlock, s)
		}
	}
	if steps > mostSteps {
		return fmt.Errorf("%w：图形太复杂", ErrBlock)
	}
	return nil
}

// valid reports whether a path can be drawn.
func (p Path) valid() bool {
	if p.Thickness < 0 || p.Thickness > mostDrawing || len(p.Steps) > 0 && p.Steps[0].Op != Move {
		return false
	}
	for _, s := range p.Steps {
		if s.Op > Close || !s.To.near() || !s.C1.near() || !s.C2.near() {
			return false
		}
	}
	return true
}

// near reports whether a place lies no further out than the largest drawing.
func (p Spot) near() bool {
	return max(p.X, p.Y) <= mostDrawing && min(p.X, p.Y) >= -mostDrawing
}
