package statistics_test

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
)

const unit = "某某区"

func caseGrid(t testing.TB, p fazhi.Period, cases []*reconsideration.Case) *statistics.Grid {
	t.Helper()
	c, err := statistics.OfCases(unit, p)
	return count(t, c, err, cases)
}

func suitGrid(t testing.TB, p fazhi.Period, suits []*reconsideration.Suit) *statistics.Grid {
	t.Helper()
	c, err := statistics.OfSuits(unit, p)
	return count(t, c, err, suits)
}

func count[D any](t testing.TB, c *statistics.Counter[D], err error, records []*D) *statistics.Grid {
	t.Helper()
	require.NoError(t, err)
	statistics.Count(slices.Values(records), c)
	g, _ := c.Grid()
	return g
}

// course are cases of which each stands somewhere else in 2024.
func course() []*reconsideration.Case {
	return []*reconsideration.Case{
		{Received: day("2023-12-20"), Intake: "受理", Accepted: day("2023-12-25"), Concluded: day("2024-01-01"), Outcome: "撤销", Respondent: "甲局"},
		{Received: day("2023-12-29"), Intake: "受理", Accepted: day("2024-01-03"), Concluded: day("2024-03-01"), Outcome: "维持", Respondent: "甲局", Opinions: 2},
		{Received: day("2023-11-01"), Intake: "受理", Accepted: day("2023-11-06"), Concluded: day("2023-12-31"), Outcome: "变更"},
		{Received: day("2023-12-30"), Intake: "不予受理", Handled: day("2024-01-04")},
		{Received: day("2024-02-01"), Intake: "不予受理"},
		{Received: day("2024-02-02"), Intake: "视为放弃", Asked: day("2024-02-05"), Handled: day("2024-02-20")},
		{Received: day("2024-02-03"), Intake: "转送", Handled: day("2024-02-06")},
		{Received: day("2024-02-04"), Intake: "告知", Handled: day("2024-02-06")},
		{Received: day("2024-02-05"), Intake: "案前和解", Handled: day("2024-02-06")},
		{Received: day("2024-02-06"), Intake: "受理前撤回", Handled: day("2024-02-07")},
		{Received: day("2024-12-30"), Intake: "审查中"},
		{Received: day("2024-12-30"), Intake: "受理", Accepted: day("2025-01-03")},
		{Received: day("2024-12-20"), Intake: "受理", Asked: day("2024-12-24"), Supplied: day("2025-01-02"), Accepted: day("2025-01-06")},
		{Received: day("2024-12-01"), Intake: "视为受理", Accepted: day("2024-12-09"), Procedure: "简易", Concluded: day("2025-01-02"), Outcome: "调解"},
		{Received: day("2024-10-01"), Intake: "受理", Accepted: day("2024-10-08"), Suspended: day("2024-11-01"), Resumed: day("2025-02-01")},
		{Received: day("2024-05-01"), Intake: "受理", Accepted: day("2024-05-06"), Suspended: day("2024-05-20"), Resumed: day("2024-06-20"), Procedure: "简易",
			Concluded: day("2024-07-01"), Outcome: "改变后撤回终止", Indirect: true, Sued: "起诉", Respondent: "乙局"},
		{Received: day("2024-05-01"), Intake: "受理", Accepted: day("2024-05-06"), Procedure: "简易转普通", Concluded: day("2024-07-01"), Outcome: "本期新收"},
		{Received: day("2025-01-01"), Intake: "受理", Accepted: day("2025-01-02")},
	}
}

