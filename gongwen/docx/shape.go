package docx

import "github.com/fazhi-go/fazhi/gongwen"

// Namespaces and kinds of DrawingML. They are declared where they are used: few documents have any.
const (
	nsDrawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPlace   = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsShape   = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
	nsGroup   = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
)

// emu converts a length to English Metric Units, of which a point has 12,700.
func emu(l gongwen.Length) int { return int(int64(l) * 127 / 10) }

// A shape stands at a place of the page, over the text, which does not make room for it: a text box, or a red rule.
type shape struct {
	id                  int
	name                string
	x, y, width, height gongwen.Length
	inMargins           bool // y is counted from the upper margin
	vertical            bool // the text runs down
	rule                bool // a straight line as thick as height, in a colour
	colour              [3]uint8
}

// appendAnchor appends a w:drawing with the shape; text appends the paragraphs of a text box.
func (s *shape) appendAnchor(b []byte, text func([]byte) []byte) []byte {
	b = append(b, `<w:drawing><wp:anchor xmlns:wp="`+nsPlace+`" distT="0" distB="0" distL="0" distR="0" simplePos="0"`...)
	b = appendInt(b, "relativeHeight", s.id)
	b = append(b, ` behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>`+
		`<wp:positionH relativeFrom="page"><wp:posOffset>`...)
	b = append(appendNumber(b, emu(s.x)), `</wp:posOffset></wp:positionH><wp:positionV relativeFrom="`...)
	b = append(append(b, s.origin()...), `"><wp:posOffset>`...)
	b = append(appendNumber(b, emu(s.y)), `</wp:posOffset></wp:positionV>`...)
	b = append(appendExtent(b, "wp:extent", s.width, s.height), `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`...)
	b = appendDocPr(b, s.id, s.name, "")
	b = append(b, `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="`+nsDrawing+`"><a:graphicData uri="`+nsShape+`">`+
		`<wps:wsp xmlns:wps="`+nsShape+`">`...)
	return append(s.appendShape(b, text), `</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`...)
}

func (s *shape) origin() string {
	if s.inMargins {
		return "margin"
	}
	return "page"
}

// appendShape appends the children of wps:wsp.
func (s *shape) appendShape(b []byte, text func([]byte) []byte) []byte {
	if s.rule {
		b = append(b, `<wps:cNvSpPr/><wps:spPr>`...)
		b = append(appendFrame(b, 0, 0, s.width, s.height), `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`...)
		b = append(appendSolid(b, s.colour), `<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/>`...)
		return b
	}
	b = append(b, `<wps:cNvSpPr txBox="1"/><wps:spPr>`...)
	b = append(appendFrame(b, 0, 0, s.width, s.height), `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`+
		`<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>`...)
	direction := "horz"
	if s.vertical {
		direction = "vert"
	}
	b = append(text(b), `</w:txbxContent></wps:txbx><wps:bodyPr vert="`...)
	return append(append(b, direction...), `" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/>`+
		`</wps:bodyPr>`...)
}

// appendExtent appends an element with a width and a height.
func appendExtent(b []byte, name string, width, height gongwen.Length) []byte {
	b = append(append(b, '<'), name...)
	return append(appendInt(appendInt(b, "cx", emu(width)), "cy", emu(height)), `/>`...)
}

// appendFrame appends where a shape stands and how large it is.
func appendFrame(b []byte, x, y, width, height gongwen.Length) []byte {
	b = appendInt(appendInt(append(b, `<a:xfrm><a:off`...), "x", emu(x)), "y", emu(y))
	return append(appendExtent(append(b, `/>`...), "a:ext", width, height), `</a:xfrm>`...)
}

// appendDocPr appends the name of a drawing, and what it shows.
func appendDocPr(b []byte, id int, name, alt string) []byte {
	b = append(appendInt(append(b, `<wp:docPr`...), "id", id), ` name="`...)
	b = append(appendNumber(append(append(b, name...), ' '), id), '"')
	if alt != "" {
		b = append(b, ` descr="`...)
		b, _ = appendText(b, alt)
		b = append(b, '"')
	}
	return append(b, `/>`...)
}

// appendSolid appends a fill of one colour.
func appendSolid(b []byte, colour [3]uint8) []byte {
	return append(append(append(b, `<a:solidFill><a:srgbClr val="`...), hexColour(colour)...), `"/></a:solidFill>`...)
}
