package picture_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	embedded "github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/report/picture"
)

func fonts(t testing.TB) *layout.Fonts {
	t.Helper()
	f, err := embedded.Embedded()
	require.NoError(t, err)
	return f
}

// annual returns the figures of the example program for the annual report.
func annual(t testing.TB) []fazhi.Figure {
	t.Helper()
	f, err := os.Open("../../examples/annual/testdata/figures.csv")
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	out := make([]fazhi.Figure, 0, len(rows))
	for _, row := range rows[1:] {
		out = append(out, figureOf(t, row))
	}
	require.Len(t, out, 62)
	return out
}

// figureOf makes a figure of id, name, value, numerator, denominator, unit and how it is printed.
func figureOf(t testing.TB, row []string) fazhi.Figure {
	t.Helper()
	f := fazhi.Figure{ID: row[0], Name: row[1], Unit: row[5], Value: quantityOf(t, row)}
	f.Noun = strings.TrimPrefix(row[6], printed(t, f))
	require.Equal(t, row[6], printed(t, f))
	return f
}

func quantityOf(t testing.TB, row []string) fazhi.Quantity {
	t.Helper()
	number := func(s string) int64 {
		n, err := strconv.ParseInt(s, 10, 64)
		require.NoError(t, err, row)
		return n
	}
	switch unit := row[5]; {
	case unit == "%" && row[3] == "":
		return fazhi.Rate{Num: number(row[2]), Den: 100}
	case unit == "%":
		return fazhi.Rate{Num: number(row[3]), Den: number(row[4])}
	case unit == "百分点":
		return fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 73}, Before: fazhi.Rate{Num: 7, Den: 57}}
	case strings.HasSuffix(unit, "元"):
		m, err := fazhi.ParseMoney(row[2] + unit)
		require.NoError(t, err)
		return m
	}
	return fazhi.Count{N: number(row[2]), More: strings.Contains(row[6], "余")}
}

func printed(t testing.TB, f fazhi.Figure) string {
	t.Helper()
	text, err := f.Text(fazhi.Form{})
	require.NoError(t, err)
	return text
}

// before invents the year before: other values, some figures missing.
func before(figures []fazhi.Figure) []fazhi.Figure {
	var out []fazhi.Figure
	for i, f := range figures {
		switch v := f.Value.(type) {
		case fazhi.Count:
			v.N = v.N*int64(75+i)/100 + 1
			f.Value = v
		case fazhi.Rate:
			f.Value = fazhi.Rate{Num: v.Num*7 + 3, Den: v.Den * 8}
		case fazhi.Money:
			f.Value = v * 9 / 10
		}
		if i%7 != 3 {
			out = append(out, f)
		}
	}
	return out
}

func config() picture.Config {
	return picture.Config{
		Title: "一图读懂泉鲤区2024年法治政府建设", Subtitle: "依法行政　执法为民　建设人民满意的法治政府", Organ: "泉鲤区司法局",
		Year: 2024, Date: fazhi.DateOf(2025, 3, 28), Source: "泉鲤区司法局各业务台账，统计期间为2024年1月1日至12月31日",
	}
}

// small has one figure of each kind.
func small() []fazhi.Figure {
	return []fazhi.Figure{
		{ID: "复议.收到", Name: "收到行政复议申请", Unit: "件", Value: fazhi.Count{N: 111}},
		{ID: "复议.审结", Name: "已受理案件中审结", Unit: "件", Value: fazhi.Count{N: 67}},
		{ID: "复议.纠错率", Name: "行政复议纠错率", Unit: "%", Value: fazhi.Rate{Num: 12, Den: 67}},
		{ID: "普法.标语", Name: "宣传标语", Unit: "条", Value: fazhi.Count{N: 1600, More: true}},
		{ID: "普法.活动", Name: "宣传活动", Unit: "场", Value: fazhi.Count{N: 639}},
		{ID: "应诉.败诉率变化", Name: "败诉率同比", Unit: "百分点", Value: fazhi.Points{Now: fazhi.Rate{Num: 1, Den: 73}, Before: fazhi.Rate{Num: 7, Den: 57}}},
		{ID: "法援.挽回", Name: "挽回损失", Unit: "万元", Value: fazhi.Money(2_573_000_00)},
	}
}

// labels returns the texts of a drawing, in order.
func labels(d gongwen.Drawing) []string {
	var out []string
	for _, s := range d.Shapes {
		if l, ok := s.(gongwen.Label); ok {
			out = append(out, l.Text)
		}
	}
	return out
}
