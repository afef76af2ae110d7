package numbering_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/checkdigit"
	"github.com/fazhi-go/fazhi/register/numbering"
)

func parse(t testing.TB, pattern string) numbering.Scheme {
	t.Helper()
	s, err := numbering.Parse(pattern)
	require.NoError(t, err, pattern)
	require.Equal(t, pattern, s.String())
	require.False(t, s.IsZero())
	return s
}

func slot(year, serial int) numbering.Slot { return numbering.Slot{Year: year, Serial: serial} }

// Numbers found on documents or made up in a form that is in use, each with the number after it.
func TestNumbersInUse(t *testing.T) {
	for _, x := range []struct {
		place, pattern, text string
		slot                 numbering.Slot
		next                 string
	}{
		{"发文字号", "泉鲤司〔{year}〕{serial}号", "泉鲤司〔2025〕5号", slot(2025, 5), "泉鲤司〔2025〕6号"},
		{"山东荣成登记号", "RCDR-{year}-002{serial:4}", "RCDR-2018-0020001", slot(2018, 1), "RCDR-2018-0020002"},
		{"山东肥城登记号", "FCDR-{year}-001{serial:4}", "FCDR-2024-0010001", slot(2024, 1), "FCDR-2024-0010002"},
		{"浙江温州鹿城统一编号", "CLCD00-{year}-{serial:4}", "CLCD00-2013-0007", slot(2013, 7), "CLCD00-2013-0008"},
		{"广东惠州统一编号", "HFGS—{year}—{serial}", "HFGS—2017—9", slot(2017, 9), "HFGS—2017—10"},
		// On the document the drafter's abbreviation and its own number follow, which the pattern leaves out.
		{"陕西杨凌登记号", "杨管规〔{year}〕{serial:3}", "杨管规〔2012〕001", slot(2012, 1), "杨管规〔2012〕002"},
		{"深圳宝安", "深宝规〔{year}〕{serial}号", "深宝规〔2014〕5号", slot(2014, 5), "深宝规〔2014〕6号"},
		// Made up: that such numbers are printed on documents was read, their form is from memory.
		{"湖南登记号", "XXDR—{year}—{serial:5}", "XXDR—2023—00001", slot(2023, 1), "XXDR—2023—00002"},
		{"泉州索引号", "QZ01104-3000-{year}-{serial:5}", "QZ01104-3000-2025-00002", slot(2025, 2), "QZ01104-3000-2025-00003"},
		{"国务院索引号", "000014349/{year}-{serial:5}", "000014349/2018-00079", slot(2018, 79), "000014349/2018-00080"},
		{"高青索引号", "11370322004222241N/{year}-{serial}", "11370322004222241N/2021-5135380", slot(2021, 5135380), "11370322004222241N/2021-5135381"},
		{"中卫索引号", "640501001/{year}-{serial:5}", "640501001/2020-00486", slot(2020, 486), "640501001/2020-00487"},
		{"鹿城索引号", "001008003001001/{year}-{serial:5}", "001008003001001/2020-02398", slot(2020, 2398), "001008003001001/2020-02399"},
		{"福建一案一码", "1350502{year:2}{serial:5}", "13505022400999", slot(2024, 999), "13505022401000"},
		{"带校验码的案件编号", "350502{year}{serial:6}{check}", "3505022024000017" + "7", slot(2024, 17), "3505022024000018" + "8"},
		{"复议决定", "平府复决字〔{year}〕{serial}号", "平府复决字〔2023〕30号", slot(2023, 30), "平府复决字〔2023〕31号"},
		{"法院案号", "（{year}）闽0502行初{serial}号", "（2024）闽0502行初9号", slot(2024, 9), "（2024）闽0502行初10号"},
		{"命令", "市政府令第{serial}号", "市政府令第10号", slot(0, 10), "市政府令第11号"},
		{"合同", "HT-{year:2}/{serial:3}", "HT-99/099", slot(1999, 99), "HT-99/100"},
		{"括号", "{{{year}}} {serial}", "{2024} 9", slot(2024, 9), "{2024} 10"},
	} {
		t.Run(x.place, func(t *testing.T) {
			s := parse(t, x.pattern)
			require.Equal(t, x.slot.Year != 0, s.Yearly())
			text, err := s.Number(x.slot)
			require.NoError(t, err)
			require.Equal(t, x.text, text)
			read, err := s.Read(x.text)
			require.NoError(t, err)
			require.Equal(t, x.slot, read)
			next, err := s.Next(x.text)
			require.NoError(t, err)
			require.Equal(t, x.next, next)
		})
	}
}

