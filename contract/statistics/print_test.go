package statistics_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/statistics"
	"github.com/fazhi-go/fazhi/internal/sheettest"
	"github.com/fazhi-go/fazhi/report/reporttest"
	"github.com/fazhi-go/fazhi/table"
)

// years returns the grids of 2024 and of 2023 of one invented ledger.
func years(t testing.TB) (now, before *statistics.Grid) {
	t.Helper()
	contracts := newMaker(11, false).contracts(120)
	now, _ = count(t, fazhi.YearOf(2024), settings(t), contracts...)
	before, _ = count(t, fazhi.YearOf(2023), settings(t), contracts...)
	return now, before
}

func sheets(t testing.TB) []table.Sheet {
	t.Helper()
	now, before := years(t)
	list, err := now.Sheets()
	require.NoError(t, err)
	c, err := statistics.Compare(now, before, nil)
	require.NoError(t, err)
	return append(list, c.Sheets()...)
}

// The sheets as text.
func TestSheets(t *testing.T) {
	sheettest.Golden(t, "sheets.txt", sheettest.Text(t, sheets(t)))
}

func TestWorkbook(t *testing.T) {
	require.Equal(t, []string{"合同统计", "分类统计", "逾期统计", "逾期未付", "同期比较", "指标比较", "类型比较"}, sheettest.Names(t, sheets(t)))
}

func TestCompare(t *testing.T) {
	in := func(year int, month string) fazhi.Date { return day(fmt.Sprint(year, "-", month, "-01")) }
	ledger := []*contract.Contract{
		{Serial: "1", Sort: "工程", Reviewed: in(2023, "03"), Opinion: "修改后通过", Handling: contract.Handling{Adopted: "全部采纳"}},
		{Serial: "2", Sort: "服务", Reviewed: in(2023, "03"), Opinion: "修改后通过", Handling: contract.Handling{Adopted: "未采纳"}},
		{Serial: "3", Sort: "服务", Reviewed: in(2024, "03"), Opinion: "不通过", Handling: contract.Handling{Adopted: "全部采纳"}},
		{Serial: "4", Sort: "服务", Reviewed: in(2024, "03"), Opinion: "通过", Amount: 500},
		{Serial: "5", Sort: "服务", Reviewed: in(2024, "03"), Opinion: "通过"},
	}
	now, _ := count(t, fazhi.YearOf(2024), settings(t), ledger...)
	before, _ := count(t, fazhi.YearOf(2023), settings(t), ledger...)
	c, err := statistics.Compare(now, before, nil)
	require.NoError(t, err)
	got := sheettest.Rows(c.Sheets())
	require.Equal(t, "3 2 1 <nil> <nil> <nil> 50%", got["同期比较 审查 份"])
	require.Equal(t, "<nil> <nil> <nil> 5.00 0.00 5.00 无可比", got["同期比较 审查金额 元"])
	require.Equal(t, "1 2 -1 <nil> <nil> <nil> -50%", got["同期比较 提出意见 份"])
	require.Equal(t, "3 1 2 <nil> <nil> <nil> 200%", got["类型比较 服务 审查"])
	require.Equal(t, "0 1 -1 <nil> <nil> <nil> -100%", got["类型比较 工程 审查"])
	require.Contains(t, got["指标比较 意见采纳率 100%"], "50% 上升50个百分点")
	require.Contains(t, got["指标比较 审查通过率 66.67%"], "100% 下降33.33个百分点")
	require.Contains(t, got["指标比较 付款逾期率 —"], "无可比")
}

func TestCompareRefuses(t *testing.T) {
	now, before := years(t)
	for name, pair := range map[string][2]*statistics.Grid{"倒置": {before, now}, "相同": {now, now}, "没有": {now, nil}} {
		_, err := statistics.Compare(pair[0], pair[1], nil)
		require.ErrorIs(t, err, statistics.ErrCompare, name)
	}
	other := *before
	other.Unit = "清溪县"
	_, err := statistics.Compare(now, &other, nil)
	require.ErrorIs(t, err, statistics.ErrCompare)
	_, err = statistics.Compare(now, before, []statistics.Ratio{{ID: "a.b", Name: "率"}})
	require.ErrorIs(t, err, statistics.ErrRatio)
	before.Total[statistics.Signed]++
	_, err = statistics.Compare(now, before, nil)
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)
}

