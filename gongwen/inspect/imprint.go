package inspect

import "strings"

// checkImprint checks 版记 (7.4).
func (in *inspection) checkImprint(b *book, e *elements) {
	if e.imprintPage == nil {
		return
	}
	in.element("imprint", "版记", e.imprint...)
	size := in.profile.SmallSize.Points()
	for _, p := range e.imprint {
		if !near(p.size, size, sizeTolerance) {
			in.find(CodeImprintSize, p.place(), "版记为 %s，应为%s", sizeName(p.size), sizeName(size))
			break
		}
	}
	if strings.HasPrefix(e.imprint[0].text, "抄送") && !strings.Contains(e.imprintText(), "。") {
		in.find(CodeImprintForm, e.imprint[0].place(), "抄送机关之后应有句号")
	}
	in.checkImprintRules(b, e)
}

func (in *inspection) checkImprintRules(b *book, e *elements) {
	page := place{page: e.imprintPage.number}
	rules := e.imprintRules
	if len(rules) < 2 {
		in.find(CodeImprintRule, page, "版记缺分隔线：首条、末条用粗线，各要素之间用细线")
		return
	}
	p := &in.profile
	for i, r := range rules {
		want, name := lengthMM(p.ThinRule), "版记中间分隔线"
		if i == 0 || i == len(rules)-1 {
			want, name = lengthMM(p.ThickRule), "版记首条、末条分隔线"
		}
		el := in.rule("imprint-rule", name, e.imprintPage.number, r)
		thickness, width := mm(r.Thickness), mm(r.X2-r.X1)
		el.distance("粗", thickness, "mm", want)
		if !near(thickness, want, ruleTolerance) {
			in.find(CodeImprintRule, page, "%s粗 %.2f mm，应为 %.2f mm", name, thickness, want)
		}
		if !near(width, lengthMM(p.TextWidth), 2*lineTolerance) {
			in.find(CodeImprintRule, page, "%s宽 %.1f mm，应与版心等宽", name, width)
		}
	}
	last := rules[len(rules)-1]
	foot := mm(last.Y1 + last.Thickness/2 - b.foot())
	if !near(foot, 0, lineTolerance) {
		in.find(CodeImprintFoot, page, "版记末条分隔线距版心下边缘 %.1f mm，应与其重合", foot)
	}
}
