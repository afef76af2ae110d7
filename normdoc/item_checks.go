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
	if at, message := i.review().fault(); message != "" {
		p.Report(at, message)
	}
}

func (i *Item) review() review {
	return review{what: "议题", put: "提请审议", meeting: "会议日期", on: i.Reviewed, met: i.Met, opinion: i.Opinion, openRisk: i.maySayTheRisk()}
}

// maySayTheRisk reports whether a major decision may go to the meeting against its review: one of a reform that the state
// has no clear rules for, which says its legal risk openly (重大行政决策程序暂行条例第二十五条第二款).
func (i *Item) maySayTheRisk() bool { return i.Major && i.Exploring }
