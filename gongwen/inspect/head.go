package inspect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// checkHead checks 版头 (7.2).
func (in *inspection) checkHead(b *book, e *elements) {
	if e.copy != nil {
		in.element("copy", "份号", e.copy)
		if len(e.copy.text) != 6 {
			in.find(CodeCopy, e.copy.place(), "份号应为6位数字")
		}
	}
	if len(e.mark) > 0 {
		in.checkMark(b, e)
	}
	if e.number != nil {
		in.checkNumber(b, e)
	}
	in.checkRedLines(b, e)
}

// markTop returns where the top of the mark should be, and of what that is measured.
func (in *inspection) markTop() float64 {
	p := &in.profile
	switch in.cert.Form {
	case letter:
		return lengthMM(p.LetterTop)
	case order:
		return lengthMM(p.Top + p.OrderTop)
	}
	return lengthMM(p.Top + p.MarkTop)
}

func (in *inspection) checkMark(b *book, e *elements) {
	el, want := in.element("mark", "发文机关标志", e.mark...), in.markTop()
	el.distance("上边缘至页面上边缘", el.Top, "mm", want)
	at := e.mark[0].place()
	if !near(el.Top, want, markTolerance) && in.cert.Form != minutes {
		in.find(CodeMarkTop, at, "发文机关标志上边缘距页面上边缘 %.1f mm，应为 %.0f mm", el.Top, want)
	}
	in.checkFace(CodeMarkFace, at, "发文机关标志", e.mark[0].hanFont(), gongwen.XiaoBiaoSong)
	in.checkRed(at, e.mark[0].glyphs[0].Color)
}

// checkFace compares the face of the Chinese characters of an element with what it should be. A font whose name says nothing is a notice,
// once for each.
func (in *inspection) checkFace(code fazhi.Code, at place, what, font string, want gongwen.Face) {
	face, known := faceOf(font)
	switch {
	case font == "":
	case !known && !slices.Contains(in.unknown, font):
		in.unknown = append(in.unknown, font)
		in.find(CodeFace, at, "%s的字体从名称看不出是不是%s", what, faceName(want))
	case known && face != want:
		in.find(code, at, "%s是%s，应为%s", what, faceName(face), faceName(want))
	}
}

// inkRed is the printed red of the standard, 80 % of magenta and yellow each, turned into RGB without a profile.
func inkRed() pdfread.Color { return pdfread.Color{R: 255, G: 51, B: 51} }

// checkRed says what the standard says when a red is not the usual one.
func (in *inspection) checkRed(at place, c pdfread.Color) {
	usual := pdfread.Color{R: in.profile.Red[0], G: in.profile.Red[1], B: in.profile.Red[2]}
	if c == usual || c == inkRed() || in.counts[CodeRed] > 0 {
		return
	}
	in.find(CodeRed, at, "红色为 #%02X%02X%02X；标准规定的是印刷油墨，黄、品红各80%%，没有规定屏幕颜色", c.R, c.G, c.B)
}

func (in *inspection) checkNumber(b *book, e *elements) {
	n := e.number
	el := in.element("number", "发文字号", n)
	if !numberRight.MatchString(n.text) {
		in.find(CodeNumberForm, n.place(), "发文字号应写作“代字〔年份〕序号号”：六角括号，年份四位，序号不加“第”、不编虚位")
	}
	if len(e.mark) == 0 {
		return
	}
	bottom := 0.0
	for _, p := range e.mark {
		bottom = max(bottom, p.ink.Y2)
	}
	pitch := in.profile.LinePitch.Points()
	lines := (e.numberTop(b) - lineInBox*pitch - bottom) / pitch
	el.distance("上方空行", lines, "行", 2)
	if in.cert.Form == general && (lines < 1.3 || lines > 2.7) {
		in.find(CodeNumberPlace, n.place(), "发文字号在发文机关标志下空 %.1f 行，应空二行", lines)
	}
}

// numberTop returns the baseline from which the lines above the number count: that of the first line of 签发人 (7.2.6), of
// which the number stands in the last.
func (e *elements) numberTop(b *book) float64 {
	for _, p := range b.leaves[0].parts() {
		if p.y < e.number.y && strings.HasPrefix(p.text, "签发人") {
			return p.y
		}
	}
	return e.number.y
}

