package dispute_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/workday"
)

// local is a profile that sets what no national law does.
func local() mediation.Profile {
	return mediation.Profile{
		Referrals: "某区移送办法",
		Answer:    workday.Span{N: 3, Unit: workday.WorkingDays},
		Feedback:  workday.Span{N: 60, Unit: workday.CalendarDays},
		Visits:    []workday.Span{{N: 30, Unit: workday.CalendarDays}},
	}
}

func checks(t testing.TB, p mediation.Profile) []fazhi.Check {
	t.Helper()
	all, err := dispute.Checks(p)
	require.NoError(t, err)
	return all
}

// own are the checks that the ledger has not, and those that see more here.
func own(t testing.TB) []fazhi.Check {
	t.Helper()
	elsewhere := map[fazhi.Code]bool{
		"mediation/result": true, "mediation/agreement/form": true, "mediation/performance/agreement": true,
		"mediation/confirmation/agreement": true, "mediation/averted": true, "mediation/same": true, "mediation/county": true,
		"mediation/detail": true, "mediation/risk": true, "mediation/source": true,
	}
	var list []fazhi.Check
	for _, c := range checks(t, local()) {
		if !elsewhere[c.Code] {
			list = append(list, c)
		}
	}
	return list
}

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), own(t), checktest.Decode[dispute.Dispute])
}

func TestCodes(t *testing.T) {
	all := checks(t, local())
	all = append(all, checktest.Gates(t, all, dispute.Flow(local()))...)
	for _, code := range []fazhi.Code{
		dispute.BadJSON, dispute.NoValue, dispute.BadValue, dispute.BadText, dispute.BadCount, dispute.TooMany, dispute.Orphan, dispute.Twice,
	} {
		all = append(all, fazhi.Check{Code: code})
	}
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// What no profile sets is not judged.
func TestZeroProfile(t *testing.T) {
	d := whole()
	d.Referrals[0].Sent, d.Referrals[0].Fed, d.Visits = day("2024-01-02"), day("2024-12-30"), nil
	d.Referrals[0].Due = fazhi.Date{}
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, mediation.Profile{}))
	require.NoError(t, err)
	require.Empty(t, issues)
	issues, err = fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, local()))
	require.NoError(t, err)
	require.Equal(t, []string{
		"mediation/referral/answer-term /referrals/0/accepted", "mediation/referral/due /referrals/0/fed", "mediation/visits/plan /visits",
	}, places(issues))
}

// A bureau's own checks, which speak of the ledger, judge disputes in full, too.
func TestLedgerChecksSeeTheDispute(t *testing.T) {
	d := whole()
	d.Case.Detail = "噪音"
	p := local()
	p.Extensions = []mediation.Extension{{Sort: "合同", Details: []string{"租赁"}}}
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, p))
	require.NoError(t, err)
	require.Equal(t, []string{"mediation/detail /detail"}, places(issues))
}

// An agreement that came to nothing wants no signature, and what was refused has no limit.
func TestNothingToAskFor(t *testing.T) {
	d := whole()
	d.Result, d.Court, d.Visits, d.Performed, d.Agreement.Sealed, d.Parties[0].Signed = "不成功", nil, nil, nil, fazhi.Date{}, fazhi.Date{}
	d.Ended = &dispute.Ending{On: day("2024-03-20"), Why: "调解不成", Advice: []string{"司法"}}
	d.Extended = fazhi.Date{}
	d.Referrals = append(d.Referrals, dispute.Referral{
		From: "泉源区人民法院", To: "清源社区调委会", Channel: "法院诉前委派", Sent: day("2024-01-02"), Material: day("2024-01-02"), Refused: day("2024-01-03"),
		Reason: "已经调解", Letter: "清调函1号",
	})
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, local()))
	require.NoError(t, err)
	require.Empty(t, issues)
}

// 人民调解法第三十三条第三款：法院没有确认的，可以通过调解变更协议，也可能调解不成；台账照实填写的，不是错误。
func TestNothingToAskForAfterTheCourt(t *testing.T) {
	d := whole()
	d.Result, d.Form, d.Sealed, d.Performed, d.Visits = "不成功", "书面", true, nil, nil
	d.Court.Result = "驳回"
	d.Ended = &dispute.Ending{On: day("2024-04-20"), Why: "调解不成", Advice: []string{"司法"}}
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, local()))
	require.NoError(t, err)
	require.Empty(t, issues)
}

