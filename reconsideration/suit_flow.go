package reconsideration

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// SuitFlow returns the way of one instance of a suit, as the defendant sees it (行政应诉): 收到应诉通知, 答辩, 出庭, the
// court's judgment, ruling or mediation, 上诉 or 履行. An appeal begins an instance of its own.
//
// Rulings on the procedure (程序性裁定: 中止诉讼, 停止执行, 先予执行, 移送管辖 …) end nothing; of them only that on an objection to
// jurisdiction may be appealed (解释第一百零一条). A judgment of a retrial may be appealed when the case was retried as one of
// first instance (民事诉讼法第二百一十八条), which the ledger does not say: the step is open, and no limit is shown.
//
// Who appears in court is a fact to be noted, whoever it was; the check reconsideration/suit/appearance judges it. The
// court's own limits (第八十一条、第八十八条) have no clocks, because the defendant does not know their first day. Where the
// court sets a shorter time in the simple procedure, that one counts.
func SuitFlow(Profile) lifecycle.Flow {
	const answer, evidence, appeal, venue = "答辩举证期限", "延期举证期限", "上诉期限", "管辖异议上诉期限"
	const reading = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》"
	from, read := suitsFrom(), fazhi.DateOf(2018, 2, 8)
	clock := func(name string, n int, basis string, from fazhi.Date, holds func(lifecycle.State, lifecycle.Move) bool) lifecycle.Clock {
		return lifecycle.Clock{Name: name, Span: days(n), Basis: basis, Rule: suitRule, From: from, When: holds}
	}
	pending := []string{"收到应诉通知", "答辩", "申请延期举证", "延期举证事由消除", "延期举证", "出庭", "程序性裁定送达", "管辖异议裁定送达", "管辖异议上诉"}
	closed := []string{"判决送达", "裁定送达", "调解书送达", "履行"}
	ends := []string{answer, evidence, venue}
	return lifecycle.Flow{Kind: SuitKind, Name: "行政应诉案件办理流程", Steps: []lifecycle.Step{
		{
			Name: "收到应诉通知", Doc: "收到应诉通知和起诉状、上诉状或者再审申请书副本", First: true,
			Starts: []lifecycle.Clock{
				clock(answer, 15, "行政诉讼法第六十七条第一款", from, isInstance("一审")),
				clock(answer, 15, reading+"第一百零八条第二款", read, isInstance("二审")),
				clock(answer, 15, reading+"第一百一十一条", read, isInstance("再审")),
			},
		},
		{Name: "答辩", Doc: "提交答辩状、证据和所依据的规范性文件", After: pending, Stops: []string{answer}},
		{Name: "申请延期举证", Doc: "因正当事由书面申请延期提供证据，应当在答辩举证期限内", After: pending},
		{
			Name: "延期举证事由消除", Doc: "人民法院准许延期提供证据的正当事由消除", After: pending,
			Starts: []lifecycle.Clock{clock(evidence, 15, reading+"第三十四条", read, nil)},
		},
		{Name: "延期举证", Doc: "提供准许延期提供的证据", After: pending, Stops: []string{evidence}},
		{Name: "出庭", Doc: "开庭，行政机关一方出庭应诉", After: pending},
		{Name: "程序性裁定送达", Doc: "收到中止诉讼、停止执行、先予执行、移送管辖等不终结审理、不能上诉的裁定", After: pending},
		{
			Name: "管辖异议裁定送达", Doc: "收到对管辖异议的裁定", After: pending,
			Starts: []lifecycle.Clock{clock(venue, 10, "行政诉讼法第八十五条、"+reading+"第一百零一条", read, isInstance("一审"))},
		},
		{Name: "管辖异议上诉", Doc: "有一方对管辖异议的裁定上诉", After: []string{"管辖异议裁定送达"}, Stops: []string{venue}},
		{
			Name: "判决送达", Doc: "收到判决书", After: pending, Stops: ends,
			Starts: []lifecycle.Clock{clock(appeal, 15, "行政诉讼法第八十五条", from, isInstance("一审"))},
		},
		{
			Name: "裁定送达", Doc: "收到驳回起诉、准许撤诉、终结诉讼等终结审理的裁定", After: pending, Stops: ends,
			Starts: []lifecycle.Clock{clock(appeal, 10, "行政诉讼法第八十五条", from, lifecycle.For(isDismissed))},
		},
		{Name: "调解书送达", Doc: "收到行政调解书", After: pending, Stops: ends},
		{
			Name: "上诉", Doc: "有一方上诉；二审另立一件", After: []string{"判决送达", "裁定送达", "履行"}, Final: true,
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/suit/appeal", Basis: "行政诉讼法第七条、第八十五条", From: from, Path: "/instance",
				Doc:  "两审终审，不服第一审判决、裁定的才能上诉，二审的不得上诉",
				Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool { return s.Instance != "二审" }),
			}},
		},
		{Name: "履行", Doc: "履行生效的判决、裁定、调解书", After: closed, Stops: []string{appeal}},
		{Name: "归档", Doc: "案件材料立卷归档", After: closed, Final: true},
	}}
}

func isInstance(name string) func(lifecycle.State, lifecycle.Move) bool {
	return lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool { return s.Instance == name })
}

// isDismissed tells the ruling that may be appealed, 驳回起诉, from those that end a case and may not. On 不予立案 the
// defendant is not heard.
func isDismissed(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool {
	return s.Instance == "一审" && s.Result == "驳回起诉"
}
