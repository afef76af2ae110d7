package fazhi_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// Values of the sample report.
var (
	correction = fazhi.Rate{Num: 12, Den: 67}                                                        // 纠错率
	lost       = fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 73}, Before: fazhi.Rate{Num: 7, Den: 57}} // 败诉率同比
)

func TestFigureText(t *testing.T) {
	count := func(n int64) fazhi.Count { return fazhi.Count{N: n} }
	atLeast := func(n int64) fazhi.Count { return fazhi.Count{N: n, More: true} }
	approx, bare := fazhi.Form{Approx: true}, fazhi.Form{Bare: true}
	for _, c := range []struct {
		want   string
		value  fazhi.Quantity
		unit   string
		noun   string
		form   fazhi.Form
		number string // what Number returns
	}{
		{want: "46个部门", value: count(46), unit: "个", noun: "部门", number: "46"},
		{want: "46", value: count(46), unit: "个", noun: "部门", form: bare, number: "46"},
		{want: "0件", value: count(0), unit: "件", number: "0"},
		{want: "-5", value: count(-5), unit: "件", form: bare, number: "-5"},

		{want: "17.91%", value: correction, unit: "%", number: "17.91"},
		{want: "17.91", value: correction, unit: "%", form: bare, number: "17.91"},
		{want: "17.9%", value: correction, unit: "%", form: fazhi.Form{Places: 1}, number: "17.91"},
		{want: "18%", value: correction, unit: "%", form: fazhi.Form{Places: -1}, number: "17.91"},
		{want: "17.9104%", value: correction, unit: "%", form: fazhi.Form{Places: 4}, number: "17.91"},
		{want: "100%", value: fazhi.Rate{Num: 29, Den: 29}, unit: "%", number: "100"},
		{want: "0%", value: fazhi.Rate{Num: 0, Den: 29}, unit: "%", number: "0"},
		{want: "99.57%", value: fazhi.Rate{Num: 4137, Den: 4155}, unit: "%", number: "99.57"},
		{want: "12.5%", value: fazhi.Rate{Num: 1, Den: 8}, unit: "%", number: "12.5"},
		{want: "0.13%", value: fazhi.Rate{Num: 1, Den: 800}, unit: "%", number: "0.13"},        // 0.125
		{want: "0.12%", value: fazhi.Rate{Num: 1249, Den: 1000000}, unit: "%", number: "0.12"}, // 0.1249
		{want: "100%", value: fazhi.Rate{Num: 99999, Den: 100000}, unit: "%", number: "100"},   // 99.999

		{want: "下降10.91个百分点", value: lost, unit: "百分点", number: "-10.91"},
		{want: "10.91", value: lost, unit: "百分点", form: bare, number: "-10.91"},
		{want: "下降10.9个百分点", value: lost, unit: "百分点", form: fazhi.Form{Places: 1}, number: "-10.91"},
		{want: "上升10.91个百分点", value: fazhi.Points{Now: lost.Before, Before: lost.Now}, unit: "百分点", number: "10.91"},
		{want: "持平", value: fazhi.Points{Now: correction, Before: correction}, unit: "百分点", number: "0"},
		{want: "持平", value: fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 2}, Before: fazhi.Rate{Num: 50001, Den: 100000}}, unit: "百分点", number: "0"},

		{want: "257.3万元", value: fazhi.Money(257300000), unit: "万元", number: "257.3"},
		{want: "2573000元", value: fazhi.Money(257300000), unit: "元", number: "2573000"},
		{want: "0.03亿元", value: fazhi.Money(257300000), unit: "亿元", number: "0.03"},
		{want: "-3元", value: fazhi.Money(-300), unit: "元", number: "-3"},
		{want: "-3", value: fazhi.Money(-300), unit: "元", form: bare, number: "-3"},
		{want: "0.01元", value: fazhi.Money(1), unit: "元", number: "0.01"},

		{want: "20余条", value: atLeast(20), unit: "条", number: "20"},
		{want: "1600余条", value: atLeast(1600), unit: "条", number: "1600"},
		{want: "7万余份", value: atLeast(70000), unit: "份", number: "70000"},
		{want: "7万余", value: atLeast(70000), unit: "份", form: bare, number: "70000"},
		{want: "20余条", value: count(23), unit: "条", form: approx, number: "23"},
		{want: "10余个部门", value: count(11), unit: "个", noun: "部门", form: approx, number: "11"},
		{want: "130余件", value: count(139), unit: "件", form: approx, number: "139"},
		{want: "4100余件", value: count(4155), unit: "件", form: approx, number: "4155"},
		{want: "7万余份", value: count(79999), unit: "份", form: approx, number: "79999"},
		{want: "1234万余件", value: count(12345678), unit: "件", form: approx, number: "12345678"},
		{want: "1亿余件", value: count(123456789), unit: "件", form: approx, number: "123456789"},
	} {
		t.Run(c.want, func(t *testing.T) {
			f := fazhi.Figure{ID: "测试.数据项", Unit: c.unit, Noun: c.noun, Value: c.value}
			got, err := f.Text(c.form)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
			require.Equal(t, c.number, f.Number())
		})
	}
}

