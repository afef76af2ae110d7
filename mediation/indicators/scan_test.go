package indicators_test

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

var today = fazhi.DateOf(2025, 9, 1)

// profiles are several places' rules: none, local ones, and ones with conditions of their own.
func profiles() map[string]mediation.Profile {
	return map[string]mediation.Profile{
		"通常": {},
		"本地": {
			Limit: workday.Span{N: 20}, Risks: []string{"红", "低"}, Sources: []string{"主动调解"},
			Extensions: []mediation.Extension{{Sort: "邻里", Details: []string{"细目0"}}},
		},
		"两个月": {Limit: workday.Span{N: 2, Unit: workday.Months}, Risks: []string{}},
		"条件": {Requirements: []rules.Requirement{{
			Code: "local/mediation/difficulty", Basis: "某规定", Message: "调解成功，没有填写难易程度",
			Applies: []rubric.Condition{{Field: "调解结果", Relation: "等于", Value: "成功"}}, Meets: []rubric.Condition{{Field: "难易程度", Relation: "不为空"}},
		}}},
	}
}

// csvOf writes disputes as a CSV file; what cannot be read there is left out.
func csvOf(t testing.TB, cases []*mediation.Case) []byte {
	t.Helper()
	sheet, err := table.SheetOf("", cases)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, table.WriteCSV(&b, sheet))
	return b.Bytes()
}

// A list is a source of rows that is no CSV file.
type list struct{ *table.CSVFile }

func (l list) Rows(sheet string) iter.Seq2[table.Raw, error] { return l.CSVFile.Rows(sheet) }

// A scan finds what fazhi.Validate finds with all checks in every row, and counts what a Counter counts, whatever the ledger
// holds, the place's rules are, and how many goroutines read.
func TestScanFindsTheSame(t *testing.T) {
	data := csvOf(t, newMaker(t, 1, true).ledger(5_000))
	const part = 256 << 10
	require.Greater(t, len(data), 3*part)
	src, err := table.CSV("台账.csv", data)
	require.NoError(t, err)
	for name, profile := range profiles() {
		want := slowly(t, src, profile)
		require.Len(t, want.Found.Listed, 1000)
		for _, by := range []struct {
			source  table.Source
			workers int
		}{{list{src}, 0}, {src, 1}, {src, 3}} {
			s := indicators.Scan{Unit: unit, Period: fazhi.YearOf(2024), Profile: profile, Today: today, Workers: by.workers}
			got, err := indicators.InParts(s, part).Run(t.Context(), by.source, "")
			require.NoError(t, err)
			require.Empty(t, got.Grid.Check())
			require.Equal(t, want.Grid, got.Grid, name)
			require.Equal(t, want.Found, got.Found, name)
			require.Equal(t, want.Read, got.Read)
			require.Equal(t, want.Tally, got.Tally)
		}
	}
}

// slowly does what a scan does, with all checks on all rows that a list holds.
func slowly(t *testing.T, src table.Source, profile mediation.Profile) *indicators.Scanned {
	t.Helper()
	checks, err := mediation.Checks(profile)
	require.NoError(t, err)
	records, read, err := table.Read[mediation.Case](src, "", table.Options{Repeats: true})
	require.NoError(t, err)
	s := &indicators.Scanned{Read: read, Tally: records.Tally}
	found := make(map[fazhi.Code]int)
	for _, c := range records.All {
		issues, err := fazhi.Validate(t.Context(), c, c.LawOn(today), today, checks)
		require.NoError(t, err)
		if issues.Count(fazhi.Error) > 0 {
			s.Found.Rows++
		}
		for _, i := range issues {
			found[i.Code]++
			if len(s.Found.Listed) < 1000 {
				s.Found.Listed = append(s.Found.Listed, i)
			}
		}
	}
	for _, c := range checks {
		if n := found[c.Code]; n > 0 {
			s.Found.Counts = append(s.Found.Counts, indicators.CodeCount{Code: c.Code, N: n})
		}
	}
	counter := newCounter(t, unit, fazhi.YearOf(2024), indicators.Settings{})
	for _, c := range records.All {
		one := *c
		one.Serial = "" // a scan does not compare numbers
		counter.Add(&one)
	}
	s.Grid, _ = counter.Grid()
	return s
}

