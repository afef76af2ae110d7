package ofd

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// writeRule writes a straight line.
func (k *work) writeRule(r *layout.Rule) {
	p := path{stroke: gongwen.RGB(0, 0, 0), thickness: r.Thickness, steps: []gongwen.Step{
		{Op: gongwen.Move, To: gongwen.Spot{X: r.X1, Y: r.Y1}}, {Op: gongwen.Line, To: gongwen.Spot{X: r.X2, Y: r.Y2}},
	}}
	if r.Red {
		p.stroke = k.red()
	}
	k.writePath(k.nextID(), &p)
}

// writeEmptyBox draws the box of a missing character at x of a line.
func (k *work) writeEmptyBox(line *layout.Line, size, x gongwen.Length) {
	p := path{stroke: gongwen.RGB(0, 0, 0), thickness: size / 24}
	p.steps = gongwen.Rect(x+size/10, line.Y-size*72/100, size*8/10, size*8/10)
	if line.Turned {
		for i, s := range p.steps {
			p.steps[i].To.X, p.steps[i].To.Y = layout.Upright(&k.pages.Profile, s.To.X, s.To.Y)
		}
	}
	k.writePath(k.tagged(), &p)
}

// A path is lines and an area on the page.
type path struct {
	steps        []gongwen.Step
	fill, stroke gongwen.Ink
	thickness    gongwen.Length
}

// miterLimit is how far the corner of a line may reach out, in thicknesses, before it is cut off: as PDF has it.
const miterLimit = 10

// bounds returns the box around a path. A curve lies within its control points.
func (p *path) bounds() box {
	var b box
	began := false
	reach := func(s gongwen.Spot) {
		spot := box{s.X, s.Y, s.X, s.Y}
		if !began {
			b, began = spot, true
		}
		b = b.join(spot)
	}
	for _, s := range p.steps {
		if s.Op == gongwen.Curve {
			reach(s.C1)
			reach(s.C2)
		}
		if s.Op != gongwen.Close {
			reach(s.To)
		}
	}
	switch {
	case !p.stroke.On:
		return b
	case len(p.steps) == 2: // a straight line has no corners
		return b.grow(p.thickness / 2)
	}
	return b.grow(p.thickness * miterLimit / 2)
}

// writePath writes a path object.
func (k *work) writePath(id int, p *path) {
	b := p.bounds()
	k.add("<ofd:PathObject")
	k.addInt("ID", id)
	k.add(` Boundary="`)
	k.xml = append(appendBox(k.xml, b), '"')
	k.addPen(p)
	k.add("<ofd:AbbreviatedData>")
	for i, s := range p.steps {
		if i > 0 {
			k.add(" ")
		}
		k.addStep(s, b)
	}
	k.add("</ofd:AbbreviatedData></ofd:PathObject>")
}

// addPen appends how a path is drawn, and ends the start of its element.
func (k *work) addPen(p *path) {
	if p.stroke.On {
		k.add(` LineWidth="`)
		k.xml = append(appendMM(k.xml, p.thickness), '"')
		k.addInt("MiterLimit", miterLimit)
	} else {
		k.add(` Stroke="false"`)
	}
	if p.fill.On {
		k.add(` Fill="true"`)
	}
	k.add(">")
	if p.stroke.On {
		k.addColor("StrokeColor", p.stroke)
	}
	if p.fill.On {
		k.addColor("FillColor", p.fill)
	}
}

// stepNames are the letters of the steps.
var stepNames = [...]string{gongwen.Move: "M", gongwen.Line: "L", gongwen.Curve: "B", gongwen.Close: "C"}

// addStep appends a step, measured from the corner of the box.
func (k *work) addStep(s gongwen.Step, b box) {
	k.add(stepNames[s.Op])
	spot := func(s gongwen.Spot) {
		k.xml = appendMM(append(k.xml, ' '), s.X-b.x0)
		k.xml = appendMM(append(k.xml, ' '), s.Y-b.y0)
	}
	switch s.Op {
	case gongwen.Curve:
		spot(s.C1)
		spot(s.C2)
		spot(s.To)
	case gongwen.Move, gongwen.Line:
		spot(s.To)
	}
}
