package supervision_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/reporttest"
)

// inspections have rows at the borders of the year 2024.
func inspections() []*supervision.Inspection {
	return []*supervision.Inspection{
		{Serial: "前年最后一日", Sort: "专项监督", From: day("2023-12-31"), Sampled: count(100), Found: count(9), Circulated: day("2024-01-20")},
		{Serial: "第一日", Sort: "专项监督", From: day("2024-01-01"), Sampled: count(20), Found: count(3), Circulated: day("2024-02-01")},
		{Serial: "日常监督", Sort: "日常监督", From: day("2024-03-01"), Sampled: count(4), Found: count(1), Circulated: day("2024-03-02")},
		{Serial: "最后一日", Sort: "专项监督", From: day("2024-12-31"), Sampled: count(30), Found: count(2), Circulated: day("2025-01-15")},
		{Serial: "次年第一日", Sort: "专项监督", From: day("2025-01-01"), Sampled: count(50), Found: count(5)},
	}
}

// problems have rows of every standing on the last day of 2024.
func problems() []*supervision.Problem {
	return []*supervision.Problem{
		{Serial: "办结", Found: day("2024-01-01"), Notice: number(1), Noticed: day("2024-01-05"), Due: day("2024-02-05"), Rectified: day("2024-02-05"), Rechecked: day("2024-02-10"), Result: supervision.Passed, Closed: day("2024-02-10")},
		{Serial: "同一通知书", Found: day("2024-01-02"), Notice: number(1), Noticed: day("2024-01-05"), Due: day("2024-02-05"), Rectified: day("2024-02-06"), Rechecked: day("2024-02-10"), Result: supervision.Passed, Closed: day("2025-01-01")},
		{Serial: "退回", Found: day("2024-03-01"), Notice: number(2), Noticed: day("2024-03-05"), Due: day("2024-12-30"), Rectified: day("2024-04-05"), Rechecked: day("2024-04-10"), Result: supervision.Failed, Returned: day("2024-04-10")},
		{Serial: "期限恰在最后一日", Found: day("2024-12-01"), Notice: number(3), Noticed: day("2024-12-02"), Due: day("2024-12-31")},
		{Serial: "前年发现，逾期", Found: day("2023-12-31"), Notice: number(9), Noticed: day("2023-12-31"), Due: day("2024-01-31"), Rectified: day("2025-01-02")},
		{Serial: "前年发现，本年整改", Found: day("2023-11-01"), Noticed: day("2023-11-02"), Due: day("2023-12-02"), Rectified: day("2024-01-03")},
		{Serial: "没有文号，没有整改，误作办结", Found: day("2024-05-01"), Noticed: day("2024-05-06"), Due: day("2024-06-06"), Closed: day("2024-07-01")},
		{Serial: "最后一日发现", Found: day("2024-12-31")},
		{Serial: "次年发现", Found: day("2025-01-01"), Notice: number(4), Noticed: day("2025-01-02"), Due: day("2025-02-02")},
	}
}

func TestInspectionFigures(t *testing.T) {
	require.Equal(t, map[string]string{"执法监督.检查": "2次", "执法监督.抽查": "50件", "执法监督.问题": "5条", "执法监督.通报": "1次"},
		reporttest.Printed(supervision.InspectionFigures(inspections(), 2024)))
	require.Equal(t, map[string]string{"执法监督.检查": "0次", "执法监督.抽查": "0件", "执法监督.问题": "0条", "执法监督.通报": "0次"},
		reporttest.Printed(supervision.InspectionFigures(nil, 2024)))
	unstated := []*supervision.Inspection{{Serial: "没有写明", Sort: "专项监督", From: day("2024-05-01")}}
	require.Equal(t, "0件", reporttest.Printed(supervision.InspectionFigures(unstated, 2024))["执法监督.抽查"])
}

func TestProblemFigures(t *testing.T) {
	figures := supervision.ProblemFigures(problems(), 2024)
	require.Equal(t, map[string]string{"执法监督.通知书": "3份", "执法监督.整改": "3条", "执法监督.复查": "3条", "执法监督.未办结": "6条",
		"执法监督.逾期": "2条", "执法监督.整改率": "33.33%"}, reporttest.Printed(figures))
	require.Equal(t, fazhi.Rate{Num: 2, Den: 6}, figures[len(figures)-1].Value)
	for serial, want := range map[string][]string{
		"退回":             {"执法监督.通知书", "执法监督.复查", "执法监督.未办结", "执法监督.逾期", "执法监督.整改率"},
		"期限恰在最后一日":       {"执法监督.通知书", "执法监督.未办结", "执法监督.整改率"},
		"前年发现，逾期":        {"执法监督.未办结", "执法监督.逾期"},
		"前年发现，本年整改":      {"执法监督.整改", "执法监督.未办结"},
		"次年发现":           nil,
		"没有文号，没有整改，误作办结": {"执法监督.整改率"},
	} {
		require.Equal(t, want, reporttest.Counting(figures, serial), serial)
	}
	require.Empty(t, reporttest.Printed(supervision.ProblemFigures(nil, 2024))["执法监督.整改率"])
}

