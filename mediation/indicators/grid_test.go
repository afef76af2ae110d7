package indicators_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
	"github.com/fazhi-go/fazhi/table"
)

// Which date puts a dispute into the period, tried at its borders.
func TestDates(t *testing.T) {
	open := mediation.Case{Serial: "1", Committee: "某调委会", Result: "调解中"}
	closed := func(accepted, closed, result string) mediation.Case {
		c := open
		c.Accepted, c.Closed, c.Result = day(accepted), day(closed), result
		return c
	}
	for name, try := range map[string]struct {
		c    mediation.Case
		want string
	}{
		"以前受理，首日成功":  {closed("2023-12-31", "2024-01-01", "成功"), "期初未结 办结 调解成功"},
		"以前受理，以前成功":  {closed("2023-11-30", "2023-12-31", "成功"), ""},
		"以前受理，以后成功":  {closed("2023-11-30", "2025-01-01", "成功"), "期初未结 期末未结"},
		"首日受理，末日不成功": {closed("2024-01-01", "2024-12-31", "不成功"), "受理 办结 调解不成功"},
		"末日受理，次日终止":  {closed("2024-12-31", "2025-01-01", "终止"), "受理 期末未结"},
		"当日受理，当日终止":  {closed("2024-05-01", "2024-05-01", "终止"), "受理 办结 终止调解"},
		"以后受理":       {closed("2025-01-01", "2025-01-01", "成功"), ""},
		"还在调解":       {closed("2024-05-01", "", "调解中"), "受理 期末未结"},
		"有结果，没有日期":   {closed("2024-05-01", "", "成功"), "受理 期末未结"},
		"没有结果，有日期":   {closed("2024-05-01", "2024-05-02", ""), "受理 期末未结"},
		"先成功，后受理":    {closed("2024-05-02", "2024-05-01", "成功"), ""},
		"没有受理日期":     {closed("", "2024-05-01", "成功"), ""},
	} {
		g, _ := count(t, fazhi.YearOf(2024), &try.c)
		got := ""
		for _, item := range []indicators.Item{
			indicators.Carried, indicators.Accepted, indicators.Closed, indicators.Succeeded, indicators.Failed, indicators.Stopped, indicators.Open,
		} {
			if g.Total[item] == 1 {
				got += " " + string(item)
			}
		}
		require.Equal(t, try.want, fmt.Sprint(got)[min(1, len(got)):], name)
	}
}

// Rows of every property and of the months add up to the total, whatever the ledger holds.
func TestMarginals(t *testing.T) {
	for seed := range uint64(20) {
		m := newMaker(t, seed, true)
		c := newCounter(t, unit, fazhi.YearOf(2024), indicators.Settings{})
		indicators.Count(slices.Values(m.ledger(300)), c)
		for i := range 40 {
			c.Screen(m.screening(i))
		}
		g, _ := c.Grid()
		require.Empty(t, g.Check())
		require.NotZero(t, g.Total[indicators.Screenings])
		for _, a := range g.Axes {
			require.Equal(t, g.Total, sumOf(a.Rows), a.Name)
		}
		months := sumOf(g.Months)
		months[indicators.Carried], months[indicators.Open] = g.Total[indicators.Carried], g.Total[indicators.Open]
		require.Equal(t, g.Total, months)
	}
}

func sumOf(rows []indicators.Row) indicators.Counts {
	sum := indicators.Counts{}
	for _, row := range rows {
		for item, n := range row.Counts {
			sum[item] += n
		}
	}
	return sum
}

// The months of a year are what counters of these months count, and what one leaves open the next one carries over.
func TestMonths(t *testing.T) {
	cases := newMaker(t, 5, false).ledger(500)
	year, _ := count(t, fazhi.YearOf(2024), cases...)
	require.Len(t, year.Months, 12)
	for i, m := range year.Months {
		first := fazhi.DateOf(2024, 1, 1)
		for range i {
			first = first.AddDays(31)
			y, month, _ := first.Date()
			first = fazhi.DateOf(y, month, 1)
		}
		y, month, _ := first.AddDays(31).Date()
		g, _ := count(t, fazhi.Period{From: first, To: fazhi.DateOf(y, month, 1).AddDays(-1)}, cases...)
		require.Equal(t, g.Total, m.Counts, m.Name)
	}
}