// The sum of the counties is the nation's figure to the last unit, in every item, and each county's row is what its own ledger
// gives.
func TestCountiesAndNation(t *testing.T) {
	all := newMaker(t, 3, true).ledger(14_000)
	scan := func(name string, cases []*mediation.Case) *indicators.Grid {
		src, err := table.CSV("台账.csv", csvOf(t, cases))
		require.NoError(t, err)
		s, err := indicators.Scan{Unit: name, Period: fazhi.YearOf(2024), Today: today, Settings: indicators.Settings{Counties: []string{"990103", "990101", "990102"}}}.Run(t.Context(), src, "")
		require.NoError(t, err)
		require.Empty(t, s.Grid.Check())
		return s.Grid
	}
	nation := scan("全国", all)
	require.Equal(t, nation.Total, sumOf(nation.Axis(indicators.ByCounty)))
	var grids []*indicators.Grid
	for _, code := range []string{"990101", "990102", "990103", ""} {
		of := slices.DeleteFunc(slices.Clone(all), func(c *mediation.Case) bool {
			known := slices.Contains([]string{"990101", "990102", "990103"}, c.County)
			return known && c.County != code || !known && code != ""
		})
		g := scan("县"+code, of)
		if code != "" {
			require.Equal(t, g.Total, nation.Row(indicators.ByCounty, code))
		}
		grids = append(grids, g)
	}
	require.NotZero(t, nation.Row(indicators.ByCounty, indicators.Elsewhere)[indicators.Accepted])
	sum, err := indicators.Merge("全国", grids...)
	require.NoError(t, err)
	require.Equal(t, nation.Total, sum.Total)
	require.Equal(t, nation.Months, sum.Months)
	for _, axis := range []string{indicators.ByCounty, indicators.BySort, indicators.BySource, indicators.ByRisk, indicators.ByDetail} {
		require.Equal(t, nation.Axis(axis), sum.Axis(axis), axis)
	}
}

// What a doubt leaves out, the check would not have found: tried with disputes that no ledger could hold, too.
func TestDoubts(t *testing.T) {
	for name, profile := range profiles() {
		checks, err := mediation.Checks(profile)
		require.NoError(t, err)
		doubt := indicators.Doubt(t, profile, today)
		codes := make(map[fazhi.Code]bool)
		left := 0
		for seed := range uint64(8) {
			for _, c := range newMaker(t, seed, true).ledger(1000) {
				want, err := fazhi.Validate(t.Context(), c, c.LawOn(today), today, checks)
				require.NoError(t, err)
				got, run := doubt(c)
				require.Equal(t, want, got, name)
				left += len(checks) - run
				for _, i := range want {
					codes[i.Code] = true
				}
			}
		}
		require.Greater(t, left, 10*8_000, "most checks are left out")
		for _, c := range checks {
			if c.Code == "mediation/detail" && profile.Extensions == nil || c.Code == "mediation/risk" && profile.Risks == nil || c.Code == "mediation/source" && profile.Sources == nil {
				continue
			}
			require.True(t, codes[c.Code], "%s: %s was never found", name, c.Code)
		}
	}
}

// Every doubt is one of a check that there is.
func TestDoubtsAreOfChecks(t *testing.T) {
	checks, err := mediation.Checks(mediation.Profile{})
	require.NoError(t, err)
	for _, code := range indicators.DoubtCodes() {
		require.True(t, slices.ContainsFunc(checks, func(c fazhi.Check) bool { return c.Code == code }), code)
	}
}

