package reconsideration_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one case or suit.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      fazhi.Document
	state    lifecycle.State
}

func follow(t *testing.T, flow lifecycle.Flow, doc fazhi.Document) *way {
	t.Helper()
	machine, err := lifecycle.Compile(flow)
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar, doc: doc}
}

func followCase(t *testing.T) *way {
	t.Helper()
	return follow(t, reconsideration.Flow(reconsideration.Profile{}), &reconsideration.Case{})
}

// try takes a step as the head of the authority, who may take every step.
func (w *way) try(step, on string) error {
	d, err := fazhi.ParseDate(on)
	require.NoError(w, err)
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: d, Role: "复议机关负责人", Doc: w.doc})
	if err == nil {
		w.state = next
	}
	return err
}

func (w *way) take(step, on string) *way {
	w.Helper()
	require.NoError(w, w.try(step, on))
	return w
}

func (w *way) refuses(step, on string, code fazhi.Code) *way {
	w.Helper()
	var refused *lifecycle.Refused
	require.ErrorAs(w, w.try(step, on), &refused)
	require.Len(w, refused.Reasons, 1)
	require.Equal(w, code, refused.Reasons[0].Code)
	return w
}

// runs compares the clocks that run.
func (w *way) runs(want ...string) *way {
	w.Helper()
	var due []string
	for _, r := range w.state.Running {
		due = append(due, r.Clock+" "+r.Due.String()+" "+r.Basis)
	}
	require.Equal(w, want, due)
	return w
}

// 第三十条：五个工作日审查；第四十八条：七个工作日发送副本，十个工作日答复；第六十二条：六十日决定；行政诉讼法第四十五条：十五日起诉。
func TestOrdinaryProcedure(t *testing.T) {
	followCase(t).
		take("收到", "2024-02-08").runs("审查期限 2024-02-21 行政复议法第三十条第一款").
		take("受理", "2024-02-20").runs("发送副本期限 2024-02-29 行政复议法第四十八条", "审理期限 2024-04-22 行政复议法第六十二条第一款").
		take("发送副本", "2024-02-22").runs("审理期限 2024-04-22 行政复议法第六十二条第一款").
		take("副本送达", "2024-02-26").runs("审理期限 2024-04-22 行政复议法第六十二条第一款", "答复期限 2024-03-11 行政复议法第四十八条").
		take("答复", "2024-03-08").runs("审理期限 2024-04-22 行政复议法第六十二条第一款").
		take("听证", "2024-03-20").take("决定", "2024-04-10").runs().
		take("决定书送达", "2024-04-15").runs("起诉期限 2024-04-30 行政诉讼法第四十五条").
		take("履行", "2024-05-06").take("归档", "2024-05-20").runs()
}

// 第五十四条：三个工作日发送副本，五个工作日答复；第六十二条第二款：三十日决定，不得延长。
func TestSimpleProcedure(t *testing.T) {
	followCase(t).
		take("收到", "2025-04-22").
		take("受理（简易程序）", "2025-04-25").runs("发送副本期限 2025-04-29 行政复议法第五十四条第一款", "审理期限 2025-05-26 行政复议法第六十二条第二款").
		take("副本送达", "2025-04-28").runs("审理期限 2025-05-26 行政复议法第六十二条第二款", "答复期限 2025-05-08 行政复议法第五十四条第一款").
		refuses("延长审理期限", "2025-05-20", "reconsideration/extension").
		take("调解", "2025-05-22").take("归档", "2025-05-23")
	followCase(t).take("收到", "2023-12-20").refuses("受理（简易程序）", "2023-12-25", "reconsideration/simple/law")
}

