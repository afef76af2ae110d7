package fazhi_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

// Amounts in figures and every way to write them in words with the glyphs of annex 1 of 支付结算办法; the first is what Words
// writes. The last but one group are amounts of contracts that were published.
var vectors = []struct{ figures, words string }{
	{"1409.50", "壹仟肆佰零玖元伍角"},
	{"6007.14", "陆仟零柒元壹角肆分"},
	{"1680.32", "壹仟陆佰捌拾元零叁角贰分|壹仟陆佰捌拾元叁角贰分"},
	{"107000.53", "壹拾万柒仟元零伍角叁分|壹拾万零柒仟元伍角叁分|壹拾万零柒仟元零伍角叁分|壹拾万柒仟元伍角叁分"},
	{"16409.02", "壹万陆仟肆佰零玖元零贰分"},
	{"325.04", "叁佰贰拾伍元零肆分"},

	{"0.01", "壹分"},
	{"0.10", "壹角|壹角整"},
	{"0", "零元整|零元"},
	{"1", "壹元整|壹元"},
	{"10", "壹拾元整"},
	{"100000", "壹拾万元整"},
	{"110000", "壹拾壹万元整"},
	{"309825", "叁拾万零玖仟捌佰贰拾伍元整|叁拾万玖仟捌佰贰拾伍元整"},
	{"101250", "壹拾万零壹仟贰佰伍拾元整|壹拾万壹仟贰佰伍拾元整"},
	{"1005", "壹仟零伍元整"},
	{"12000.01", "壹万贰仟元零壹分"},
	{"10000.05", "壹万元零伍分"},
	{"100000000", "壹亿元整"},
	{"100000001", "壹亿零壹元整"},
	{"120000000.05", "壹亿贰仟万元零伍分"},
	{"2050000", "贰佰零伍万元整"},
	{"20000005", "贰仟万零伍元整"},

	{"1025826.73", "壹佰零贰万伍仟捌佰贰拾陆元柒角叁分"},
	{"2327640", "贰佰叁拾贰万柒仟陆佰肆拾元整"},
	{"1692800", "壹佰陆拾玖万贰仟捌佰元整"},

	{"-1409.50", "负壹仟肆佰零玖元伍角"},
	{"-0.01", "负壹分"},
	{"92233720368547758.07", "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"},
}

// ways are the ways to write the same words: 元 or 圆, 整 or 正, 繁体, the word 人民币 with or without a colon, blanks around.
func ways(words string) []string {
	round := strings.ReplaceAll(words, "元", "圆")
	return []string{
		words, round, strings.ReplaceAll(words, "整", "正"), strings.ReplaceAll(round, "整", "正"),
		strings.NewReplacer("贰", "貳", "叁", "參", "陆", "陸", "万", "萬", "亿", "億", "元", "圓", "负", "負").Replace(words),
		"人民币" + words, "人民币：" + words, "人民幣:" + words, " 人民币 " + words + "　",
	}
}

// Each vector passes both ways.
func TestMoneyWordsVectors(t *testing.T) {
	for _, v := range vectors {
		t.Run(v.figures, func(t *testing.T) {
			amount, err := fazhi.ParseMoney(v.figures)
			require.NoError(t, err)
			spellings := strings.Split(v.words, "|")
			require.Equal(t, spellings[0], amount.Words())
			for _, s := range spellings {
				for _, text := range ways(s) {
					got, err := fazhi.ParseMoneyWords(text)
					require.NoError(t, err, text)
					require.Equal(t, amount, got, text)
				}
			}
		})
	}
}

// Faults that were reported of other libraries, by their reports: what is right is written and read, and what they wrote is
// refused, or another amount.
func TestMoneyWordsFaultsElsewhere(t *testing.T) {
	for _, x := range []struct{ report, figures, right, wrong string }{
		{"hutool 712 和 714：一亿多出一个万", "100000000", "壹亿元整", "壹亿万元整"},
		{"hutool 1739：两亿多出一个零", "200000000", "贰亿元整", "贰亿零元整"},
		{"hutool 3986：十万多出一个零", "100000", "壹拾万元整", "壹拾万零元整"},
		{"hutool 3888：零元没有元", "0", "零元整", "零整"},
		{"hutool 4176：万位是零，零在万之后", "309825", "叁拾万零玖仟捌佰贰拾伍元整", "叁拾零万玖仟捌佰贰拾伍元整"},
		{"rime-ice 989：十万少了壹", "100000", "壹拾万元整", "拾万元整"},
		{"fishbase 238：连写三个零", "12000.01", "壹万贰仟元零壹分", "壹万贰仟零零零元零壹分"},
		{"number-zh 2：一分写了零元", "0.01", "壹分", "零元零壹分"},
		{"ec-do 1：十万丢了万", "100000", "壹拾万元整", "壹拾元整"},
	} {
		t.Run(x.report, func(t *testing.T) {
			amount, err := fazhi.ParseMoney(x.figures)
			require.NoError(t, err)
			require.Equal(t, x.right, amount.Words())
			got, err := fazhi.ParseMoneyWords(x.right)
			require.NoError(t, err)
			require.Equal(t, amount, got)
			got, err = fazhi.ParseMoneyWords(x.wrong)
			if err == nil {
				require.NotEqual(t, amount, got)
				require.Equal(t, x.wrong, got.Words(), "read as what it says")
			}
		})
	}
}

// randomMoney returns amounts of every length and of both signs, half of their digits nought, and random bits of every length.
func randomMoney(r *rand.Rand) fazhi.Money {
	if r.IntN(2) == 0 {
		return fazhi.Money(int64(r.Uint64()) >> r.IntN(64))
	}
	m := fazhi.Money(0)
	for range 1 + r.IntN(18) {
		m = m*10 + fazhi.Money(r.IntN(10)*r.IntN(2))
	}
	if r.IntN(2) == 0 {
		return -m
	}
	return m
}

// Whatever the amount, its words are read as it.
func TestMoneyWordsThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 30))
	lengths := map[int]bool{}
	for range 100_000 {
		thereAndBack(t, randomMoney(r), lengths)
	}
	for _, m := range []fazhi.Money{0, 1, -1, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, math.MinInt64 + 1} {
		thereAndBack(t, m, lengths)
	}
	for n := range 17 {
		require.True(t, lengths[n+len("0.00")] && lengths[n+len("-0.00")], "every magnitude")
	}
}

func thereAndBack(t testing.TB, m fazhi.Money, lengths map[int]bool) {
	words := m.Words()
	got, err := fazhi.ParseMoneyWords(words)
	if err != nil || got != m {
		t.Fatalf("%d: %s: %d, %v", m, words, got, err)
	}
	if lengths != nil {
		lengths[len(m.String())] = true
	}
}

// Ten million amounts: go test -run xxx -bench WordsThereAndBack -benchtime 10000000x .
func BenchmarkWordsThereAndBack(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 30))
	b.ReportAllocs()
	for b.Loop() {
		thereAndBack(b, randomMoney(r), nil)
	}
}

// What is wrong, and at which character, can be told to the person who wrote it.
func TestWordsError(t *testing.T) {
	_, err := fazhi.ParseMoneyWords("壹仟伍元整")
	require.ErrorIs(t, err, fazhi.ErrMoney)
	var wrong *fazhi.WordsError
	require.ErrorAs(t, err, &wrong)
	require.Equal(t, 3, wrong.Character)
	require.NotContains(t, err.Error(), "壹仟")
}
