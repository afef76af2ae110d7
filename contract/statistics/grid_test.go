package statistics_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/statistics"
	"github.com/fazhi-go/fazhi/workday"
)

const unit = "清源市泉源区"

func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

func settings(t testing.TB) statistics.Settings {
	t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	days := func(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
	return statistics.Settings{Profile: contract.Profile{Calendar: calendar, Limits: contract.Limits{Review: days(5), Filing: days(10)}}}
}

// count counts contracts and asks that the grid agrees with itself.
func count(t testing.TB, p fazhi.Period, s statistics.Settings, contracts ...*contract.Contract) (*statistics.Grid, fazhi.Issues) {
	t.Helper()
	c, err := statistics.New(unit, p, s)
	require.NoError(t, err)
	statistics.Count(slices.Values(contracts), c)
	g, issues := c.Grid()
	require.Empty(t, g.Check())
	return g, issues
}

func yes() *bool { return new(true) }
func no() *bool  { return new(false) }

// Each case says what one contract adds in the year 2024.
func TestOneContract(t *testing.T) {
	type counts = statistics.Counts
	for name, c := range map[string]struct {
		of   contract.Contract
		want counts
	}{
		"审查、签订、备案": {
			contract.Contract{
				Submitted: day("2024-02-05"), Reviewed: day("2024-02-19"), Opinion: "修改后通过", Amount: 100, Signed: day("2024-02-20"), Filed: day("2024-03-05"),
				Handling: contract.Handling{Adopted: "部分采纳", Completed: day("2024-12-31")},
			},
			counts{
				"送审": 1, "审查": 1, "审查·修改后通过": 1, "审查金额": 100, "提出意见": 1, "提出意见·部分采纳": 1, "审查计时": 1, "审查工作日": 6, // the Spring Festival is no working time, the make-up workday of 18 February is
				"签订": 1, "签订金额": 100, "备案": 1, "审查到期": 1, "审查逾期": 1, "备案到期": 1, "履行终结": 1,
			},
		},
		"上一年审查": {
			contract.Contract{Submitted: day("2023-12-20"), Reviewed: day("2023-12-31"), Opinion: "通过", Amount: 100, Signed: day("2024-01-01"), Filed: day("2025-01-01")},
			counts{"签订": 1, "签订金额": 100, "期末未终结": 1, "期末未终结金额": 100, "备案到期": 1, "备案逾期": 1},
		},
		"次年签订": {
			contract.Contract{Submitted: day("2024-12-31"), Reviewed: day("2025-01-02"), Opinion: "通过", Signed: day("2025-01-03")},
			counts{"送审": 1},
		},
		"没有审查就签订": {
			contract.Contract{Signed: day("2024-06-03"), Filed: day("2024-06-03")},
			counts{"签订": 1, "未经审查签订": 1, "备案": 1, "备案到期": 1, "期末未终结": 1},
		},
		"不属审查范围": {
			contract.Contract{Opinion: "不属审查范围", Signed: day("2024-06-03"), Filed: day("2024-06-03")},
			counts{"签订": 1, "备案": 1, "备案到期": 1, "期末未终结": 1},
		},
		"受理迟于送审": {
			contract.Contract{Submitted: day("2024-06-03"), Reviewed: day("2024-06-05"), Opinion: "不在列表中的", Handling: contract.Handling{Received: day("2024-06-05")}},
			counts{"送审": 1, "审查": 1, "审查·未列明": 1, "审查计时": 1, "审查到期": 1},
		},
		"审查早于送审": {
			contract.Contract{Submitted: day("2024-06-05"), Reviewed: day("2024-06-03"), Opinion: "不通过"},
			counts{"送审": 1, "审查": 1, "审查·不通过": 1, "提出意见": 1, "提出意见·未列明": 1, "审查到期": 1},
		},
		"政府采购": {
			contract.Contract{
				Procurement: true, Awarded: day("2024-04-01"), Reviewed: day("2023-12-01"), Signed: day("2024-05-06"), Filed: day("2024-05-06"),
				Handling: contract.Handling{Announced: day("2024-05-09"), CopyFiled: day("2024-05-14")},
			}, // the thirty days end on 1 May, a holiday, and so on 6 May; Saturday 11 May is a make-up workday
			counts{"签订": 1, "备案": 1, "备案到期": 1, "期末未终结": 1, "中标签订到期": 1, "采购公告到期": 1, "采购公告逾期": 1, "采购备案到期": 1},
		},
		"招标投标": {
			contract.Contract{Awarded: day("2024-06-03"), Nature: contract.Nature{Tendered: true}, Sort: "工程"},
			counts{"中标签订到期": 1, "中标签订逾期": 1},
		},
		"不属审查范围的没有审查期限": {
			contract.Contract{Submitted: day("2024-06-03"), Opinion: "不属审查范围"}, counts{"送审": 1},
		},
		"涉密采购": {
			contract.Contract{
				Procurement: true, Reviewed: day("2023-12-01"), Signed: day("2024-05-06"), Filed: day("2024-05-06"),
				Nature: contract.Nature{Secret: true}, Handling: contract.Handling{CopyFiled: day("2024-05-16")},
			},
			counts{"签订": 1, "备案": 1, "备案到期": 1, "期末未终结": 1, "采购备案到期": 1, "采购备案逾期": 1},
		},
		"变更": {
			contract.Contract{Changes: []contract.Change{
				{Sort: "补充", Signed: day("2024-01-01"), Amount: 70}, {Sort: "变更", Signed: day("2024-12-31"), Amount: -30}, {Sort: "补充", Signed: day("2025-01-01"), Amount: 5},
				{Sort: "不在列表中的", Signed: day("2024-01-01"), Amount: math.MinInt64},
			}},
			counts{"变更协议": 3, "变更协议·补充": 1, "变更协议·变更": 1, "变更协议·未列明": 1, "增加金额": 70, "减少金额": 30},
		},
		"争议": {
			contract.Contract{Disputes: []contract.Dispute{
				{Way: "仲裁", Begun: day("2024-03-01"), Amount: 900, Ended: day("2024-08-01"), Result: "和解调解"},
				{Way: "行政诉讼", Begun: day("2023-03-01"), Amount: 1, Ended: day("2024-12-31")},
				{Begun: day("2024-03-01"), Ended: day("2025-01-01"), Result: "撤回"},
			}},
			counts{"发生争议": 2, "发生争议·仲裁": 1, "发生争议·未列明": 1, "争议金额": 900, "了结争议": 2, "了结争议·和解调解": 1, "了结争议·未列明": 1, "期末未了结争议": 1},
		},
		"外币": {
			contract.Contract{Reviewed: day("2024-06-05"), Opinion: "通过", Amount: 500, Nature: contract.Nature{Currency: "美元"}},
			counts{"审查": 1, "审查·通过": 1},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.of.Serial = "泉源合2024-001"
			g, _ := count(t, fazhi.YearOf(2024), settings(t), &c.of)
			require.Equal(t, c.want, g.Total)
			for _, a := range g.Axes {
				require.Len(t, a.Rows, 1, a.Name)
				require.Equal(t, c.want, a.Rows[0].Counts)
			}
		})
	}
}