func TestNumberRefuses(t *testing.T) {
	for _, x := range []struct {
		pattern string
		slot    numbering.Slot
		reason  string
	}{
		{"A-{year}-{serial:4}", slot(2024, 10000), "顺序号超过9999，已经用完"},
		{"A-{year}-{serial:1}", slot(2024, 10), "顺序号超过9，已经用完"},
		{"A-{year}-{serial}", slot(2024, 1000000000), "顺序号超过999999999，已经用完"},
		{"A-{year}-{serial:9}", slot(2024, 1000000000), "顺序号超过999999999，已经用完"},
		{"A-{year}-{serial}", slot(2024, 0), "顺序号从1起"},
		{"A-{year}-{serial}", slot(2024, -1), "顺序号从1起"},
		{"A-{year}-{serial}", slot(0, 1), "年份应当在1900至2099之间"},
		{"A-{year}-{serial}", slot(2100, 1), "年份应当在1900至2099之间"},
		{"A-{year}-{serial}", slot(-2024, 1), "年份应当在1900至2099之间"},
		{"A-{year:2}-{serial}", slot(1949, 1), "年份应当在1950至2049之间"},
		{"A-{year:2}-{serial}", slot(2050, 1), "年份应当在1950至2049之间"},
		{"A-{serial}", slot(2024, 1), "规则没有年份，不能按年编号"},
	} {
		text, err := parse(t, x.pattern).Number(x.slot)
		requireError(t, err, numbering.ErrNumber, 0, x.reason)
		require.Empty(t, text)
	}
	_, err := parse(t, "A-{year}-{serial:2}").Next("A-2024-99")
	requireError(t, err, numbering.ErrNumber, 0, "顺序号超过99，已经用完")
	_, err = parse(t, "A-{year}-{serial:2}").Next("A-2024-9")
	requireError(t, err, numbering.ErrNumber, 8, "顺序号应当补零写满2位")
}

func requireError(t *testing.T, err, kind error, column int, reason string) {
	t.Helper()
	require.ErrorIs(t, err, kind)
	for _, other := range []error{numbering.ErrScheme, numbering.ErrNumber, numbering.ErrCheck} {
		require.True(t, other == kind || !isError(err, other), "one kind only")
	}
	var e *numbering.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, reason, e.Reason)
	require.Equal(t, column, e.Column)
}

