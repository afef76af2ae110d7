package dispute_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/workday"
)

func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

func today() fazhi.Date { return day("2025-01-15") }

func places(issues fazhi.Issues) []string {
	list := make([]string, len(issues))
	for i, issue := range issues {
		list[i] = string(issue.Code) + " " + string(issue.Path)
	}
	return list
}

// whole is a dispute that a court handed on and confirmed; nothing is wrong with it.
func whole() *dispute.Dispute {
	signed := day("2024-03-08")
	return &dispute.Dispute{
		Case: mediation.Case{
			Serial: "RT-1", Committee: "清源社区调委会", Street: "清源街道", Accepted: day("2024-03-04"), Source: "法院诉前委派", Sort: "合同", Result: "成功",
		},
		Matter: "店面租金", Facts: "某甲拖欠某乙三个月租金。", Extended: day("2024-04-30"),
		Parties: []dispute.Party{
			{Name: "某甲", ID: "350502199001010011", Phone: "13900000000", Address: "清源街道某路1号", Consent: "同意", Informed: day("2024-03-05"), Signed: signed},
			{Name: "清源商店", Organisation: true, Representative: "某乙", Consent: "同意", Informed: day("2024-03-05"), Signed: day("2024-03-11")},
		},
		Mediators: []dispute.Mediator{{Name: "某丙", Lead: true, Signed: signed}, {Name: "某丁", Invited: "律师", Agreed: true}},
		Mechanism: &dispute.Mechanism{Name: "联动机制", Fixed: []string{"司法所", "派出所", "法庭"}, Lead: "综治中心", Partners: []string{"商会"}},
		Referrals: []dispute.Referral{{
			No: 1, From: "泉源区人民法院", To: "清源社区调委会", Channel: "法院诉前委派", Joint: []string{"泉源区司法局"},
			Sent: day("2024-03-01"), Material: day("2024-03-04"), Accepted: day("2024-03-04"), Due: day("2024-04-03"), Fed: day("2024-03-12"), Result: "达成协议",
		}},
		Talks:      []dispute.Session{{On: day("2024-03-05"), Outcome: "继续调解", Record: true}, {On: signed, Outcome: "达成协议", Record: true}},
		Appraisals: []fazhi.Period{{From: day("2024-03-05"), To: day("2024-03-06")}},
		Agreement: &dispute.Agreement{
			Number: "清调〔2024〕1号", Agreed: signed, Terms: []string{"某甲付清租金、滞纳金；", "某乙，不再追究"}, How: "转账", Until: day("2024-06-30"),
			Amount: 900000, Sealed: signed, Copies: 3, Subject: "给付",
		},
		Performed: []dispute.Performance{{What: "租金", Due: day("2024-06-30"), Done: day("2024-06-28"), Amount: 900000}},
		Visits:    []dispute.Visit{{On: day("2024-04-10"), Performed: "部分履行", Satisfied: "满意"}},
		Court: &dispute.Confirmation{
			Court: "泉源区人民法院", Applied: day("2024-03-20"), Jointly: true, Invited: true, Accepted: day("2024-03-21"), Decided: day("2024-04-01"),
			Result: "确认有效", Case: "某民特1号", Materials: []string{"申请书", "调解协议", "主持调解证明", "身份及联系方式"},
		},
		Dangers: []dispute.Danger{{Seen: day("2024-03-05"), Kind: "刑事案件", People: 3, Measures: "劝导", Reported: day("2024-03-05"), To: "清源派出所", Averted: true}},
		Papers:  []dispute.Paper{{Part: 8, Name: "调解协议书", Pages: 2}},
	}
}

func TestWholeIsInOrder(t *testing.T) {
	d := whole()
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, local()))
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Empty(t, dispute.Alerts(d, today()))
}

// 人民调解法第二十九条第二款、第三十条：签名、盖章中最后的一日；口头协议为达成之日。
func TestEffective(t *testing.T) {
	d := whole()
	require.Equal(t, dispute.Effect{On: day("2024-03-11"), Latest: "/parties/1/signed"}, d.Effective())
	d.Agreement.Sealed = day("2024-03-12")
	require.Equal(t, fazhi.Path("/agreement/sealed"), d.Effective().Latest)
	d.Mediators[0].Signed, d.Mediators[1].Signed = fazhi.Date{}, day("2024-03-08")
	require.Equal(t, []dispute.Want{{Path: "/mediators", Message: "没有人民调解员签名"}}, d.Effective().Wants, "受邀的人签名不算")
	d.Agreement.Sealed, d.Parties = fazhi.Date{}, nil
	require.Len(t, d.Effective().Wants, 3)
	require.True(t, d.Effective().On.IsZero())
	d.Agreement = &dispute.Agreement{Oral: true, Agreed: day("2024-03-08")}
	require.Equal(t, dispute.Effect{Oral: true, On: day("2024-03-08"), Latest: "/agreement/agreed"}, d.Effective())
	d.Agreement.Agreed = fazhi.Date{}
	require.Len(t, d.Effective().Wants, 1)
	require.Equal(t, dispute.Effect{}, new(dispute.Dispute).Effective())
}

// The earliest of several mediators is enough.
func TestOneMediatorSigns(t *testing.T) {
	d := whole()
	d.Mediators = []dispute.Mediator{{Name: "某丙"}, {Name: "某戊", Signed: day("2024-03-20")}, {Name: "某己", Signed: day("2024-03-09")}}
	require.Equal(t, day("2024-03-11"), d.Effective().On)
}

