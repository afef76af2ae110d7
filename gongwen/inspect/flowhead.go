package inspect

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// flowElements are the paragraphs of a Word document that play a part.
type flowElements struct {
	mark, number, to, date, note, organ *paragraph
	title                               []*paragraph
	redLine                             *paragraph // with a red border
	redBorder                           *ooxml.Node
	redBorders                          int
	begun                               bool // running text stands below the title
	imprint                             []*paragraph
}

// most returns the look of most characters of a paragraph.
func (p *paragraph) most() runLook {
	var best runLook
	n := 0
	for _, r := range p.runs {
		if c := len(r.text); c > n {
			best, n = r.look, c
		}
	}
	return best
}

func (p *paragraph) place() place { return place{paragraph: p.number} }

// findFlowElements looks for what a document consists of.
func (in *inspection) findFlowElements(f *flow, b *bodyText) *flowElements {
	e := &flowElements{}
	for i := range f.paragraphs {
		p := &f.paragraphs[i]
		look := p.most()
		e.addBorders(p)
		switch {
		case p.text == "":
		case isImprintText(p.text) || len(e.imprint) > 0 && p.table != nil && p.table == e.imprint[0].table:
			e.imprint = append(e.imprint, p)
		case p.table != nil:
		case e.mark == nil && look.size > 18 && redHex(look.color):
			e.mark = p
		case e.number == nil && p.numberText() != "":
			e.number = p
		case e.to == nil && look.size >= max(b.look.size+1.5, 17) && !redHex(look.color):
			e.title = append(e.title, p)
		case e.addressed(p):
			e.to = p
		case datePattern.MatchString(p.text):
			e.date, e.note, e.organ = p, nil, f.before(i)
		case e.date != nil && e.note == nil && p.number <= e.date.number+2 && strings.HasPrefix(p.text, "（"):
			e.note = p
		}
		e.begun = e.begun || len(e.title) > 0 && runsOn(p)
	}
	return e
}

// addressed reports whether a paragraph is the addressee: it ends with a colon, and no running text stands between it and the
// title. Minutes have none.
func (e *flowElements) addressed(p *paragraph) bool {
	return e.to == nil && !e.begun && len(e.title) > 0 && !e.minutes() && !runsOn(p) &&
		(strings.HasSuffix(p.text, "：") || strings.HasSuffix(p.text, ":"))
}

// runsOn reports whether a paragraph is running text: it has a full stop, or leads over to what follows.
func runsOn(p *paragraph) bool {
	return strings.Contains(p.text, "。") || strings.HasSuffix(p.text, "如下：")
}

// minutes reports whether the mark is that of minutes.
func (e *flowElements) minutes() bool {
	return e.mark != nil && strings.HasSuffix(e.mark.text, "纪要")
}

// addBorders takes in the red borders of a paragraph.
func (e *flowElements) addBorders(p *paragraph) {
	for _, border := range [...]*ooxml.Node{p.layout.top, p.layout.bottom} {
		if border == nil || !redHex(border.Get("w:color")) {
			continue
		}
		e.redBorders++
		if e.redLine == nil && border == p.layout.bottom {
			e.redLine, e.redBorder = p, border
		}
	}
}

// form returns the form of the document (10). Only letters have more than one red line, or a number at the right below a
// mark and rules that are drawn.
func (e *flowElements) form(drawn bool) string {
	switch {
	case drawn && e.mark == nil && e.number != nil && e.number.numberAtRight():
		return letter
	case e.mark == nil:
		return general
	case e.redBorders > 1:
		return letter
	case strings.HasSuffix(e.mark.text, "令"):
		return order
	case e.minutes():
		return minutes
	}
	return general
}

// atRight reports whether a paragraph is set flush right.
func atRight(p *paragraph) bool { return p.layout.align == "right" || p.layout.align == "end" }

// numberText returns the document number in a paragraph, which may stand before or after a tab; "" if there is none.
func (p *paragraph) numberText() string {
	for _, part := range strings.Split(p.text, "\t") {
		if numberPattern.MatchString(part) {
			return part
		}
	}
	return ""
}

// numberAtRight reports whether the number ends at the right edge, as that of a letter does.
func (p *paragraph) numberAtRight() bool {
	before, _, _ := strings.Cut(p.text, p.numberText())
	return atRight(p) || strings.HasSuffix(before, "\t")
}

// before returns the paragraph before the i-th, if it is short text.
func (f *flow) before(i int) *paragraph {
	if i == 0 || f.paragraphs[i-1].text == "" {
		return nil
	}
	return &f.paragraphs[i-1]
}

func isImprintText(text string) bool {
	return strings.HasPrefix(text, "抄送") || strings.HasSuffix(text, "日印发")
}

// redHex reports whether RRGGBB is a red.
func redHex(s string) bool {
	c, ok := hexColor(s)
	return ok && red(c)
}

func hexColor(s string) (pdfread.Color, bool) {
	v, err := strconv.ParseUint(s, 16, 24)
	if err != nil || len(s) != 6 {
		return pdfread.Color{}, false
	}
	return pdfread.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}, true
}

// cell is the width of a character of running text in points.
func (in *inspection) cell() float64 {
	return in.profile.BodySize.Points() + in.profile.CharSpacing.Points()
}

func (in *inspection) flowElement(kind, name string, p *paragraph) *Element {
	look := p.most()
	in.cert.Elements = append(in.cert.Elements, Element{Kind: kind, Name: name, Line: p.number, Size: look.size, Font: look.chinese})
	return &in.cert.Elements[len(in.cert.Elements)-1]
}