// A year without problems has a sentence without a rate.
func TestProblemSectionWithoutRate(t *testing.T) {
	s, err := supervision.ProblemSection(problems()[4:6], 2024)
	require.NoError(t, err)
	for _, m := range s.Items[0].Marks {
		require.NotEqual(t, "执法监督.整改率", m.ID)
	}
}

// An invented year with the sums of a published report: 287 files drawn, 47 problems found.
func year() ([]*supervision.Inspection, []*supervision.Problem) {
	var all []*supervision.Inspection
	var found []*supervision.Problem
	for i, n := range []struct{ files, problems int64 }{{100, 20}, {120, 17}, {67, 10}} {
		serial := fmt.Sprintf("JC-%d", i+1)
		all = append(all, &supervision.Inspection{Serial: serial, Name: "投诉举报处理专项检查", Sort: "专项监督", Scheme: "1+X", Organs: []string{"甲局"},
			From: day("2024-06-03").AddDays(i * 7), Samples: supervision.Samples{{Sort: "投诉举报案件", N: n.files}},
			Sampled: count(n.files), Found: count(n.problems), Circulated: day("2024-07-15")})
		for j := range n.problems {
			found = append(found, &supervision.Problem{Serial: fmt.Sprintf("%s-%d", serial, j+1), Inspection: serial, Organ: "甲局", Sort: "程序",
				Detail: "未记录告知情况", Found: day("2024-06-28"), Notice: number(i + 1), Noticed: day("2024-07-15"), Due: day("2024-08-15"),
				Rectified: day("2024-08-12"), Rechecked: day("2024-08-20"), Result: supervision.Passed, Closed: day("2024-08-23")})
		}
	}
	return all, found
}

func TestFiguresOfAPublishedReport(t *testing.T) {
	inspections, problems := year()
	all := append(checks(t, supervision.Profile{}), supervision.LedgerChecks(inspections, problems)...)
	var docs []fazhi.Document
	for _, i := range inspections {
		docs = append(docs, i)
	}
	for _, x := range problems {
		docs = append(docs, x)
	}
	for _, d := range docs {
		issues, err := fazhi.Validate(t.Context(), d, day("2024-06-03"), day("2025-01-15"), all)
		require.NoError(t, err)
		require.Empty(t, issues)
	}
	s, err := supervision.InspectionSection(inspections, 2024)
	require.NoError(t, err)
	require.Equal(t, "全年开展行政执法专项监督检查3次，抽查案件287件，发现问题47条，通报3次。", sentence(t, s))
	s, err = supervision.ProblemSection(problems, 2024)
	require.NoError(t, err)
	require.Equal(t, "制发行政执法监督通知书3份，完成整改47条，复查47条，整改率100%；年末尚未办结0条，其中逾期未整改0条。", sentence(t, s))
}

// sentence prints the default prose of a section.
func sentence(t *testing.T, s report.Section) string {
	t.Helper()
	narrative := report.Narrative{Meta: report.Meta{Year: 2024}, Items: s.Items}
	d, _, err := report.Assemble(report.Template{}, narrative, []report.Section{s})
	require.NoError(t, err)
	return gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text)
}

// The figures that the shorter ledger of package activity gives, too, add up with these.
func TestFiguresAddUpWithTheShorterLedger(t *testing.T) {
	areas, err := activity.Standard()
	require.NoError(t, err)
	var added []string
	for _, area := range areas {
		for _, short := range area.Figures(nil, 2024) {
			for _, long := range supervision.InspectionFigures(inspections(), 2024) {
				if long.ID == short.ID {
					sum, err := long.Plus(short)
					require.NoError(t, err)
					require.Equal(t, long.Value, sum.Value)
					require.Equal(t, long.Name, short.Name)
					added = append(added, long.ID)
				}
			}
		}
	}
	require.Equal(t, []string{"执法监督.抽查", "执法监督.问题"}, added)
}