// Any one number that is changed is found, wherever it stands, and so is a row that is taken away.
func TestAltered(t *testing.T) {
	m := newMaker(t, 7, false)
	c := newCounter(t, unit, fazhi.Period{From: day("2024-04-01"), To: day("2024-06-30")}, indicators.Settings{})
	indicators.Count(slices.Values(m.ledger(80)), c)
	c.Screen(m.screening(1))
	g, _ := c.Grid()
	rows := []indicators.Counts{g.Total}
	for _, m := range g.Months {
		rows = append(rows, m.Counts)
	}
	for _, a := range g.Axes {
		rows = append(rows, a.Rows[0].Counts)
	}
	for _, row := range rows {
		for _, d := range indicators.Items() {
			row[d.Item]++
			require.NotEmpty(t, g.Check(), d.Item)
			row[d.Item]--
		}
	}
	require.Empty(t, g.Check())
	for i := range g.Axes {
		kept := g.Axes[i].Rows
		g.Axes[i].Rows = kept[1:]
		require.NotEmpty(t, g.Check(), g.Axes[i].Name)
		g.Axes[i].Rows = kept
	}
	for b := range g.Balances() {
		require.True(t, b.Holds(), b.Name)
	}
}

// A dispute of another category in the row of its own is found, though all sums agree.
func TestRowsAndTheirNames(t *testing.T) {
	g, _ := count(t, fazhi.YearOf(2024), &mediation.Case{Serial: "1", Accepted: day("2024-05-01"), Sort: "邻里", Source: "公安移交", Result: "调解中"})
	for _, a := range g.Axes {
		if a.Name == indicators.BySort {
			a.Rows[0].Name = "合同"
		}
		if a.Name == indicators.BySource {
			a.Rows[0].Name = "主动调解"
		}
	}
	require.Equal(t, []string{
		"mediation/indicators/row 应当“主动调解”行的“受理” = “受理·来源·主动调解”，左边是1，右边是0",
		"mediation/indicators/row 应当“合同”行的“受理” = “受理·类型·合同”，左边是1，右边是0",
	}, said(g.Check()))
}

func TestBadShape(t *testing.T) {
	require.NotEmpty(t, new(indicators.Grid).Check())
	for name, spoil := range map[string]func(*indicators.Grid){
		"单位":   func(g *indicators.Grid) { g.Unit = "" },
		"期间":   func(g *indicators.Grid) { g.Period.To = fazhi.Date{} },
		"月份":   func(g *indicators.Grid) { g.Months[0].Name = "2024年2月" },
		"少月份":  func(g *indicators.Grid) { g.Months = g.Months[1:] },
		"没有分类": func(g *indicators.Grid) { g.Axes = nil },
		"分类次序": func(g *indicators.Grid) { g.Axes[1], g.Axes[2] = g.Axes[2], g.Axes[1] },
		"没有单位": func(g *indicators.Grid) { g.Axes = g.Axes[1:] },
		"无名行":  func(g *indicators.Grid) { g.Axes[2].Rows[0].Name = "" },
		"重复行":  func(g *indicators.Grid) { g.Axes[6].Rows[0].Name = g.Axes[6].Rows[1].Name },
		"多项目":  func(g *indicators.Grid) { g.Total["别的"] = 1 },
		"负数":   func(g *indicators.Grid) { g.Total[indicators.Merged] = -1 },
		"过大":   func(g *indicators.Grid) { g.Total[indicators.Amount] = 1<<53 + 1 },
		"太多行":  func(g *indicators.Grid) { g.Axes[2].Rows = make([]indicators.Row, 100_001) },
	} {
		g, _ := count(t, fazhi.YearOf(2024), newMaker(t, 3, false).ledger(60)...)
		spoil(g)
		require.NotEmpty(t, g.Check(), name)
		_, err := g.Sheets(nil)
		require.Error(t, err, name)
	}
	g, _ := count(t, fazhi.YearOf(2024), newMaker(t, 3, false).ledger(60)...)
	g.Total = indicators.Counts{"甲": 1}
	for i := range g.Axes {
		g.Axes[i].Rows = slices.Repeat([]indicators.Row{{Name: "甲"}}, 800)
	}
	require.Len(t, g.Check(), 1001)
}

