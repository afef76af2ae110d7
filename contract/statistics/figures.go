package statistics

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/report"
)

// Slot is the name of the section.
const Slot = "政府合同统计"

// smallName names what is owed to small and medium-sized enterprises: the purchases in the row 是.
const smallName = "逾期未付中小企业款项"

// A phrase is a piece of a sentence; it stands there when what it counts is not zero.
type phrase struct {
	item Item
	text string
}

// phrases are the sentences of the paragraph, each with its pieces in their order.
func phrases() [][]phrase {
	return [][]phrase{
		{
			{Reviewed, "共审查政府合同{{合同统计.审查}}"}, {ReviewedAmount, "，涉及金额{{合同统计.审查金额}}"}, {Commented, "，对{{合同统计.提出意见}}提出审查意见，意见采纳率{{合同统计.意见采纳率}}"},
		},
		{{Signed, "签订政府合同{{合同统计.签订}}"}, {SignedAmount, "，合同金额{{合同统计.签订金额}}"}, {Filed, "，备案{{合同统计.备案}}"}},
		{{Changes, "签订变更、补充、解除等协议{{合同统计.变更协议}}"}, {Increase, "，增加金额{{合同统计.增加金额}}"}},
		{{Disputes, "发生合同争议{{合同统计.发生争议}}"}, {DisputeAmount, "，涉及金额{{合同统计.争议金额}}"}, {Settled, "，了结争议{{合同统计.了结争议}}"}},
		{{PayingLate, "逾期付款{{合同统计.付款逾期}}"}, {PayingLateAmount, "，金额{{合同统计.付款逾期金额}}"}},
	}
}

// Figures returns the numbers of a grid that the annual report cites, amounts in 万元, each with its scope: the items of the
// paragraph of Section, the rates of Ratios, and what article 18 of the 保障中小企业款项支付条例 asks to be made public, 合同统计.逾期未付中小企业款项合同
// and 合同统计.逾期未付中小企业款项. They have no sources, because a grid keeps no documents; those of contract.Details have. The grid is not checked.
func Figures(g *Grid) []fazhi.Figure {
	f := newForm()
	var list []fazhi.Figure
	for _, sentence := range phrases() {
		for _, p := range sentence {
			d := f.items[f.at[p.item]]
			list = append(list, figure(g, string(d.Item), d, g.Total[p.item]))
		}
	}
	for _, r := range Ratios() {
		if rate, err := r.of(f, g); err == nil { // our own ratios are in order
			list = append(list, rate)
		}
	}
	owed := g.Row(BySmall, "是")
	for _, x := range [...]struct {
		name string
		item Item
	}{{smallName + "合同", UnpaidPurchase}, {smallName, UnpaidPurchaseAmount}} {
		d := f.items[f.at[x.item]]
		d.Scope = "相对方为中小企业的：" + d.Scope
		list = append(list, figure(g, x.name, d, owed[x.item]))
	}
	return list
}

// figure returns a number of a grid.
func figure(g *Grid, name string, d Definition, n int64) fazhi.Figure {
	return grid.Figure(fazhi.Figure{ID: "合同统计." + name, Name: name, Unit: d.Unit, Period: g.Period, Scope: d.Scope}, n)
}

// Section returns one paragraph of default prose, in the slot 政府合同统计, with the figures that it has: what is zero is not written. A grid
// in which nothing happened gives 没有审查、签订政府合同. The error is that of a grid that does not agree with itself.
func Section(g *Grid) (report.Section, error) {
	if err := g.Check().Err(); err != nil {
		return report.Section{}, err
	}
	prose := prose(g)
	return report.Sentence(Slot, prose, grid.Cited(prose, Figures(g)))
}

func prose(g *Grid) string {
	text := grid.Sentences(phrases(), g.say)
	if text == "" {
		text = "没有审查、签订政府合同。"
	}
	if owed := g.Row(BySmall, "是"); owed[UnpaidPurchase] > 0 {
		text += "至期末，逾期尚未支付中小企业款项的合同{{合同统计." + smallName + "合同}}，金额{{合同统计." + smallName + "}}。"
	}
	return grid.Span(g.Period) + text
}

// say returns a piece, if there is what it counts.
func (g *Grid) say(p phrase) string {
	if g.Total[p.item] > 0 {
		return p.text
	}
	return ""
}