func TestCountsOfAYear(t *testing.T) {
	c, err := statistics.OfCases(unit, fazhi.YearOf(2024))
	require.NoError(t, err)
	statistics.Count(slices.Values(append(course(), &reconsideration.Case{Intake: "审查中"}, nil)), c)
	g, issues := c.Grid()
	require.Equal(t, fazhi.Issues{{Code: statistics.Undated, Severity: fazhi.Warning, Message: "有2件没有任何日期，没有计入"}}, issues)
	require.Equal(t, statistics.Counts{
		statistics.Received: 13, statistics.CarriedPending: 2, statistics.CarriedOpen: 1,
		statistics.Accepted: 6, statistics.NewlyAccepted: 5, statistics.Elsewhere: 2, statistics.Refused: 2, statistics.Waived: 1,
		statistics.Settled: 1, statistics.Withdrawn: 1, statistics.Unreviewed: 2, statistics.Supplementing: 1,
		statistics.InWork: 1, statistics.Suspended: 1, statistics.Concluded: 4, "撤销": 1, "维持": 1, "改变后撤回终止": 1, statistics.Unlisted: 1,
		statistics.Indirect: 1, statistics.SimpleAccepted: 3, statistics.SimpleConcluded: 1, statistics.SuedAfter: 1, statistics.Opinions: 2,
	}, g.Total)
	require.Empty(t, g.Check())
	require.Equal(t, []string{"乙局", "甲局", statistics.Blank}, names(g.Axis("被申请人")))
	require.Equal(t, statistics.Counts{
		statistics.CarriedPending: 1, statistics.CarriedOpen: 1, statistics.Accepted: 2, statistics.NewlyAccepted: 1, statistics.Concluded: 2, "撤销": 1, "维持": 1, statistics.Opinions: 2,
	}, g.Axis("被申请人")[1].Counts)
	require.Equal(t, statistics.Counts{
		statistics.Received: 4, statistics.Unreviewed: 2, statistics.Supplementing: 1,
		statistics.CarriedOpen: 1, statistics.Accepted: 2, statistics.NewlyAccepted: 1, statistics.SimpleAccepted: 1, statistics.InWork: 1, statistics.Suspended: 1,
	}, g.Months[11].Counts)
	require.Nil(t, g.Axis("星期"))
}

func names(rows []statistics.Row) (names []string) {
	for _, row := range rows {
		names = append(names, row.Name)
	}
	return names
}

func TestCountsOfSuits(t *testing.T) {
	g := suitGrid(t, statistics.Quarter(2024, 1), []*reconsideration.Suit{
		{Instance: "一审", Notified: day("2023-12-01"), Heard: day("2024-01-05"), Appeared: "负责人", Organs: 2, Heads: 1, Concluded: day("2024-02-01"), Result: "撤销"},
		{Instance: "一审", Notified: day("2024-01-01"), Heard: day("2024-02-05"), Appeared: "工作人员", Concluded: day("2024-03-31"), Result: "驳回诉讼请求"},
		{Instance: "一审", Notified: day("2024-01-02"), Concluded: day("2024-02-01"), Result: "主动撤诉"},
		{Instance: "二审", Notified: day("2024-01-03"), Concluded: day("2024-02-01"), Result: "撤销"},
		{Instance: "二审", Notified: day("2024-01-04"), Heard: day("2024-04-01"), Appeared: "负责人", Concluded: day("2024-04-02"), Result: "胜诉"},
		{Instance: "一审", Notified: day("2023-01-04"), Concluded: day("2023-12-31"), Result: "变更"},
		{Instance: "一审", Notified: day("2024-04-01")},
	})
	require.Equal(t, statistics.Counts{
		statistics.Received: 4, statistics.Carried: 1, statistics.Pending: 1, statistics.Concluded: 4, "撤销": 2, "驳回诉讼请求": 1, "主动撤诉": 1,
		statistics.First: 3, statistics.FirstJudged: 2, statistics.FirstLost: 1,
		statistics.Heard: 2, statistics.HeadsHeard: 1, statistics.OrganTimes: 3, statistics.HeadTimes: 1,
	}, g.Total)
	require.Empty(t, g.Check())
	require.Equal(t, []string{"一审", "二审"}, names(g.Axis("审级")))
}

