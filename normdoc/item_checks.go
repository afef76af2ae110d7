package normdoc

import (
	"context"

	"github.com/fazhi-go/fazhi"
)

func itemChecks(p Profile) []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "normdoc/item/review-before-meeting", Kind: ItemKind, Basis: p.council(),
			Doc: "议题提请审议之前应当合法性审查；审查意见为不合法的，不得提请审议",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, i *Item) error {
				if !i.Major && i.Opinion != "不属审查范围" {
					reviewBeforeMeeting(p, i)
				}
				return nil
			}),
		},
		{
			Code: "normdoc/item/major-decision", Kind: ItemKind, Basis: "重大行政决策程序暂行条例第二十五条", From: fazhi.DateOf(2019, 9, 1),
			Doc: "重大行政决策未经合法性审查，或者经审查不合法的，不得提交决策机关讨论；探索性改革明示法律风险的除外",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, i *Item) error {
				if i.Major {
					reviewBeforeMeeting(p, i)
				}
				return nil
			}),
		},
	}
}

// reviewBeforeMeeting judges an item that has to be reviewed.
func reviewBeforeMeeting(p *fazhi.Pass, i *Item) {
	switch {
	case i.Met.IsZero():
	case i.Reviewed.IsZero():
		p.Report("/reviewed", "议题已经提请审议，没有合法性审查日期")
	case i.Reviewed.After(i.Met):
		p.Report("/reviewed", "合法性审查日期晚于会议日期")
	case i.Opinion == "不合法" && !i.maySayTheRisk():
		p.Report("/opinion", "审查意见为不合法，议题仍然提请审议")
	case i.Opinion == "不属审查范围":
		p.Report("/opinion", "重大行政决策应当合法性审查")
	}
}

// maySayTheRisk reports whether a major decision may go to the meeting against its review: one of a reform that the state
// has no clear rules for, which says its legal risk openly (重大行政决策程序暂行条例第二十五条第二款).
func (i *Item) maySayTheRisk() bool { return i.Major && i.Exploring }
