package indicators_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
)

// policy is that of no real place.
func policy() indicators.Policy {
	return indicators.Policy{
		Rule: "泉源区人民调解以案定补办法",
		Parts: []indicators.Part{
			{Name: "难易程度", Grants: []indicators.Grant{
				{Name: "疑难复杂", Difficulty: "疑难复杂", Pay: 400_00}, {Name: "一般", Difficulty: "一般", Pay: 200_00}, {Name: "简易", Difficulty: "简易", Pay: 50_00},
			}},
			{Name: "人数", Grants: []indicators.Grant{{Name: "十人以上", People: 10, Pay: 100_00}}},
			{Name: "金额", Grants: []indicators.Grant{{Name: "涉及五十万元以上", Sum: 50_0000_00, Pay: 200_00}, {Name: "涉及十万元以上", Sum: 10_0000_00, Pay: 100_00}}},
			{Name: "协议", Grants: []indicators.Grant{{Name: "书面协议", Form: "书面", Sealed: true, Pay: 50_00}, {Name: "口头协议", Form: "口头", Pay: 20_00}}},
			{Name: "履行", Grants: []indicators.Grant{{Performed: "履行完毕", Pay: 30_00}}},
			{Name: "类型", Grants: []indicators.Grant{{Name: "医疗纠纷", Sort: "医疗", Pay: 60_00}}},
		},
		MostPerCase: 600_00, Most: 700_00,
	}
}

func TestPay(t *testing.T) {
	p := policy()
	for want, c := range map[string]*mediation.Case{
		"0.00 没有适用的标准":   {},
		"50.00 简易50.00元": {Difficulty: "简易", Form: "书面", Performed: "未履行"},
		"280.00 一般200.00元、书面协议50.00元、履行30.00元":                                   {Difficulty: "一般", Form: "书面", Sealed: true, Performed: "履行完毕"},
		"320.00 一般200.00元、涉及十万元以上100.00元、口头协议20.00元":                             {Difficulty: "一般", Form: "口头", Amount: 10_0000_00, Parties: 9},
		"600.00 疑难复杂400.00元、十人以上100.00元、涉及五十万元以上200.00元、医疗纠纷60.00元，每件不超过600.00元": {Difficulty: "疑难复杂", Amount: 50_0000_00, Parties: 10, Sort: "医疗"},
	} {
		pay, why := p.Pay(c)
		require.Equal(t, want, pay.String()+" "+why)
	}
}

// A case is paid once, in the period in which it ended, and a committee no more than the cap.
func TestSettle(t *testing.T) {
	one := func(serial, committee, closed, result, difficulty string) *mediation.Case {
		return &mediation.Case{Serial: serial, Committee: committee, Accepted: day("2024-01-01"), Closed: day(closed), Result: result, Difficulty: difficulty, Sessions: 3}
	}
	merged := one("7", "乙", "2024-05-01", "成功", "一般")
	merged.Same = "1"
	cases := []*mediation.Case{
		one("2", "乙", "2024-12-31", "成功", "疑难复杂"), one("1", "甲", "2024-01-01", "成功", "一般"), one("1", "甲", "2024-01-01", "成功", "一般"),
		one("3", "乙", "2024-05-01", "成功", "疑难复杂"), one("4", "乙", "2024-05-01", "不成功", "一般"), one("5", "乙", "2025-01-01", "成功", "一般"),
		one("6", "甲", "2024-05-01", "成功", ""), merged, one("8", "", "2024-05-01", "成功", "一般"), one("9", "甲", "", "成功", "一般"),
	}
	s, issues, err := indicators.Settle(unit, fazhi.YearOf(2024), policy(), slices.Values(cases), nil)
	require.NoError(t, err)
	require.Equal(t, []indicators.Payee{{"乙", 2, 800_00, 700_00}, {"甲", 2, 200_00, 200_00}}, s.Payees)
	require.Equal(t, []indicators.Payment{
		{"2", "乙", day("2024-12-31"), 400_00, "疑难复杂400.00元"}, {"3", "乙", day("2024-05-01"), 400_00, "疑难复杂400.00元"},
		{"1", "甲", day("2024-01-01"), 200_00, "一般200.00元"}, {"6", "甲", day("2024-05-01"), 0, "没有适用的标准"},
	}, s.Cases)
	require.Equal(t, []string{
		"mediation/subsidy/unpaid 编号与前面的一件相同，没有重复计算", "mediation/subsidy/payee 看不出补给谁，没有计算", "mediation/subsidy/grant 有1件没有适用的标准，金额为零",
	}, said(issues))
	n, paid := s.Total()
	require.Equal(t, 4, n)
	require.EqualValues(t, 900_00, paid)

	p := policy()
	p.Results, p.MostPerCase, p.Most = []string{"不成功", "终止"}, 0, 0
	s, issues, err = indicators.Settle(unit, fazhi.YearOf(2024), p, slices.Values(cases), func(c *mediation.Case) string { return "调解员" + c.Serial })
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, []indicators.Payee{{"调解员4", 1, 200_00, 200_00}}, s.Payees)
}