// Rows stand in the order of the ledger's choices, what is not said last.
func TestOrderOfRows(t *testing.T) {
	g := caseGrid(t, fazhi.YearOf(2024), newMaker(1, false).cases(500))
	require.Equal(t, []string{"当面", "来信", "互联网", statistics.Blank}, names(g.Axis("收案渠道")))
	require.Equal(t, []string{"1至3人", "4至10人", "11至20人", "31至50人", "超过100人", statistics.Blank}, names(g.Axis("申请人人数")))
	require.Equal(t, unit, g.Axis(statistics.UnitAxis)[0].Name)
	require.Len(t, g.Months, 12)
	require.Equal(t, "2024年12月", g.Months[11].Name)
}

// Whatever a ledger holds, for any period: the grid agrees with itself, and each month is what its own grid would be.
func TestIdentitiesHold(t *testing.T) {
	for seed := range uint64(24) {
		m := newMaker(seed, seed%2 == 1)
		cases, suits, p := m.cases(300), m.suits(300), m.period()
		for _, of := range []func(fazhi.Period) *statistics.Grid{
			func(p fazhi.Period) *statistics.Grid { return caseGrid(t, p, cases) },
			func(p fazhi.Period) *statistics.Grid { return suitGrid(t, p, suits) },
		} {
			g := of(p)
			require.Empty(t, g.Check(), "seed %d", seed)
			from := p.From
			for i, month := range g.Months {
				y, mm, _ := from.Date()
				to := fazhi.DateOf(y+int(mm)/12, mm%12+1, 1).AddDays(-1)
				if i == len(g.Months)-1 {
					to = p.To
				}
				alone := of(fazhi.Period{From: from, To: to})
				require.Equal(t, alone.Total, month.Counts, "seed %d, %s", seed, month.Name)
				require.Equal(t, alone.Months[0].Name, month.Name)
				from = to.AddDays(1)
			}
		}
	}
}

// The grid of a year has the numbers that the annual report has.
func TestGridAgreesWithTheAnnualReport(t *testing.T) {
	m := newMaker(3, false)
	cases, suits := m.cases(2000), m.suits(2000)
	for year := 2023; year <= 2025; year++ {
		g, figures := caseGrid(t, fazhi.YearOf(year), cases), reconsideration.Figures(cases, year)
		require.Equal(t, figures[0].Value, fazhi.Count{N: g.Total[statistics.Received]})
		require.Equal(t, figures[1].Value, fazhi.Count{N: g.Total[statistics.Concluded]})
		rate, err := statistics.DirectCorrection().Of(g)
		require.NoError(t, err)
		require.Equal(t, figures[2].Value, rate.Value)

		g, figures = suitGrid(t, fazhi.YearOf(year), suits), reconsideration.SuitFigures(suits, year)
		government := g.Axis("被告层级")[0]
		require.Equal(t, "本级政府", government.Name)
		require.Equal(t, figures[0].Value, fazhi.Count{N: government.Counts[statistics.Received]})
		require.Equal(t, figures[1].Value, fazhi.Count{N: government.Counts[statistics.Concluded]})
		require.Equal(t, figures[2].Value, valueOf(t, "负责人出庭应诉率", g))
		require.Equal(t, figures[3].Value, valueOf(t, "败诉率", g))
	}
}

func valueOf(t *testing.T, name string, g *statistics.Grid) fazhi.Quantity {
	t.Helper()
	f, err := ratio(t, g.Form, name).Of(g)
	require.NoError(t, err)
	return f.Value
}

func ratio(t *testing.T, form statistics.Form, name string) statistics.Ratio {
	t.Helper()
	all := statistics.Ratios(form)
	i := slices.IndexFunc(all, func(r statistics.Ratio) bool { return r.Name == name })
	require.GreaterOrEqual(t, i, 0, name)
	return all[i]
}

