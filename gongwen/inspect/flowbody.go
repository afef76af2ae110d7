package inspect

import (
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
)

// checkFlowTitle checks title and addressee (7.3.1, 7.3.2).
func (in *inspection) checkFlowTitle(f *flow, e *flowElements) {
	size := in.profile.TitleSize.Points()
	for i, p := range e.title {
		look := p.most()
		if i == 0 {
			in.flowElement("title", "标题", p)
			if !near(look.size, size, sizeTolerance) {
				in.find(CodeTitleSize, p.place(), "标题为 %s，应为%s", sizeName(look.size), sizeName(size))
			}
			in.checkFlowFace(CodeTitleFace, p, "标题", look.chinese, gongwen.XiaoBiaoSong)
		}
		if p.layout.align != "center" || !near(p.layout.indentChars(in.cell()), 0, placeTolerance) {
			in.find(CodeTitlePlace, p.place(), "标题没有居中")
		}
	}
	if e.to == nil {
		return
	}
	in.flowElement("to", "主送机关", e.to)
	if !near(e.to.layout.indentChars(in.cell()), 0, placeTolerance) || strings.HasPrefix(e.to.runs[0].text, " ") {
		in.find(CodeTo, e.to.place(), "主送机关没有顶格")
	}
	if strings.HasSuffix(e.to.text, ":") {
		in.find(CodeTo, e.to.place(), "主送机关后应为全角冒号")
	}
}

// checkFlowHeadings checks headings (7.3.3) of all levels.
func (in *inspection) checkFlowHeadings(f *flow, b *bodyText) {
	seen, list := [5]bool{}, attachmentNote{}
	for i := range f.paragraphs {
		p := &f.paragraphs[i]
		level := headingLevel(p.text)
		indent := p.layout.indentChars(in.cell()) + leadingBlanks(p)
		if p.text != "" && list.holds(p.text, indent, 1) {
			continue
		}
		if level == 0 || p.table != nil || contentsPattern.MatchString(p.text) || p.layout.align == "center" || p.layout.align == "right" {
			continue
		}
		lead := p.leadLook()
		if !seen[level] {
			seen[level] = true
			el := in.flowElement("heading"+string(rune('0'+level)), headingNames[level], p)
			el.Font = lead.chinese
			el.distance("左空", indent, "字", 2)
		}
		alone := utf8.RuneCountInString(p.text) < longText
		if level > 2 || alone || lead.chinese != b.look.chinese {
			in.checkFlowHeadingFace(p, level, lead.chinese, b.look.chinese)
		}
		if lead.bold {
			in.find(CodeHeadingBold, p.place(), "%s加粗了，标准没有加粗的规定", headingNames[level])
		}
		if !near(indent, 2, placeTolerance) {
			in.find(CodeIndent, p.place(), "%s左空 %.1f 字，应空二字", headingNames[level], indent)
		}
	}
}

// checkFlowHeadingFace is checkHeadingFace for a paragraph; running text has the font body.
func (in *inspection) checkFlowHeadingFace(p *paragraph, level int, font, body string) {
	if font == "" {
		in.find(CodeEastAsia, p.place(), "%s没有指定中文字体（eastAsia）", headingNames[level])
		return
	}
	_, after, _ := strings.Cut(p.text, "。")
	in.checkHeadingFace(p.place(), level, font, after != "" && font != body)
}

// leadLook returns the look of most characters of the first sentence.
func (p *paragraph) leadLook() runLook {
	lead := paragraph{}
	for _, r := range p.runs {
		before, _, found := strings.Cut(r.text, "。")
		lead.runs = append(lead.runs, run{before, r.look})
		if found {
			break
		}
	}
	return lead.most()
}

// leadingBlanks returns the characters that blanks at the start take.
func leadingBlanks(p *paragraph) float64 {
	n := 0.0
	for _, r := range p.runs {
		for _, c := range r.text {
			switch c {
			case '　':
				n++
			case ' ':
				n += 0.5
			default:
				return n
			}
		}
	}
	return n
}

// checkFlowClosing checks date and note (7.3.5, 7.3.6).
func (in *inspection) checkFlowClosing(f *flow, e *flowElements) {
	if e.date != nil {
		in.checkFlowDate(e)
	}
	if e.note != nil {
		el := in.flowElement("note", "附注", e.note)
		indent := e.note.layout.indentChars(in.cell()) + leadingBlanks(e.note)
		el.distance("左空", indent, "字", 2)
		if !near(indent, 2, placeTolerance) {
			in.find(CodeNote, e.note.place(), "附注左空 %.1f 字，应空二字", indent)
		}
		if !strings.HasSuffix(e.note.text, "）") {
			in.find(CodeNote, e.note.place(), "附注应加圆括号")
		}
	}
}

func (in *inspection) checkFlowDate(e *flowElements) {
	d := e.date
	el := in.flowElement("date", "成文日期", d)
	if !dateRight.MatchString(d.text) {
		in.find(CodeDateForm, d.place(), "成文日期应用阿拉伯数字将年、月、日标全，年份四位，月、日不编虚位")
	}
	if !atRight(d) {
		return // set with blanks or an indent from the left: where it ends depends on the font
	}
	gap := chars(d.layout.rightChars, d.layout.right, in.cell())
	el.distance("右空", gap, "字", 0)
	shifted := false
	if o := e.organ; o != nil && atRight(o) {
		organ := chars(o.layout.rightChars, o.layout.right, in.cell())
		width := float64(utf8.RuneCountInString(o.text)) - d.width()
		shifted = near(organ+width-gap, 2, placeTolerance) || tooLong(gap, organ, organ+width/2-gap)
	}
	if !near(gap, 4, placeTolerance) && !near(gap, 2, placeTolerance) && !shifted {
		in.find(CodeDatePlace, d.place(), "成文日期右空 %.1f 字；加盖印章的右空四字，不加盖印章的首字比署名首字右移二字", gap)
	}
}

// width returns the characters of a paragraph, half ones for digits.
func (p *paragraph) width() float64 {
	n := 0.0
	for _, c := range p.text {
		if c < 0x80 {
			n += 0.5
		} else {
			n++
		}
	}
	return n
}
