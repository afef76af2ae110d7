package statistics_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/statistics"
)

func quarters() []fazhi.Period {
	ends := []string{"2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01", "2025-01-01"}
	var list []fazhi.Period
	for i := range 4 {
		list = append(list, fazhi.Period{From: day(ends[i]), To: day(ends[i+1]).AddDays(-1)})
	}
	return list
}

// Rows of every property add up to the total, whatever the ledger holds, in whichever order it comes.
func TestMarginals(t *testing.T) {
	for seed := range uint64(30) {
		contracts := newMaker(seed, true).contracts(200)
		g, _ := count(t, fazhi.YearOf(2024), settings(t), contracts...)
		require.NotZero(t, g.Total[statistics.PayingLate])
		for _, a := range g.Axes {
			sum := statistics.Counts{}
			for _, row := range a.Rows {
				for item, n := range row.Counts {
					sum[item] += n
				}
			}
			require.Equal(t, g.Total, sum, a.Name)
		}
	}
}

// A grid does not depend on the order of the ledger, as long as no number is there twice.
func TestOrder(t *testing.T) {
	contracts := newMaker(3, false).contracts(300)
	g, _ := count(t, fazhi.YearOf(2024), settings(t), contracts...)
	slices.Reverse(contracts)
	back, _ := count(t, fazhi.YearOf(2024), settings(t), contracts...)
	require.Equal(t, g, back)
}

// Whatever happened in a quarter happened in the year, and each deadline lies in one quarter; what is open at the end is not
// added.
func TestQuarters(t *testing.T) {
	contracts := newMaker(5, true).contracts(600)
	year, _ := count(t, fazhi.YearOf(2024), settings(t), contracts...)
	sum := statistics.Counts{}
	var last *statistics.Grid
	for _, p := range quarters() {
		last, _ = count(t, p, settings(t), contracts...)
		for item, n := range last.Total {
			sum[item] += n
		}
	}
	states := []statistics.Item{
		statistics.Outstanding, statistics.OutstandingAmount, statistics.OpenDisputes, statistics.Unpaid, statistics.UnpaidAmount,
		statistics.UnpaidPurchase, statistics.UnpaidPurchaseAmount, statistics.UnpaidDisputedAmount,
	}
	for _, item := range states {
		require.Equal(t, year.Total[item], last.Total[item], item)
		sum[item] = year.Total[item]
	}
	require.Equal(t, year.Total, sum)
}

// counties returns grids of three counties, and that of all their contracts.
func counties(t *testing.T, seed uint64) ([]*statistics.Grid, *statistics.Grid) {
	t.Helper()
	contracts := newMaker(seed, true).contracts(300)
	for i, c := range contracts { // each number once
		c.Serial = string(rune(0x4e00 + i))
	}
	var grids []*statistics.Grid
	for i, name := range []string{"泉源区", "清溪县", "明泉市"} {
		c, err := statistics.New(name, fazhi.YearOf(2024), settings(t))
		require.NoError(t, err)
		statistics.Count(slices.Values(contracts[i*100:(i+1)*100]), c)
		g, _ := c.Grid()
		grids = append(grids, g)
	}
	all, _ := count(t, fazhi.YearOf(2024), settings(t), contracts...)
	return grids, all
}

func merge(t *testing.T, name string, grids ...*statistics.Grid) *statistics.Grid {
	t.Helper()
	g, err := statistics.Merge(name, grids...)
	require.NoError(t, err)
	require.Empty(t, g.Check())
	return g
}

// The sum of counties is what one counter counts of all, in whichever groups they are added.
func TestMerge(t *testing.T) {
	for seed := range uint64(10) {
		of, all := counties(t, seed)
		city := merge(t, unit, of...)
		require.Equal(t, all.Total, city.Total)
		require.Equal(t, all.Rules, city.Rules)
		require.Equal(t, all.Axes[1:], city.Axes[1:])
		require.Len(t, city.Axis(statistics.ByUnit), 3)
		require.Equal(t, of[1].Total, city.Row(statistics.ByUnit, "清溪县"))

		require.Equal(t, city, merge(t, unit, merge(t, "东", of[0], of[1]), of[2]))
		require.Equal(t, city, merge(t, unit, of[0], merge(t, "西", of[1], of[2])))
		require.Equal(t, city, merge(t, unit, of[2], of[0], of[1]))
		require.Equal(t, city, merge(t, unit, city))
	}
}