// Any single number that somebody changes is found, zeros too.
func TestEveryChangedNumberIsFound(t *testing.T) {
	m := newMaker(5, false)
	changed := 0
	for _, g := range []*statistics.Grid{
		caseGrid(t, statistics.Quarter(2024, 1), m.cases(120)), suitGrid(t, statistics.Quarter(2024, 1), m.suits(120)),
		caseGrid(t, fazhi.Period{From: day("2024-03-05"), To: day("2024-03-09")}, nil),
	} {
		for _, counts := range allCounts(g) {
			for item := range itemsOf(t, g.Form) {
				for _, by := range []int64{1, -1} {
					was, had := counts[item]
					counts[item] += by
					require.NotEmpty(t, g.Check(), "%s by %d", item, by)
					if counts[item] = was; !had {
						delete(counts, item)
					}
					changed++
				}
			}
		}
		require.Empty(t, g.Check())
	}
	require.Greater(t, changed, 5_000)
}

// allCounts returns the numbers of every row.
func allCounts(g *statistics.Grid) []statistics.Counts {
	all := []statistics.Counts{g.Total}
	for _, a := range g.Axes {
		for _, row := range a.Rows {
			all = append(all, row.Counts)
		}
	}
	for _, row := range g.Months {
		all = append(all, row.Counts)
	}
	return all
}

// itemsOf returns all items of a form: the columns of its sheet.
func itemsOf(t *testing.T, form statistics.Form) map[statistics.Item]bool {
	t.Helper()
	sheets, err := (&statistics.Grid{Form: form}).Sheets(nil)
	require.NoError(t, err)
	items := make(map[statistics.Item]bool)
	for _, c := range sheets[1].Columns[2:] {
		items[statistics.Item(c.Name)] = true
	}
	return items
}

// Every way in which a case may end is an item of its form.
func TestEveryEndIsAnItem(t *testing.T) {
	cases, suits := itemsOf(t, statistics.Cases), itemsOf(t, statistics.Suits)
	for _, o := range reconsideration.Outcomes() {
		require.True(t, cases[statistics.Item(o)], o)
	}
	for _, r := range reconsideration.Results() {
		require.True(t, suits[statistics.Item(r)], r)
	}
	require.Equal(t, []int{15 + 16 + 1 + 6, 4 + 22 + 1 + 7}, []int{len(cases), len(suits)}, "no two have one name")
}

// Both sides of what does not hold are told, with the place.
func TestBothSidesAreNamed(t *testing.T) {
	g := caseGrid(t, fazhi.YearOf(2024), course())
	g.Total[statistics.Refused]++
	require.Equal(t, []string{
		"/total：应当本期新收 + 上期结转（未受理） + 上期结转（已受理） = 受理 + 告知转送 + 不予受理 + 视为放弃 + 案前和解 + 受理前撤回 + 未审查 + 待补正，左边是16，右边是17 [reconsideration/statistics/balance]",
		"/axes/0：应当全部“不予受理” = 各统计单位“不予受理”之和，左边是3，右边是2 [reconsideration/statistics/total]",
	}, texts(g.Check())[:2])
	require.Equal(t, "/months：应当全部“不予受理” = 各月之和“不予受理”，左边是3，右边是2 [reconsideration/statistics/month]", texts(g.Check())[len(g.Check())-1])
	g.Total[statistics.Refused]--
	g.Months[3].Counts[statistics.CarriedOpen]++
	require.Contains(t, texts(g.Check()), "/months/3：应当本月“上期结转（已受理）” = 上月“办理中 + 中止”，左边是1，右边是0 [reconsideration/statistics/month]")
}

