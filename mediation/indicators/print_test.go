package indicators_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/sheettest"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

// years returns the grids of 2024 and of 2023 of one invented ledger.
func years(t testing.TB) (now, before *indicators.Grid) {
	t.Helper()
	m := newMaker(t, 11, false)
	cases := m.ledger(300)
	var grids [2]*indicators.Grid
	for i, year := range []int{2024, 2023} {
		c := newCounter(t, unit, fazhi.YearOf(year), indicators.Settings{})
		indicators.Count(slices.Values(cases), c)
		for n := range 20 {
			c.Screen(m.screening(n))
		}
		grids[i], _ = c.Grid()
	}
	return grids[0], grids[1]
}

func sheets(t testing.TB) []table.Sheet {
	t.Helper()
	now, before := years(t)
	list, err := now.Sheets(nil)
	require.NoError(t, err)
	c, err := indicators.Compare(now, before, nil)
	require.NoError(t, err)
	s, _, err := indicators.Settle(unit, fazhi.YearOf(2024), policy(), slices.Values(newMaker(t, 11, false).ledger(60)), nil)
	require.NoError(t, err)
	return slices.Concat(list, c.Sheets(), s.Sheets())
}

// The sheets as text.
func TestSheets(t *testing.T) {
	sheettest.Golden(t, "sheets.txt", sheettest.Text(t, sheets(t), "0"))
}

func TestWorkbook(t *testing.T) {
	require.Equal(t, []string{"调解统计", "调解指标", "按月统计", "分类统计", "同期比较", "指标比较", "类型比较", "以案定补汇总", "以案定补明细"}, sheettest.Names(t, sheets(t)))
}

// A month against the one before: numbers by percent, rates by percentage points.
func TestCompare(t *testing.T) {
	one := func(serial, sort, accepted, result string) *mediation.Case {
		c := &mediation.Case{Serial: serial, Sort: sort, Accepted: day(accepted), Result: result}
		if result != "调解中" {
			c.Closed = c.Accepted
		}
		return c
	}
	ledger := []*mediation.Case{
		one("1", "邻里", "2024-04-01", "成功"), one("2", "合同", "2024-04-02", "不成功"),
		one("3", "邻里", "2024-05-01", "成功"), one("4", "邻里", "2024-05-01", "成功"), one("5", "消费", "2024-05-01", "成功"), one("6", "邻里", "2024-05-31", "调解中"),
	}
	month := func(m int, last int) *indicators.Grid {
		g, _ := count(t, fazhi.Period{From: fazhi.DateOf(2024, 4, 1).AddDays(30 * (m - 4)), To: fazhi.DateOf(2024, 4, 30).AddDays(31 * (m - 4))}, ledger...)
		require.Len(t, g.Months, last)
		return g
	}
	now, before := month(5, 1), month(4, 1)
	c, err := indicators.Compare(now, before, nil)
	require.NoError(t, err)
	got := sheettest.Rows(c.Sheets())
	require.Equal(t, "4 2 2 <nil> <nil> <nil> 100%", got["同期比较 受理 件"])
	require.Equal(t, "1 0 1 <nil> <nil> <nil> 无可比", got["同期比较 期末未结 件"])
	require.Equal(t, "0 1 -1 <nil> <nil> <nil> -100%", got["类型比较 合同 受理"])
	require.Equal(t, "3 1 2 <nil> <nil> <nil> 200%", got["类型比较 邻里 受理"])
	require.Contains(t, got["指标比较 调解成功率 75%"], "50% 上升25个百分点")
	require.Contains(t, got["指标比较 到期履行率 —"], "无可比")
}

func TestCompareRefuses(t *testing.T) {
	now, before := years(t)
	for name, pair := range map[string][2]*indicators.Grid{"倒置": {before, now}, "相同": {now, now}, "没有": {now, nil}} {
		_, err := indicators.Compare(pair[0], pair[1], nil)
		require.ErrorIs(t, err, indicators.ErrCompare, name)
	}
	bad := []indicators.Ratio{{ID: "a.b", Name: "率"}}
	_, err := indicators.Compare(now, before, bad)
	require.ErrorIs(t, err, indicators.ErrRatio)
	_, err = now.Sheets(bad)
	require.ErrorIs(t, err, indicators.ErrRatio)
	before.Total[indicators.Accepted]++
	_, err = indicators.Compare(now, before, nil)
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)
	_, err = indicators.Section(before)
	require.ErrorAs(t, err, &invalid)
}