// What was to be paid, on which day and when it was.
func TestPayments(t *testing.T) {
	type counts = statistics.Counts
	late := counts{"付款到期": 1, "付款到期金额": 100, "付款逾期": 1, "付款逾期金额": 100}
	for name, c := range map[string]struct {
		of   contract.Payment
		want counts
	}{
		"按期":       {contract.Payment{Due: day("2024-05-06"), Paid: day("2024-05-06")}, counts{"付款到期": 1, "付款到期金额": 100}},
		"约定的日期在假期": {contract.Payment{Due: day("2024-05-01"), Paid: day("2024-05-06")}, counts{"付款到期": 1, "付款到期金额": 100}},
		"约定的日期在假期，假期之后第二日付清": {contract.Payment{Due: day("2024-05-01"), Paid: day("2024-05-07")}, late},
		"末日在假期，次一工作日付清":      {contract.Payment{Since: day("2024-04-21"), Days: 10, Paid: day("2024-05-06")}, counts{"付款到期": 1, "付款到期金额": 100}},
		"约定超过六十日":            {contract.Payment{Since: day("2024-05-06"), Due: day("2024-12-31"), Paid: day("2024-07-06")}, late},
		"预付款不受六十日限制":         {contract.Payment{Since: day("2024-05-06"), Basis: "预付", Due: day("2024-12-31"), Paid: day("2024-07-06")}, counts{"付款到期": 1, "付款到期金额": 100}},
		"条例施行以后签订，以前交付":      {contract.Payment{Since: day("2020-08-31"), Due: day("2024-12-31"), Paid: day("2024-07-06")}, nil},
		"迟延一日":    {contract.Payment{Due: day("2024-05-06"), Paid: day("2024-05-07")}, late},
		"约定天数":    {contract.Payment{Since: day("2024-05-01"), Days: 20, Paid: day("2024-05-22")}, late},
		"次年到期":    {contract.Payment{Due: day("2025-01-02")}, nil},
		"末日移入次年":  {contract.Payment{Since: day("2023-12-21"), Days: 10, Paid: day("2024-01-02")}, counts{"付款到期": 1, "付款到期金额": 100}},
		"已付清没有日期": {contract.Payment{Due: day("2024-05-06"), PaidSoFar: 100}, counts{"付款到期": 1, "付款到期金额": 100}},
		"一部分未付": {
			contract.Payment{Due: day("2024-05-06"), PaidSoFar: 60, Disputed: true},
			counts{"付款到期": 1, "付款到期金额": 100, "付款逾期": 1, "付款逾期金额": 40, "期末逾期未付": 1, "期末逾期未付金额": 40, "期末逾期未付采购": 1, "期末逾期未付采购金额": 40, "期末逾期未付采购有争议金额": 40},
		},
		"次年付清": {
			contract.Payment{Due: day("2022-05-06"), Paid: day("2025-01-01")},
			counts{"期末逾期未付": 1, "期末逾期未付金额": 100, "期末逾期未付采购": 1, "期末逾期未付采购金额": 100},
		},
		"中小企业没有约定，三十日": {
			contract.Payment{Since: day("2024-05-06")},
			counts{"付款到期": 1, "付款到期金额": 100, "付款逾期": 1, "付款逾期金额": 100, "期末逾期未付": 1, "期末逾期未付金额": 100, "期末逾期未付采购": 1, "期末逾期未付采购金额": 100},
		},
		"收款": {contract.Payment{Direction: contract.Receive, Due: day("2024-05-06")}, counts{"收款到期": 1, "收款到期金额": 100, "收款逾期": 1, "收款逾期金额": 100}},
	} {
		t.Run(name, func(t *testing.T) {
			c.of.Amount = 100
			if c.of.Direction == "" {
				c.of.Direction = contract.Pay
			}
			d := contract.Contract{
				Serial: "甲", Sort: "服务", Reviewed: day("2021-01-01"), Signed: day("2021-01-01"), Filed: day("2021-01-01"), Handling: contract.Handling{Completed: day("2021-02-01")},
				Parties: []contract.Party{{Side: contract.Government}, {Side: contract.Other, Small: yes()}}, Payments: []contract.Payment{c.of},
			}
			g, _ := count(t, fazhi.YearOf(2024), settings(t), &d)
			if c.want == nil {
				c.want = counts{}
			}
			require.Equal(t, c.want, g.Total)
			require.Equal(t, c.want[statistics.UnpaidPurchaseAmount], g.Row(statistics.BySmall, "是")[statistics.UnpaidPurchaseAmount])
		})
	}
}

