package han

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Amounts in fen and every way to write them apart from glyphs and labels. The
// first is what Amount writes.
var amounts = []struct {
	why   string
	fen   int64
	forms string
}{
	{"附一 四（一）", 140950, "壹仟肆佰零玖元伍角"},
	{"附一 四（二）", 600714, "陆仟零柒元壹角肆分"},
	{"附一 四（三）", 168032, "壹仟陆佰捌拾元零叁角贰分|壹仟陆佰捌拾元叁角贰分"},
	{"附一 四（三）", 10700053, "壹拾万柒仟元零伍角叁分|壹拾万零柒仟元伍角叁分|壹拾万零柒仟元零伍角叁分|壹拾万柒仟元伍角叁分"},
	{"附一 四（四）", 1640902, "壹万陆仟肆佰零玖元零贰分"},
	{"附一 四（四）", 32504, "叁佰贰拾伍元零肆分"},

	{"不足一元", 1, "壹分"},
	{"不足一元", 10, "壹角|壹角整"},
	{"不足一元", 11, "壹角壹分"},
	{"没有金额", 0, "零元整|零元"},
	{"整数", 100, "壹元整|壹元|壹圆整|壹圓正"},
	{"整数", 1000, "壹拾元整"},
	{"整数", 10000000, "壹拾万元整"},
	{"整数", 11000000, "壹拾壹万元整"},
	{"万位是零", 30982500, "叁拾万零玖仟捌佰贰拾伍元整|叁拾万玖仟捌佰贰拾伍元整"},
	{"万位是零", 10125000, "壹拾万零壹仟贰佰伍拾元整|壹拾万壹仟贰佰伍拾元整"},
	{"中间有零", 100500, "壹仟零伍元整"},
	{"角位是零", 1200001, "壹万贰仟元零壹分"},
	{"角位是零", 1000005, "壹万元零伍分"},
	{"亿", 10000000000, "壹亿元整"},
	{"亿", 10000000100, "壹亿零壹元整"},
	{"亿", 12000000005, "壹亿贰仟万元零伍分"},
	{"中间有零", 205000000, "贰佰零伍万元整"},
	{"中间有零", 2000000500, "贰仟万零伍元整"},

	{"真实的合同", 102582673, "壹佰零贰万伍仟捌佰贰拾陆元柒角叁分"},
	{"真实的合同", 232764000, "贰佰叁拾贰万柒仟陆佰肆拾元整"},
	{"真实的合同", 169280000, "壹佰陆拾玖万贰仟捌佰元整"},

	{"元位是零，千百十也是零", 1000050, "壹万元零伍角|壹万元伍角|壹万元零伍角整"},
	{"万位是零，再往前也是零", 1000700000, "壹仟万零柒仟元整|壹仟万柒仟元整"},
	{"两处可写可不写，只写一个", 100508050, "壹佰万伍仟零捌拾元零伍角|壹佰万零伍仟零捌拾元伍角"},
	{"没有写万字，零不能省", 10000700000, "壹亿零柒仟元整"},
	{"附一没有说到亿位，零不能省", 105000000000, "壹拾亿零伍仟万元整"},
	{"负数", -140950, "负壹仟肆佰零玖元伍角"},
	{"负数", -1, "负壹分"},
	{"万亿", 100000000000000, "壹万亿元整"},
	{"最大", math.MaxInt64, "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"},
	{"最小", math.MinInt64, "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"},
}

func TestAmount(t *testing.T) {
	for _, c := range amounts {
		forms := strings.Split(c.forms, "|")
		require.Equal(t, forms[0], Amount(c.fen), c.why)
		for _, form := range forms {
			fen, err := ParseAmount(form)
			require.NoError(t, err, "%s: %s", c.why, form)
			require.Equal(t, c.fen, fen, "%s: %s", c.why, form)
		}
	}
}