// What is in a file with faults of all kinds is told, and does not stop the rest.
func TestScanNotes(t *testing.T) {
	src, err := table.CSV("台账.csv", []byte("编号,调解委员会,受理日期,调解结果,调解日期,协议形式,签名盖章齐全,媒体报道日期,行政区划代码,并入编号\n"+
		"1,某调委会,2024-03-01,成功,2024-03-05,书面,否,,990101,\n"+
		"1,某调委会,2024-03-01,成功,2024-03-05,书面,是,,990102,\n"+
		"3,某调委会,三月,成功,2024-03-05,书面,是,,990101,\n"+
		"4,某调委会,2024-03-01,调解中,,,,,990101,1\n"))
	require.NoError(t, err)
	s := indicators.Scan{Unit: unit, Period: fazhi.YearOf(2024), Today: day("2024-03-20"), Settings: indicators.Settings{Counties: []string{"990101"}, Axes: []string{indicators.ByCounty}}}
	got, err := s.Run(t.Context(), src, "")
	require.NoError(t, err)
	require.Equal(t, []string{"table/cell/date “受理日期”列：不是有效日期：应写作 2025-02-17 或 2025年2月17日"}, said(got.Read)[:1:1])
	require.Equal(t, []indicators.CodeCount{{Code: "mediation/agreement/effect", N: 1}}, got.Found.Counts)
	require.Equal(t, "台账.csv!G2", got.Found.Listed[0].Origin.String())
	require.Equal(t, 1, got.Found.Rows)
	require.Equal(t, []string{
		"mediation/indicators/county 有1行的行政区划代码不在名单之中，计入“不在名单中”",
		"mediation/indicators/uncompared 没有核对编号是否重复、并入编号是否存在",
	}, said(got.Notes))
	require.EqualValues(t, 2, got.Grid.Total[indicators.Accepted])
	require.EqualValues(t, 1, got.Grid.Total[indicators.Merged])
	require.EqualValues(t, 1, got.Grid.Row(indicators.ByCounty, "990101")[indicators.Accepted])
	require.Equal(t, table.Tally{Rows: 4, Good: 3, Bad: 1}, got.Tally)
}

func TestScanRefuses(t *testing.T) {
	src, err := table.CSV("台账.csv", csvOf(t, newMaker(t, 1, false).ledger(10)))
	require.NoError(t, err)
	good := indicators.Scan{Unit: unit, Period: fazhi.YearOf(2024), Today: today}
	_, err = good.Run(t.Context(), src, "没有")
	require.ErrorIs(t, err, table.ErrNoSheet)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = good.Run(ctx, src, "")
	require.ErrorIs(t, err, context.Canceled)
	bad := good
	bad.Unit = ""
	_, err = bad.Run(t.Context(), src, "")
	require.ErrorIs(t, err, indicators.ErrUnit)
	bad = good
	bad.Profile.Limit.N = -1
	_, err = bad.Run(t.Context(), src, "")
	require.ErrorContains(t, err, "期限")
	require.False(t, errors.Is(err, indicators.ErrUnit))
}

// Sums that are out of range are said and added nowhere, also where they only arise when the parts of a file meet.
func TestScanOutOfRange(t *testing.T) {
	cases := newMaker(t, 1, false).ledger(3_000)
	for _, c := range cases {
		c.Accepted, c.Result, c.Closed, c.Amount = day("2024-05-01"), "成功", day("2024-05-02"), 1<<53/2_000
	}
	data := csvOf(t, cases)
	const part = 100 << 10
	require.Greater(t, len(data), 3*part)
	src, err := table.CSV("台账.csv", data)
	require.NoError(t, err)
	s := indicators.Scan{Unit: unit, Period: fazhi.YearOf(2024), Today: today}
	got, err := indicators.InParts(s, part).Run(t.Context(), src, "")
	require.NoError(t, err)
	require.Empty(t, got.Grid.Check())
	require.Less(t, got.Grid.Total[indicators.Accepted], int64(2_001))
	require.Greater(t, got.Grid.Total[indicators.Accepted], int64(500))
	require.Equal(t, 1, slices.IndexFunc(append(fazhi.Issues{{}}, got.Notes...), func(i fazhi.Issue) bool { return i.Code == indicators.BadAmount }))
}
