package dispute_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one dispute.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      *dispute.Dispute
	state    lifecycle.State
}

func follow(t *testing.T, d *dispute.Dispute) *way {
	t.Helper()
	machine, err := lifecycle.Compile(dispute.Flow(local()))
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar, doc: d}
}

func (w *way) try(step, on string) error {
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: day(on), Doc: w.doc})
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
	require.Equal(w, code, refused.Reasons[0].Code)
	return w
}

// clocks compares what runs.
func (w *way) clocks(want ...string) *way {
	w.Helper()
	var running []string
	for _, r := range w.state.Running {
		running = append(running, r.Clock+" "+r.Due.String())
	}
	require.Equal(w, want, running)
	return w
}

// From referral to confirmation and execution, with every clock on its day.
func TestJourney(t *testing.T) {
	d := &dispute.Dispute{
		Case:      mediation.Case{Serial: "RT-1", Committee: "清源社区调委会", Sort: "合同", Source: "法院诉前委派"},
		Referrals: []dispute.Referral{{From: "泉源区人民法院", To: "清源社区调委会", Channel: "法院诉前委派"}},
		Parties:   []dispute.Party{{Name: "某甲"}, {Name: "某乙"}},
		Mediators: []dispute.Mediator{{Name: "某丙"}},
	}
	w := follow(t, d)
	w.take("移送", "2024-02-29").clocks("移送答复期限 2024-03-05")
	w.take("接收", "2024-03-04").clocks("委派调解期限 2024-04-03", "结果反馈期限 2024-05-06")
	w.take("受理", "2024-03-04").take("告知", "2024-03-05").clocks("委派调解期限 2024-04-03", "结果反馈期限 2024-05-06", "一般调解期限 2024-04-07")
	d.Dangers = []dispute.Danger{{Seen: day("2024-03-05"), Kind: "治安案件", Measures: "劝导"}}
	w.refuses("激化报告", "2024-03-05", "mediation/danger/report")
	d.Dangers[0].Reported, d.Dangers[0].To = day("2024-03-05"), "清源派出所"
	w.take("激化报告", "2024-03-05")
	d.Parties[1].Consent = "拒绝"
	w.refuses("调解", "2024-03-06", "mediation/consent/refused")
	d.Parties[1].Consent = "同意"
	w.take("调解", "2024-03-06").take("达成协议", "2024-03-08").clocks("结果反馈期限 2024-05-06")

	d.Agreement = &dispute.Agreement{Agreed: day("2024-03-08"), Terms: []string{"付清租金"}, Sealed: day("2024-03-08")}
	w.refuses("协议生效", "2024-03-08", "mediation/agreement/effect")
	d.Parties[0].Signed, d.Mediators[0].Signed, d.Parties[1].Signed = day("2024-03-08"), day("2024-03-08"), day("2024-03-11")
	w.refuses("协议生效", "2024-03-10", "mediation/agreement/effect")
	w.take("协议生效", "2024-03-11").clocks("结果反馈期限 2024-05-06", "申请司法确认期限 2024-04-10")
	w.take("反馈", "2024-03-12").clocks("申请司法确认期限 2024-04-10")

	w.refuses("申请司法确认", "2024-03-20", "mediation/confirmation/jointly")
	d.Court = &dispute.Confirmation{Court: "泉源区人民法院", Applied: day("2024-03-20"), Jointly: true}
	d.Agreement.Subject = "身份关系"
	w.refuses("申请司法确认", "2024-03-20", "mediation/confirmation/subject")
	d.Agreement.Subject = "给付"
	w.take("申请司法确认", "2024-03-20").clocks()
	w.take("法院立案", "2024-03-21").clocks("司法确认审查期限 2024-04-22")
	d.Court.Decided, d.Court.Result = day("2024-04-01"), "确认有效"
	w.take("司法确认有效", "2024-04-01").clocks()
	w.take("回访", "2024-05-06").take("履行期限届满", "2024-06-30").clocks("申请执行期限 2026-06-30")
	w.take("申请执行", "2024-07-10").clocks()
	w.take("归档", "2024-07-11")
	require.Empty(t, w.machine.Next(w.state))
}

// 特邀调解规定第二十七条第二款：普通程序十五日，简易程序七日；不知道程序的，没有期限可算。
func TestEntrusted(t *testing.T) {
	for procedure, last := range map[string]string{"简易": "2024-03-11", "普通": "2024-03-19", "": ""} {
		d := &dispute.Dispute{
			Case:      mediation.Case{Source: "法院诉中委托"},
			Referrals: []dispute.Referral{{Channel: "法院诉中委托", Procedure: procedure}},
		}
		var want []string
		if last != "" {
			want = append(want, "委托调解期限 "+last)
		}
		follow(t, d).take("移送", "2024-03-01").take("接收", "2024-03-04").clocks(append(want, "结果反馈期限 2024-05-06")...)
	}
}

