package indicators

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/report"
)

// Slot is the name of the section, and what the IDs of figures begin with.
const Slot = "人民调解统计"

// A phrase is a piece of a sentence; it stands there when what it counts is not zero.
type phrase struct {
	item Item
	text string
}

// phrases are the sentences of the paragraph, each with its pieces in their order.
func phrases() [][]phrase {
	of := func(item Item, property, value, before, after string) phrase {
		part := item.Of(property, value)
		return phrase{part, before + "{{" + Slot + "." + string(part) + "}}" + after}
	}
	say := func(item Item, before, after string) phrase {
		return phrase{item, before + "{{" + Slot + "." + string(item) + "}}" + after}
	}
	return [][]phrase{
		{say(Screenings, "，排查矛盾纠纷", ""), say(Found, "，发现矛盾纠纷", ""), say(Prevented, "，预防矛盾纠纷", "")},
		{
			say(Accepted, "，受理矛盾纠纷", ""), of(Accepted, Way, Active, "，其中主动调解", ""), of(Accepted, Way, Applied, "，依申请调解", ""), of(Accepted, Way, Referred, "，接受委托移送", ""),
			say(Succeeded, "，调解成功", ""), {Accepted, "，调解成功率{{" + Slot + ".调解成功率}}"}, say(Amount, "，协议涉及金额", ""),
		},
		{
			of(Succeeded, Form, "书面", "，达成书面协议", ""), of(Succeeded, Form, "口头", "，达成口头协议", ""), of(Succeeded, Performance, "履行完毕", "，履行完毕", ""),
			of(Succeeded, Confirmation, "确认有效", "，经司法确认有效", ""),
		},
		{say(Averted, "，防止民间纠纷激化", ""), say(AvertedPeople, "、", "")},
	}
}

// Figures returns every number of a grid, amounts in 万元, and the rates of Ratios, each with its scope. They have no sources,
// because a grid keeps no documents; those of mediation.Figures have. The grid is not checked.
func Figures(g *Grid) []fazhi.Figure {
	f := newForm()
	var list []fazhi.Figure
	for _, d := range f.items {
		list = append(list, figure(g, d))
	}
	for _, r := range Ratios() {
		if rate, err := r.of(f, g); err == nil { // fails for numbers that no counter counts
			list = append(list, rate)
		}
	}
	return list
}

func figure(g *Grid, d Definition) fazhi.Figure {
	f := fazhi.Figure{ID: Slot + "." + string(d.Item), Name: string(d.Item), Unit: d.Unit, Period: g.Period, Scope: d.Scope}
	return grid.Figure(f, g.Total[d.Item])
}

// Section returns one paragraph of default prose, in the slot 人民调解统计, with the figures that it has: what is zero is not
// written. A grid in which nothing happened gives 没有受理矛盾纠纷. The error is that of a grid that does not agree with itself.
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
		text = "没有受理矛盾纠纷。"
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
