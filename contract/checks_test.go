package contract_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/workday"
)

func checks(t *testing.T, profile contract.Profile) []fazhi.Check {
	t.Helper()
	checks, err := contract.Checks(profile)
	require.NoError(t, err)
	return checks
}

// place is the rule of an invented place that sets everything.
func place() contract.Profile {
	return contract.Profile{
		Rule:       "泉源区政府合同管理办法",
		Limits:     contract.Limits{Review: workday.Span{N: 5, Unit: workday.WorkingDays}, Filing: workday.Span{N: 15, Unit: workday.CalendarDays}},
		Exempt:     []string{"委托"},
		ReviewFrom: 100_000_00,
		MajorFrom:  5_000_000_00, MajorSorts: []string{"特许经营"},
		Prime: []contract.Prime{{From: day("2024-07-22"), Rate: 3350}, {From: day("2024-10-21"), Rate: 3100}, {From: day("2025-05-20"), Rate: 3000}},
	}
}

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), checks(t, place()), checktest.Decode[contract.Contract])
}

func TestCodes(t *testing.T) {
	all := checks(t, place())
	all = append(all, checktest.Gates(t, all, contract.Flow(place()))...)
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	for _, c := range checks(t, place()) {
		require.NotContains(t, c.Basis, "本地政府合同管理规定")
	}
	require.True(t, slices.ContainsFunc(checks(t, contract.Profile{}), func(c fazhi.Check) bool { return c.Basis == "本地政府合同管理规定" }))
}

// Each computed item of the law has a check, each check of the law an item, and both say the same.
func TestComputedItems(t *testing.T) {
	runs, groups := contract.LawRuns()
	require.Len(t, runs, groups, "no item is judged twice")
	all := checks(t, place())
	computed := 0
	for _, i := range law.Items() {
		at := slices.IndexFunc(all, func(c fazhi.Check) bool { return c.Code == i.Code })
		if i.Mode != law.Computed {
			require.Negative(t, at, i.Code)
			continue
		}
		computed++
		require.Contains(t, runs, i.Code)
		c := all[at]
		c.Run = nil
		require.Equal(t, fazhi.Check{Code: i.Code, Kind: contract.Kind, Doc: i.Doc, Basis: i.Basis, Severity: i.Severity, From: i.From, Until: i.Until}, c)
	}
	require.Len(t, runs, computed, "no judgment without an item")
}

// What the profile does not set is not checked, and Unset says so.
func TestUnset(t *testing.T) {
	codes := func(p contract.Profile) []fazhi.Code {
		var list []fazhi.Code
		for _, c := range checks(t, p) {
			list = append(list, c.Code)
		}
		return list
	}
	local := []fazhi.Code{
		"contract/review/scope", "contract/review/days", "contract/filing/days", "contract/major/marked", "contract/sme/rate", "contract/sme/rate-2020",
	}
	require.Subset(t, codes(place()), local)
	for _, code := range local {
		require.NotContains(t, codes(contract.Profile{}), code)
	}
	require.Len(t, codes(place()), len(codes(contract.Profile{}))+len(local))
	free := codes(contract.Profile{Unreviewed: true})
	require.NotContains(t, free, fazhi.Code("contract/review/before-signing"))
	require.NotContains(t, free, fazhi.Code("contract/change/review"))
	require.Empty(t, place().Unset())
	require.Equal(t, []string{"本地规定名称", "审查期限", "备案期限", "送审起点金额", "重大合同标准", "一年期贷款市场报价利率"}, contract.Profile{}.Unset())
}

// What is wrong with a profile is said at the start, all of it.
func TestFaultsOfAProfile(t *testing.T) {
	_, err := contract.Checks(contract.Profile{
		Limits:     contract.Limits{Review: workday.Span{N: -5}, Filing: workday.Span{N: 1_000_000}},
		ReviewFrom: -1, MajorFrom: -1,
		Prime: []contract.Prime{{Rate: 1}, {From: day("2024-07-22"), Rate: -1}, {From: day("2024-07-22")}},
	})
	for _, fault := range []string{
		"审查期限不是", "备案期限不是", "送审起点金额为负数", "重大合同标准为负数", "第 1 个一年期贷款市场报价利率没有日期", "第 2 个一年期贷款市场报价利率为负数", "第 3 个一年期贷款市场报价利率没有日期",
	} {
		require.ErrorContains(t, err, fault)
	}
}

// A kind of contract that is misspelt would switch nothing on, or spare nothing.
func TestSortsOfAProfile(t *testing.T) {
	_, err := contract.Checks(contract.Profile{Exempt: []string{"租赁", "租凭"}, MajorSorts: []string{"特许"}, Purchases: []string{"采够"}})
	require.ErrorIs(t, err, contract.ErrSort)
	for _, fault := range []string{"没有不审查的合同类型“租凭”，是不是“租赁”？", "没有重大合同的合同类型“特许”，是不是“特许经营”？", "没有采购的合同类型“采够”"} {
		require.ErrorContains(t, err, fault)
	}
	require.NotContains(t, err.Error(), "“租赁”，")
}

// A bureau may bring a calendar of its own.
func TestOwnCalendar(t *testing.T) {
	built, err := workday.StateCouncil()
	require.NoError(t, err)
	own, err := built.With(workday.Notice{Year: 2018, Days: []workday.Day{{Name: "清明节", Date: day("2018-04-05"), Off: true}}})
	require.NoError(t, err)
	c := &contract.Contract{Procurement: true, Awarded: day("2018-03-06"), Signed: day("2018-04-06"), Reviewed: day("2018-03-01"), Opinion: "通过"}
	c.Serial, c.Name, c.Department, c.Counterparty = "HT-1", "甲合同", "某局", "某公司"
	for calendar, want := range map[*workday.Calendar]int{nil: 1, own: 0} {
		issues, err := fazhi.Validate(t.Context(), c, c.Signed, day("2025-01-01"), checks(t, contract.Profile{Calendar: calendar}))
		require.NoError(t, err)
		require.Len(t, issues, want)
	}
}

// Issues of what stands on other sheets name the item.
func TestIssuesOfItems(t *testing.T) {
	c := &contract.Contract{Serial: "HT-1", Name: "甲合同", Department: "某局", Counterparty: "某公司"}
	c.Payments = []contract.Payment{{No: 1, Direction: contract.Receive, Amount: 1}, {No: 2, Direction: contract.Receive, Amount: -1}}
	issues, err := fazhi.Validate(t.Context(), c, fazhi.Date{}, fazhi.Date{}, checks(t, contract.Profile{}))
	require.NoError(t, err)
	require.Len(t, issues, 1)
	require.Equal(t, fazhi.Path("/payments/1/amount"), issues[0].Path)
}

// Ten columns filled in, as most rows of a ledger have them.
func BenchmarkChecks(b *testing.B) {
	all, err := contract.Checks(place())
	if err != nil {
		b.Fatal(err)
	}
	c := &contract.Contract{
		Serial: "HT-1", Name: "城区路灯采购合同", Sort: "买卖", Department: "区城管局", Counterparty: "某照明公司", Amount: 126050000,
		AmountWords: "壹佰贰拾陆万零伍佰元整", Reviewed: day("2024-03-12"), Opinion: "修改后通过", Signed: day("2024-03-31"),
	}
	today := day("2025-01-01")
	b.ReportAllocs()
	for b.Loop() {
		issues, err := fazhi.Validate(b.Context(), c, c.LawOn(today), today, all)
		if err != nil || len(issues) > 0 {
			b.Fatal(issues, err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "contracts/s")
}