func TestReadRefuses(t *testing.T) {
	const plain, padded, inner, code = "泉鲤司〔{year}〕{serial}号", "RCDR-{year}-001{serial:4}", "A{serial:3}0{year:2}", "350502{year}-{serial:6}{check}"
	for _, x := range []struct {
		pattern, text string
		kind          error
		column        int
		reason        string
	}{
		{plain, "", numbering.ErrNumber, 1, "此处应当是“泉鲤司〔”"},
		{plain, "泉鲤政〔2025〕5号", numbering.ErrNumber, 1, "此处应当是“泉鲤司〔”"},
		{plain, "泉鲤司[2025]5号", numbering.ErrNumber, 1, "此处应当是“泉鲤司〔”"},
		{plain, "泉鲤司〔25〕5号", numbering.ErrNumber, 5, "年份应当是4位数字"},
		{plain, "泉鲤司〔二〇二五〕5号", numbering.ErrNumber, 5, "年份应当是4位数字"},
		{plain, "泉鲤司〔２０２５〕5号", numbering.ErrNumber, 5, "年份应当是4位数字"},
		{plain, "泉鲤司〔1899〕5号", numbering.ErrNumber, 5, "年份应当在1900至2099之间"},
		{plain, "泉鲤司〔2100〕5号", numbering.ErrNumber, 5, "年份应当在1900至2099之间"},
		{plain, "泉鲤司〔20251〕5号", numbering.ErrNumber, 9, "此处应当是“〕”"},
		{plain, "泉鲤司〔2025〕05号", numbering.ErrNumber, 10, "顺序号不编虚位，前面不得有0"},
		{plain, "泉鲤司〔2025〕0号", numbering.ErrNumber, 10, "顺序号从1起"},
		{plain, "泉鲤司〔2025〕第5号", numbering.ErrNumber, 10, "顺序号应当是阿拉伯数字"},
		{plain, "泉鲤司〔2025〕-5号", numbering.ErrNumber, 10, "顺序号应当是阿拉伯数字"},
		{plain, "泉鲤司〔2025〕1234567890号", numbering.ErrNumber, 10, "顺序号不得超过9位"},
		{plain, "泉鲤司〔2025〕" + strings.Repeat("9", 1000) + "号", numbering.ErrNumber, 10, "顺序号不得超过9位"},
		{plain, "泉鲤司〔2025〕5", numbering.ErrNumber, 11, "此处应当是“号”"},
		{plain, "泉鲤司〔2025〕5号 ", numbering.ErrNumber, 12, "编号之后还有多余的文字"},
		{plain, "泉鲤司〔2025〕5\xff号", numbering.ErrNumber, 11, "此处应当是“号”"},
		{padded, "RCDR-2018-00120", numbering.ErrNumber, 14, "顺序号应当补零写满4位"},
		{padded, "RCDR-2018-00100020", numbering.ErrNumber, 14, "顺序号应当是4位"},
		{padded, "RCDR-2018-0010000", numbering.ErrNumber, 14, "顺序号从1起"},
		{padded, "RCDR-2018-001", numbering.ErrNumber, 14, "顺序号应当是阿拉伯数字"},
		{padded, "RCDR-2018-0020001", numbering.ErrNumber, 10, "此处应当是“-001”"},
		{padded, "rcdr-2018-0010001", numbering.ErrNumber, 1, "此处应当是“RCDR-”"},
		{inner, "A001024x", numbering.ErrNumber, 8, "编号之后还有多余的文字"},
		{inner, "A00102", numbering.ErrNumber, 6, "年份应当是2位数字"},
		{code, "3505022024-000017" + "8", numbering.ErrCheck, 18, "请核对编号是否抄录有误"},
		{code, "3505022024-000017" + "t", numbering.ErrCheck, 18, "请核对编号是否抄录有误"},
		{code, "3505022024-000017" + "校", numbering.ErrCheck, 18, "请核对编号是否抄录有误"},
		{code, "3505022024-000017", numbering.ErrNumber, 18, "此处应当是校验码"},
		{code, "3505022024-000017" + "77", numbering.ErrNumber, 19, "编号之后还有多余的文字"},
	} {
		got, err := parse(t, x.pattern).Read(x.text)
		requireError(t, err, x.kind, x.column, x.reason)
		require.Zero(t, got)
	}
}

// The text after a check character is read before the check character is judged.
func TestReadAfterTheCheck(t *testing.T) {
	s := parse(t, "A-{serial}-{check}号")
	text, err := s.Number(slot(0, 12))
	require.NoError(t, err)
	_, err = s.Read(strings.Replace(text, "号", "", 1))
	requireError(t, err, numbering.ErrNumber, 7, "此处应当是“号”")
}

// A case code with a check character misses no replaced character and no swap of neighbours.
func TestCaseCodesMissNothing(t *testing.T) {
	s := parse(t, "350502{year}{serial:6}{check}")
	random := rand.New(rand.NewPCG(350502, 31))
	for range 200 {
		code, err := s.Number(slot(1900+random.IntN(200), 1+random.IntN(999999)))
		require.NoError(t, err)
		for i := range len(code) {
			for j := range len(checkdigit.Alphabet) {
				if c := checkdigit.Alphabet[j : j+1]; c != code[i:i+1] {
					requireUnread(t, s, code[:i]+c+code[i+1:])
				}
			}
			if i > 0 && code[i] != code[i-1] {
				requireUnread(t, s, code[:i-1]+code[i:i+1]+code[i-1:i]+code[i+1:])
			}
		}
	}
}

