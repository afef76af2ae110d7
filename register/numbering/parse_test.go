package numbering_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register/numbering"
)

func isError(err, target error) bool { return errors.Is(err, target) }

type fault struct {
	column int
	reason string
}

// faultsOf returns what Parse joined.
func faultsOf(t *testing.T, err error) (faults []fault) {
	t.Helper()
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok)
	for _, err := range joined.Unwrap() {
		require.ErrorIs(t, err, numbering.ErrScheme)
		var e *numbering.Error
		require.ErrorAs(t, err, &e)
		faults = append(faults, fault{e.Column, e.Reason})
	}
	return faults
}

func TestParseRefuses(t *testing.T) {
	const (
		none    = "应当有顺序号{serial}"
		unknown = "没有这个字段；字段只有{year}、{serial}、{check}"
		open    = "“{”之后没有“}”；括号本身应当写两次"
		closing = "“}”之前没有“{”；括号本身应当写两次"
		years   = "年份应当写作{year}或者{year:2}"
		width   = "顺序号的位数应当是1至9，如{serial:4}"
		beside  = "紧接数字的顺序号应当写明位数，如{serial:4}"
		blank   = "此处不得有空白或者看不见的字符"
		after   = "校验码应当在年份和顺序号之后"
		letters = "校验码之前的字母和数字只能是“0123456789ABCDEFGHJKLMNPQRTUWXY”之一"
		length  = "校验码之前的字母和数字应当有2至30位"
	)
	for _, x := range []struct {
		pattern string
		faults  []fault
	}{
		{"", []fault{{0, "规则为空"}}},
		{"A\xff{serial}", []fault{{0, "不是有效的 UTF-8"}}},
		{strings.Repeat("泉", 57) + "{serial}", []fault{{65, "规则不得超过64字"}}},
		{"泉鲤司", []fault{{0, none}}},
		{"泉{year", []fault{{2, open}, {0, none}}},
		{"泉{serial}}", []fault{{10, closing}}},
		{"泉}{serial}", []fault{{2, closing}}},
		{"{}{serial}", []fault{{1, unknown}}},
		{"{Serial}", []fault{{1, unknown}, {0, none}}},
		{"{serial }", []fault{{1, unknown}, {0, none}}},
		{"{seq:4}-{serial}", []fault{{1, unknown}}},
		{"{year:4}-{serial}", []fault{{1, years}}},
		{"{year:}-{serial}", []fault{{1, years}}},
		{"{serial:}", []fault{{1, width}}},
		{"{serial:0}", []fault{{1, width}}},
		{"{serial:10}", []fault{{1, width}}},
		{"{serial:04}", []fault{{1, width}}},
		{"{serial:四}", []fault{{1, width}}},
		{"{serial:-1}", []fault{{1, width}}},
		{"{serial:4:4}", []fault{{1, width}}},
		{"A{serial:3}{check:1}", []fault{{12, "校验码只有一位，应当写作{check}"}}},
		{"{serial}-{serial}", []fault{{10, "顺序号只能有一个"}}},
		{"{year}-{year:2}-{serial}", []fault{{8, "年份只能有一个"}}},
		{"AB-{serial}-{check}-{check}", []fault{{21, "校验码只能有一个"}}},
		{"{year}{serial}", []fault{{7, beside}}},
		{"{serial}{year}", []fault{{1, beside}}},
		{"AB{serial}{check}", []fault{{3, beside}}},
		{"350502{serial}", []fault{{7, beside}}},
		{"{serial}5", []fault{{1, beside}}},
		{"５{serial}", []fault{{2, beside}}},
		{" {serial}", []fault{{1, blank}}},
		{"{serial} ", []fault{{9, blank}}},
		{"A\u3000{serial}", []fault{{2, blank}}},
		{"A\u200b{serial}\n", []fault{{2, blank}, {11, blank}}},
		{"{check}-{serial}", []fault{{1, after}, {1, length}}},
		{"AB{serial:4}{check}{year}", []fault{{13, after}}},
		{"OI-{serial}-{check}", []fault{{1, letters}, {2, letters}, {13, length}}},
		{"ab{serial:4}{check}", []fault{{1, letters}, {2, letters}}},
		{"案{serial:4}{check}", []fault{{1, letters}}},
		{"A①{serial:4}{check}", []fault{{2, letters}}},
		{"{serial}-{check}", []fault{{10, length}}},
		{"{serial:1}{check}", []fault{{11, length}}},
		{strings.Repeat("0", 22) + "{serial:9}{check}", []fault{{33, length}}},
		{strings.Repeat("0", 22) + "-{serial}-{check}", []fault{{33, length}}},
		{"O{yaer}{serial}5{check}} ", []fault{
			{2, unknown}, {24, closing}, {25, blank}, {8, beside}, {1, letters},
		}},
	} {
		s, err := numbering.Parse(x.pattern)
		require.ErrorIs(t, err, numbering.ErrScheme, x.pattern)
		require.Equal(t, x.faults, faultsOf(t, err), x.pattern)
		require.Zero(t, s)
	}
}

func TestParseAtTheLimits(t *testing.T) {
	for _, pattern := range []string{
		strings.Repeat("泉", 56) + "{serial}",
		strings.Repeat("0", 21) + "{serial:9}{check}",
		strings.Repeat("0", 21) + "-{serial}-{check}",
		"{serial:2}{check}",
		"A{serial:1}{check}",
		"A-{serial}-{check}号Z",
		"0{serial:1}0",
		"{serial}",
		"{{}}{serial}",
	} {
		parse(t, pattern)
	}
}