// Several sessions, a number twice, and the same dispute entered by two committees are one case.
func TestCountedOnce(t *testing.T) {
	one := func(serial, same string) *mediation.Case {
		return &mediation.Case{Serial: serial, Same: same, Accepted: day("2024-05-01"), Result: "成功", Closed: day("2024-05-02"), Sessions: 3}
	}
	g, issues := count(t, fazhi.YearOf(2024), one("1", ""), one("1", ""), one("2", "1"), one("3", "2"), one("4", "5"), one("5", "4"), one("6", "6"), one("7", "8"), one("9", "7"), one("", ""))
	require.EqualValues(t, 2, g.Total[indicators.Accepted], "1 and the one without a number")
	require.EqualValues(t, 2, g.Total[indicators.Succeeded])
	require.EqualValues(t, 6, g.Total[indicators.Sessions])
	require.EqualValues(t, 7, g.Total[indicators.Merged])
	require.Equal(t, []string{
		"mediation/indicators/double 编号与前面的一件相同，没有重复计入",
		"mediation/indicators/circle 并入编号相互指向，其中一件也没有计入",
		"mediation/indicators/circle 并入编号相互指向，其中一件也没有计入",
		"mediation/indicators/circle 并入编号相互指向，其中一件也没有计入",
		"mediation/indicators/missing 并入编号不在本台账之中，本件没有计入",
		"mediation/indicators/missing 并入编号不在本台账之中，本件没有计入",
		"mediation/indicators/unnumbered 有1行没有编号，是否重复无从核对，已计入",
	}, said(issues))
	other := one("1", "")
	other.County = "990102"
	g, issues = count(t, fazhi.YearOf(2024), one("1", ""), other)
	require.EqualValues(t, 2, g.Total[indicators.Accepted], "numbers are each county's own")
	require.Empty(t, issues)
}

func TestNotes(t *testing.T) {
	c := newCounter(t, unit, fazhi.YearOf(2024), indicators.Settings{Counties: []string{"990101"}})
	at := mediation.Case{Accepted: day("2024-05-01"), Result: "调解中", County: "990101"}
	add := func(serial string, change func(*mediation.Case)) {
		d := at
		d.Serial = serial
		change(&d)
		c.Add(&d)
	}
	add("1", func(d *mediation.Case) { d.Accepted = fazhi.Date{} })
	add("2", func(d *mediation.Case) { d.Result, d.Closed = "成功", day("2024-04-30") })
	add("3", func(d *mediation.Case) { d.Result = "成功" })
	add("4", func(d *mediation.Case) { d.Accepted = day("2025-05-01") })
	add("5", func(d *mediation.Case) { d.County = "990102" })
	add("6", func(d *mediation.Case) { d.Parties = -1 })
	add("7", func(d *mediation.Case) { d.Result, d.Closed, d.Amount = "成功", day("2024-05-02"), 1<<53 })
	add("8", func(d *mediation.Case) { d.Result, d.Closed, d.Amount = "成功", day("2024-05-02"), 1 })
	add("9", func(d *mediation.Case) { d.Accepted, d.Same = day("2025-05-01"), "3" })
	c.Screen(&indicators.Screening{Serial: "1", Times: 1, On: day("2024-05-01"), Found: -1})
	c.Screen(&indicators.Screening{Serial: "1", Times: 1, On: day("2024-05-01")})
	c.Screen(&indicators.Screening{Serial: "2", Times: 1})
	c.Screen(&indicators.Screening{Times: 1, On: day("2025-05-01")})
	c.Screen(nil)
	c.Add(nil)
	g, issues := c.Grid()
	require.Empty(t, g.Check())
	require.Equal(t, []string{
		"mediation/indicators/order 调解日期早于受理日期，没有计入",
		"mediation/indicators/amount 是负数，或者过大，没有计入",
		"mediation/indicators/amount 与前面的合计超出范围，这一行没有计入",
		"mediation/indicators/amount 是负数，或者过大，没有计入",
		"mediation/indicators/double 编号与前面的一次排查相同，没有重复计入",
		"mediation/indicators/unnumbered 有1行没有编号，是否重复无从核对，已计入",
		"mediation/indicators/undated 有2行没有受理日期或者排查日期，没有计入",
		"mediation/indicators/endless 有1件有调解结果，没有调解日期，按没有办结计",
		"mediation/indicators/county 有1行的行政区划代码不在名单之中，计入“不在名单中”",
		"mediation/indicators/outside 有3行的日期都不在本期，没有计入",
	}, said(issues))
	require.EqualValues(t, 1, g.Row(indicators.ByCounty, indicators.Elsewhere)[indicators.Accepted])
	again, same := c.Grid()
	require.Equal(t, g, again)
	require.Equal(t, issues, same)
}

