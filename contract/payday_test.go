package contract_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/workday"
)

// bought is a contract of 2024 by which a small enterprise is bought from.
func bought() *contract.Contract {
	return &contract.Contract{
		Sort: "买卖", Signed: day("2024-01-01"), Parties: []contract.Party{{Side: contract.Government}, {Side: contract.Other, Small: yes(true)}},
	}
}

// By when is paid, and by what.
func TestPayTerm(t *testing.T) {
	const term, delayed = "保障中小企业款项支付条例（2020年）第八条第一款", "保障中小企业款项支付条例（2020年）第八条第一款、第九条第二款"
	pay := contract.Payment{Direction: contract.Pay, Basis: "验收合格", Since: day("2024-09-02")}
	late := contract.Delivery{Delivered: day("2024-07-01"), AcceptBy: day("2024-07-15"), Accepted: day("2024-09-02")}
	for name, x := range map[string]struct {
		change func(*contract.Contract, *contract.Payment)
		want   string
	}{
		"没有约定":      {func(*contract.Contract, *contract.Payment) {}, "2024-10-02 " + term},
		"约定天数":      {func(_ *contract.Contract, y *contract.Payment) { y.Days = 45 }, "2024-10-17 "},
		"约定日期":      {func(_ *contract.Contract, y *contract.Payment) { y.Due = day("2024-10-20") }, "2024-10-20 "},
		"约定超过六十日":   {func(_ *contract.Contract, y *contract.Payment) { y.Days = 61 }, "2024-11-01 " + term + "（最长六十日）"},
		"2025年签订":   {func(c *contract.Contract, _ *contract.Payment) { c.Signed = day("2025-06-01") }, "2024-10-02 保障中小企业款项支付条例（2025年）第九条第一款"},
		"没有签订，已经送审": {func(c *contract.Contract, _ *contract.Payment) { c.Signed, c.Submitted = fazhi.Date{}, c.Signed }, "2024-10-02 " + term},
		"条例以前签订":    {func(c *contract.Contract, y *contract.Payment) { c.Signed, y.Days = day("2020-08-31"), 90 }, "2024-12-01 "},
		"条例以前没有约定":  {func(c *contract.Contract, _ *contract.Payment) { c.Signed = day("2020-08-31") }, "无"},
		"预付款":       {func(_ *contract.Contract, y *contract.Payment) { y.Basis = "预付" }, "无"},
		"收款":        {func(_ *contract.Contract, y *contract.Payment) { y.Direction = contract.Receive }, "无"},
		"资助不是采购":    {func(c *contract.Contract, _ *contract.Payment) { c.Sort = "资助补贴" }, "无"},
		"拖延验收":      {func(c *contract.Contract, _ *contract.Payment) { c.Deliveries = []contract.Delivery{late} }, "2024-08-14 " + delayed},
		"拖延验收，约定天数": {func(c *contract.Contract, y *contract.Payment) { c.Deliveries, y.Days = []contract.Delivery{late}, 10 }, "2024-07-25 " + delayed},
		"拖延验收，约定日期": {func(c *contract.Contract, y *contract.Payment) {
			c.Deliveries, y.Due = []contract.Delivery{late}, day("2024-09-30")
		}, "2024-09-13 " + delayed + "（最长六十日）"},
		"按交付付款的不看验收": {func(c *contract.Contract, y *contract.Payment) {
			c.Deliveries, y.Basis = []contract.Delivery{late}, "交付"
		}, "2024-10-02 " + term},
		"政府一方交付的不看": {func(c *contract.Contract, _ *contract.Payment) {
			given := late
			given.By = contract.Government
			c.Deliveries = []contract.Delivery{given}
		}, "2024-10-02 " + term},
		"两项都没有验收，从最后一项": {func(c *contract.Contract, y *contract.Payment) {
			first, second := late, late
			first.Accepted, second.Accepted, second.AcceptBy, y.Since = fazhi.Date{}, fazhi.Date{}, day("2024-08-01"), fazhi.Date{}
			c.Deliveries = []contract.Delivery{first, second}
		}, "2024-08-31 " + delayed},
		"一项没有约定验收期限": {func(c *contract.Contract, y *contract.Payment) {
			first, second := late, late
			first.Accepted, second.Accepted, second.AcceptBy, y.Since = fazhi.Date{}, fazhi.Date{}, fazhi.Date{}, fazhi.Date{}
			c.Deliveries = []contract.Delivery{first, second}
		}, "无"},
	} {
		t.Run(name, func(t *testing.T) {
			c, y := bought(), pay
			x.change(c, &y)
			got := "无"
			if term, ok := c.PayTerm(&y); ok {
				require.Equal(t, workday.CalendarDays, term.Span.Unit)
				got = fmt.Sprint(term.Start.AddDays(term.Span.N), " ", term.Basis)
			}
			require.Equal(t, x.want, got)
		})
	}
}