func TestWhatIsNoPurchase(t *testing.T) {
	owed := []contract.Payment{{Direction: contract.Pay, Amount: 100, Due: day("2024-05-06")}}
	for _, c := range []struct {
		of   contract.Contract
		want int64
	}{
		{contract.Contract{Sort: "征收补偿"}, 0}, {contract.Contract{Sort: "征收补偿", Procurement: true}, 100}, {contract.Contract{}, 100}, {contract.Contract{Sort: "工程"}, 100},
	} {
		c.of.Serial, c.of.Signed, c.of.Payments = "甲", day("2024-01-01"), owed
		g, _ := count(t, fazhi.YearOf(2024), settings(t), &c.of)
		require.EqualValues(t, 100, g.Total[statistics.UnpaidAmount])
		require.Equal(t, c.want, g.Total[statistics.UnpaidPurchaseAmount])
	}
}

// The rows that a contract stands in, by property.
func TestRows(t *testing.T) {
	reviewed := day("2024-03-01")
	other := func(small ...*bool) []contract.Party {
		parties := []contract.Party{{Side: contract.Government, Small: yes()}}
		for _, s := range small {
			parties = append(parties, contract.Party{Side: contract.Other, Small: s})
		}
		return parties
	}
	for _, c := range []struct {
		axis, row string
		of        contract.Contract
	}{
		{statistics.ByAmount, "不满10万元", contract.Contract{Amount: 9_9999_99}},
		{statistics.ByAmount, "10万元以上不满50万元", contract.Contract{Amount: 10_0000_00}},
		{statistics.ByAmount, "10000万元以上", contract.Contract{Amount: 1_0000_0000_00}},
		{statistics.ByAmount, "未填", contract.Contract{}},
		{statistics.ByAmount, "未填", contract.Contract{Amount: -1}},
		{statistics.ByAmount, "未填", contract.Contract{Amount: math.MaxInt64}},
		{statistics.ByAmount, "外币", contract.Contract{Amount: 1, Nature: contract.Nature{Currency: "欧元"}}},
		{statistics.BySort, "租赁", contract.Contract{Sort: "租赁"}},
		{statistics.BySort, "未填", contract.Contract{}},
		{statistics.ByOpinion, "未填", contract.Contract{}},
		{statistics.ByOpinion, "不通过", contract.Contract{Opinion: "不通过"}},
		{statistics.ByAdoption, "没有提出意见", contract.Contract{Opinion: "通过"}},
		{statistics.ByAdoption, "未填", contract.Contract{Opinion: "不通过"}},
		{statistics.ByMethod, "非政府采购", contract.Contract{}},
		{statistics.ByMethod, "未填", contract.Contract{Procurement: true}},
		{statistics.ByMethod, "询价", contract.Contract{Nature: contract.Nature{Method: "询价"}}},
		{statistics.ByMajor, "否", contract.Contract{Nature: contract.Nature{Major: no()}}},
		{statistics.ByAdministrative, "是", contract.Contract{Nature: contract.Nature{Administrative: yes()}}},
		{statistics.BySmall, "未填", contract.Contract{Parties: other()}},
		{statistics.BySmall, "是", contract.Contract{Parties: other(nil, no(), yes())}},
		{statistics.BySmall, "否", contract.Contract{Parties: other(no(), no())}},
		{statistics.BySmall, "未填", contract.Contract{Parties: other(no(), nil)}},
		{statistics.BySmall, "未填", contract.Contract{Parties: other(nil, no())}},
	} {
		c.of.Serial, c.of.Reviewed = "甲", reviewed
		g, _ := count(t, fazhi.YearOf(2024), settings(t), &c.of)
		require.EqualValues(t, 1, g.Row(c.axis, c.row)[statistics.Reviewed], "%s %s", c.axis, c.row)
	}
	g, _ := count(t, fazhi.YearOf(2024), settings(t), &contract.Contract{Signed: reviewed})
	require.EqualValues(t, 1, g.Row(statistics.ByOpinion, "未审查")[statistics.Signed])
}