// Refusal needs reasons and a letter, failure advice.
func TestRefusalAndFailure(t *testing.T) {
	d := &dispute.Dispute{Referrals: []dispute.Referral{{Channel: "信访移交", Sent: day("2024-03-01"), Refused: day("2024-03-04"), Reason: "已经起诉"}}}
	w := follow(t, d).take("移送", "2024-03-01").refuses("拒收", "2024-03-04", "mediation/referral/refusal")
	d.Referrals[0].Letter = "清调函1号"
	w.take("拒收", "2024-03-04").take("归档", "2024-03-05")

	d = &dispute.Dispute{Case: mediation.Case{Sort: "邻里"}}
	w = follow(t, d).take("受理", "2024-03-01").take("调解", "2024-03-04").refuses("调解不成", "2024-03-05", "mediation/ended/advice")
	d.Ended = &dispute.Ending{On: day("2024-03-05"), Why: "调解不成"}
	w.refuses("调解不成", "2024-03-05", "mediation/ended/advice")
	d.Ended.Advice = []string{"司法"}
	w.take("调解不成", "2024-03-05").take("归档", "2024-03-06")
}

// The steps are those of the ledger's flow.
func TestSameSteps(t *testing.T) {
	ledger, full := mediation.Flow(local()), dispute.Flow(local())
	require.Len(t, full.Steps, len(ledger.Steps))
	for i := range ledger.Steps {
		require.Equal(t, ledger.Steps[i].Name, full.Steps[i].Name)
		require.Equal(t, ledger.Steps[i].After, full.Steps[i].After)
	}
}

// 特邀调解规定第二十七条第三款：自签收材料之日起，不是自接收之日起。
func TestMaterial(t *testing.T) {
	d := &dispute.Dispute{
		Case:      mediation.Case{Source: "法院诉中委托"},
		Referrals: []dispute.Referral{{Channel: "法院诉中委托", Procedure: "简易", Material: day("2024-02-29")}},
	}
	follow(t, d).take("移送", "2024-02-28").take("签收材料", "2024-02-29").take("接收", "2024-03-04").
		clocks("委托调解期限 2024-03-07", "结果反馈期限 2024-05-06")
	w := follow(t, d).take("移送", "2024-02-28").take("接收", "2024-03-04").clocks("结果反馈期限 2024-05-06")
	w.take("签收材料", "2024-02-29").clocks("结果反馈期限 2024-05-06", "委托调解期限 2024-03-07")
	w.take("受理", "2024-03-04").take("达成协议", "2024-03-06").clocks("结果反馈期限 2024-05-06")
}

// 人民调解法第二十六条：不论怎样称呼，调解不成的都要告知途径；归档时再问一次。
func TestAdviceBeforeTheEnd(t *testing.T) {
	d := &dispute.Dispute{Case: mediation.Case{Sort: "邻里"}}
	w := follow(t, d).take("受理", "2024-03-01").refuses("终止", "2024-03-05", "mediation/ended/advice")
	d.Ended = &dispute.Ending{On: day("2024-03-05"), Why: "一方拒绝"}
	w.refuses("终止", "2024-03-05", "mediation/ended/advice")
	d.Ended.Why = "当事人撤回"
	w.take("终止", "2024-03-05")
	d.Ended.Why = "一方拒绝"
	w.refuses("归档", "2024-03-06", "mediation/ended/advice")
	d.Ended.Advice = []string{"司法"}
	w.take("归档", "2024-03-06")
}

// 人民调解法第十七条；医疗纠纷预防和处理条例第三十一条第一款。
func TestWillBeforeMediation(t *testing.T) {
	d := &dispute.Dispute{Case: mediation.Case{Sort: "医疗", Accepted: day("2024-03-01")}, Parties: []dispute.Party{{Name: "某甲", Applied: true}, {Name: "某医院", Consent: "拒绝"}}}
	w := follow(t, d).refuses("受理", "2024-03-01", "mediation/consent/refused")
	d.Parties[1].Consent = ""
	w.take("受理", "2024-03-01").refuses("调解", "2024-03-04", "mediation/consent/medical").refuses("达成协议", "2024-03-04", "mediation/consent/medical")
	d.Parties[1].Consent = "同意"
	w.take("调解", "2024-03-04").refuses("激化报告", "2024-03-05", "mediation/danger/report")
	d.Dangers = []dispute.Danger{{Seen: day("2024-03-05"), Kind: "治安案件", Reported: day("2024-03-05"), To: "清源派出所"}}
	w.take("激化报告", "2024-03-05")
}

// 特邀调解规定第二十条：诉中委托的协议由法院制作调解书结案；撤诉之后才能申请司法确认。
func TestEntrustedGoesBackToTheCourt(t *testing.T) {
	d := whole()
	d.Source, d.Referrals[0].Channel = "法院诉中委托", "法院诉中委托"
	require.Empty(t, d.Courts())
	w := follow(t, d).take("受理", "2024-03-04").take("达成协议", "2024-03-08").take("协议生效", "2024-03-11").clocks()
	w.refuses("申请司法确认", "2024-03-20", "mediation/confirmation/entrusted")
	d.Referrals[0].Withdrawn = day("2024-03-12")
	require.Len(t, d.Courts(), 3)
	w.take("申请司法确认", "2024-03-20")
}
