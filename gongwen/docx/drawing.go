package docx

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// drawing writes a drawing as a group of shapes, which stays sharp at any size: every path is one shape, however many
// outlines it has, and every label a text box. Within the group lengths count as in the drawing; labels are where the layout
// set them.
func (w *writer) drawing(p *layout.Picture) {
	d := p.Drawing
	w.b = appendDocPr(w.b, w.nextShape(), "图形", d.Alt)
	w.b = append(w.b, `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="`+nsDrawing+`"><a:graphicData uri="`+nsGroup+`">`+
		`<wpg:wgp xmlns:wpg="`+nsGroup+`" xmlns:wps="`+nsShape+`"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>`...)
	w.b = append(appendExtent(w.b, "a:ext", p.Width, p.Height), `<a:chOff x="0" y="0"/>`...)
	w.b = append(appendExtent(w.b, "a:chExt", p.Width, p.Height), `</a:xfrm></wpg:grpSpPr>`...)
	labels := p.Labels
	for _, s := range d.Shapes {
		switch v := s.(type) {
		case gongwen.Path:
			w.path(&v, p)
		case gongwen.Label:
			w.label(&v, &labels[0], p)
			labels = labels[1:]
		}
	}
	w.b = append(w.b, `</wpg:wgp>`...)
}

// openShape begins a shape of a group.
func (w *writer) openShape(kind string) {
	w.b = append(w.b, `<wps:wsp><wps:cNvPr`...)
	w.b = append(appendInt(w.b, "id", w.nextShape()), ` name=""/><wps:cNvSpPr`...)
	w.b = append(append(w.b, kind...), `/><wps:spPr>`...)
}

// path writes a path. Its box is the whole drawing, so that its coordinates are those of the drawing.
func (w *writer) path(v *gongwen.Path, p *layout.Picture) {
	if len(v.Steps) == 0 {
		return
	}
	w.openShape("")
	w.b = append(appendFrame(w.b, 0, 0, p.Width, p.Height),
		`<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path`...)
	w.b = append(appendInt(appendInt(w.b, "w", int(p.Drawing.Width)), "h", int(p.Drawing.Height)), '>')
	for i := range v.Steps {
		w.b = appendStep(w.b, &v.Steps[i])
	}
	w.b = appendInk(append(w.b, `</a:path></a:pathLst></a:custGeom>`...), v.Fill)
	thickness := gongwen.Length(int64(v.Thickness) * int64(p.Width) / int64(p.Drawing.Width))
	w.b = append(appendInt(append(w.b, `<a:ln`...), "w", emu(thickness)), ` cap="flat">`...)
	w.b = append(appendInk(w.b, v.Stroke), `<a:miter lim="800000"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`...)
}

// appendStep appends a step of a path, in thousandths of a point.
func appendStep(b []byte, s *gongwen.Step) []byte {
	switch s.Op {
	case gongwen.Move:
		return append(appendSpot(append(b, `<a:moveTo>`...), s.To), `</a:moveTo>`...)
	case gongwen.Line:
		return append(appendSpot(append(b, `<a:lnTo>`...), s.To), `</a:lnTo>`...)
	case gongwen.Curve:
		b = appendSpot(appendSpot(append(b, `<a:cubicBezTo>`...), s.C1), s.C2)
		return append(appendSpot(b, s.To), `</a:cubicBezTo>`...)
	}
	return append(b, `<a:close/>`...)
}

func appendSpot(b []byte, s gongwen.Spot) []byte {
	return append(appendInt(appendInt(append(b, `<a:pt`...), "x", int(s.X)), "y", int(s.Y)), `/>`...)
}

// appendInk appends a fill of a colour, or none.
func appendInk(b []byte, ink gongwen.Ink) []byte {
	if !ink.On {
		return append(b, `<a:noFill/>`...)
	}
	return appendSolid(b, [3]uint8{ink.R, ink.G, ink.B})
}

// label writes a label as a text box around its line, which is as wide as the line and a quarter of the size to both sides.
func (w *writer) label(v *gongwen.Label, l *layout.Line, p *layout.Picture) {
	size := lineSize(l)
	height, air := size*5/4, size/4
	w.openShape(` txBox="1"`)
	w.b = append(appendFrame(w.b, l.X-p.X-air, l.Y-p.Y-height*4/5, l.Width+2*air, height),
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>`...)
	pp := paragraph{look: normal, line: height.Twips(), jc: [...]string{"left", "center", "right"}[v.Anchor], hasIndent: true}
	if v.Anchor == gongwen.Start {
		pp.left = air.Twips()
	} else if v.Anchor == gongwen.End {
		pp.right = air.Twips()
	}
	w.paragraph(&pp, []placed{{Line: l}})
	w.b = append(w.b, `</w:txbxContent></wps:txbx><wps:bodyPr vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">`+
		`<a:noAutofit/></wps:bodyPr></wps:wsp>`...)
}