func TestMergeRefuses(t *testing.T) {
	of, _ := counties(t, 1)
	_, err := statistics.Merge("", of...)
	require.ErrorIs(t, err, statistics.ErrUnit)
	_, err = statistics.Merge(unit)
	require.ErrorIs(t, err, statistics.ErrMerge)
	_, err = statistics.Merge(unit, of[0], nil)
	require.ErrorIs(t, err, statistics.ErrMerge)

	other, _ := count(t, fazhi.YearOf(2023), settings(t))
	_, err = statistics.Merge(unit, of[0], other)
	require.ErrorIs(t, err, statistics.ErrMerge)
	s := settings(t)
	s.Bands = []fazhi.Money{7}
	other, _ = count(t, fazhi.YearOf(2024), s)
	_, err = statistics.Merge(unit, of[0], other)
	require.ErrorIs(t, err, statistics.ErrMerge)
	s = settings(t)
	s.Purchases = []string{"工程"}
	other, _ = count(t, fazhi.YearOf(2024), s)
	_, err = statistics.Merge(unit, of[0], other)
	require.ErrorIs(t, err, statistics.ErrMerge)

	broken := *of[1]
	broken.Total = maps.Clone(broken.Total)
	broken.Total[statistics.Signed]++
	_, err = statistics.Merge(unit, of[0], &broken)
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)

	big, _ := count(t, fazhi.YearOf(2024), settings(t), &contract.Contract{Serial: "甲", Signed: day("2024-01-01"), Amount: 1 << 53})
	_, err = statistics.Merge(unit, big, of[0])
	require.ErrorIs(t, err, statistics.ErrRange)
}

// No unit is counted twice, also one that is inside a grid that was merged, kept and read again.
func TestMergeTwice(t *testing.T) {
	of, _ := counties(t, 1)
	city := merge(t, unit, of[0], of[1])
	text, err := json.Marshal(city)
	require.NoError(t, err)
	city, err = statistics.ReadJSON(text)
	require.NoError(t, err)
	for _, grids := range [][]*statistics.Grid{{of[0], of[0]}, {city, of[1]}, {of[2], of[0], city}, {city, city}} {
		_, err := statistics.Merge("某省", grids...)
		require.ErrorIs(t, err, statistics.ErrTwice)
	}
	_, err = statistics.Merge("某省", city, of[1])
	require.ErrorContains(t, err, "第2张表")
	require.ErrorContains(t, err, "清溪县")
	require.Len(t, merge(t, "某省", city, of[2]).Axis(statistics.ByUnit), 3)
}

// Counties with different limits are added, and the sum says all of them.
func TestMergeLimits(t *testing.T) {
	of, _ := counties(t, 1)
	other, _ := count(t, fazhi.YearOf(2024), statistics.Settings{})
	require.Equal(t, []string{"备案期限 10个工作日", "备案期限 未设", "审查期限 5个工作日", "审查期限 未设"}, merge(t, unit, of[0], other).Rules.Limits)
}

// A number that is changed by hand is found, whichever it is, and so is one that is taken out or put in.
func TestAltered(t *testing.T) {
	g, _ := count(t, fazhi.YearOf(2024), settings(t), newMaker(9, false).contracts(60)...)
	rows := []statistics.Counts{g.Total}
	for _, a := range g.Axes {
		for _, row := range a.Rows {
			rows = append(rows, row.Counts)
		}
	}
	tried := 0
	for i, row := range rows {
		for j, d := range statistics.Items() {
			if (i+j)%5 != 0 && i > 0 {
				continue
			}
			old, there := row[d.Item]
			row[d.Item] = old + 1
			require.NotEmpty(t, g.Check(), d.Item)
			delete(row, d.Item)
			if there {
				row[d.Item] = old
			}
			tried++
		}
	}
	require.Greater(t, tried, 400)
	require.Empty(t, g.Check())
}

// Two changes that hide each other from the sums are found where the name of the row speaks against them.
func TestMoved(t *testing.T) {
	in := day("2024-03-01")
	for name, alter := range map[string]func(*statistics.Grid){
		"审查结果": func(g *statistics.Grid) {
			g.Row(statistics.ByOpinion, "通过")["审查"]++
			g.Row(statistics.ByOpinion, "通过")["审查·不通过"]++
			g.Row(statistics.ByOpinion, "不通过")["审查"]--
			g.Row(statistics.ByOpinion, "不通过")["审查·不通过"]--
			g.Row(statistics.ByOpinion, "不通过")["提出意见"]--
			g.Row(statistics.ByOpinion, "不通过")["提出意见·全部采纳"]--
			g.Row(statistics.ByOpinion, "通过")["提出意见"]++
			g.Row(statistics.ByOpinion, "通过")["提出意见·全部采纳"]++
		},
		"意见采纳": func(g *statistics.Grid) {
			g.Row(statistics.ByAdoption, statistics.NoComment)["提出意见"]++
			g.Row(statistics.ByAdoption, statistics.NoComment)["提出意见·全部采纳"]++
			g.Row(statistics.ByAdoption, "全部采纳")["提出意见"]--
			g.Row(statistics.ByAdoption, "全部采纳")["提出意见·全部采纳"]--
		},
		"金额分段": func(g *statistics.Grid) {
			g.Row(statistics.ByAmount, "不满10万元")["审查金额"] += 50_0000_00
			g.Row(statistics.ByAmount, "100万元以上不满500万元")["审查金额"] -= 50_0000_00
		},
	} {
		g, _ := count(t, fazhi.YearOf(2024), settings(t),
			&contract.Contract{Serial: "甲", Reviewed: in, Opinion: "通过", Amount: 5_0000_00},
			&contract.Contract{Serial: "乙", Reviewed: in, Opinion: "不通过", Amount: 120_0000_00, Handling: contract.Handling{Adopted: "全部采纳"}})
		alter(g)
		issues := g.Check()
		require.NotEmpty(t, issues, name)
		for _, i := range issues {
			require.Equal(t, statistics.BadRow, i.Code, name)
		}
	}
}

