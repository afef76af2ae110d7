package han

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The headings of the statutes: facts of the corpus of laws, then the ends of
// the range.
var numerals = []struct {
	n    int
	text string
}{
	{0, "零"}, {1, "一"}, {2, "二"}, {9, "九"},
	{10, "十"}, {11, "十一"}, {19, "十九"}, {20, "二十"}, {21, "二十一"}, {99, "九十九"},
	{100, "一百"}, {101, "一百零一"}, {110, "一百一十"}, {111, "一百一十一"}, {200, "二百"}, {210, "二百一十"},
	{1000, "一千"}, {1001, "一千零一"}, {1010, "一千零一十"}, {1011, "一千零一十一"},
	{1100, "一千一百"}, {1101, "一千一百零一"}, {1110, "一千一百一十"}, {1260, "一千二百六十"},
	{10000, "一万"}, {10001, "一万零一"}, {10010, "一万零一十"}, {10100, "一万零一百"}, {15000, "一万五千"},
	{100000, "十万"}, {150000, "十五万"}, {107000, "十万零七千"}, {1100000, "一百一十万"}, {25000000, "二千五百万"},
	{99999999, "九千九百九十九万九千九百九十九"},
	{100000000, "一亿"}, {100000001, "一亿零一"}, {100007000, "一亿零七千"}, {1050000000, "十亿零五千万"},
	{1000000000000, "一万亿"}, {10000000000000000, "一亿亿"}, {10000000000000001, "一亿亿零一"},
	{10000000500000000, "一亿零五亿"},
	{-1, "负一"}, {-10, "负十"}, {-107000, "负十万零七千"},
	{math.MaxInt64, "九百二十二亿三千三百七十二万零三百六十八亿五千四百七十七万五千八百零七"},
	{math.MinInt64, "负九百二十二亿三千三百七十二万零三百六十八亿五千四百七十七万五千八百零八"},
}

func TestNumeral(t *testing.T) {
	for _, c := range numerals {
		require.Equal(t, c.text, Numeral(c.n))
		n, canonical, err := ParseNumeral(c.text)
		require.NoError(t, err, c.text)
		require.Equal(t, c.n, n, c.text)
		require.True(t, canonical, c.text)
	}
}

// Old habits and slips that are read, but are not the canonical form.
func TestParseNumeralReadsOtherForms(t *testing.T) {
	for _, c := range []struct {
		why  string
		text string
		want int
	}{
		{"十之前没有一", "一百十", 110},
		{"十之前没有一", "一百十一", 111},
		{"十之前没有一", "一千零十", 1010},
		{"十之前没有一", "二百十", 210},
		{"十之前多写一", "一十", 10},
		{"十之前多写一", "一十二", 12},
		{"十之前多写一", "一十万", 100000},
		{"多写零", "一百零十", 110},
		{"多写零", "一百零一十", 110},
		{"多写零", "一百零二十", 120},
		{"少写零而无歧义", "一千五十", 1050},
		{"少写零而无歧义", "一万五百", 10500},
		{"少写零而无歧义", "十万七千", 107000},
		{"少写零而无歧义", "十亿五千万", 1050000000},
		{"廿", "廿", 20},
		{"廿", "廿一", 21},
		{"廿", "一百廿五", 125},
		{"卅", "卅", 30},
		{"卅", "卅六", 36},
		{"卅", "一千零卅", 1030},
		{"两", "两", 2},
		{"两", "两百", 200},
		{"两", "两千两百", 2200},
		{"两", "两万", 20000},
		{"两", "两亿两千万", 220000000},
		{"零的别样", "一百〇一", 101},
		{"零的别样", "一百○一", 101},
		{"零的别样", "一千０一", 1001},
		{"零的别样", "一千0一", 1001},
		{"零的别样", "〇", 0},
		{"逐位书写", "一二〇", 120},
		{"逐位书写", "一二零", 120},
		{"逐位书写", "二〇二四", 2024},
		{"逐位书写", "二○○八", 2008},
		{"逐位书写", "二00五", 2005},
		{"逐位书写", "二ＯＯ五", 2005},
		{"逐位书写", "一一", 11},
		{"逐位书写", "〇五", 5},
		{"阿拉伯数字", "0", 0},
		{"阿拉伯数字", "10", 10},
		{"阿拉伯数字", "1260", 1260},
		{"阿拉伯数字", "007", 7},
		{"全角数字", "１０", 10},
		{"全角数字", "１２６０", 1260},
		{"阿拉伯数字", "9223372036854775807", math.MaxInt64},
		{"负", "负9223372036854775808", math.MinInt64},
		{"负", "負十", -10},
		{"负", "负一二", -12},
	} {
		n, canonical, err := ParseNumeral(c.text)
		require.NoError(t, err, c.text)
		require.Equal(t, c.want, n, "%s: %s", c.why, c.text)
		require.False(t, canonical, "%s: %s", c.why, c.text)
	}
}