func TestFigureTextRefuses(t *testing.T) {
	approx := fazhi.Form{Approx: true}
	for _, c := range []struct {
		name  string
		value fazhi.Quantity
		form  fazhi.Form
		want  error
	}{
		{"没有案件的比率", fazhi.Rate{}, fazhi.Form{}, fazhi.ErrUndefined},
		{"上年没有案件", fazhi.Points{Now: correction}, fazhi.Form{}, fazhi.ErrUndefined},
		{"今年没有案件", fazhi.Points{Before: correction}, fazhi.Form{}, fazhi.ErrUndefined},
		{"没有值", nil, fazhi.Form{}, fazhi.ErrUndefined},
		{"不足十不称余", fazhi.Count{N: 9}, approx, fazhi.ErrApprox},
		{"台账只知下限但不足十", fazhi.Count{N: 9, More: true}, fazhi.Form{}, fazhi.ErrApprox},
		{"整数不称余", fazhi.Count{N: 1600}, approx, fazhi.ErrApprox},
		{"比率不称余", correction, approx, fazhi.ErrApprox},
		{"金额不称余", fazhi.Money(123456), approx, fazhi.ErrApprox},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fazhi.Figure{ID: "复议.纠错率", Unit: "%", Value: c.value}
			got, err := f.Text(c.form)
			require.ErrorIs(t, err, c.want)
			require.ErrorContains(t, err, "复议.纠错率")
			require.Empty(t, got)
		})
	}
	require.Empty(t, fazhi.Figure{Value: fazhi.Rate{}}.Number())
}

// Quantities of one kind add up: figures of two counties become the city's.
func TestQuantityPlus(t *testing.T) {
	for _, c := range []struct {
		name            string
		one, other, sum fazhi.Quantity
	}{
		{"计数", fazhi.Count{N: 25}, fazhi.Count{N: 17}, fazhi.Count{N: 42}},
		{"一方只知下限", fazhi.Count{N: 20, More: true}, fazhi.Count{N: 3}, fazhi.Count{N: 23, More: true}},
		{"比率相加不是平均", correction, fazhi.Rate{Num: 1, Den: 3}, fazhi.Rate{Num: 13, Den: 70}},
		{"一方没有案件", correction, fazhi.Rate{}, correction},
		{"百分点按两年的比率重算", lost, lost, fazhi.Points{Now: fazhi.Rate{Num: 2, Den: 146}, Before: fazhi.Rate{Num: 14, Den: 114}}},
		{"金额", fazhi.Money(150), fazhi.Money(-50), fazhi.Money(100)},
		{"到上限", fazhi.Money(math.MaxInt64 - 1), fazhi.Money(1), fazhi.Money(math.MaxInt64)},
		{"到下限", fazhi.Money(math.MinInt64 + 1), fazhi.Money(-1), fazhi.Money(math.MinInt64)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.one.Plus(c.other)
			require.True(t, ok)
			require.Equal(t, c.sum, got)
			got, ok = c.other.Plus(c.one)
			require.True(t, ok)
			require.Equal(t, c.sum, got)
		})
	}
}

func TestQuantityPlusRefuses(t *testing.T) {
	const most, least = math.MaxInt64, math.MinInt64
	for _, c := range []struct {
		name       string
		one, other fazhi.Quantity
	}{
		{"计数与比率", fazhi.Count{N: 1}, correction},
		{"比率与百分点", correction, lost},
		{"百分点与金额", lost, fazhi.Money(1)},
		{"金额与计数", fazhi.Money(1), fazhi.Count{N: 1}},
		{"计数溢出", fazhi.Count{N: most}, fazhi.Count{N: 1}},
		{"计数下溢", fazhi.Count{N: least}, fazhi.Count{N: -1}},
		{"金额溢出", fazhi.Money(most), fazhi.Money(most)},
		{"金额下溢", fazhi.Money(least), fazhi.Money(least)},
		{"分子溢出", fazhi.Rate{Num: most, Den: 1}, fazhi.Rate{Num: 1, Den: 1}},
		{"分母溢出", fazhi.Rate{Num: 1, Den: most}, fazhi.Rate{Num: 1, Den: 1}},
		{"上年分母溢出", fazhi.Points{Before: fazhi.Rate{Den: most}}, fazhi.Points{Before: fazhi.Rate{Den: 1}}},
		{"没有值", fazhi.Count{N: 1}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ok := c.one.Plus(c.other)
			require.False(t, ok)
			if c.other != nil {
				_, ok = c.other.Plus(c.one)
				require.False(t, ok)
			}
		})
	}
}