func requireUnread(t *testing.T, s numbering.Scheme, text string) {
	_, err := s.Read(text)
	require.Error(t, err, text)
}

// What a rule writes it reads, whatever the rule and the slot.
func TestReadIsTheInverseOfNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(9704, 2012))
	parsed := 0
	for range 20000 {
		s, err := numbering.Parse(randomPattern(random))
		if err != nil {
			require.ErrorIs(t, err, numbering.ErrScheme)
			continue
		}
		parsed++
		want := randomSlot(random, s)
		text, err := s.Number(want)
		if err != nil {
			require.ErrorIs(t, err, numbering.ErrNumber)
			continue
		}
		got, err := s.Read(text)
		require.NoError(t, err, "%s: %s", s, text)
		require.Equal(t, want, got, "%s: %s", s, text)
	}
	require.Greater(t, parsed, 2000)
}

func randomPattern(random *rand.Rand) string {
	pieces := []string{"泉鲤司", "〔", "〕", "-", "—", "350502", "A", "号", "{{", "}}", "/", " ", "{year}", "{year:2}", "{serial}", "{serial:1}", "{serial:5}", "{serial:9}", "{check}"}
	var b strings.Builder
	for range 1 + random.IntN(6) {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.String()
}

func randomSlot(random *rand.Rand, s numbering.Scheme) numbering.Slot {
	most := []int{9, 99, 99999, 999999999}[random.IntN(4)]
	want := numbering.Slot{Serial: 1 + random.IntN(most)}
	if s.Yearly() {
		want.Year = 1950 + random.IntN(100)
	}
	return want
}

func TestTheRestOfTheSlotDoesNotMatter(t *testing.T) {
	s := parse(t, "A-{year}-{serial}")
	full := numbering.Slot{Organ: "甲", Series: "乙", Year: 2024, Serial: 1, Ref: fazhi.Ref{Kind: "contract", ID: "丙"}}
	text, err := s.Number(full)
	require.NoError(t, err)
	require.Equal(t, "A-2024-1", text)
}

func TestSchemeAsText(t *testing.T) {
	type config struct{ Contract, None numbering.Scheme }
	data, err := json.Marshal(config{Contract: parse(t, "HT-{year}-{serial:3}")})
	require.NoError(t, err)
	require.JSONEq(t, `{"Contract": "HT-{year}-{serial:3}", "None": ""}`, string(data))
	var back config
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, config{Contract: parse(t, "HT-{year}-{serial:3}")}, back)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"Contract": "HT"}`), &back), numbering.ErrScheme)
	require.True(t, back.Contract.IsZero(), "a failed parse leaves the zero value")
}

func TestZeroScheme(t *testing.T) {
	var s numbering.Scheme
	require.True(t, s.IsZero())
	require.False(t, s.Yearly())
	require.Empty(t, s.String())
	_, err := s.Number(slot(2024, 1))
	requireError(t, err, numbering.ErrScheme, 0, "没有编号规则")
	_, err = s.Read("")
	requireError(t, err, numbering.ErrScheme, 0, "没有编号规则")
	_, err = s.Next("")
	requireError(t, err, numbering.ErrScheme, 0, "没有编号规则")
}

func BenchmarkScheme(b *testing.B) {
	for _, pattern := range []string{"泉鲤司〔{year}〕{serial}号", "350502{year}{serial:6}{check}"} {
		s := parse(b, pattern)
		text, err := s.Number(slot(2024, 17))
		require.NoError(b, err)
		b.Run("Number/"+pattern, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = s.Number(slot(2024, 17))
			}
		})
		b.Run("Read/"+pattern, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = s.Read(text)
			}
		})
	}
}
