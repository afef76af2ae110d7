package normdoc

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// ItemFlow returns the way of a council item through the review of its legality (议题合法性审查): 送审, 审查, 提请审议,
// perhaps 缓议 and again.
//
// A major decision needs at least seven working days for the review as a rule (重大行政决策程序暂行条例第二十六条); that is
// a least time, not a limit.
func ItemFlow(p Profile) lifecycle.Flow {
	steps := reviewSteps(
		lifecycle.Step{Doc: "把议题和有关材料送合法性审查", First: true, After: []string{"退回补正", "审查", "缓议"}},
		lifecycle.Clock{Name: examineLimit, Span: p.Limits.ItemReview, Basis: p.council()})
	return lifecycle.Flow{Kind: ItemKind, Name: "常务会议题办理流程", Steps: append(steps, []lifecycle.Step{
		{Name: "提请审议", Doc: "提交会议讨论", First: true, After: []string{"审查", "缓议"}, Gates: itemGates(p)},
		{Name: "缓议", Doc: "会议决定暂不作出决定；议题有修改的，再送审查", After: []string{"提请审议"}},
		{Name: "撤回", Doc: "不再提请审议", After: []string{"送审", "退回补正", "审查", "缓议"}, Final: true},
		{Name: "办结", Doc: "会议已经作出决定", After: []string{"提请审议"}, Final: true},
	}...)}
}

// examineLimit is the clock of the review of items and decisions.
const examineLimit = "审查期限"

// itemGates say what the checks of the same codes say.
func itemGates(p Profile) []lifecycle.Gate {
	return []lifecycle.Gate{
		{
			Code: "normdoc/item/review-before-meeting", Basis: p.council(), Path: "/opinion",
			Doc: "议题提请审议之前应当合法性审查；审查意见为不合法的，不得提请审议",
			Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, i *Item) bool {
				return i.Major || i.Opinion == "不属审查范围" || i.review().mayMeet(s, m)
			}),
		},
		{
			Code: "normdoc/item/major-decision", Basis: "重大行政决策程序暂行条例第二十五条", From: fazhi.DateOf(2019, 9, 1), Path: "/opinion",
			Doc: "重大行政决策未经合法性审查，或者经审查不合法的，不得提交决策机关讨论；探索性改革明示法律风险的除外",
			Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, i *Item) bool {
				return !i.Major || i.review().mayMeet(s, m)
			}),
		},
	}
}
