package normdoc

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// ItemFlow returns the way of a council item through the review of its legality (议题合法性审查): 送审, 审查, 上会.
//
// A major decision needs at least seven working days for the review as a rule (重大行政决策程序暂行条例第二十六条); that is
// a least time, not a limit.
func ItemFlow(p Profile) lifecycle.Flow {
	const limit = "审查期限"
	return lifecycle.Flow{Kind: ItemKind, Name: "常务会议题办理流程", Steps: []lifecycle.Step{
		{
			Name: "送审", Doc: "把议题和有关材料送合法性审查", First: true, After: []string{"退回补正", "审查"},
			Starts: []lifecycle.Clock{{Name: limit, Span: p.Limits.ItemReview, Basis: p.council()}},
		},
		{Name: "退回补正", Doc: "材料不符合要求，退回或者要求补充", After: []string{"送审"}, Stops: []string{limit}},
		{Name: "审查", Doc: "出具合法性审查意见", After: []string{"送审"}, Stops: []string{limit}},
		{Name: "上会", Doc: "提交会议讨论", First: true, After: []string{"审查"}, Gates: itemGates(p), Final: true},
		{Name: "撤回", Doc: "不再上会", After: []string{"送审", "退回补正", "审查"}, Final: true},
	}}
}

// itemGates say what the checks of the same codes say.
func itemGates(p Profile) []lifecycle.Gate {
	return []lifecycle.Gate{
		{
			Code: "normdoc/item/review-before-meeting", Basis: p.council(), Path: "/opinion",
			Doc: "议题上会之前应当合法性审查；审查意见为不合法的，不得上会",
			Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, i *Item) bool {
				return i.Major || i.Opinion == "不属审查范围" || mayMeet(s, m, i)
			}),
		},
		{
			Code: "normdoc/item/major-decision", Basis: "重大行政决策程序暂行条例第二十五条", From: fazhi.DateOf(2019, 9, 1), Path: "/opinion",
			Doc: "重大行政决策未经合法性审查，或者经审查不合法的，不得提交决策机关讨论",
			Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, i *Item) bool {
				return !i.Major || mayMeet(s, m, i)
			}),
		},
	}
}

func mayMeet(s lifecycle.State, m lifecycle.Move, i *Item) bool {
	return s.Step == "审查" && isPositive(i.Opinion) && !i.Reviewed.IsZero() && !i.Reviewed.After(m.On)
}
