package fazhi_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

func TestParseMoney(t *testing.T) {
	for text, fen := range map[string]fazhi.Money{
		"0":                      0,
		"-0":                     0,
		"1":                      100,
		"0.01":                   1,
		"12345.67":               1234567,
		"12,345.67":              1234567,
		"¥12,345.67":             1234567,
		"￥12,345.67":             1234567,
		"1,234,567":              123456700,
		"257.3万元":                257300000,
		"1.5亿元":                  150_0000_0000 * 1,
		"0.000001万元":             1,
		"0.0000000001亿元":         1,
		"3元":                     300,
		"-3元":                    -300,
		"-0.5":                   -50,
		"1.50000":                150,
		"007":                    700,
		"92233720368547758.07":   math.MaxInt64,
		"-92233720368547758.07":  -math.MaxInt64,
		"922337203.6854775807亿元": math.MaxInt64,
	} {
		t.Run(text, func(t *testing.T) {
			got, err := fazhi.ParseMoney(text)
			require.NoError(t, err)
			require.Equal(t, fen, got)
		})
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"空":       "",
		"只有符号":    "¥",
		"只有单位":    "万元",
		"只有负号":    "-",
		"两个负号":    "--3",
		"正号":      "+3",
		"没有整数":    ".5",
		"没有小数":    "5.",
		"没有小数有单位": "5.万元",
		"两个小数点":   "1.2.3",
		"小于一分":    "0.001",
		"远小于一分":   "1.0001",
		"万元小于一分":  "0.0000001万元",
		"千分位错":    "1234,567",
		"千分位缺":    "1,23",
		"千分位空":    ",123",
		"小数有千分位":  "1.234,5",
		"科学记数法":   "1e5",
		"空格":      "1 000",
		"汉字":      "三元",
		"外币":      "$3",
		"太大":      "92233720368547758.08",
		"太小":      "-92233720368547758.08",
		"整数太大":    "92233720368547759",
		"亿元太大":    "922337204亿元",
		"位数太多":    "99999999999999999999",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := fazhi.ParseMoney(text)
			require.ErrorIs(t, err, fazhi.ErrMoney)
			require.Zero(t, got)
		})
	}
}

func TestMoneyString(t *testing.T) {
	for fen, want := range map[fazhi.Money]string{
		0: "0.00", 1: "0.01", -1: "-0.01", 140950: "1409.50", -140950: "-1409.50",
		math.MaxInt64: "92233720368547758.07", math.MinInt64: "-92233720368547758.08",
	} {
		require.Equal(t, want, fen.String())
	}
}

// Amounts in words, as annex 1 of 支付结算办法 has them; package internal/han tests every spelling.
func TestMoneyWords(t *testing.T) {
	for fen, words := range map[fazhi.Money]string{
		140950:    "壹仟肆佰零玖元伍角",
		600714:    "陆仟零柒元壹角肆分",
		32504:     "叁佰贰拾伍元零肆分",
		257300000: "贰佰伍拾柒万叁仟元整",
	} {
		require.Equal(t, words, fen.Words())
		for _, text := range []string{words, "人民币" + words} {
			got, err := fazhi.ParseMoneyWords(text)
			require.NoError(t, err, text)
			require.Equal(t, fen, got, text)
		}
	}
	for _, fen := range []fazhi.Money{0, 1, 10, math.MaxInt64} {
		got, err := fazhi.ParseMoneyWords(fen.Words())
		require.NoError(t, err, fen.Words())
		require.Equal(t, fen, got)
	}
	for _, text := range []string{"", "元", "一千元整", "壹仟元五角", "1409.50"} {
		got, err := fazhi.ParseMoneyWords(text)
		require.ErrorIs(t, err, fazhi.ErrMoney, text)
		require.Zero(t, got)
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"12,345.67", "¥257.3万元", "-0.01", "1.0001", "92233720368547758.07", "0.0000000001亿元"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := fazhi.ParseMoney(s)
		if err != nil {
			require.Zero(t, m)
			return
		}
		again, err := fazhi.ParseMoney(m.String())
		require.NoError(t, err)
		require.Equal(t, m, again)
		if m >= 0 {
			fromWords, err := fazhi.ParseMoneyWords(m.Words())
			require.NoError(t, err)
			require.Equal(t, m, fromWords)
		}
	})
}