func TestRatios(t *testing.T) {
	for _, r := range indicators.Ratios() {
		require.NoError(t, r.Vet())
	}
	bad := indicators.Ratio{Num: []indicators.Item{"签约", indicators.Accepted, indicators.Accepted, indicators.Amount}}
	require.Len(t, bad.Vet().(interface{ Unwrap() []error }).Unwrap(), 5)
	_, err := bad.Of(new(indicators.Grid))
	require.ErrorIs(t, err, indicators.ErrRatio)
	_, err = indicators.Ratios()[0].Rate(indicators.Counts{indicators.Accepted: -1})
	require.ErrorIs(t, err, indicators.ErrRatio)
}

// prose prints a section as a report has it, and asks that each of its figures stands in it.
func prose(t *testing.T, g *indicators.Grid) string {
	t.Helper()
	s, err := indicators.Section(g)
	require.NoError(t, err)
	return sheettest.Prose(t, indicators.Slot, s)
}

func TestSection(t *testing.T) {
	now, _ := years(t)
	sheettest.Golden(t, "section.txt", prose(t, now)+"\n")
	month := fazhi.Period{From: fazhi.DateOf(2016, 8, 1), To: fazhi.DateOf(2016, 8, 31)}
	g, _ := count(t, month, published()...)
	require.Equal(t, "本期受理矛盾纠纷869件，其中主动调解455件，依申请调解378件，接受委托移送36件，调解成功842件，调解成功率96.89%，协议涉及金额2873.8万元。"+
		"达成书面协议842件。防止民间纠纷激化4件、19人。", prose(t, g))
	nothing, _ := count(t, month)
	require.Equal(t, "本期没有受理矛盾纠纷。", prose(t, nothing))
	c := newCounter(t, unit, fazhi.YearOf(2024), indicators.Settings{})
	c.Screen(&indicators.Screening{Serial: "1", On: day("2024-03-31"), Times: 12, Prevented: 2})
	g, _ = c.Grid()
	require.Equal(t, "全年排查矛盾纠纷12次，预防矛盾纠纷2件。", prose(t, g))
}

// The grid and the figures of package mediation say the same of a ledger without faults.
func TestSameAsFigures(t *testing.T) {
	cases := newMaker(t, 21, false).ledger(400)
	g, _ := count(t, fazhi.YearOf(2024), cases...)
	printed := reporttest.Printed(indicators.Figures(g))
	for id, text := range reporttest.Printed(mediation.Figures(cases, 2024)) {
		name := map[string]string{"调解.受理": "受理", "调解.成功": "调解成功", "调解.宣传": "媒体宣传"}[id]
		require.Equal(t, strings.Replace(text, "起", "件", 1), printed["人民调解统计."+name])
	}
}

func TestFiguresAgree(t *testing.T) {
	g, _ := years(t)
	figures := indicators.Figures(g)
	require.Len(t, figures, len(indicators.Items())+len(indicators.Ratios()))
	printed := reporttest.Printed(figures)
	require.Equal(t, fmt.Sprint(g.Total[indicators.Accepted], "件"), printed["人民调解统计.受理"])
	require.Equal(t, fmt.Sprint(g.Total[indicators.AvertedPeople.Of(indicators.Danger, "自杀")], "人"), printed["人民调解统计.防止激化人数·情形·自杀"])
	require.Contains(t, printed["人民调解统计.协议涉及金额"], "万元")
	for _, f := range figures {
		require.NotEmpty(t, f.Scope, f.ID)
		require.Equal(t, g.Period, f.Period)
	}
}

func TestItems(t *testing.T) {
	seen := make(map[indicators.Item]bool)
	for _, d := range indicators.Items() {
		require.False(t, seen[d.Item], d.Item)
		seen[d.Item] = true
		require.NotEmpty(t, d.Scope)
		require.Contains(t, []string{"件", "人", "次", "元"}, d.Unit)
	}
}