// Errors that other libraries had to mend: the right spellings are read, the
// wrong one is not read as the amount.
func TestKnownBugsElsewhere(t *testing.T) {
	for _, c := range []struct {
		report string
		fen    int64
		right  string
		wrong  string
	}{
		{"hutool #712 #714: 一亿多出一个万", 10000000000, "壹亿元整", "壹亿万元整"},
		{"hutool #1739: 两亿零元整", 20000000000, "贰亿元整", "贰亿零元整"},
		{"hutool #3986: 十万零元整", 10000000, "壹拾万元整", "壹拾万零元整"},
		{"hutool #3888: 零元也可以写圆", 0, "零元整|零圆整|零圓正", "零"},
		{"hutool #4176: 万位是零，两样都对", 30982500, "叁拾万零玖仟捌佰贰拾伍元整|叁拾万玖仟捌佰贰拾伍元整", "叁拾零万玖仟捌佰贰拾伍元整"},
		{"rime-ice #989: 十万少了壹", 10000000, "壹拾万元整", "拾万元整"},
		{"fishbase #238: 连写三个零", 1200001, "壹万贰仟元零壹分", "壹万贰仟零零零元零壹分"},
		{"number-zh #2: 一分钱写了零元", 1, "壹分", "零元零壹分"},
		{"ec-do #1: 十万丢了万", 10000000, "壹拾万元整", "壹拾元整"},
	} {
		forms := strings.Split(c.right, "|")
		require.Equal(t, forms[0], Amount(c.fen), c.report)
		for _, form := range forms {
			fen, err := ParseAmount(form)
			require.NoError(t, err, c.report)
			require.Equal(t, c.fen, fen, c.report)
		}
		if fen, err := ParseAmount(c.wrong); err == nil {
			require.NotEqual(t, c.fen, fen, c.report)
		}
	}
}

func TestParseAmountReadsLabelsAndGlyphs(t *testing.T) {
	for _, text := range []string{
		"壹仟肆佰零玖元伍角",
		"人民币壹仟肆佰零玖元伍角",
		"人民幣壹仟肆佰零玖圓伍角",
		"人民币：壹仟肆佰零玖元伍角",
		"人民币:壹仟肆佰零玖元伍角",
		"人民币 ： 壹仟肆佰零玖元伍角整",
		"　人民币　壹仟肆佰零玖元伍角正 ",
		"\t壹仟肆佰零玖圆伍角整\n",
	} {
		fen, err := ParseAmount(text)
		require.NoError(t, err, text)
		require.EqualValues(t, 140950, fen, text)
	}
	for _, text := range []string{"叁亿贰仟叁佰陆拾万元整", "叄億貳仟叁佰陸拾萬圓整", "參億貳仟參佰陸拾萬圓正"} {
		fen, err := ParseAmount(text)
		require.NoError(t, err, text)
		require.EqualValues(t, 32360000000, fen, text)
	}
	fen, err := ParseAmount("人民币：負壹元整")
	require.NoError(t, err)
	require.EqualValues(t, -100, fen)
}

func TestParseAmountRefuses(t *testing.T) {
	for _, c := range []struct {
		why  string
		text string
		pos  int
	}{
		{"什么也没有", "", 0},
		{"什么也没有", " 　", 0},
		{"只有人民币", "人民币", 3},
		{"只有人民币", "人民币： ", 4},
		{"只有负号", "负", 1},
		{"只有整", "整", 0},
		{"只有单位", "元", 0},
		{"只有单位", "元整", 0},
		{"只有单位", "角", 0},
		{"没有单位", "壹", 1},
		{"没有单位", "壹仟", 2},
		{"没有单位", "壹元伍", 3},
		{"零没有负数", "负零元整", 1},
		{"符号", "￥壹元整", 0},
		{"符号", "¥100", 0},
		{"阿拉伯数字", "100元", 0},
		{"小写数字", "一元整", 0},
		{"小写数字", "壹仟五元整", 2},
		{"小写的位", "壹十元整", 1},
		{"不得写廿", "廿元整", 0},
		{"不得写念", "念元整", 0},
		{"不得写毛", "壹毛", 1},
		{"不得写另", "壹佰另伍元整", 2},
		{"不得写两", "两佰元整", 0},
		{"零不写〇", "壹佰〇伍元整", 2},
		{"零不写0", "壹佰0伍元整", 2},
		{"繁体叁是參，参不是", "参元整", 0},
		{"中间有空格", "壹佰 元整", 2},
		{"中间有空格", "人民 币壹元整", 0},
		{"冒号之前没有人民币", "：壹元整", 0},
		{"坏的编码", "壹\xff元", 1},
		{"缺零", "壹仟伍元整", 2},
		{"缺零", "壹亿壹元整", 2},
		{"缺零：角位是零", "壹元伍分", 2},
		{"缺零：没有写万字", "壹亿柒仟元整", 2},
		{"缺零：亿位是零", "壹拾亿伍仟万元整", 3},
		{"多零", "壹仟零零伍元整", 3},
		{"多零", "壹佰零壹拾元整", 2},
		{"多零", "壹佰零元整", 2},
		{"多零", "壹拾伍元零叁角", 4},
		{"多零", "零壹元整", 0},
		{"多零", "壹元零角整", 2},
		{"多零", "壹元零角零分", 2},
		{"多零：不足一元", "零元伍角", 0},
		{"多零：不足一元", "零伍分", 0},
		{"少壹", "拾元整", 0},
		{"少壹", "壹佰拾元整", 2},
		{"没有位", "壹贰元整", 0},
		{"没有位", "壹佰贰叁元整", 2},
		{"位次颠倒", "壹佰壹仟元整", 1},
		{"位次颠倒", "壹万壹亿元整", -1},
		{"位次颠倒", "壹分壹角", -1},
		{"位写两次", "壹拾拾元整", -1},
		{"位写两次", "壹万万元整", -1},
		{"元写两次", "壹元壹元", -1},
		{"元写两次", "壹元元整", 2},
		{"角写两次", "壹角壹角", -1},
		{"整写两次", "壹元整整", 3},
		{"整在中间", "壹元整伍角", 2},
		{"分后面不写整", "壹元贰角叁分整", 6},
		{"角有两位", "壹元壹拾角", -1},
		{"分以下", "壹元壹角壹分壹厘", 7},
		{"人民币写两次", "人民币人民币壹元整", 3},
		{"负号的位置", "负人民币壹元整", 1},
		{"超出范围", "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分", 0},
		{"超出范围", "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零玖分", 1},
		{"超出范围", "壹拾亿亿元整", 0},
		{"超出范围", "壹亿亿亿亿元整", 0},
	} {
		fen, err := ParseAmount(c.text)
		require.Error(t, err, "%s: %s = %d", c.why, c.text, fen)
		require.Zero(t, fen, c.text)
		if fault := requireFault(t, c.text, err); c.pos >= 0 {
			require.Equal(t, c.pos, fault.Pos, "%s: %s: %v", c.why, c.text, err)
		}
	}
}