// 第五十五条、第六十二条第一款：转为普通程序的，自受理之日起六十日，可以延长；答复十个工作日（第四十八条）。
func TestConversion(t *testing.T) {
	converted := func(p reconsideration.Profile) *way {
		return follow(t, reconsideration.Flow(p), &reconsideration.Case{}).
			take("收到", "2025-04-22").take("受理（简易程序）", "2025-04-25").take("转为普通程序", "2025-04-28")
	}
	converted(reconsideration.Profile{}).take("副本送达", "2025-04-29").
		runs("审理期限 2025-06-24 行政复议法第五十五条、第六十二条第一款", "答复期限 2025-05-16 行政复议法第四十八条").
		take("答复", "2025-05-12").refuses("转为普通程序", "2025-05-13", "reconsideration/simple/conversion").
		take("延长审理期限", "2025-06-20").runs("审理期限 2025-07-24 行政复议法第六十二条第一款（延长）")
	local := reconsideration.Profile{Limits: reconsideration.Limits{Conversion: workday.Span{N: 20, Unit: workday.CalendarDays}}}
	converted(local).runs("发送副本期限 2025-04-29 行政复议法第五十四条第一款", "审理期限 2025-06-16 行政复议法第五十五条、第六十二条第一款")
	followCase(t).take("收到", "2025-04-22").take("受理", "2025-04-25").refuses("转为普通程序", "2025-04-28", "reconsideration/simple/conversion")
}

// 第六十二条第一款：经行政复议机构的负责人批准延长，合计最多三十日；法律另有较短期限的，由本地改写流程，延长照样。
func TestExtension(t *testing.T) {
	w := followCase(t).take("收到", "2024-08-01").take("受理", "2024-08-03").take("答复", "2024-08-20")
	w.runs("发送副本期限 2024-08-13 行政复议法第四十八条", "审理期限 2024-10-08 行政复议法第六十二条第一款")
	before := w.state
	w.refuses("延长审理期限", "2024-10-09", "reconsideration/extension")
	w.take("延长审理期限", "2024-10-08").runs("发送副本期限 2024-08-13 行政复议法第四十八条", "审理期限 2024-11-01 行政复议法第六十二条第一款（延长）")
	w.take("延长审理期限", "2024-10-23").runs("发送副本期限 2024-08-13 行政复议法第四十八条", "审理期限 2024-11-01 行政复议法第六十二条第一款（延长）")
	w.refuses("延长审理期限", "2024-11-04", "reconsideration/extension")
	_, err := w.machine.Take(w.calendar, before, lifecycle.Move{Step: "延长审理期限", On: fazhi.DateOf(2024, 9, 30), Role: "承办人", Doc: w.doc})
	require.ErrorContains(t, err, "lifecycle/role")

	flow := reconsideration.Flow(reconsideration.Profile{})
	accept := &flow.Steps[flow.Index("受理")]
	accept.Starts[1].Span = workday.Span{N: 30, Unit: workday.CalendarDays}
	follow(t, flow, &reconsideration.Case{}).take("收到", "2024-03-01").take("受理", "2024-03-04").take("发送副本", "2024-03-05").
		take("延长审理期限", "2024-04-01").runs("审理期限 2024-05-06 行政复议法第六十二条第一款（延长）")
}

// 2017年文本第三十一条第一款：延长由行政复议机关的负责人批准。
func TestExtensionBefore2024(t *testing.T) {
	w := followCase(t).take("收到", "2023-06-01").take("受理", "2023-06-05").take("发送副本", "2023-06-06")
	move := lifecycle.Move{Step: "延长审理期限", On: fazhi.DateOf(2023, 7, 20), Role: "复议机构负责人", Doc: w.doc}
	_, err := w.machine.Take(w.calendar, w.state, move)
	require.ErrorContains(t, err, "reconsideration/extension/approval")
	w.take("延长审理期限", "2023-07-20").runs("审理期限 2023-08-30 行政复议法（2017年修正）第三十一条第一款（延长）")
}