// The ledger's entry has what the dispute states, and what follows.
func TestLedger(t *testing.T) {
	c := whole().Ledger()
	require.Equal(t, &mediation.Case{
		Serial: "RT-1", Committee: "清源社区调委会", Street: "清源街道", Accepted: day("2024-03-04"), Source: "法院诉前委派", Sort: "合同", Result: "成功",
		Parties: 2, Closed: day("2024-03-08"), Form: "书面", Sealed: true, Sessions: 2, Performed: "履行完毕", Confirmation: "确认有效",
		Averted: "民间纠纷转刑事案件", AvertedPeople: 3,
	}, c)
	text, err := json.Marshal(c)
	require.NoError(t, err)
	for _, name := range []string{"某甲", "某乙", "某丙", "商店", "1390000", "350502199"} {
		require.NotContains(t, string(text), name)
	}
	require.Equal(t, day("2024-03-08"), whole().LawOn(today()))
}

func TestLedgerFollows(t *testing.T) {
	for name, x := range map[string]struct {
		change func(*dispute.Dispute)
		want   func(*mediation.Case) string
		is     string
	}{
		"going on":   {func(d *dispute.Dispute) { d.Agreement = nil }, func(c *mediation.Case) string { return c.Result + c.Form }, "调解中"},
		"failed":     {func(d *dispute.Dispute) { d.Agreement, d.Ended = nil, &dispute.Ending{Why: "调解不成"} }, func(c *mediation.Case) string { return c.Result + c.Form }, "不成功"},
		"taken back": {func(d *dispute.Dispute) { d.Ended = &dispute.Ending{Why: "当事人撤回"} }, func(c *mediation.Case) string { return c.Result + c.Form }, "终止"},
		"oral":       {func(d *dispute.Dispute) { d.Agreement.Oral = true }, func(c *mediation.Case) string { return fmt.Sprint(c.Form, c.Sealed) }, "口头false"},
		"in part": {func(d *dispute.Dispute) { d.Performed = append(d.Performed, dispute.Performance{What: "滞纳金"}) },
			func(c *mediation.Case) string { return c.Performed }, "部分履行"},
		"not at all": {func(d *dispute.Dispute) { d.Performed[0].Done = fazhi.Date{} }, func(c *mediation.Case) string { return c.Performed }, ""},
		"at court":   {func(d *dispute.Dispute) { d.Court.Result = "" }, func(c *mediation.Case) string { return c.Confirmation }, "审查中"},
		"turned away": {func(d *dispute.Dispute) { d.Court.Result = "不予受理" },
			func(c *mediation.Case) string { return c.Confirmation }, "驳回"},
		"no court":     {func(d *dispute.Dispute) { d.Court = nil }, func(c *mediation.Case) string { return c.Confirmation }, ""},
		"petition":     {func(d *dispute.Dispute) { d.Dangers[0].Kind = "群体性上访" }, func(c *mediation.Case) string { return c.Averted }, "群体性上访"},
		"another harm": {func(d *dispute.Dispute) { d.Dangers[0].Kind = "治安案件" }, func(c *mediation.Case) string { return c.Averted }, "其他"},
		"not averted":  {func(d *dispute.Dispute) { d.Dangers[0].Averted = false }, func(c *mediation.Case) string { return fmt.Sprint(c.Averted, c.AvertedPeople) }, "0"},
	} {
		d := whole()
		d.Case.Result = ""
		x.change(d)
		require.Equal(t, x.is, x.want(d.Ledger()), name)
	}
}

// Names of bodies and their number are local.
func TestMechanism(t *testing.T) {
	require.Equal(t, "3+1+N", whole().Mechanism.String())
	require.Equal(t, []string{"司法所", "派出所", "法庭", "综治中心", "商会"}, whole().Mechanism.Bodies())
	require.Equal(t, "1+1+N", dispute.Mechanism{Fixed: []string{"甲"}, Lead: "乙", Partners: []string{"丙", "丁"}}.String())
	require.Equal(t, "2", dispute.Mechanism{Fixed: []string{"甲", "乙"}}.String())
	require.Empty(t, dispute.Mechanism{}.String())
}

// 民事诉讼法第二百零五条。
func TestCourts(t *testing.T) {
	d := whole()
	require.Equal(t, []string{"泉源区人民法院"}, d.Courts())
	d.Referrals = nil
	require.Len(t, d.Courts(), 3)
}

func TestPlan(t *testing.T) {
	p := local()
	p.Visits = append(p.Visits, workday.Span{N: 6, Unit: workday.Months}, workday.Span{N: 9, Unit: workday.Years}, workday.Span{N: 1, Unit: workday.Years})
	days, err := dispute.Plan(whole(), p)
	require.NoError(t, err)
	require.Equal(t, []fazhi.Date{day("2024-04-10"), day("2024-09-11")}, days, "没有2033年的放假通知")
	days, err = dispute.Plan(new(dispute.Dispute), p)
	require.NoError(t, err)
	require.Empty(t, days)
}

// A dispute in a log shows no party.
func TestHidden(t *testing.T) {
	d := whole()
	var b bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&b, nil))
	logger.Info("纠纷", "d", d, "v", *d, "p", d.Parties[0], "a", *d.Agreement)
	fmt.Fprintf(&b, "%v %+v %#v %s %v %+v %+v", d, *d, d, d, d.Parties, d.Mediators, d.Agreement)
	for _, secret := range []string{"某甲", "某乙", "某丙", "13900000000", "350502199001010011", "某路", "租金"} {
		require.NotContains(t, b.String(), secret)
	}
	require.Contains(t, b.String(), "人民调解案件RT-1")
}