func refs(ids ...string) []fazhi.Ref {
	out := make([]fazhi.Ref, len(ids))
	for i, id := range ids {
		out[i] = fazhi.Ref{Kind: "contract", ID: id}
	}
	return out
}

func TestSourceDoesNotDependOnOrder(t *testing.T) {
	one := fazhi.SourceOf(slices.Values(refs("1", "2", "3")))
	other := fazhi.SourceOf(slices.Values(refs("3", "1", "2")))
	require.Equal(t, int64(3), one.Count)
	require.Equal(t, one.Digest, other.Digest)
	for _, ids := range [][]string{{"1", "2"}, {"1", "2", "4"}, {"1", "2", "3", "3"}, {"1", "23"}, nil} {
		require.NotEqual(t, one.Digest, fazhi.SourceOf(slices.Values(refs(ids...))).Digest, ids)
	}
	require.Equal(t, refs("1", "2", "3"), slices.Collect(one.Refs))
	require.Zero(t, fazhi.SourceOf(nil).Count)
}

func TestFigurePlus(t *testing.T) {
	county := fazhi.Figure{
		ID: "合同.审查", Name: "审查政府合同", Unit: "份", Value: fazhi.Count{N: 2}, Period: fazhi.YearOf(2024), Scope: "区政府合同",
		From: fazhi.SourceOf(slices.Values(refs("甲-1", "甲-2"))),
	}
	other := county
	other.Value, other.From = fazhi.Count{N: 1}, fazhi.SourceOf(slices.Values(refs("乙-1")))

	city, err := county.Plus(other)
	require.NoError(t, err)
	require.Equal(t, fazhi.Count{N: 3}, city.Value)
	require.Equal(t, "审查政府合同", city.Name)
	require.Equal(t, int64(3), city.From.Count)
	require.Equal(t, refs("甲-1", "甲-2", "乙-1"), slices.Collect(city.From.Refs))
	for ref := range city.From.Refs {
		require.Equal(t, "甲-1", ref.ID)
		break // whoever stops early is not called again
	}
	require.Equal(t, fazhi.SourceOf(city.From.Refs).Digest, city.From.Digest)
	require.Equal(t, fazhi.Count{N: 2}, county.Value, "the summands stay as they are")

	noRefs := other
	noRefs.From = fazhi.Source{Count: 1}
	city, err = county.Plus(noRefs)
	require.NoError(t, err)
	require.Equal(t, refs("甲-1", "甲-2"), slices.Collect(city.From.Refs))
}

func TestFigurePlusRefuses(t *testing.T) {
	base := fazhi.Figure{ID: "合同.审查", Unit: "份", Value: fazhi.Count{N: 2}, Period: fazhi.YearOf(2024), Scope: "区政府合同"}
	for name, change := range map[string]func(*fazhi.Figure){
		"另一数据项":  func(f *fazhi.Figure) { f.ID = "合同.备案" },
		"单位不同":   func(f *fazhi.Figure) { f.Unit = "件" },
		"名词不同":   func(f *fazhi.Figure) { f.Noun = "合同" },
		"期间不同":   func(f *fazhi.Figure) { f.Period = fazhi.YearOf(2023) },
		"口径不同":   func(f *fazhi.Figure) { f.Scope = "部门合同" },
		"值的种类不同": func(f *fazhi.Figure) { f.Value = correction },
		"溢出":     func(f *fazhi.Figure) { f.Value = fazhi.Count{N: math.MaxInt64} },
		"没有值":    func(f *fazhi.Figure) { f.Value = nil },
	} {
		t.Run(name, func(t *testing.T) {
			other := base
			change(&other)
			for _, pair := range [][2]fazhi.Figure{{base, other}, {other, base}} {
				sum, err := pair[0].Plus(pair[1])
				require.Error(t, err)
				require.Zero(t, sum.ID)
			}
		})
	}
}