// What the ledger says of a contract decides which law rules its award.
func TestWhatRulesTheAward(t *testing.T) {
	for name, x := range map[string]struct {
		c                  contract.Contract
		tendered, procured bool
	}{
		"采购货物": {contract.Contract{Procurement: true, Sort: "买卖", Nature: contract.Nature{Tendered: true}}, false, true},
		"采购工程": {contract.Contract{Procurement: true, Sort: "工程", Nature: contract.Nature{Tendered: true}}, true, false},
		"采购监理": {contract.Contract{Procurement: true, Sort: "服务", Nature: contract.Nature{Tendered: true, ForWorks: yes(true)}}, true, false},
		"谈判工程": {contract.Contract{Procurement: true, Sort: "工程"}, false, true},
		"不是采购": {contract.Contract{Sort: "国有资产", Nature: contract.Nature{Tendered: true}}, true, false},
		"都不是":  {contract.Contract{}, false, false},
	} {
		require.Equal(t, x.tendered, x.c.IsTendered(), name)
		require.Equal(t, x.procured, x.c.IsProcured(), name)
	}
}

func TestPurchases(t *testing.T) {
	for _, sort := range append(contract.Purchases(), "") {
		require.True(t, (&contract.Contract{Sort: sort}).IsPurchase(), sort)
	}
	require.False(t, (&contract.Contract{Sort: "征收补偿"}).IsPurchase())
	require.True(t, (&contract.Contract{Sort: "征收补偿", Procurement: true}).IsPurchase())
	require.True(t, (&contract.Contract{Sort: "征收补偿"}).IsPurchase("征收补偿"))
	require.False(t, (&contract.Contract{Sort: "买卖"}).IsPurchase("征收补偿"))
}

// Three years, and two where they were over before the 民法总则 came into force.
func TestLimitationOf(t *testing.T) {
	for due, want := range map[string]string{
		"2015-09-30": "2年 民法通则第一百三十五条", "2015-10-01": "3年 民法总则第一百八十八条第一款", "2017-12-31": "3年 民法总则第一百八十八条第一款",
		"2018-01-01": "3年 民法典第一百八十八条第一款", "9999-12-31": "3年 民法典第一百八十八条第一款",
	} {
		span, basis := contract.LimitationOf(day(due))
		require.Equal(t, want, fmt.Sprintf("%d年 %s", span.N, basis), due)
		require.Equal(t, workday.Years, span.Unit)
	}
}

// What holds secrets of the state, or may hold them, is not announced; what holds those of a business only is.
func TestAnnounced(t *testing.T) {
	for _, x := range []struct {
		secret bool
		state  *bool
		want   bool
	}{{false, nil, true}, {true, nil, false}, {true, yes(false), true}, {true, yes(true), false}, {false, yes(true), false}} {
		c := contract.Contract{Procurement: true, Nature: contract.Nature{Secret: x.secret, StateSecret: x.state}}
		require.Equal(t, x.want, c.IsAnnounced())
		require.Equal(t, x.secret || x.state != nil && *x.state, c.IsSecret())
	}
}