// checkRedLines checks the red line (7.2.7). Those of letters are another matter (10.1).
func (in *inspection) checkRedLines(b *book, e *elements) {
	if in.cert.Form == letter {
		for _, r := range e.redLines {
			in.rule("red-line", "信函红色线", 1, r)
		}
		return
	}
	if len(e.redLines) == 0 {
		if e.number != nil && len(e.mark) > 0 {
			in.find(CodeRedLine, e.number.place(), "发文字号之下没有红色分隔线")
		}
		return
	}
	r := e.redLines[len(e.redLines)-1]
	el := in.rule("red-line", "红色分隔线", 1, r)
	width, want := mm(r.X2-r.X1), lengthMM(in.profile.TextWidth)
	el.distance("宽", width, "mm", want)
	if !near(width, want, 2*lineTolerance) {
		in.find(CodeRedLine, place{page: 1}, "红色分隔线宽 %.1f mm，应与版心等宽（%.0f mm）", width, want)
	}
	in.checkRed(place{page: 1}, r.Color)
	if e.number != nil {
		in.checkRedLineGap(el, e.number, r)
	}
}

func (in *inspection) checkRedLineGap(el *Element, n *part, r pdfread.Rule) {
	gap := mm(r.Y1 - r.Thickness/2 - n.y - belowBaseline*n.size)
	want := lengthMM(in.profile.RedLineGap)
	el.distance("至发文字号", gap, "mm", want)
	switch {
	case r.Y1 < n.y:
		in.find(CodeRedLine, place{page: 1}, "红色分隔线在发文字号之上，应在发文字号之下 %.0f mm", want)
	case !near(gap, want, lineTolerance):
		in.find(CodeRedLine, place{page: 1}, "红色分隔线在发文字号之下 %.1f mm，应为 %.0f mm", gap, want)
	}
}

// checkTitle checks the title (7.3.1) and the addressee (7.3.2).
func (in *inspection) checkTitle(b *book, e *elements) {
	if len(e.title) == 0 {
		return
	}
	first := e.title[0]
	el := in.element("title", "标题", e.title...)
	el.distance("行数", float64(len(e.title)), "行", 0)
	size := in.profile.TitleSize.Points()
	if !near(first.size, size, sizeTolerance) {
		in.find(CodeTitleSize, first.place(), "标题为 %s，应为%s", sizeName(first.size), sizeName(size))
	}
	in.checkFace(CodeTitleFace, first.place(), "标题", first.hanFont(), gongwen.XiaoBiaoSong)
	middle := (b.left() + b.right()) / 2
	for _, p := range e.title {
		if off := mm((p.x1+p.x2)/2 - middle); !near(off, 0, centreTolerance+mm(p.size)/2) {
			in.find(CodeTitlePlace, p.place(), "标题没有居中，偏离 %.1f mm", max(off, -off))
		}
	}
	if fault := titleShape(e.title); fault != "" {
		in.find(CodeTitleShape, first.place(), "%s", fault)
	}
	if e.to != nil {
		in.element("to", "主送机关", e.to)
		if strings.HasSuffix(e.to.text, ":") {
			in.find(CodeTo, e.to.place(), "主送机关后应为全角冒号")
		}
		if !near(e.to.x1, b.body.edge, placeTolerance*e.to.size) {
			in.find(CodeTo, e.to.place(), "主送机关没有顶格")
		}
	}
}

// titleShape says what is wrong with the lines of a title: three and more should be a trapezium or a diamond.
func titleShape(lines []*part) string {
	if len(lines) < 3 {
		return ""
	}
	equal, waist := true, false
	for i := 1; i < len(lines); i++ {
		w, last := lines[i].x2-lines[i].x1, lines[i-1].x2-lines[i-1].x1
		equal = equal && near(w, last, lines[i].size)
		if i+1 < len(lines) {
			next := lines[i+1].x2 - lines[i+1].x1
			waist = waist || w < last-lines[i].size && w < next-lines[i].size
		}
	}
	switch {
	case equal:
		return fmt.Sprintf("标题 %d 行长短相同，应排成梯形或菱形", len(lines))
	case waist:
		return "标题排成了中间短两头长的形状，应排成梯形或菱形"
	}
	return ""
}