// A ledger that says the same of every row is not repeated row by row, and one with thousands of values has a row for the rest.
func TestBounds(t *testing.T) {
	c := newCounter(t, unit, fazhi.YearOf(2024), indicators.Settings{})
	for i := range indicators.MaxRows + 7 {
		c.Add(&mediation.Case{Serial: fmt.Sprint(i), Committee: fmt.Sprint("调委会", i), Accepted: day("2024-05-01"), Result: "调解中", Parties: -1})
	}
	g, issues := c.Grid()
	require.Empty(t, g.Check())
	require.Len(t, g.Axis(indicators.ByCommittee), indicators.MaxRows+1)
	require.EqualValues(t, 7, g.Row(indicators.ByCommittee, indicators.Rest)[indicators.Accepted])
	require.Len(t, issues, 1002)
	require.Equal(t, []string{
		"mediation/indicators/amount 还有4007处没有列出", "mediation/indicators/rows 分类“调解委员会”超过5000个，最先出现的以外合为“其余”",
	}, said(issues[1000:]))
}

// Whatever the ledger does not say has a row of its own; what nobody knows stands in the order of its text after what is known.
func TestRows(t *testing.T) {
	var cases []*mediation.Case
	for i, sort := range []string{"其他", "", "乙", "邻里", "甲", "合同"} {
		cases = append(cases, &mediation.Case{Serial: fmt.Sprint(i), Accepted: day("2024-05-01"), Result: "调解中", Sort: sort, Detail: []string{"", "丙"}[i%2], Street: "某街道"})
	}
	g, _ := count(t, fazhi.YearOf(2024), cases...)
	names := func(axis string) (list []string) {
		for _, row := range g.Axis(axis) {
			list = append(list, row.Name)
		}
		return list
	}
	require.Equal(t, []string{"邻里", "合同", "其他", "乙", "甲", indicators.Blank}, names(indicators.BySort))
	require.Equal(t, []string{"合同·丙", "未填·丙", "邻里·丙", indicators.Blank}, names(indicators.ByDetail))
	require.Equal(t, []string{"某街道"}, names(indicators.ByStreet))
	require.Equal(t, []string{unit}, names(indicators.ByUnit))
	require.Equal(t, []string{indicators.Blank}, names(indicators.ByCounty))
	require.Nil(t, g.Axis("别的"))
	require.Nil(t, g.Row(indicators.BySort, "没有"))
}

func TestSettings(t *testing.T) {
	_, err := indicators.New("", fazhi.Period{}, indicators.Settings{Axes: []string{"别的"}, Counties: []string{"99010"}})
	for _, want := range []error{indicators.ErrUnit, indicators.ErrPeriod, indicators.ErrAxis, indicators.ErrCounty} {
		require.ErrorIs(t, err, want)
	}
	for _, p := range []fazhi.Period{{From: day("2024-01-02"), To: day("2024-01-01")}, {From: day("1900-01-01"), To: day("2000-01-01")}} {
		_, err = indicators.New(unit, p, indicators.Settings{})
		require.ErrorIs(t, err, indicators.ErrPeriod)
	}
	_, err = indicators.New(unit, fazhi.YearOf(2024), indicators.Settings{Axes: []string{indicators.BySort, indicators.BySort}})
	require.ErrorIs(t, err, indicators.ErrAxis)
	c := newCounter(t, unit, fazhi.YearOf(9999), indicators.Settings{Axes: []string{indicators.BySort}})
	g, _ := c.Grid()
	require.Empty(t, g.Check())
	require.Len(t, g.Axes, 2)
	require.Len(t, g.Months, 12)
	zero, issues := new(indicators.Counter).Grid()
	require.Equal(t, new(indicators.Grid), zero)
	require.Empty(t, issues)
}

// The sum of counties is what one counter counts of all, in whichever groups they are added.
func TestMerge(t *testing.T) {
	for seed := range uint64(6) {
		cases := newMaker(t, seed, true).ledger(300)
		var grids []*indicators.Grid
		for i, name := range []string{"泉源区", "清溪县", "明泉市"} {
			c := newCounter(t, name, fazhi.YearOf(2024), indicators.Settings{})
			indicators.Count(slices.Values(cases[i*100:(i+1)*100]), c)
			g, _ := c.Grid()
			grids = append(grids, g)
		}
		city := merge(t, grids...)
		require.Equal(t, sumOf(city.Axis(indicators.ByUnit)), city.Total)
		require.Equal(t, grids[1].Total, city.Row(indicators.ByUnit, "清溪县"))
		require.Nil(t, city.Axis(indicators.ByCommittee))
		require.Equal(t, city, merge(t, merge(t, grids[0], grids[1]), grids[2]))
		require.Equal(t, city, merge(t, grids[2], grids[0], grids[1]))
		require.Equal(t, city, merge(t, city))
	}
}

func merge(t *testing.T, grids ...*indicators.Grid) *indicators.Grid {
	t.Helper()
	g, err := indicators.Merge(unit, grids...)
	require.NoError(t, err)
	require.Empty(t, g.Check())
	return g
}