// checkFlowHead checks 版头 (7.2).
func (in *inspection) checkFlowHead(f *flow, s *sheet, e *flowElements) {
	in.cert.Form = e.form(f.drawings > 0)
	if e.mark != nil {
		in.checkFlowMark(f, s, e)
	}
	if e.number != nil {
		in.checkFlowNumber(f, e)
	}
	in.checkFlowRedLine(f, s, e)
}

func (in *inspection) checkFlowMark(f *flow, s *sheet, e *flowElements) {
	el, look := in.flowElement("mark", "发文机关标志", e.mark), e.mark.most()
	in.checkFlowFace(CodeMarkFace, e.mark, "发文机关标志", look.chinese, gongwen.XiaoBiaoSong)
	if c, ok := hexColor(look.color); ok {
		in.checkRed(e.mark.place(), c)
	}
	top, ok := f.topOf(e.mark, s)
	if !ok || in.cert.Form == minutes {
		return
	}
	want := in.markTop()
	el.distance("上边缘至页面上边缘约", top, "mm", want)
	if !near(top, want, markTolerance+estimate) {
		in.find(CodeMarkTop, e.mark.place(), "发文机关标志上边缘距页面上边缘约 %.1f mm，应为 %.0f mm", top, want)
	}
}

// checkFlowFace is checkFace, but for fonts that are not named.
func (in *inspection) checkFlowFace(code fazhi.Code, p *paragraph, what, font string, want gongwen.Face) {
	if font == "" {
		in.find(CodeEastAsia, p.place(), "%s没有指定中文字体（eastAsia）", what)
		return
	}
	in.checkFace(code, p.place(), what, font, want)
}

// topOf estimates where the ink of a paragraph near the top of the first page begins, in millimetres from the edge of the
// paper. It fails where something before it has no exact height.
func (f *flow) topOf(mark *paragraph, s *sheet) (float64, bool) {
	const inkAbove = 0.85 // of the size, from the baseline
	y := float64(s.top) / 20
	for i := range f.paragraphs {
		p := &f.paragraphs[i]
		size := p.most().size
		if p.text == "" {
			size = 16
		}
		pitch, exact := p.layout.pitch(size, s.grid)
		y += float64(p.layout.before) / 20
		if p == mark {
			if frame := p.layout.frame; frame != nil {
				at := 0
				integer(frame, "w:y", &at)
				return twipsMM(at), frame.Get("w:vAnchor") == "page"
			}
			baseline := y + lineInBox*pitch
			if !exact {
				baseline = y + (pitch+size*(aboveBaseline-belowBaseline))/2
			}
			return mm(baseline - inkAbove*size), true
		}
		if p.table != nil || !exact && p.text != "" {
			break
		}
		y += pitch + float64(p.layout.after)/20
	}
	return 0, false
}

func (in *inspection) checkFlowNumber(f *flow, e *flowElements) {
	p := e.number
	in.flowElement("number", "发文字号", p)
	if !numberRight.MatchString(p.numberText()) {
		in.find(CodeNumberForm, p.place(), "发文字号应写作“代字〔年份〕序号号”：六角括号，年份四位，序号不加“第”、不编虚位")
	}
	if in.cert.Form != letter && p.layout.align != "center" && !f.signers(p) {
		in.find(CodeNumberPlace, p.place(), "发文字号没有居中，也没有签发人")
	}
}

// signers reports whether 签发人 (7.2.6) stand in the paragraph of the number, the last of theirs, or above.
func (f *flow) signers(number *paragraph) bool {
	return slices.ContainsFunc(f.paragraphs[:number.number], func(p paragraph) bool { return strings.Contains(p.text, "签发人") })
}

// checkFlowRedLine checks the red line (7.2.7) where it is the border of a paragraph.
func (in *inspection) checkFlowRedLine(f *flow, s *sheet, e *flowElements) {
	if e.number == nil || e.mark == nil || in.cert.Form == letter {
		return
	}
	switch {
	case e.redLine == nil && f.drawings > 0: // perhaps a drawing
	case e.redLine == nil:
		in.find(CodeRedLine, e.number.place(), "发文字号之下没有红色分隔线")
	case e.redLine.number < e.number.number:
		in.find(CodeRedLine, e.redLine.place(), "红色分隔线在发文字号之上，应在发文字号之下 %.0f mm", lengthMM(in.profile.RedLineGap))
	case e.redLine == e.number:
		in.checkFlowRedLineGap(s, e)
	}
}

func (in *inspection) checkFlowRedLineGap(s *sheet, e *flowElements) {
	space := 0
	integer(e.redBorder, "w:space", &space)
	size := e.number.most().size
	pitch, exact := e.number.layout.pitch(size, s.grid)
	below := (1-lineInBox)*pitch - belowBaseline*size
	if !exact {
		below = (pitch - size) / 2
	}
	gap, want := mm(float64(space)+below), lengthMM(in.profile.RedLineGap)
	el := in.flowElement("red-line", "红色分隔线", e.redLine)
	el.distance("至发文字号约", gap, "mm", want)
	if !near(gap, want, 2*lineTolerance) {
		in.find(CodeRedLine, e.redLine.place(), "红色分隔线在发文字号之下约 %.1f mm，应为 %.0f mm", gap, want)
	}
	if c, ok := hexColor(e.redBorder.Get("w:color")); ok {
		in.checkRed(e.redLine.place(), c)
	}
}