func TestParseNumeralRefuses(t *testing.T) {
	for _, c := range []struct {
		why  string
		text string
		pos  int
	}{
		{"什么也没有", "", 0},
		{"只有负号", "负", 1},
		{"零没有负数", "负零", 1},
		{"零没有负数", "负00", 1},
		{"两个负号", "负负一", 1},
		{"空格", " 十", 0},
		{"空格", "十 ", 1},
		{"空格", "一 十", 1},
		{"空格", "一　十", 1},
		{"不是数字", "条", 0},
		{"不是数字", "第一", 0},
		{"不是数字", "一条", 1},
		{"坏的编码", "一\xff", 1},
		{"负号应写汉字", "-5", 0},
		{"小数", "1.5", 0},
		{"大写金额的数字不是序号", "壹", 0},
		{"汉字与阿拉伯数字混写", "1二3", 1},
		{"半角与全角混写", "1２", 1},
		{"阿拉伯数字带汉字单位", "3万", 0},
		{"位没有数字", "百", 0},
		{"位没有数字", "万", 0},
		{"位没有数字", "一万千", 2},
		{"位次颠倒", "一十百", 1},
		{"同一位写两次", "三万四万", 0},
		{"同一位写两次", "一百二百", 0},
		{"同一位写两次", "十十", 0},
		{"数字之间没有位", "一百二三", 2},
		{"末尾的零", "一百零", 2},
		{"末尾的零", "二十〇", 2},
		{"开头的零", "零一百", 0},
		{"开头的零", "零十", 0},
		{"零写两次", "一千零零一", 3},
		{"零写两次", "一百零零十", 3},
		{"零写两次", "一万零零十", 3},
		{"多余的零", "一百零一百", 0},
		{"多余的零", "十零一", 1},
		{"口语省略：一百二是一百二十", "一百二", 2},
		{"口语省略：一万二是一万二千", "一万二", 2},
		{"口语省略：一亿七千是一亿七千万", "一亿七千", 2},
		{"两不在个位", "十两", 1},
		{"两不在个位", "一百零两", 3},
		{"两不在十位", "两十", 0},
		{"两不在十位", "十两万", 1},
		{"两不逐位", "两〇", 0},
		{"廿之后又有十", "廿十", 0},
		{"超出范围", "9223372036854775808", 0},
		{"超出范围", "负9223372036854775809", 1},
		{"超出范围", "99999999999999999999999", 0},
		{"超出范围", "一亿亿亿", 0},
		{"超出范围", "九百二十二亿三千三百七十二万零三百六十八亿五千四百七十七万五千八百零八", 0},
	} {
		n, canonical, err := ParseNumeral(c.text)
		require.Error(t, err, "%s: %s = %d", c.why, c.text, n)
		require.Zero(t, n, c.text)
		require.False(t, canonical, c.text)
		require.Equal(t, c.pos, requireFault(t, c.text, err).Pos, "%s: %s: %v", c.why, c.text, err)
	}
}

func TestNumeralComesBack(t *testing.T) {
	check := func(n int) {
		text := Numeral(n)
		back, canonical, err := ParseNumeral(text)
		if err != nil || back != n || !canonical {
			t.Fatalf("%d: %s: got %d, %t, %v", n, text, back, canonical, err)
		}
	}
	for n := -2_000; n <= 30_000; n++ {
		check(n)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 40_000 {
		check(int(random.Uint64() >> random.IntN(64)))
	}
}

func TestLongNonsenseIsRefused(t *testing.T) {
	for _, sign := range []string{"一", "零", "十", "万", "亿", "一万", "9", "负", "壹", "壹亿", "壹元", "整", " "} {
		long := strings.Repeat(sign, 10_000)
		_, _, err := ParseNumeral(long)
		if sign != "零" { // 零零…零 is nought, digit by digit
			requireFault(t, long, err)
		}
		_, err = ParseAmount(long)
		requireFault(t, long, err)
	}
}

func FuzzParseNumeral(f *testing.F) {
	for _, c := range numerals {
		f.Add(c.text, c.n)
	}
	for _, s := range []string{"一百十", "廿一", "两千", "二○○八", "１０", "一百零十", "负1", "一亿亿亿", "一 二"} {
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		back, canonical, err := ParseNumeral(Numeral(n))
		require.NoError(t, err)
		require.True(t, canonical)
		require.Equal(t, n, back)

		got, canonical, err := ParseNumeral(s)
		if err != nil {
			requireFault(t, s, err)
			require.Zero(t, got)
			require.False(t, canonical)
			return
		}
		require.Equal(t, Numeral(got) == s, canonical)
	})
}

// sink makes the benchmarks pay for the text they return.
var sink string

func BenchmarkNumeral(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sink = Numeral(1260)
	}
}

func BenchmarkParseNumeral(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseNumeral("一千二百六十")
	}
}