func TestBands(t *testing.T) {
	s := settings(t)
	s.Bands = []fazhi.Money{5000_00, 3_4567_89}
	g, _ := count(t, fazhi.YearOf(2024), s, &contract.Contract{Serial: "甲", Signed: day("2024-01-01"), Amount: 5000_00})
	require.EqualValues(t, 1, g.Row(statistics.ByAmount, "0.5万元以上不满3.456789万元")[statistics.Signed])
	s.Bands = []fazhi.Money{}
	g, _ = count(t, fazhi.YearOf(2024), s, &contract.Contract{Serial: "甲", Signed: day("2024-01-01"), Amount: 5000_00})
	require.EqualValues(t, 1, g.Row(statistics.ByAmount, "不分段")[statistics.Signed])
}

func TestBadSettings(t *testing.T) {
	span := workday.Span{N: -5}
	_, err := statistics.New("", fazhi.Period{}, statistics.Settings{Bands: []fazhi.Money{5, 5}, Profile: contract.Profile{Limits: contract.Limits{Review: span}}})
	for _, want := range []error{statistics.ErrUnit, statistics.ErrPeriod, statistics.ErrBands, statistics.ErrSpan} {
		require.ErrorIs(t, err, want)
	}
	var zero statistics.Counter
	zero.Add(&contract.Contract{Serial: "甲"})
	g, issues := zero.Grid()
	require.Empty(t, issues)
	require.NotEmpty(t, g.Check())
}

