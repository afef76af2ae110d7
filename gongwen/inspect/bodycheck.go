package inspect

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// checkBody checks size, face and colour of running text (5.2.2, 5.2.4).
func (in *inspection) checkBody(b *book) {
	y, p := &b.body, &in.profile
	if y.judged && (y.size < p.BodySize.Points()-sizeTolerance-0.25 || y.size > p.BodySize.Points()+sizeTolerance) {
		in.find(CodeBodySize, place{}, "正文为 %s，应为%s", sizeName(y.size), sizeName(p.BodySize.Points()))
	}
	if y.judged && y.font != "" {
		in.checkFace(CodeBodyFace, place{}, "正文", y.font, gongwen.FangSong)
	}
	for i := range b.leaves {
		for _, part := range b.bodyParts(&b.leaves[i]) {
			in.checkGlyphs(part)
		}
	}
}

// checkGlyphs looks at the colour of the characters of a line and at narrow quotation marks.
func (in *inspection) checkGlyphs(p *part) {
	coloured, narrow := false, false
	for i := range p.glyphs {
		g := &p.glyphs[i]
		coloured = coloured || !black(g.Color)
		narrow = narrow || (g.r == '“' || g.r == '”') && g.Advance < 0.7*g.Size && nextToHan(p.glyphs, i)
	}
	if coloured {
		in.find(CodeColour, p.place(), "文字不是黑色")
	}
	if narrow {
		in.find(CodeHalfQuote, p.place(), "引号用的是西文字体，没有占一个字的位置")
	}
}

// nextToHan reports whether a character stands beside a full-width one of another font. In the same font it is narrow
// because two marks share room, which is in order.
func nextToHan(glyphs []glyph, i int) bool {
	for _, j := range [...]int{i - 1, i + 1} {
		if j >= 0 && j < len(glyphs) && glyphs[j].wide() && glyphs[j].fontName() != glyphs[i].fontName() {
			return true
		}
	}
	return false
}

// headingFace returns the face of a level (7.3.3).
func headingFace(level int) gongwen.Face {
	switch level {
	case 1:
		return gongwen.Hei
	case 2:
		return gongwen.Kai
	}
	return gongwen.FangSong
}

var headingNames = [...]string{"", "一级标题", "二级标题", "三级标题", "四级标题"}

// checkHeadings checks the headings (7.3.3). Only what follows the number up to the first full stop is one.
func (in *inspection) checkHeadings(b *book, e *elements) {
	counts := [5]int{}
	for _, h := range e.headings {
		lead := h.part.lead()
		counts[h.level]++
		if counts[h.level] == 1 {
			el := in.element("heading"+string(rune('0'+h.level)), headingNames[h.level], h.part)
			el.Font = readable(lead.mainFont())
			el.distance("左空", b.characters(h.part.x1-b.body.edge), "字", 2)
		}
		name := headingNames[h.level]
		if h.level <= 2 && h.isHeading(b) || h.level > 2 {
			stressed := len(lead.glyphs) < len(h.part.glyphs) && readable(lead.hanFont()) != b.body.font
			in.checkHeadingFace(h.part.place(), h.level, lead.hanFont(), stressed)
		}
		if lead.boldShare() > 0.5 {
			in.find(CodeHeadingBold, h.part.place(), "%s加粗了，标准没有加粗的规定", name)
		}
		if indent := b.characters(h.part.x1 - b.body.edge); !near(indent, 2, placeTolerance) {
			in.find(CodeIndent, h.part.place(), "%s左空 %.1f 字，应空二字", name, indent)
		}
	}
}

// isHeading reports whether a line is a heading and not an item of running text: it does not fill its line, or its first
// sentence is set in another font than the rest.
func (h *heading) isHeading(b *book) bool {
	return !b.ends(h.part) || len(h.part.lead().glyphs) < len(h.part.glyphs)
}

// checkHeadingFace checks the face of a heading. One of the third or fourth level that is set in another font than the text that
// follows in its paragraph may as well be a stressed sentence at the start of an item: that is only doubtful.
func (in *inspection) checkHeadingFace(at place, level int, font string, stressed bool) {
	face, known := faceOf(font)
	if level > 2 && stressed && known && face != headingFace(level) {
		in.grave(CodeHeadingFace, fazhi.Warning, at, "%s是%s，应为%s；如是条目开头的强调，不必改",
			headingNames[level], faceName(face), faceName(headingFace(level)))
		return
	}
	in.checkFace(CodeHeadingFace, at, headingNames[level], font, headingFace(level))
}

// lead returns the part up to the first full stop after the number.
func (p *part) lead() *part {
	for i := range p.glyphs {
		if i > 3 && p.glyphs[i].r == '。' {
			lead := *p
			lead.glyphs = p.glyphs[:i]
			return &lead
		}
	}
	return p
}