// 第三十一条：五个工作日通知补正，十个工作日补正，收到补正材料后再审查五个工作日。
func TestSupplement(t *testing.T) {
	w := followCase(t).take("收到", "2026-02-09").runs("审查期限 2026-02-14 行政复议法第三十条第一款")
	received := w.state
	w.refuses("通知补正", "2026-02-24", "reconsideration/supplement/in-time").
		take("通知补正", "2026-02-11").runs().
		take("补正通知送达", "2026-02-13").runs("补正期限 2026-03-05 行政复议法第三十一条第二款")
	before := w.state
	w.take("补正", "2026-03-02").runs("审查期限 2026-03-09 行政复议法第三十条第一款").take("受理", "2026-03-05")

	w.state = before
	w.refuses("视为放弃", "2026-03-05", "reconsideration/supplement/expired").take("视为放弃", "2026-03-06")
	w.state = before
	extended := w.take("延长补正期限", "2026-03-04").runs().refuses("视为放弃", "2026-03-04", "reconsideration/supplement/expired").state
	require.Empty(t, reconsideration.Consequences(extended, fazhi.DateOf(2026, 3, 6)), "the new limit counts, whose day is in the file")
	w.take("视为放弃", "2026-03-16")
	w.state = extended
	w.take("延长补正期限", "2026-03-12").take("补正", "2026-03-16").take("不予受理", "2026-03-18")
	for _, end := range []string{"受理", "不予受理"} {
		w.state = before
		w.take(end, "2026-02-25") // the demand is withdrawn
	}
	w.state = received
	w.take("通知补正", "2026-02-11").take("补正通知送达", "2026-02-10")
	require.Equal(t, "2026-02-11", w.state.On.String(), "送达回证后到")
}

// 第三十条第三款：审查期限届满，没有作出不予受理决定的，自届满之日起视为受理。
func TestDeemedAcceptance(t *testing.T) {
	w := followCase(t).take("收到", "2024-09-27").runs("审查期限 2024-10-10 行政复议法第三十条第一款")
	before := w.state
	w.take("不予受理", "2024-10-10")
	w.state = before
	w.refuses("不予受理", "2024-10-11", "reconsideration/refusal/in-time").
		refuses("受理", "2024-10-11", "reconsideration/acceptance/in-time").
		refuses("受理（简易程序）", "2024-10-11", "reconsideration/acceptance/in-time").
		refuses("受理前撤回", "2024-10-11", "reconsideration/acceptance/in-time").
		refuses("视为受理", "2024-10-09", "reconsideration/deemed/on-expiry").
		refuses("视为受理", "2024-10-11", "reconsideration/deemed/on-expiry").
		take("视为受理", "2024-10-10").
		runs("发送副本期限 2024-10-18 行政复议法第四十八条", "审理期限 2024-12-09 行政复议法第六十二条第一款").
		take("驳回申请", "2024-11-01").take("决定书送达", "2024-11-05").take("归档", "2024-12-02")
	w.state = before
	w.take("视为受理（简易程序）", "2024-10-10").
		runs("发送副本期限 2024-10-14 行政复议法第五十四条第一款", "审理期限 2024-11-11 行政复议法第六十二条第二款")
	followCase(t).take("收到", "2024-09-27").take("受理前撤回", "2024-09-29")
	followCase(t).take("收到", "2024-09-27").refuses("转送", "2024-09-29", "reconsideration/referral/law")
	followCase(t).take("收到", "2023-09-25").take("转送", "2023-09-27")
}

// 第三十四条：复议前置的，自收到不予受理决定书之日起十五日内起诉；第三十五条：上级责令纠正。
func TestRefusal(t *testing.T) {
	w := followCase(t).take("收到", "2024-09-23").take("不予受理", "2024-09-27").take("不予受理决定书送达", "2024-09-29").
		runs("起诉期限 2024-10-14 行政复议法第三十四条（复议前置）")
	before := w.state
	w.take("归档", "2024-11-01")
	w.state = before
	w.take("责令受理", "2024-10-09").take("受理", "2024-10-11").
		runs("发送副本期限 2024-10-21 行政复议法第四十八条", "审理期限 2024-12-10 行政复议法第六十二条第一款")
	followCase(t).take("收到", "2023-09-25").take("不予受理", "2023-09-27").take("不予受理决定书送达", "2023-10-09").
		runs("起诉期限 2023-10-24 行政复议法（2017年修正）第十九条（复议前置）")
}