// What was not counted, or rests on something, is said.
func TestIssues(t *testing.T) {
	in := day("2024-03-01")
	for name, c := range map[string]struct {
		contracts []*contract.Contract
		want      string
	}{
		"编号重复":   {[]*contract.Contract{{Serial: "甲", Reviewed: in}, {Serial: "甲", Reviewed: in}}, "contract/statistics/double 合同编号与前面的一份合同相同，没有重复计入"},
		"没有编号":   {[]*contract.Contract{{Reviewed: in}, {Reviewed: in}}, "contract/statistics/unnumbered 有2份合同没有编号，是否重复无从核对，已计入"},
		"没有日期":   {[]*contract.Contract{{Serial: "甲"}}, "contract/statistics/undated 有1份合同没有任何日期，没有计入"},
		"其他年份":   {[]*contract.Contract{{Serial: "甲", Reviewed: day("2023-12-31")}, {Serial: "乙", Signed: day("2025-01-01")}}, "contract/statistics/outside 有2份合同的日期都不在本期，没有计入"},
		"金额为负":   {[]*contract.Contract{{Serial: "甲", Reviewed: in, Amount: -1}}, "contract/statistics/amount 金额是负数，或者过大，没有计入"},
		"金额过大":   {[]*contract.Contract{{Serial: "甲", Reviewed: in, Amount: math.MaxInt64}}, "contract/statistics/amount 金额是负数，或者过大，没有计入"},
		"合计过大":   {[]*contract.Contract{{Serial: "甲", Reviewed: in, Amount: 1 << 52}, {Serial: "乙", Reviewed: in, Amount: 1 << 52}, {Serial: "丙", Reviewed: in, Amount: 1}}, "contract/statistics/amount 与前面的合同合计超出范围，这份合同没有计入"},
		"外币":     {[]*contract.Contract{{Serial: "甲", Reviewed: in, Nature: contract.Nature{Currency: "日元"}}}, "contract/statistics/currency 有1份外币合同，金额没有计入"},
		"没有发生日期": {[]*contract.Contract{{Serial: "甲", Reviewed: in, Disputes: []contract.Dispute{{Way: "仲裁"}}}}, "contract/statistics/undated 有1份变更协议没有签订日期，或者争议没有发生日期，没有按该日期计入"},
		"没有应付日期": {[]*contract.Contract{{Serial: "甲", Reviewed: in, Payments: []contract.Payment{{Direction: contract.Pay}}}}, "contract/statistics/undated 有1笔收付款看不出应当收付的日期，或者合同没有签订日期，没有计入"},
		"没有送审日期": {[]*contract.Contract{{Serial: "甲", Reviewed: in}}, "contract/statistics/undated 有1份合同没有受理、送审日期，或者该日期晚于审查日期，没有计算审查用时"},
	} {
		t.Run(name, func(t *testing.T) {
			_, issues := count(t, fazhi.YearOf(2024), settings(t), c.contracts...)
			require.Contains(t, said(issues), c.want)
		})
	}
}

func said(issues fazhi.Issues) []string {
	var list []string
	for _, i := range issues {
		list = append(list, string(i.Code)+" "+i.Message)
	}
	return list
}

// A sum that is out of range leaves the others as they were.
func TestRefused(t *testing.T) {
	in := day("2024-03-01")
	g, _ := count(t, fazhi.YearOf(2024), settings(t), &contract.Contract{Serial: "甲", Submitted: in, Reviewed: in, Amount: 1 << 53}, &contract.Contract{Serial: "乙", Submitted: in, Reviewed: in, Amount: 1})
	require.EqualValues(t, 1, g.Total[statistics.Submitted])
	require.EqualValues(t, 1<<53, g.Total[statistics.ReviewedAmount])
}

func TestUnknownYears(t *testing.T) {
	d := &contract.Contract{
		Serial: "甲", Submitted: day("2031-03-03"), Reviewed: day("2031-03-05"), Signed: day("2031-03-06"),
		Payments: []contract.Payment{{Direction: contract.Pay, Amount: 5, Since: day("2031-03-06"), Days: 4, Paid: day("2031-03-11")}},
	}
	g, issues := count(t, fazhi.YearOf(2031), settings(t), d)
	require.Zero(t, g.Total[statistics.Timed])
	require.EqualValues(t, 1, g.Total[statistics.PayingLate])
	require.Contains(t, said(issues), "contract/statistics/calendar 有3项期限、用时因没有2031年的放假安排没有计入")
	require.Contains(t, said(issues), "contract/statistics/calendar 有1笔收付款因没有2031年的放假安排，没有顺延末日")

	// At the end of the last year that is known, a notice to come may change the days off.
	d = &contract.Contract{Serial: "甲", Submitted: day("2026-12-24"), Reviewed: day("2026-12-31")}
	g, issues = count(t, fazhi.YearOf(2026), settings(t), d)
	require.EqualValues(t, 5, g.Total[statistics.ReviewDays])
	require.Contains(t, said(issues), "contract/statistics/provisional 有2项期限、用时可能因尚未公布的放假安排变动")
}