func TestErrorText(t *testing.T) {
	_, err := numbering.Parse("{year}{serial}5{")
	require.EqualError(t, err, "numbering: 编号规则有误：第16字：“{”之后没有“}”；括号本身应当写两次\n"+
		"numbering: 编号规则有误：第7字：紧接数字的顺序号应当写明位数，如{serial:4}")
	_, err = parse(t, "A-{serial}").Number(slot(0, 0))
	require.EqualError(t, err, "numbering: 不是该规则的编号：顺序号从1起")
}

// Document numbers are those of fazhi.Number.
func TestDocumentNumber(t *testing.T) {
	s, err := numbering.DocumentNumber("泉鲤司")
	require.NoError(t, err)
	require.Equal(t, parse(t, "泉鲤司〔{year}〕{serial}号"), s)
	for _, x := range []numbering.Slot{slot(2025, 5), slot(1900, 1), slot(2099, 999999999), slot(2024, 10)} {
		text, err := s.Number(x)
		require.NoError(t, err)
		want := fazhi.Number{Issuer: "泉鲤司", Year: x.Year, Seq: x.Serial}
		require.Equal(t, want.String(), text)
		got, err := fazhi.ParseNumber(text)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	for _, text := range documentNumbers() {
		requireAgreement(t, s, text)
	}
}

func documentNumbers() []string {
	return []string{
		"泉鲤司〔2025〕5号", "泉鲤司〔2025〕05号", "泉鲤司〔2025〕0号", "泉鲤司〔2025〕第5号", "泉鲤司[2025]5号", "泉鲤司〔25〕5号", "泉鲤司〔1899〕5号",
		"泉鲤司〔2100〕5号", "泉鲤司〔2025〕1234567890号", "泉鲤司〔2025〕5", "泉鲤司〔2025〕5号文", "泉鲤司〔２０２５〕５号", " 泉鲤司〔2025〕5号",
		"泉鲤司〔2025〕-5号", "泉鲤司〔2025〕号", "泉鲤司〔2025〕999999999号", "泉鲤司〔+025〕5号",
	}
}

// requireAgreement compares the scheme with fazhi.ParseNumber for a text that begins with 泉鲤司.
func requireAgreement(t *testing.T, s numbering.Scheme, text string) {
	read, err := s.Read(text)
	number, numberErr := fazhi.ParseNumber(text)
	require.Equal(t, numberErr == nil, err == nil, text)
	require.Equal(t, slot(number.Year, number.Seq), read, text)
}

func TestDocumentNumberRefuses(t *testing.T) {
	for _, issuer := range []string{"", "QLS", "泉鲤司1", "泉鲤司〔", "泉 鲤", "泉鲤\xff", "泉{year}", "泉}}", strings.Repeat("泉", 65)} {
		s, err := numbering.DocumentNumber(issuer)
		require.ErrorIs(t, err, numbering.ErrScheme, issuer)
		require.Zero(t, s)
	}
}

func FuzzParse(f *testing.F) {
	for _, pattern := range []string{
		"泉鲤司〔{year}〕{serial}号", "RCDR-{year}-001{serial:4}", "350502{year}{serial:6}{check}", "1350502{year:2}{serial:5}", "{{{serial}}}",
		"{serial:9}{check}", "{year}{serial}", "{", "}", "{:}", "\xff", "{serial}-{check}号",
	} {
		f.Add(pattern, 2024, 17)
	}
	f.Fuzz(func(t *testing.T, pattern string, year, serial int) {
		s, err := numbering.Parse(pattern)
		if err != nil {
			require.ErrorIs(t, err, numbering.ErrScheme)
			require.NotEmpty(t, faultsOf(t, err))
			require.Zero(t, s)
			return
		}
		again, err := numbering.Parse(s.String())
		require.NoError(t, err)
		require.Equal(t, s, again)
		want := slot(year, serial)
		text, err := s.Number(want)
		if err != nil {
			require.ErrorIs(t, err, numbering.ErrNumber)
			return
		}
		got, err := s.Read(text)
		require.NoError(t, err)
		require.Equal(t, want, got)
	})
}

func FuzzRead(f *testing.F) {
	patterns := []string{
		"泉鲤司〔{year}〕{serial}号", "RCDR-{year}-001{serial:4}", "HFGS—{year}—{serial}", "350502{year}{serial:6}{check}", "A-{serial}-{check}号",
		"1350502{year:2}{serial:5}",
	}
	for _, text := range append(documentNumbers(), "RCDR-2018-0010001", "HFGS—2017—9", "35050220240000177", "13505022400999", "A-12-7号", "\xff") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, pattern := range patterns {
			s := parse(t, pattern)
			read, err := s.Read(text)
			if err != nil {
				require.True(t, isError(err, numbering.ErrNumber) || isError(err, numbering.ErrCheck))
				require.Zero(t, read)
				continue
			}
			again, err := s.Number(read)
			require.NoError(t, err)
			require.Equal(t, text, again)
		}
		if s := parse(t, patterns[0]); strings.HasPrefix(text, "泉鲤司〔") {
			requireAgreement(t, s, text)
		}
	})
}