// spellings gives every valid spelling of fen ≥ 0 in the glyphs of 附一,
// written a second time from the rules and apart from the package's own code.
func spellings(fen int64) []string {
	if fen == 0 {
		return []string{"零元整", "零元正", "零元"}
	}
	yuan, jiao, cent := fen/100, fen/10%10, fen%10
	heads := []string{""}
	if yuan > 0 {
		heads = join(integers(yuan, true), "元")
	}
	switch {
	case jiao > 0:
		if yuan > 0 && yuan%10 == 0 { // 元位是0，角位不是0
			heads = either(heads, "零")
		}
		heads = join(heads, digits[jiao]+"角")
	case cent > 0 && yuan > 0: // 角位是0，分位不是0
		heads = join(heads, "零")
	}
	if cent > 0 {
		return join(heads, digits[cent]+"分")
	}
	return append(join(heads, "整"), append(join(heads, "正"), heads...)...)
}

var digits = []string{"", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}

// integers spells whole yuan. free says that the place of 万 is 万位 itself and
// not 万亿位, which 附一 does not name.
func integers(n int64, free bool) []string {
	switch {
	case n >= 1_0000_0000:
		return combine(n, 1_0000_0000, "亿", false, integers(n/1_0000_0000, false))
	case n >= 1_0000:
		return combine(n, 1_0000, "万", free, integers(n/1_0000, false))
	}
	return []string{section(n)}
}

// combine spells n as so many of unit and a rest.
func combine(n, unit int64, name string, free bool, heads []string) []string {
	heads = join(heads, name)
	rest, highest := n%unit, unit/10
	switch {
	case rest == 0:
		return heads
	case rest >= highest && n/unit%10 == 0 && free: // 万位是0，千位不是0
		heads = either(heads, "零")
	case rest < highest || n/unit%10 == 0: // 中间有0
		heads = join(heads, "零")
	}
	var all []string
	for _, tail := range integers(rest, unit == 1_0000_0000) {
		all = append(all, join(heads, tail)...)
	}
	return all
}

func section(n int64) string {
	text, gap := "", false
	for i, name := range []string{"仟", "佰", "拾", ""} {
		d := n / []int64{1000, 100, 10, 1}[i] % 10
		switch {
		case d == 0:
			gap = true
			continue
		case gap && text != "":
			text += "零"
		}
		text, gap = text+digits[d]+name, false
	}
	return text
}

func join(heads []string, tail string) []string {
	all := make([]string, len(heads))
	for i, head := range heads {
		all[i] = head + tail
	}
	return all
}

func either(heads []string, mark string) []string {
	return append(join(heads, mark), heads...)
}

// randomAmounts are spread over all lengths and are rich in noughts.
func randomAmounts(n int) []int64 {
	random := rand.New(rand.NewPCG(3, 4))
	all := []int64{0, 1, 9, 10, 11, 99, 100, 101, 109, 110, 10700053, 10000050, 100000005, 20703050050, 99999999999}
	for len(all) < n {
		fen, places := int64(0), 1+random.IntN(18)
		for range places {
			fen = fen*10 + int64(random.IntN(10)*random.IntN(2))
		}
		all = append(all, fen)
	}
	return all
}