// 第三十九条、第四十一条第五项：中止满六十日原因仍未消除的，终止。中止只停审理期限。
func TestSuspension(t *testing.T) {
	w := followCase(t).take("收到", "2024-02-28").take("受理", "2024-03-01").take("副本送达", "2024-03-04").
		runs("审理期限 2024-04-30 行政复议法第六十二条第一款", "答复期限 2024-03-18 行政复议法第四十八条").
		take("中止", "2024-03-18").runs("审理期限  行政复议法第六十二条第一款", "答复期限 2024-03-18 行政复议法第四十八条").
		take("答复", "2024-03-18").runs("审理期限  行政复议法第六十二条第一款").
		refuses("决定", "2024-03-19", "reconsideration/suspension/over").
		refuses("听证", "2024-03-19", "reconsideration/suspension/over").
		take("恢复", "2024-03-28").runs("审理期限 2024-05-10 行政复议法第六十二条第一款").
		take("停止执行", "2024-03-29").refuses("恢复", "2024-03-29", "reconsideration/suspension/ground").
		take("中止（参加人未确定）", "2024-04-01").runs("审理期限  行政复议法第六十二条第一款", "中止满六十日 2024-05-31 行政复议法第四十一条第五项")
	before := w.state
	w.take("恢复", "2024-04-11").runs("审理期限 2024-05-20 行政复议法第六十二条第一款")
	w.state = before
	w.take("终止", "2024-06-03").runs().take("终止决定书送达", "2024-06-04").take("归档", "2024-06-05")
	w.state = before
	w.take("调解", "2024-05-06").runs().take("归档", "2024-06-05")
	followCase(t).take("收到", "2023-02-27").take("受理", "2023-03-01").take("发送副本", "2023-03-02").take("中止（参加人未确定）", "2023-03-06").
		runs("审理期限  行政复议法（2017年修正）第三十一条第一款", "中止满六十日 2023-05-05 行政复议法实施条例第四十二条第二款")
}

// 第五十六条至第六十条：有权处理的三十日，三个工作日通知制定机关，十个工作日答复；无权处理的七个工作日转送，六十日回复。
func TestReviewOfTheNormativeDocument(t *testing.T) {
	const waits = "审理期限  行政复议法第六十二条第一款"
	const own = "附带审查期限 2026-10-19 行政复议法第五十六条、第五十七条" // 10月18日为星期日
	heard := func() *way {
		return followCase(t).take("收到", "2026-09-07").take("受理", "2026-09-10").take("发送副本", "2026-09-11")
	}
	heard().take("中止（附带审查，有权处理）", "2026-09-18").runs(waits, "通知制定机关期限 2026-09-22 行政复议法第五十八条第一款", own).
		take("答复", "2026-09-21").refuses("转送附带审查", "2026-09-21", "reconsideration/suspension/ground").
		take("通知制定机关", "2026-09-21").runs(waits, own).
		take("制定机关收到通知", "2026-09-22").runs(waits, own, "制定机关答复期限 2026-10-13 行政复议法第五十八条第一款").
		take("制定机关答复", "2026-10-12").take("恢复", "2026-10-19").runs("审理期限 2026-12-10 行政复议法第六十二条第一款")
	heard().take("中止（附带审查，无权处理）", "2026-09-18").runs(waits, "转送附带审查期限 2026-09-29 行政复议法第五十六条、第五十七条").
		take("转送附带审查", "2026-09-28").runs(waits).
		take("接受机关收到转送", "2026-09-29").runs(waits, "接受机关回复期限 2026-11-30 行政复议法第六十条").
		take("收到处理意见", "2026-11-20").take("恢复", "2026-11-23")
	followCase(t).take("收到", "2023-03-06").take("受理", "2023-03-07").take("发送副本", "2023-03-08").take("中止（附带审查，有权处理）", "2023-03-10").
		runs("审理期限  行政复议法（2017年修正）第三十一条第一款", "附带审查期限 2023-04-10 行政复议法（2017年修正）第二十六条、第二十七条")
	local := reconsideration.Profile{Limits: reconsideration.Limits{Referral: workday.Span{N: 5, Unit: workday.WorkingDays}}}
	follow(t, reconsideration.Flow(local), &reconsideration.Case{}).take("收到", "2026-09-07").take("受理", "2026-09-10").take("发送副本", "2026-09-11").
		take("中止（附带审查，无权处理）", "2026-09-18").runs(waits, "转送附带审查期限 2026-09-24 行政复议法第五十六条、第五十七条")
}