func TestNothingSet(t *testing.T) {
	d := &contract.Contract{Serial: "甲", Submitted: day("2024-03-04"), Reviewed: day("2024-03-05"), Signed: day("2024-03-06")}
	g, issues := count(t, fazhi.YearOf(2024), statistics.Settings{}, d)
	require.Zero(t, g.Total[statistics.ReviewDue]+g.Total[statistics.FilingDue])
	require.EqualValues(t, 1, g.Total[statistics.Timed], "the calendar of the State Council is the default")
	require.Equal(t, []string{"备案期限 未设", "审查期限 未设"}, g.Rules.Limits)
	require.Contains(t, said(issues), "contract/statistics/unset 本地规定没有设备案期限，没有统计是否逾期")
	require.NotContains(t, said(issues), "contract/statistics/calendar")
	g, issues = count(t, fazhi.YearOf(2024), statistics.Settings{Profile: contract.Profile{Calendar: new(workday.Calendar)}}, d)
	require.Zero(t, g.Total[statistics.Timed], "the profile's calendar holds")
	require.Contains(t, said(issues), "contract/statistics/calendar 有1项期限、用时因没有2024年的放假安排没有计入")
}

// The terms for small and medium-sized enterprises are those of contracts that were made under them, and that buy.
func TestTermsOfSmallEnterprises(t *testing.T) {
	for name, change := range map[string]func(*contract.Contract){
		"条例施行以前签订": func(c *contract.Contract) { c.Signed = day("2020-08-31") },
		"不是采购":     func(c *contract.Contract) { c.Sort = "征收补偿" },
		"不是中小企业":   func(c *contract.Contract) { c.Parties[1].Small = nil },
		"":         func(*contract.Contract) {},
	} {
		d := &contract.Contract{
			Serial: "甲", Sort: "服务", Signed: day("2021-01-01"), Parties: []contract.Party{{Side: contract.Government}, {Side: contract.Other, Small: yes()}},
			Payments: []contract.Payment{{Direction: contract.Pay, Amount: 5, Since: day("2024-05-06"), Days: 90, Paid: day("2024-07-15")}},
		}
		change(d)
		g, _ := count(t, fazhi.YearOf(2024), settings(t), d)
		require.EqualValues(t, 1, g.Total[statistics.PayingDue], name)
		require.Equal(t, name == "", g.Total[statistics.PayingLate] == 1, name)
	}
}

// The kinds of purchases of the profile hold where the settings name none.
func TestPurchasesOfTheProfile(t *testing.T) {
	for want, s := range map[string]statistics.Settings{
		"工程": {Profile: contract.Profile{Purchases: []string{"工程"}}},
		"委托": {Profile: contract.Profile{Purchases: []string{"工程"}}, Purchases: []string{"委托"}},
	} {
		g, _ := count(t, fazhi.YearOf(2024), s, &contract.Contract{Serial: "甲"})
		require.Equal(t, []string{want}, g.Rules.Purchases)
	}
}

func TestManyDepartments(t *testing.T) {
	c, err := statistics.New(unit, fazhi.YearOf(2024), settings(t))
	require.NoError(t, err)
	for i := range statistics.MaxRows + 7 {
		c.Add(&contract.Contract{Department: string(rune(0x4e00 + i)), Reviewed: day("2024-03-01")})
	}
	g, _ := c.Grid()
	require.Empty(t, g.Check())
	require.Len(t, g.Axis(statistics.ByDepartment), statistics.MaxRows+1)
	require.EqualValues(t, 7, g.Row(statistics.ByDepartment, statistics.Rest)[statistics.Reviewed])
}

// No more than so many issues are listed.
func TestManyDoubles(t *testing.T) {
	contracts := make([]*contract.Contract, 1500)
	for i := range contracts {
		contracts[i] = &contract.Contract{Serial: "甲", Reviewed: day("2024-03-01")}
	}
	g, issues := count(t, fazhi.YearOf(2024), settings(t), contracts...)
	require.EqualValues(t, 1, g.Total[statistics.Reviewed])
	require.Contains(t, said(issues), "contract/statistics/double 还有499处没有列出")
}