func TestBadShape(t *testing.T) {
	good := func() *statistics.Grid {
		g, _ := count(t, fazhi.YearOf(2024), settings(t), newMaker(2, false).contracts(20)...)
		return g
	}
	for name, alter := range map[string]func(*statistics.Grid){
		"没有单位": func(g *statistics.Grid) { g.Unit = "" }, "期间": func(g *statistics.Grid) { g.Period.To = fazhi.Date{} },
		"分段":   func(g *statistics.Grid) { g.Rules.Bands = []fazhi.Money{2, 1} },
		"别的分段": func(g *statistics.Grid) { g.Rules.Bands = g.Rules.Bands[1:] },
		"采购类型": func(g *statistics.Grid) { g.Rules.Purchases = []string{"乙", "乙"} }, "期限": func(g *statistics.Grid) { g.Rules.Limits = nil },
		"少一个分类": func(g *statistics.Grid) { g.Axes = g.Axes[1:] }, "分类改名": func(g *statistics.Grid) { g.Axes[1].Name = "种类" },
		"行重复": func(g *statistics.Grid) { g.Axes[3].Rows[1].Name = g.Axes[3].Rows[0].Name }, "行无名": func(g *statistics.Grid) { g.Axes[3].Rows[0].Name = "" },
		"别的项目": func(g *statistics.Grid) { g.Total["签约"] = 1 },
		"负数":   func(g *statistics.Grid) { g.Total[statistics.Signed] = -1 }, "过大": func(g *statistics.Grid) { g.Total[statistics.SignedAmount] = 1<<53 + 1 },
	} {
		g := good()
		alter(g)
		issues := g.Check()
		require.NotEmpty(t, issues, name)
		for _, i := range issues {
			require.Contains(t, []fazhi.Code{statistics.BadShape, statistics.BadNumber}, i.Code, name)
		}
		_, err := g.Sheets()
		require.Error(t, err, name)
	}
}

// Rows that each are in range, and together are not, are no number.
func TestSumsOutOfRange(t *testing.T) {
	g, _ := count(t, fazhi.YearOf(2024), settings(t))
	for range 5000 {
		g.Axes[3].Rows = append(g.Axes[3].Rows, statistics.Row{Name: string(rune(0x4e00 + len(g.Axes[3].Rows))), Counts: statistics.Counts{statistics.SignedAmount: 1 << 53}})
	}
	require.Len(t, g.Check(), 1)
}

func TestJSON(t *testing.T) {
	g, _ := count(t, fazhi.YearOf(2024), settings(t), newMaker(4, true).contracts(100)...)
	text, err := json.Marshal(g)
	require.NoError(t, err)
	require.NotContains(t, string(text), "null")
	back, err := statistics.ReadJSON(text)
	require.NoError(t, err)
	require.Equal(t, g, back)
}

func TestBadJSON(t *testing.T) {
	for name, text := range map[string]string{
		"不是JSON": "统计表", "半截": `{"unit":`, "不明的成员": `{"name":"某区"}`, "大写的成员": `{"UNIT":"甲"}`, "里面的成员": `{"axes":[{"name":"事项","row":[]}]}`, "重复": `{"unit":"甲","unit":"乙"}`,
		"小数": `{"total":{"签订":1.5}}`, "文本": `{"total":{"签订":"机密"}}`, "尾巴": `{} {}`, "太大的数": `{"total":{"签订金额":9007199254740993}}`,
	} {
		_, err := statistics.ReadJSON([]byte(text))
		require.ErrorIs(t, err, statistics.ErrJSON, name)
		require.NotContains(t, err.Error(), "机密")
	}
}

// Whatever is read as a grid can be checked, compared, added and printed, and comes back as it was.
func FuzzReadJSON(f *testing.F) {
	g, _ := count(f, fazhi.YearOf(2024), settings(f), newMaker(4, true).contracts(3)...)
	text, err := json.Marshal(g)
	require.NoError(f, err)
	f.Add(text)
	f.Add([]byte(`{"unit":"甲","period":{"from":"2024-01-01","to":"2024-12-31"},"rules":{"bands":[1],"purchases":[],"limits":["审查期限 未设"]},"total":{},"axes":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := statistics.ReadJSON(data)
		if err != nil {
			return
		}
		if len(g.Check()) > 0 {
			_, err := statistics.Merge("某市", g)
			require.Error(t, err)
			return
		}
		_, err = statistics.Merge("某市", g, g)
		if err != nil && !errors.Is(err, statistics.ErrRange) {
			require.ErrorIs(t, err, statistics.ErrTwice)
			require.NotEmpty(t, g.Axis(statistics.ByUnit))
		}
		_, err = g.Sheets()
		require.NoError(t, err)
		_, err = statistics.Section(g)
		require.NoError(t, err)
		written, err := json.Marshal(g)
		require.NoError(t, err)
		back, err := statistics.ReadJSON(written)
		require.NoError(t, err)
		require.Equal(t, g, back)
	})
}