// What is carried over stands in the first month, what is open in the last one, what happened in all of them.
func TestMonthsAgreeWithTheTotal(t *testing.T) {
	for item, where := range map[statistics.Item]string{
		statistics.CarriedPending: "首月", statistics.CarriedOpen: "首月", statistics.Suspended: "末月", statistics.Unreviewed: "末月", statistics.Withdrawn: "各月之和",
	} {
		g := caseGrid(t, fazhi.YearOf(2024), course())
		n := g.Total[item]
		g.Total[item]++
		require.Contains(t, texts(g.Check()), fmt.Sprintf("/months：应当全部“%s” = %s“%s”，左边是%d，右边是%d [reconsideration/statistics/month]", item, where, item, n+1, n))
	}
}

// Bands of applicants end where the form's do.
func TestBands(t *testing.T) {
	for n, want := range map[int]string{-1: statistics.Blank, 0: statistics.Blank, 1: "1至3人", 3: "1至3人", 4: "4至10人", 80: "51至80人", 100: "81至100人", 101: "超过100人"} {
		g := caseGrid(t, fazhi.YearOf(2024), []*reconsideration.Case{{Received: day("2024-03-01"), Applicants: n}})
		require.Equal(t, []string{want}, names(g.Axis("申请人人数")), n)
	}
}

func texts(issues fazhi.Issues) (lines []string) {
	for _, i := range issues {
		lines = append(lines, i.String())
	}
	return lines
}

// A grid that nobody could have counted is told by its rows before its numbers.
func TestShapes(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(*statistics.Grid)
		want  string
	}{
		"表种":    {func(g *statistics.Grid) { g.Form = "" }, "/form reconsideration/statistics/shape"},
		"单位":    {func(g *statistics.Grid) { g.Unit = "" }, "/unit reconsideration/statistics/shape"},
		"缺分类":   {func(g *statistics.Grid) { g.Axes = g.Axes[1:] }, "/axes reconsideration/statistics/shape"},
		"分类改名":  {func(g *statistics.Grid) { g.Axes[2].Name = "部门" }, "/axes/2/name reconsideration/statistics/shape"},
		"行重复":   {func(g *statistics.Grid) { g.Axes[4].Rows[1].Name = "乙局" }, "/axes/4/rows/1/name reconsideration/statistics/shape"},
		"行无名":   {func(g *statistics.Grid) { g.Axes[4].Rows[1].Name = "" }, "/axes/4/rows/1/name reconsideration/statistics/shape"},
		"行太多":   {func(g *statistics.Grid) { g.Axes[4].Rows = make([]statistics.Row, 100_001) }, "/axes/4/rows reconsideration/statistics/shape"},
		"期间":    {func(g *statistics.Grid) { g.Period.To = fazhi.Date{} }, "/period reconsideration/statistics/shape"},
		"缺月":    {func(g *statistics.Grid) { g.Months = g.Months[:11] }, "/months reconsideration/statistics/shape"},
		"月份改名":  {func(g *statistics.Grid) { g.Months[2].Name = "三月" }, "/months/2/name reconsideration/statistics/shape"},
		"不明的项目": {func(g *statistics.Grid) { g.Total["其他"] = 0 }, "/total reconsideration/statistics/shape"},
		"负数":    {func(g *statistics.Grid) { g.Total["维持"] = -1 }, "/total reconsideration/statistics/number"},
		"过大":    {func(g *statistics.Grid) { g.Months[0].Counts["维持"] = 1 << 62 }, "/months/0 reconsideration/statistics/number"},
	} {
		g := caseGrid(t, fazhi.YearOf(2024), course())
		tt.spoil(g)
		issues := g.Check()
		require.Len(t, issues, 1, name)
		require.Equal(t, tt.want, string(issues[0].Path)+" "+string(issues[0].Code), name)
	}
}

// What does not agree anywhere is told a thousand times, not a million.
func TestIssuesAreBounded(t *testing.T) {
	g := caseGrid(t, fazhi.YearOf(2024), course())
	for i := range 5_000 {
		g.Axes[4].Rows = append(g.Axes[4].Rows, statistics.Row{Name: strconv.Itoa(i), Counts: statistics.Counts{statistics.Concluded: 1}})
	}
	issues := g.Check()
	require.Len(t, issues, 1001)
	require.Contains(t, issues[1000].Message, "没有列出")
}