// 行政复议法实施条例第三十四条第三款、第三十七条：勘验、鉴定所用时间不计入审理期限，其他期限照算，审理照常。
func TestAppraisal(t *testing.T) {
	const sends = "发送副本期限 2024-03-12 行政复议法第四十八条"
	w := followCase(t).take("收到", "2024-02-28").take("受理", "2024-03-01").take("鉴定勘验", "2024-03-05").
		runs(sends, "审理期限  行政复议法第六十二条第一款").take("听证", "2024-03-08")
	before := w.state
	w.take("鉴定勘验结束", "2024-03-15").runs(sends, "审理期限 2024-05-10 行政复议法第六十二条第一款").
		refuses("鉴定勘验结束", "2024-03-18", "reconsideration/appraisal/open")
	w.state = before
	w.take("中止", "2024-03-11").take("答复", "2024-03-12").refuses("鉴定勘验结束", "2024-03-13", "reconsideration/appraisal/open").
		take("恢复", "2024-03-15").runs(sends, "审理期限 2024-05-10 行政复议法第六十二条第一款")
	w.state = before
	w.take("调解", "2024-03-12").runs()
}

// 第七十六条：收到意见书之日起六十日内报送纠正情况；实施条例第五十七条第一款。意见书可以在决定之前制发。
func TestAdvice(t *testing.T) {
	followCase(t).take("收到", "2024-02-28").take("受理", "2024-03-01").take("决定", "2024-04-10").take("意见书送达", "2024-04-15").
		runs("意见书反馈期限 2024-06-14 行政复议法第七十六条").take("意见书反馈", "2024-06-11").runs()
	followCase(t).take("收到", "2024-02-28").take("受理", "2024-03-01").take("发送副本", "2024-03-04").take("意见书送达（审理中）", "2024-04-01").
		take("决定", "2024-04-10").runs("意见书反馈期限 2024-05-31 行政复议法第七十六条")
	followCase(t).take("收到", "2023-02-27").take("受理", "2023-03-01").take("决定", "2023-04-10").take("意见书送达", "2023-04-17").
		runs("意见书反馈期限 2023-06-16 行政复议法实施条例第五十七条第一款")
}

// 决定书可以数次送达，送达回证后到的补记；实施条例第四十九条：六十日内重新作出；第四十八条第二款：责令恢复审理。
func TestAfterTheDecision(t *testing.T) {
	w := followCase(t).take("收到", "2024-02-28").take("受理", "2024-03-01").take("听取意见", "2024-03-11").take("调查取证", "2024-03-12").
		take("委员会咨询", "2024-03-20").take("决定", "2024-04-10").
		take("责令重作送达", "2024-04-12").runs("重新作出期限 2024-06-11 行政复议法实施条例第四十九条第一款").
		take("决定书送达", "2024-04-11").
		runs("重新作出期限 2024-06-11 行政复议法实施条例第四十九条第一款", "起诉期限 2024-04-26 行政诉讼法第四十五条").
		take("决定书送达", "2024-04-15").take("重新作出", "2024-06-03").runs("起诉期限 2024-04-30 行政诉讼法第四十五条")
	w.take("重新审理", "2024-08-01").runs().take("听证", "2024-08-12").take("中止", "2024-08-13").take("恢复", "2024-08-20").
		take("决定", "2024-09-02").take("决定书送达", "2024-09-04").take("归档", "2024-10-08")
}