// Without a local rule, nothing orders a letter of refusal: a notice, and no gate.
func TestLetterOfRefusal(t *testing.T) {
	d := whole()
	d.Referrals = append(d.Referrals, dispute.Referral{From: "泉源区信访局", To: "清源社区调委会", Channel: "信访移交", Sent: day("2024-03-01"), Refused: day("2024-03-02"), Reason: "已经起诉"})
	require.Zero(t, found(t, d).Count(fazhi.Error))
	require.Equal(t, 1, found(t, d).Count(fazhi.Notice))
	step := func(p mediation.Profile) int {
		flow := dispute.Flow(p)
		return len(flow.Steps[flow.Index("拒收")].Gates)
	}
	require.Zero(t, step(mediation.Profile{}))
	require.Equal(t, 1, step(local()))
}

// The law before a text of 民事诉讼法 has no article of it; the limit of 人民调解法 is as old as that.
func TestEarlierLaw(t *testing.T) {
	d := whole()
	d.Court.Court, d.Agreement.Subject, d.Court.Applied = "乙法院", "确认物权", day("2024-05-20")
	d.Court.Accepted, d.Court.Decided, d.Court.Result = fazhi.Date{}, fazhi.Date{}, ""
	codes := func(on string) []string {
		issues, err := fazhi.Validate(t.Context(), d, day(on), today(), checks(t, mediation.Profile{}))
		require.NoError(t, err)
		return places(issues)
	}
	late, court, subject := "mediation/confirmation/term /court/applied", "mediation/confirmation/court /court/court", "mediation/confirmation/subject /agreement/subject"
	require.Equal(t, []string{late}, codes("2013-06-03"))
	require.Equal(t, []string{late, subject}, codes("2021-12-31"))
	require.Equal(t, []string{late, court, subject}, codes("2022-01-01"))
}

// Whoever mediates has a name, also in a dispute that was never read.
func TestMediatorsAreNamed(t *testing.T) {
	d := whole()
	d.Mediators[1].Name = ""
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, local()))
	require.NoError(t, err)
	require.Equal(t, []string{"mediation/mediators /mediators/1/name"}, places(issues))
}

// A year without notice judges nobody late.
func TestUnknownCalendar(t *testing.T) {
	calendar, err := workday.New()
	require.NoError(t, err)
	p := local()
	p.Calendar = calendar
	d := whole()
	d.Visits, d.Court.Applied = nil, day("2024-06-03")
	d.Court.Accepted, d.Court.Decided = day("2024-06-03"), day("2024-06-04")
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, p))
	require.NoError(t, err)
	require.Empty(t, issues)
}

func TestFaultyProfile(t *testing.T) {
	_, err := dispute.Checks(mediation.Profile{Answer: workday.Span{N: -1, Unit: workday.WorkingDays}})
	require.ErrorContains(t, err, "正数")
}

// 民事诉讼法第二百五十条：履行期间的最后一日、最后一期，没有约定的自裁定生效起。
func TestExecutionBegins(t *testing.T) {
	late := func(d *dispute.Dispute) bool {
		d.Court.Executed = day("2026-05-06")
		issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, mediation.Profile{}))
		require.NoError(t, err)
		return len(issues) == 1 && issues[0].Code == "mediation/execution/term"
	}
	d := whole()
	require.False(t, late(d), "2024年6月30日起")
	d.Agreement.Until, d.Performed[0].Done, d.Performed[0].Due = day("2024-03-31"), day("2024-03-31"), day("2024-04-30")
	require.True(t, late(d), "2026年4月30日止")
	d.Performed[0].Due = day("2024-05-31")
	require.False(t, late(d), "最后一期")
	d.Agreement.Until, d.Performed[0].Due = fazhi.Date{}, fazhi.Date{}
	d.Court.Decided, d.Court.Accepted = day("2024-04-30"), day("2024-04-08")
	require.NotContains(t, places(found(t, d)), "mediation/execution/term /court/executed", "裁定何时生效，没有记载")
	d.Court.Served = day("2024-04-30")
	require.Contains(t, places(found(t, d)), "mediation/execution/term /court/executed", "自送达起")
}

func found(t *testing.T, d *dispute.Dispute) fazhi.Issues {
	t.Helper()
	issues, err := fazhi.Validate(t.Context(), d, d.LawOn(today()), today(), checks(t, mediation.Profile{}))
	require.NoError(t, err)
	return issues
}

// A dispute that is still with the committee, or ended too late, is named by the place that it has.
func TestMedicalTermNamesThePlace(t *testing.T) {
	d := whole()
	d.Sort, d.Accepted, d.Extended = "医疗", day("2024-01-02"), fazhi.Date{}
	require.Contains(t, places(found(t, d)), "mediation/term/medical /agreement/agreed")
	d.Agreement, d.Ended = nil, &dispute.Ending{On: day("2024-03-08"), Why: "调解不成", Advice: []string{"司法"}}
	require.Contains(t, places(found(t, d)), "mediation/term/medical /ended/on")
	d.Agreement, d.Ended, d.Form = nil, nil, "口头"
	require.Contains(t, places(found(t, d)), "mediation/agreement/written /form")
}