func TestMergeRefuses(t *testing.T) {
	g, _ := count(t, fazhi.YearOf(2024), newMaker(t, 1, false).ledger(50)...)
	last, _ := count(t, fazhi.YearOf(2023))
	_, err := indicators.Merge("", g)
	require.ErrorIs(t, err, indicators.ErrUnit)
	for _, list := range [][]*indicators.Grid{nil, {g, nil}, {g, last}} {
		_, err = indicators.Merge(unit, list...)
		require.ErrorIs(t, err, indicators.ErrMerge)
	}
	big, _ := count(t, fazhi.YearOf(2024), &mediation.Case{Serial: "1", Accepted: day("2024-05-01"), Result: "成功", Closed: day("2024-05-02"), Amount: 1 << 53})
	_, err = indicators.Merge(unit, big, g)
	require.ErrorIs(t, err, indicators.ErrRange)
	broken := *g
	broken.Total = maps.Clone(g.Total)
	broken.Total[indicators.Closed]++
	_, err = indicators.Merge(unit, g, &broken)
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)
}

// What is no grid is refused, and the error repeats no value.
func TestReadJSONRefuses(t *testing.T) {
	for _, text := range []string{``, `null`, `[]`, `{"UNIT":"甲"}`, `{"unit":"甲","unit":"甲"}`, `{"unit":1}`, `{"total":{"受理":"甲"}}`, `{"total":{"受理":1.5}}`} {
		g, err := indicators.ReadJSON([]byte(text))
		require.ErrorIs(t, err, indicators.ErrJSON, text)
		require.NotContains(t, err.Error(), "甲", text)
		require.Nil(t, g, text)
	}
}

// Whatever somebody writes into a grid that was kept: it is read or refused, comes back as it is, and what agrees with itself
// can be added to itself.
func FuzzReadJSON(f *testing.F) {
	g, _ := count(f, fazhi.Period{From: day("2024-01-01"), To: day("2024-03-31")}, newMaker(f, 2, false).ledger(40)...)
	text, err := json.Marshal(g)
	require.NoError(f, err)
	f.Add(text)
	f.Add([]byte(`{"unit":"甲","period":{"from":"2024-01-01","to":"2024-01-02"},"total":{"受理":-1},"months":[],"axes":null}`))
	f.Add([]byte(`{"UNIT":"甲"}`))
	f.Add([]byte(`{"unit":1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		g, err := indicators.ReadJSON(text)
		if err != nil {
			require.ErrorIs(t, err, indicators.ErrJSON)
			return
		}
		again, err := json.Marshal(g)
		require.NoError(t, err)
		back, err := indicators.ReadJSON(again)
		require.NoError(t, err)
		issues := g.Check()
		require.Equal(t, issues, back.Check())
		double, err := indicators.Merge("合并", g, g)
		if issues.Err() == nil && err == nil {
			require.Equal(t, 2*g.Total[indicators.Accepted], double.Total[indicators.Accepted])
		} else if issues.Err() == nil {
			require.ErrorIs(t, err, indicators.ErrRange)
		}
		_, err = indicators.Compare(g, g, nil)
		require.Error(t, err)
		indicators.Figures(g)
	})
}

// What a ledger of screenings looks like, and what it gives.
func TestScreenings(t *testing.T) {
	src, err := table.CSV("排查.csv", []byte("编号,调解委员会,排查日期,排查次数,排查发现,预防,乡镇街道\nP-1,某调委会,2024-03-31,12,3,1,某街道\nP-2,某调委会,2024-04-30,10,,,某街道\nP-3,某调委会,2024-05-31,,,,\n"))
	require.NoError(t, err)
	list, issues, err := indicators.ReadScreenings(src, "")
	require.NoError(t, err)
	require.Equal(t, []string{"table/cell/required “排查次数”列：必填，不能为空"}, said(issues))
	c := newCounter(t, unit, fazhi.YearOf(2024), indicators.Settings{})
	for _, s := range list {
		require.Equal(t, indicators.ScreeningKind, s.Kind())
		require.Equal(t, "矛盾纠纷排查"+s.ID(), s.Title())
		c.Screen(s)
	}
	g, _ := c.Grid()
	require.Empty(t, g.Check())
	require.Equal(t, indicators.Counts{indicators.Screenings: 22, indicators.Found: 3, indicators.Prevented: 1}, g.Total)
	require.Equal(t, g.Total, g.Row(indicators.BySort, indicators.Screened))
	require.EqualValues(t, 10, g.Months[3].Counts[indicators.Screenings])
}