// 2017年文本：收到即为受理（第十七条第二款），六十日自收到起算，补正时间不计入（实施条例第二十九条）；答复十日为自然日
// （第四十条第二款只讲五日、七日），没有补正期限。
func TestLawOf2017(t *testing.T) {
	const sends, decides = "发送副本期限 2023-06-12 行政复议法（2017年修正）第二十三条第一款", "审理期限 2023-07-31 行政复议法（2017年修正）第三十一条第一款"
	followCase(t).take("收到", "2023-06-01").runs("审查期限 2023-06-08 行政复议法（2017年修正）第十七条第一款", sends, decides).
		take("受理", "2023-06-07").runs(sends, decides).
		take("副本送达", "2023-06-14").runs(decides, "答复期限 2023-06-25 行政复议法（2017年修正）第二十三条第一款").
		take("答复", "2023-06-24").take("延长审理期限", "2023-07-28").runs("审理期限 2023-08-30 行政复议法（2017年修正）第三十一条第一款（延长）").
		take("决定", "2023-08-29")
	followCase(t).take("收到", "2023-06-01").take("通知补正", "2023-06-05").take("补正通知送达", "2023-06-06").
		runs(sends, "审理期限  行政复议法（2017年修正）第三十一条第一款").
		take("补正", "2023-06-15").runs(sends, "审理期限 2023-08-10 行政复议法（2017年修正）第三十一条第一款", "审查期限 2023-06-25 行政复议法（2017年修正）第十七条第一款")
}

// 没有过渡条文：依步骤之日的法律，或者依受理之日的法律。
func TestWhichLaw(t *testing.T) {
	received := func(p reconsideration.Profile) *way {
		return follow(t, reconsideration.Flow(p), &reconsideration.Case{}).take("收到", "2023-12-11").take("受理", "2023-12-15").take("发送副本", "2023-12-18")
	}
	received(reconsideration.Profile{LawOfStep: true}).take("副本送达", "2024-01-02").
		runs("审理期限 2024-02-09 行政复议法（2017年修正）第三十一条第一款", "答复期限 2024-01-16 行政复议法第四十八条")
	w := received(reconsideration.Profile{}).take("副本送达", "2024-01-02").
		runs("审理期限 2024-02-09 行政复议法（2017年修正）第三十一条第一款", "答复期限 2024-01-12 行政复议法（2017年修正）第二十三条第一款")
	move := lifecycle.Move{Step: "延长审理期限", On: fazhi.DateOf(2024, 2, 1), Role: "复议机构负责人", Doc: w.doc}
	_, err := w.machine.Take(w.calendar, w.state, move)
	require.ErrorContains(t, err, "reconsideration/extension/approval")
	// Received under the text of 2017, which is acceptance.
	follow(t, reconsideration.Flow(reconsideration.Profile{}), &reconsideration.Case{}).
		take("收到", "2023-12-28").take("受理", "2024-01-08").
		runs("发送副本期限 2024-01-09 行政复议法（2017年修正）第二十三条第一款", "审理期限 2024-02-26 行政复议法（2017年修正）第三十一条第一款")
	follow(t, reconsideration.Flow(reconsideration.Profile{LawOfStep: true}), &reconsideration.Case{}).take("收到", "2023-12-28").refuses("受理", "2024-01-08", "reconsideration/acceptance/in-time").take("受理", "2024-01-03").
		runs("发送副本期限 2024-01-12 行政复议法第四十八条", "审理期限 2024-03-04 行政复议法第六十二条第一款")
	follow(t, reconsideration.Flow(reconsideration.Profile{}), &reconsideration.Case{}).
		take("收到", "2024-03-01").take("受理（简易程序）", "2024-03-04").take("副本送达", "2024-03-05").
		runs("审理期限 2024-04-03 行政复议法第六十二条第二款", "答复期限 2024-03-12 行政复议法第五十四条第一款")
}

func TestReceiptDrawsTheNumber(t *testing.T) {
	step, ok := followCase(t).machine.Step("收到")
	require.True(t, ok)
	require.Equal(t, []string{"案号"}, step.Numbers)
}