// More organs than there can be share a row, and memory does not grow with the cases.
func TestMemoryDoesNotGrowWithCases(t *testing.T) {
	c, err := statistics.OfCases(unit, fazhi.YearOf(2024))
	require.NoError(t, err)
	for i := range statistics.MaxRows + 7 {
		c.Add(&reconsideration.Case{Received: day("2024-03-01"), Respondent: strconv.Itoa(i), Intake: "审查中"})
	}
	g, _ := c.Grid()
	rows := g.Axis("被申请人")
	require.Len(t, rows, statistics.MaxRows+1)
	require.Equal(t, statistics.Row{Name: statistics.Rest, Counts: statistics.Counts{statistics.Received: 7, statistics.Unreviewed: 7}}, rows[statistics.MaxRows])
	require.Empty(t, g.Check())

	cases := newMaker(7, true).cases(200)
	statistics.Count(slices.Values(cases), c)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 50 {
		statistics.Count(slices.Values(cases), c)
	}
	runtime.ReadMemStats(&after)
	require.Less(t, after.Mallocs-before.Mallocs, uint64(500), "10,000 cases")
}

// Organs, periods and the order of cases make no difference to the sum.
func TestOrderOfCasesMakesNoDifference(t *testing.T) {
	cases := newMaker(11, true).cases(500)
	g := caseGrid(t, fazhi.YearOf(2024), cases)
	slices.Reverse(cases)
	require.Equal(t, g, caseGrid(t, fazhi.YearOf(2024), cases))
}

// Quarter, half-year and year are counted in one pass.
func TestSeveralPeriodsInOnePass(t *testing.T) {
	cases := newMaker(13, false).cases(800)
	var counters []*statistics.Counter[reconsideration.Case]
	periods := []fazhi.Period{statistics.Quarter(2024, 1), statistics.Quarter(2024, 2), statistics.Half(2024, 1), fazhi.YearOf(2024)}
	for _, p := range periods {
		c, err := statistics.OfCases(unit, p)
		require.NoError(t, err)
		counters = append(counters, c)
	}
	once := func(yield func(*reconsideration.Case) bool) {
		for _, c := range cases {
			if !yield(c) {
				return
			}
		}
		cases = nil // there is no second pass
	}
	all := slices.Clone(cases)
	statistics.Count(once, counters...)
	for i, c := range counters {
		g, _ := c.Grid()
		require.Equal(t, caseGrid(t, periods[i], all), g)
	}
	q1, _ := counters[0].Grid()
	q2, _ := counters[1].Grid()
	half, _ := counters[2].Grid()
	require.Equal(t, half.Total[statistics.Concluded], q1.Total[statistics.Concluded]+q2.Total[statistics.Concluded])
	require.Equal(t, q1.Total[statistics.InWork]+q1.Total[statistics.Suspended], q2.Total[statistics.CarriedOpen])
}

func TestBadCounters(t *testing.T) {
	_, err := statistics.OfCases("", fazhi.YearOf(2024))
	require.ErrorIs(t, err, statistics.ErrUnit)
	for _, p := range []fazhi.Period{{}, {From: day("2024-01-01")}, {To: day("2024-01-01")}, {From: day("2024-01-02"), To: day("2024-01-01")},
		{From: day("1900-01-01"), To: day("2000-01-01")}, statistics.Quarter(2024, 5), statistics.Half(2024, 0)} {
		_, err := statistics.OfSuits(unit, p)
		require.ErrorIs(t, err, statistics.ErrPeriod, p.String())
	}
}

// What was not made with a New counts nothing, and says so.
func TestZeroCounter(t *testing.T) {
	var c statistics.Counter[reconsideration.Case]
	statistics.Count(slices.Values(course()), &c)
	g, issues := c.Grid()
	require.Empty(t, issues)
	require.Equal(t, statistics.BadShape, g.Check()[0].Code)
	_, err := statistics.DirectCorrection().Of(nil)
	require.ErrorIs(t, err, statistics.ErrRatio)
}