func TestEverySpellingByTheRulesIsRead(t *testing.T) {
	for _, fen := range randomAmounts(4_000) {
		all := spellings(fen)
		require.Contains(t, all, Amount(fen))
		for _, text := range all {
			for _, glyphs := range []string{text, traditional.Replace(text), strings.ReplaceAll(text, "元", "圆"), "人民币" + text} {
				got, err := ParseAmount(glyphs)
				require.NoError(t, err, glyphs)
				require.Equal(t, fen, got, glyphs)
			}
		}
	}
}

var traditional = strings.NewReplacer("贰", "貳", "叁", "參", "陆", "陸", "万", "萬", "亿", "億", "元", "圓")

// A slip of the pen is either refused, or another amount, or again one of the
// valid spellings.
func TestMutatedSpellings(t *testing.T) {
	refused, other := 0, 0
	for _, fen := range randomAmounts(400) {
		valid := spellings(fen)
		for mutant := range mutants([]rune(valid[0])) {
			got, err := ParseAmount(mutant)
			switch {
			case err != nil:
				refused++
			case got != fen:
				other++
				require.Contains(t, spellings(got), mutant)
			default:
				require.Contains(t, valid, mutant)
			}
		}
	}
	t.Logf("mutants: %d refused, %d another amount", refused, other)
}

func mutants(text []rune) func(func(string) bool) {
	alphabet := []rune("零壹贰玖拾佰仟万亿元角分整")
	return func(yield func(string) bool) {
		for i := range text {
			if !yield(string(slices.Delete(slices.Clone(text), i, i+1))) {
				return
			}
			if i > 0 {
				swapped := slices.Clone(text)
				swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
				if !yield(string(swapped)) {
					return
				}
			}
			for _, r := range alphabet {
				replaced := slices.Clone(text)
				replaced[i] = r
				if !yield(string(replaced)) || !yield(string(slices.Insert(slices.Clone(text), i, r))) {
					return
				}
			}
		}
	}
}

// Every text of up to five signs is read if and only if the rules allow it.
func TestAllShortTexts(t *testing.T) {
	alphabet := []rune("零壹拾仟万亿元角分整")
	accepted := 0
	var extend func(text []rune)
	extend = func(text []rune) {
		if fen, err := ParseAmount(string(text)); err == nil {
			accepted++
			require.Contains(t, spellings(fen), string(text))
		}
		if len(text) == 5 {
			return
		}
		for _, r := range alphabet {
			extend(append(text, r))
		}
	}
	extend(make([]rune, 0, 6))
	t.Logf("%d of 111,111 texts are amounts", accepted)
}

func TestAmountComesBack(t *testing.T) {
	check := func(fen int64) {
		text := Amount(fen)
		if back, err := ParseAmount(text); err != nil || back != fen {
			t.Fatalf("%d: %s: got %d, %v", fen, text, back, err)
		}
	}
	for fen := int64(-10_000); fen <= 150_000; fen++ {
		check(fen)
	}
	for power := int64(1); power > 0 && power <= math.MaxInt64/10; power *= 10 {
		for delta := int64(-11); delta <= 11; delta++ {
			check(power + delta)
			check(-power - delta)
		}
	}
	for delta := range int64(1000) {
		check(math.MaxInt64 - delta)
		check(math.MinInt64 + delta)
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 40_000 {
		check(int64(random.Uint64()) >> random.IntN(64))
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, c := range amounts {
		for form := range strings.SplitSeq(c.forms, "|") {
			f.Add(form, c.fen)
		}
	}
	for _, s := range []string{"人民币：壹元整", "參億圓正", "壹仟伍元整", "壹亿亿亿元", "零元伍角", "壹角整"} {
		f.Add(s, int64(0))
	}
	f.Fuzz(func(t *testing.T, s string, fen int64) {
		back, err := ParseAmount(Amount(fen))
		require.NoError(t, err)
		require.Equal(t, fen, back)

		got, err := ParseAmount(s)
		if err != nil {
			requireFault(t, s, err)
			require.Zero(t, got)
			return
		}
		back, err = ParseAmount("人民币" + Amount(got))
		require.NoError(t, err)
		require.Equal(t, got, back)
	})
}

func BenchmarkAmount(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sink = Amount(102582673)
	}
}

func BenchmarkParseAmount(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseAmount("人民币壹佰零贰万伍仟捌佰贰拾陆元柒角叁分")
	}
}