// 行政诉讼法第六十七条：十五日答辩、举证；第八十五条：判决十五日、裁定十日上诉。
func TestWayOfASuit(t *testing.T) {
	flow := reconsideration.SuitFlow(reconsideration.Profile{})
	suit := &reconsideration.Suit{Instance: "一审", Result: "驳回诉讼请求"}
	w := follow(t, flow, suit).take("收到应诉通知", "2025-01-14").runs("答辩举证期限 2025-02-05 行政诉讼法第六十七条第一款").
		take("答辩", "2025-01-24").runs().take("出庭", "2025-03-06").take("出庭", "2025-03-20").
		take("判决送达", "2025-04-15").runs("上诉期限 2025-04-30 行政诉讼法第八十五条")
	before := w.state
	w.take("上诉", "2025-04-28")
	w.state = before
	w.take("履行", "2025-04-22").take("上诉", "2025-04-28")
	w.state = before
	w.take("履行", "2025-05-08").take("归档", "2025-05-12")

	suit.Result = "驳回起诉"
	follow(t, flow, suit).take("收到应诉通知", "2025-01-14").take("裁定送达", "2025-03-03").runs("上诉期限 2025-03-13 行政诉讼法第八十五条")
	suit.Result = "主动撤诉"
	follow(t, flow, suit).take("收到应诉通知", "2025-01-14").take("裁定送达", "2025-03-03").runs()
	suit.Result = "调解"
	follow(t, flow, suit).take("收到应诉通知", "2025-01-14").take("调解书送达", "2025-03-03").
		runs("申请再审期限 2025-09-03 《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百一十条").take("归档", "2025-03-10")
}

// 适用行政诉讼法的解释第一百零八条、第一百一十一条：二审、再审的答辩、意见也是十五日；二审判决不得上诉。
func TestAppealAndRetrial(t *testing.T) {
	flow := reconsideration.SuitFlow(reconsideration.Profile{})
	follow(t, flow, &reconsideration.Suit{Instance: "二审"}).take("收到应诉通知", "2026-09-10").
		runs("答辩举证期限 2026-09-28 《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百零八条第二款").take("判决送达", "2026-11-02").runs()
	follow(t, flow, &reconsideration.Suit{Instance: "再审"}).take("收到应诉通知", "2026-09-10").
		runs("答辩举证期限 2026-09-28 《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百一十一条")
}

// 行政诉讼法第八十五条：二审不得上诉，一审可以，按第一审程序再审的也可以（民事诉讼法第二百一十八条）。
func TestWhoMayAppeal(t *testing.T) {
	flow := reconsideration.SuitFlow(reconsideration.Profile{})
	judged := func(instance string) *way {
		return follow(t, flow, &reconsideration.Suit{Instance: instance}).take("收到应诉通知", "2025-01-14").take("判决送达", "2025-04-15")
	}
	judged("一审").take("上诉", "2025-04-28")
	judged("再审").runs().take("上诉", "2025-04-28")
	judged("二审").refuses("上诉", "2025-04-28", "reconsideration/suit/appeal")
}

// 程序性裁定不影响答辩、出庭；对管辖异议的裁定可以上诉（解释第一百零一条）；延期举证的，事由消除后十五日（解释第三十四条）。
func TestRulingsOnTheWay(t *testing.T) {
	const reading = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》"
	follow(t, reconsideration.SuitFlow(reconsideration.Profile{}), &reconsideration.Suit{Instance: "一审", Result: "驳回诉讼请求"}).
		take("收到应诉通知", "2025-03-03").take("管辖异议裁定送达", "2025-03-10").
		runs("答辩举证期限 2025-03-18 行政诉讼法第六十七条第一款", "管辖异议上诉期限 2025-03-20 行政诉讼法第八十五条、"+reading+"第一百零一条").
		take("管辖异议上诉", "2025-03-12").take("程序性裁定送达", "2025-03-13").take("申请延期举证", "2025-03-14").
		take("答辩", "2025-03-17").runs().
		take("延期举证事由消除", "2025-03-24").runs("延期举证期限 2025-04-08 "+reading+"第三十四条").
		take("延期举证", "2025-04-07").take("程序性裁定送达", "2025-04-09").take("出庭", "2025-04-21").take("判决送达", "2025-05-12")
}