func TestPeriods(t *testing.T) {
	require.Equal(t, fazhi.Period{From: day("2024-01-01"), To: day("2024-03-31")}, statistics.Quarter(2024, 1))
	require.Equal(t, fazhi.Period{From: day("2024-10-01"), To: day("2024-12-31")}, statistics.Quarter(2024, 4))
	require.Equal(t, fazhi.Period{From: day("2024-07-01"), To: day("2024-12-31")}, statistics.Half(2024, 2))
	for now, before := range map[string]string{
		"2024-01-01 2024-12-31": "2023-01-01 2023-12-31",
		"2024-02-01 2024-02-29": "2023-02-01 2023-02-28",
		"2025-02-01 2025-02-28": "2024-02-01 2024-02-29",
		"2024-02-29 2024-03-15": "2023-02-28 2023-03-15",
		"2025-02-28 2025-03-31": "2024-02-28 2024-03-31",
	} {
		p := period(now)
		require.Equal(t, period(before), statistics.YearEarlier(p), now)
	}
}

func period(text string) fazhi.Period {
	from, to, _ := strings.Cut(text, " ")
	return fazhi.Period{From: day(from), To: day(to)}
}

// The grids of counties add up to the city's, in whichever order.
func TestCountiesAddUp(t *testing.T) {
	m := newMaker(17, true)
	cases := m.cases(900)
	var grids []*statistics.Grid
	for i := range 3 {
		c, err := statistics.OfCases(fmt.Sprintf("第%d区", i+1), fazhi.YearOf(2024))
		require.NoError(t, err)
		statistics.Count(slices.Values(cases[i*300:(i+1)*300]), c)
		g, _ := c.Grid()
		grids = append(grids, g)
	}
	city, err := statistics.Merge("某某市", grids...)
	require.NoError(t, err)
	require.Empty(t, city.Check())
	require.Equal(t, []string{"第1区", "第2区", "第3区"}, names(city.Axes[0].Rows))
	require.Equal(t, grids[1].Total, city.Axes[0].Rows[1].Counts)

	whole := caseGrid(t, fazhi.YearOf(2024), cases)
	require.Equal(t, whole.Total, city.Total)
	require.Equal(t, whole.Axes[1:], city.Axes[1:])
	require.Equal(t, whole.Months, city.Months)

	slices.Reverse(grids)
	turned, err := statistics.Merge("某某市", grids...)
	require.NoError(t, err)
	require.Equal(t, city, turned)
	two, err := statistics.Merge("两区", grids[:2]...)
	require.NoError(t, err)
	again, err := statistics.Merge("某某市", two, grids[2])
	require.NoError(t, err)
	require.Equal(t, city, again)
}

func TestBadMerges(t *testing.T) {
	a, b := caseGrid(t, fazhi.YearOf(2024), course()), suitGrid(t, fazhi.YearOf(2024), nil)
	for _, grids := range [][]*statistics.Grid{nil, {a, nil}, {a, b}, {a, caseGrid(t, fazhi.YearOf(2023), nil)}} {
		_, err := statistics.Merge("某某市", grids...)
		require.ErrorIs(t, err, statistics.ErrMerge)
	}
	_, err := statistics.Merge("", a)
	require.ErrorIs(t, err, statistics.ErrUnit)
	wrong := caseGrid(t, fazhi.YearOf(2024), course())
	wrong.Total["维持"]++
	_, err = statistics.Merge("某某市", a, wrong)
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)
	require.ErrorContains(t, err, "第2张表")
	require.Equal(t, caseGrid(t, fazhi.YearOf(2024), course()), a, "what was given is as it was")
	require.True(t, maps.Equal(b.Total, statistics.Counts{}))
}
