package supervision_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/workday"
)

func calendar(t testing.TB) *workday.Calendar {
	t.Helper()
	c, err := workday.StateCouncil()
	require.NoError(t, err)
	return c
}

// local is an invented profile that sets everything.
func local(t testing.TB) supervision.Profile {
	return supervision.Profile{
		Schemes: []supervision.Scheme{
			{Name: "1+X", Partners: []string{"某派驻机构", "某检察院"}},
			{Name: "8+4", Functions: []string{"甲项职能", "乙项职能"}},
		},
		Sorts: []string{"主体", "程序", "证据"},
		Limits: supervision.Limits{
			Notice: workday.Span{N: 5}, Rectification: workday.Span{N: 30, Unit: workday.CalendarDays},
			Again: workday.Span{N: 10}, Recheck: workday.Span{N: 7},
		},
		Calendar: calendar(t),
	}
}

func checks(t testing.TB, p supervision.Profile) []fazhi.Check {
	t.Helper()
	all, err := supervision.Checks(p)
	require.NoError(t, err)
	return all
}

func TestInspectionChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/inspections"), checktest.Of(supervision.InspectionKind, checks(t, local(t))), checktest.Decode[supervision.Inspection])
}

func TestProblemChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/problems"), checktest.Of(supervision.ProblemKind, checks(t, local(t))), checktest.Decode[supervision.Problem])
}

// ledgers are what one row is held against.
func ledgers() []fazhi.Check {
	return supervision.LedgerChecks(
		[]*supervision.Inspection{{Serial: "JC-1", Organs: []string{"甲局", "乙局"}}},
		[]*supervision.Problem{{Serial: "WT-1", Inspection: "JC-1"}, {Serial: "WT-2", Inspection: "JC-1"}},
	)
}

func TestLedgerChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/ledgers/inspections"), checktest.Of(supervision.InspectionKind, ledgers()), checktest.Decode[supervision.Inspection])
	checktest.Run(t, os.DirFS("testdata/ledgers/problems"), checktest.Of(supervision.ProblemKind, ledgers()), checktest.Decode[supervision.Problem])
}

func TestCodes(t *testing.T) {
	all := append(checks(t, local(t)), ledgers()...)
	all = append(all, checktest.Gates(t, all, supervision.Flow(local(t)))...)
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// What the profile does not set is not checked.
func TestProfileOfNothing(t *testing.T) {
	var codes []fazhi.Code
	for _, c := range checks(t, supervision.Profile{}) {
		codes = append(codes, c.Code)
	}
	for _, absent := range []fazhi.Code{"enforcement/supervision/inspection/scheme", "enforcement/supervision/problem/sort", "enforcement/supervision/rectification/due"} {
		require.NotContains(t, codes, absent)
	}
	named := checks(t, supervision.Profile{Rule: "某区监督办法"})
	require.True(t, slices.ContainsFunc(named, func(c fazhi.Check) bool { return c.Basis == "某区监督办法" }))
}

// Mistakes in a profile are said together, at the start.
func TestProfileIsVetted(t *testing.T) {
	_, err := supervision.Checks(supervision.Profile{
		Sorts:   []string{"程序", "程序"},
		Schemes: []supervision.Scheme{{Name: "1+X", Partners: []string{""}}, {Name: "1+X"}, {Name: "8+4", Functions: []string{"甲", "甲"}}},
	})
	require.ErrorIs(t, err, supervision.ErrProfile)
	for _, place := range []string{"问题目录第2项", "监督方案第2项", "方案“1+X”的联合单位第1项", "方案“8+4”的职能第2项"} {
		require.ErrorContains(t, err, place)
	}
}

// Checks keep what they were given, not what the caller does with it later.
func TestProfileIsKept(t *testing.T) {
	p := local(t)
	all := checks(t, p)
	p.Sorts[1], p.Schemes[0].Partners[0] = "别的", "别的"
	x := &supervision.Problem{Serial: "1", Inspection: "1", Organ: "甲局", Sort: "程序", Found: day("2024-06-03")}
	issues, err := fazhi.Validate(t.Context(), x, x.Found, x.Found, all)
	require.NoError(t, err)
	require.Empty(t, issues)
}

// 30 days from 15 July end on 14 August; ten working days from 2 September on Saturday 14 September, which
// was worked.
func TestDue(t *testing.T) {
	p, c := local(t), calendar(t)
	for _, x := range []struct {
		problem supervision.Problem
		want    string
	}{
		{supervision.Problem{}, ""},
		{supervision.Problem{Noticed: day("2024-07-15")}, "2024-08-14"},
		{supervision.Problem{Noticed: day("2024-07-15"), Returned: day("2024-09-02")}, "2024-09-14"},
	} {
		due, err := p.Due(c, &x.problem)
		require.NoError(t, err)
		require.Equal(t, x.want, due.String())
	}
	p.Limits.Again = workday.Span{}
	due, err := p.Due(c, &supervision.Problem{Returned: day("2024-09-02")})
	require.NoError(t, err)
	require.Equal(t, "2024-10-08", due.String(), "10月2日在国庆假期")
	_, err = p.Due(c, &supervision.Problem{Noticed: day("1990-01-02")})
	require.ErrorIs(t, err, workday.ErrNoCalendar)
}

// Without a due date in the ledger the limit decides; without a calendar nothing does.
func TestOverdueByTheLimit(t *testing.T) {
	x := &supervision.Problem{Noticed: day("2024-07-15")}
	late := func(p supervision.Profile, on string) bool {
		issues, err := fazhi.Validate(t.Context(), x, x.Noticed, day(on), checks(t, p))
		require.NoError(t, err)
		return slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == "enforcement/supervision/rectification/overdue" })
	}
	require.False(t, late(local(t), "2024-08-14"))
	require.True(t, late(local(t), "2024-08-15"))
	p := local(t)
	p.Calendar = nil
	require.False(t, late(p, "2025-08-15"))
}

// On a day before the rectification the problem is judged as it stood on that day.
func TestIsOverdue(t *testing.T) {
	x := supervision.Problem{Due: day("2024-12-31"), Rectified: day("2025-01-02")}
	require.False(t, x.IsOverdue(day("2024-12-31")))
	require.True(t, x.IsOverdue(day("2025-01-01")))
	require.True(t, x.IsOverdue(day("2025-06-01")))
	x.Rectified = day("2024-12-31")
	require.False(t, x.IsOverdue(day("2025-06-01")))
	require.False(t, (&supervision.Problem{}).IsOverdue(day("2025-06-01")))
}
