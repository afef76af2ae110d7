package reconsideration

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// SuitFlow returns the way of one instance of a suit, as the defendant sees it (行政应诉): 收到应诉通知, 答辩, 出庭, the
// court's judgment, ruling or mediation, 上诉 or 履行. An appeal begins an instance of its own.
//
// Who appears in court is a fact to be noted, whoever it was; the check reconsideration/suit/appearance judges it. The
// court's own limits (第八十一条、第八十八条) have no clocks, because the defendant does not know their first day. Where the
// court sets a shorter time in the simple procedure, that one counts.
func SuitFlow(Profile) lifecycle.Flow {
	const answer, appeal = "答辩举证期限", "上诉期限"
	const rule = "行政诉讼法第一百零一条、民事诉讼法第八十五条"
	from := fazhi.DateOf(2015, 5, 1)
	pending := []string{"收到应诉通知", "答辩", "出庭"}
	closed := []string{"判决送达", "裁定送达", "调解书送达", "履行"}
	return lifecycle.Flow{Kind: SuitKind, Name: "行政应诉案件办理流程", Steps: []lifecycle.Step{
		{
			Name: "收到应诉通知", Doc: "收到应诉通知和起诉状、上诉状或者再审申请书副本", First: true,
			Starts: []lifecycle.Clock{
				{Name: answer, Span: days(15), Basis: "行政诉讼法第六十七条第一款", Rule: rule, From: from, When: isInstance("一审")},
				{Name: answer, Span: days(15), Basis: "最高人民法院关于适用行政诉讼法的解释第一百零八条第二款", Rule: rule, From: fazhi.DateOf(2018, 2, 8), When: isInstance("二审")},
				{Name: answer, Span: days(15), Basis: "最高人民法院关于适用行政诉讼法的解释第一百一十一条", Rule: rule, From: fazhi.DateOf(2018, 2, 8), When: isInstance("再审")},
			},
		},
		{Name: "答辩", Doc: "提交答辩状、证据和所依据的规范性文件", After: pending, Stops: []string{answer}},
		{Name: "出庭", Doc: "开庭，行政机关一方出庭应诉", After: pending},
		{
			Name: "判决送达", Doc: "收到判决书", After: pending, Stops: []string{answer},
			Starts: []lifecycle.Clock{{Name: appeal, Span: days(15), Basis: "行政诉讼法第八十五条", Rule: rule, When: isInstance("一审")}},
		},
		{
			Name: "裁定送达", Doc: "收到裁定书", After: pending, Stops: []string{answer},
			Starts: []lifecycle.Clock{{Name: appeal, Span: days(10), Basis: "行政诉讼法第八十五条", Rule: rule, When: lifecycle.For(isDismissed)}},
		},
		{Name: "调解书送达", Doc: "收到行政调解书", After: pending, Stops: []string{answer}},
		{Name: "上诉", Doc: "有一方上诉；二审另立一件", After: []string{"判决送达", "裁定送达"}, Final: true},
		{Name: "履行", Doc: "履行生效的判决、裁定、调解书", After: closed, Stops: []string{appeal}},
		{Name: "归档", Doc: "案件材料立卷归档", After: closed, Final: true},
	}}
}

func isInstance(name string) func(lifecycle.State, lifecycle.Move) bool {
	return lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool { return s.Instance == name })
}

// isDismissed tells the ruling that may be appealed, 驳回起诉, from those that may not.
func isDismissed(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool {
	return s.Instance == "一审" && s.Result == "驳回起诉"
}