func TestRatios(t *testing.T) {
	for _, r := range statistics.Ratios() {
		require.NoError(t, r.Vet())
	}
	bad := statistics.Ratio{Num: []statistics.Item{"签约", statistics.Signed, statistics.Signed, statistics.SignedAmount}}
	require.Len(t, bad.Vet().(interface{ Unwrap() []error }).Unwrap(), 5)
	now, _ := years(t)
	_, err := bad.Of(now)
	require.ErrorIs(t, err, statistics.ErrRatio)

	r := statistics.Ratio{ID: "合同统计.备案率", Name: "备案率", Num: []statistics.Item{statistics.Filed}, Den: []statistics.Item{statistics.Signed}}
	f, err := r.Of(now)
	require.NoError(t, err)
	require.Equal(t, fazhi.Rate{Num: now.Total["备案"], Den: now.Total["签订"]}, f.Value)
	require.Equal(t, "分子为备案；分母为签订", f.Scope)
	rate, err := r.Rate(now.Row(statistics.BySort, "工程"))
	require.NoError(t, err)
	require.Equal(t, now.Row(statistics.BySort, "工程")[statistics.Signed], rate.Den)
}

func TestAverageDays(t *testing.T) {
	for want, c := range map[string]statistics.Counts{"2.5": {"审查计时": 4, "审查工作日": 10}, "3": {"审查计时": 1, "审查工作日": 3}, "0.3": {"审查计时": 3, "审查工作日": 1}, "0": {"审查计时": 3}} {
		got, ok := c.AverageDays()
		require.True(t, ok)
		require.Equal(t, want, got)
	}
	_, ok := statistics.Counts{}.AverageDays()
	require.False(t, ok)
}

// prose prints a section as a report has it, and asks that each of its figures stands in it.
func prose(t *testing.T, g *statistics.Grid) string {
	t.Helper()
	s, err := statistics.Section(g)
	require.NoError(t, err)
	return sheettest.Prose(t, statistics.Slot, s)
}

func TestSection(t *testing.T) {
	now, _ := years(t)
	sheettest.Golden(t, "section.txt", prose(t, now)+"\n")

	quarter := quarters()[0]
	nothing, _ := count(t, quarter, settings(t))
	require.Equal(t, "本期没有审查、签订政府合同。", prose(t, nothing))
	filed, _ := count(t, fazhi.YearOf(2024), settings(t), &contract.Contract{Serial: "甲", Filed: day("2024-02-01")})
	require.Equal(t, "全年备案1份。", prose(t, filed))
	passed, _ := count(t, fazhi.YearOf(2024), settings(t), &contract.Contract{Serial: "甲", Reviewed: day("2024-02-01"), Opinion: "通过", Amount: 12_3456_00})
	require.Equal(t, "全年共审查政府合同1份，涉及金额12.35万元。", prose(t, passed))
	owed, _ := count(t, fazhi.YearOf(2024), settings(t), &contract.Contract{
		Serial: "甲", Signed: day("2023-02-01"), Parties: []contract.Party{{Side: contract.Other, Small: yes()}},
		Payments: []contract.Payment{{Direction: contract.Pay, Amount: 8_5000_00, Due: day("2023-06-01"), PaidSoFar: 1_0000_00}},
	})
	require.Equal(t, "全年没有审查、签订政府合同。至期末，逾期尚未支付中小企业款项的合同1份，金额7.5万元。", prose(t, owed))
	now.Total[statistics.Signed]++
	_, err := statistics.Section(now)
	require.Error(t, err)
}

// The grid and the figures of package contract say the same.
func TestFiguresAgree(t *testing.T) {
	contracts := newMaker(21, false).contracts(400)
	g, _ := count(t, fazhi.YearOf(2024), settings(t), contracts...)
	mine := reporttest.Printed(statistics.Figures(g))
	for id, printed := range reporttest.Printed(append(contract.Figures(contracts, 2024), contract.Details(contracts, 2024)...)) {
		switch id {
		case "合同.变更合同", "合同.争议合同": // contracts, not agreements and disputes
		default:
			require.Equal(t, printed, mine["合同统计."+strings.TrimPrefix(id, "合同.")], id)
		}
	}
	require.Contains(t, mine, "合同统计.逾期未付中小企业款项合同")
	require.Equal(t, fmt.Sprint(g.Row(statistics.BySmall, "是")[statistics.UnpaidPurchase])+"份", mine["合同统计.逾期未付中小企业款项合同"])
}

// Every number says what it counts, and by which date.
func TestItems(t *testing.T) {
	seen := make(map[statistics.Item]bool)
	for _, d := range statistics.Items() {
		require.False(t, seen[d.Item], d.Item)
		seen[d.Item] = true
		require.NotEmpty(t, d.Scope)
		require.Contains(t, []string{"份", "件", "笔", "元", "工作日"}, d.Unit)
	}
	for _, item := range []statistics.Item{statistics.Changes.Of("补充"), statistics.Reviewed.Of(statistics.Unlisted), statistics.Settled.Of("我方败诉"), statistics.Commented.Of("部分采纳")} {
		require.True(t, seen[item], item)
	}
}