// Where a place has set nothing, nothing is paid, and that is said.
func TestZeroPolicy(t *testing.T) {
	cases := newMaker(t, 1, false).ledger(20)
	s, issues, err := indicators.Settle(unit, fazhi.YearOf(2024), indicators.Policy{}, slices.Values(cases), nil)
	require.NoError(t, err)
	require.Equal(t, []string{"mediation/subsidy/unset 没有设以案定补标准，没有计算"}, said(issues))
	require.Empty(t, s.Cases)
	require.Len(t, s.Sheets(), 2)
}

func TestBadPolicy(t *testing.T) {
	grants := func(g ...indicators.Grant) []indicators.Part { return []indicators.Part{{Name: "甲", Grants: g}} }
	for name, p := range map[string]indicators.Policy{
		"负数":    {Parts: grants(indicators.Grant{Pay: -1})},
		"过大":    {Parts: grants(indicators.Grant{Pay: 10_000_000_01})},
		"没有的难度": {Parts: grants(indicators.Grant{Difficulty: "难"})},
		"没有的形式": {Parts: grants(indicators.Grant{Form: "书"})},
		"没有的履行": {Parts: grants(indicators.Grant{Performed: "是"})},
		"没有的类型": {Parts: grants(indicators.Grant{Sort: "邻居"})},
		"负人数":   {Parts: grants(indicators.Grant{People: -1})},
		"没有名称":  {Parts: []indicators.Part{{Grants: []indicators.Grant{{}}}}},
		"没有标准":  {Parts: []indicators.Part{{Name: "甲"}}},
		"太多项":   {Parts: slices.Repeat(grants(indicators.Grant{}), 51)},
		"上限":    {MostPerCase: -1},
		"结果":    {Results: []string{""}},
	} {
		_, _, err := indicators.Settle(unit, fazhi.YearOf(2024), p, slices.Values([]*mediation.Case{}), nil)
		require.ErrorIs(t, err, indicators.ErrPolicy, name)
	}
	_, _, err := indicators.Settle("", fazhi.YearOf(2024), policy(), slices.Values([]*mediation.Case{}), nil)
	require.ErrorIs(t, err, indicators.ErrUnit)
}

// A policy is data: what is kept as JSON is the same policy, and nothing that is not one is read.
func FuzzReadPolicy(f *testing.F) {
	text, err := json.Marshal(policy())
	require.NoError(f, err)
	p, err := indicators.ReadPolicy(text)
	require.NoError(f, err)
	require.Equal(f, policy(), *p)
	_, err = indicators.ReadPolicy([]byte(`{"parts":[{"name":"甲","grants":[{"pay":-1}]}]}`))
	require.ErrorIs(f, err, indicators.ErrPolicy)
	_, err = indicators.ReadPolicy([]byte(`{"parts":[],"cap":1}`))
	require.ErrorIs(f, err, indicators.ErrJSON)
	f.Add(text)
	f.Add([]byte(`{"parts":[{"grants":[{"people":9}]}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := indicators.ReadPolicy(text)
		if err != nil {
			require.True(t, errors.Is(err, indicators.ErrJSON) || errors.Is(err, indicators.ErrPolicy), err)
			return
		}
		for _, c := range newMaker(t, 1, true).ledger(20) {
			pay, why := p.Pay(c)
			require.GreaterOrEqual(t, pay, fazhi.Money(0))
			require.NotEmpty(t, why)
		}
	})
}

func ExampleSettle() {
	may := func(d int) fazhi.Date { return fazhi.DateOf(2024, 5, d) }
	cases := []*mediation.Case{
		{Serial: "RT-1", Committee: "泉源村调委会", Accepted: may(1), Closed: may(6), Result: "成功", Form: "口头", Difficulty: "简易"},
		{Serial: "RT-2", Committee: "泉源村调委会", Accepted: may(2), Closed: may(20), Result: "成功", Form: "书面", Sealed: true, Difficulty: "疑难复杂", Parties: 12, Sessions: 4},
	}
	s, _, err := indicators.Settle("泉源镇", fazhi.YearOf(2024), policy(), slices.Values(cases), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range s.Cases {
		fmt.Println(c.Serial, c.Amount, c.Why)
	}
	fmt.Println(s.Payees[0].Name, s.Payees[0].Paid)
	// Output:
	// RT-1 70.00 简易50.00元、口头协议20.00元
	// RT-2 550.00 疑难复杂400.00元、十人以上100.00元、书面协议50.00元
	// 泉源村调委会 620.00
}
