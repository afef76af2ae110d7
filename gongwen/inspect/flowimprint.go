package inspect

import (
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// checkFlowImprint checks 版记 (7.4).
func (in *inspection) checkFlowImprint(f *flow, e *flowElements) {
	if len(e.imprint) == 0 {
		return
	}
	first := e.imprint[0]
	el := in.flowElement("imprint", "版记", first)
	size := in.profile.SmallSize.Points()
	if got := first.most().size; !near(got, size, sizeTolerance) {
		in.find(CodeImprintSize, first.place(), "版记为 %s，应为%s", sizeName(got), sizeName(size))
	}
	if strings.HasPrefix(first.text, "抄送") && !strings.HasSuffix(first.text, "。") {
		in.find(CodeImprintForm, first.place(), "抄送机关之后应有句号")
	}
	rules := imprintBorders(e.imprint)
	if rules[0] == nil && rules[2] == nil {
		if f.drawings == 0 {
			in.find(CodeImprintRule, first.place(), "版记缺分隔线：首条、末条用粗线，各要素之间用细线")
		}
		return
	}
	in.checkImprintBorders(el, e, rules)
}

func (in *inspection) checkImprintBorders(el *Element, e *flowElements, rules [3]*ooxml.Node) {
	p := &in.profile
	for i, r := range [...]struct {
		name string
		want float64
	}{{"首条分隔线", lengthMM(p.ThickRule)}, {"中间分隔线", lengthMM(p.ThinRule)}, {"末条分隔线", lengthMM(p.ThickRule)}} {
		if i == 1 && !between(e.imprint) {
			continue
		}
		eighths := 0
		integer(rules[i], "w:sz", &eighths)
		got := mm(float64(eighths) / 8)
		el.distance(r.name+"粗", got, "mm", r.want)
		if !near(got, r.want, ruleTolerance) {
			in.find(CodeImprintRule, e.imprint[0].place(), "版记%s粗 %.2f mm，应为 %.2f mm", r.name, got, r.want)
		}
	}
}

// between reports whether 版记 has two elements, with a rule between them.
func between(imprint []*paragraph) bool {
	return strings.HasPrefix(imprint[0].text, "抄送") && len(imprint) > 1
}

// imprintBorders returns the borders above, within and below 版记: of the table or its cells, or of the paragraphs.
func imprintBorders(imprint []*paragraph) (rules [3]*ooxml.Node) {
	first, last := imprint[0], imprint[len(imprint)-1]
	if first.table == nil {
		return [3]*ooxml.Node{first.layout.top, firstBorder(first.layout.bottom, last.layout.top), last.layout.bottom}
	}
	table := first.table.Child("w:tblPr", "w:tblBorders")
	rules = [3]*ooxml.Node{table.Child("w:top"), table.Child("w:insideH"), table.Child("w:bottom")}
	var cells []*ooxml.Node
	first.table.Walk(func(n *ooxml.Node) bool {
		if n.Name == "w:tc" {
			cells = append(cells, n.Child("w:tcPr", "w:tcBorders"))
		}
		return true
	})
	if len(cells) > 0 {
		top, bottom := cells[0], cells[len(cells)-1]
		rules[0] = firstBorder(top.Child("w:top"), rules[0])
		rules[1] = firstBorder(firstBorder(top.Child("w:bottom"), bottom.Child("w:top")), rules[1])
		rules[2] = firstBorder(bottom.Child("w:bottom"), rules[2])
	}
	return rules
}

// firstBorder returns the first border that is one.
func firstBorder(a, b *ooxml.Node) *ooxml.Node {
	if a != nil && a.Get("w:val") != "nil" && a.Get("w:val") != "none" {
		return a
	}
	return b
}
