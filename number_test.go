package fazhi_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
)

var quanli5 = fazhi.Number{Issuer: "泉鲤司", Year: 2025, Seq: 5}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]fazhi.Number{
		"泉鲤司〔2025〕5号":        quanli5,
		"国办发〔1999〕1号":        {Issuer: "国办发", Year: 1999, Seq: 1},
		"泉鲤政规〔2024〕12号":      {Issuer: "泉鲤政规", Year: 2024, Seq: 12},
		"㛃𬬻〔2025〕123456789号": {Issuer: "㛃𬬻", Year: 2025, Seq: 123456789},
	} {
		t.Run(text, func(t *testing.T) {
			got, err := fazhi.ParseNumber(text)
			require.NoError(t, err)
			require.Equal(t, want, got)
			require.Equal(t, text, got.String())
		})
	}
}

// What is not in the one form of GB/T 9704-2012, 7.2.5, is no document number, however plain it is what was meant.
func TestParseNumberRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"空":          "",
		"没有机关代字":     "〔2025〕5号",
		"方括号":        "泉鲤司[2025]5号",
		"方头括号":       "泉鲤司【2025】5号",
		"圆括号":        "泉鲤司(2025)5号",
		"全角圆括号":      "泉鲤司（2025）5号",
		"小六角括号":      "泉鲤司﹝2025﹞5号",
		"括号不成对":      "泉鲤司〔2025]5号",
		"没有括号":       "泉鲤司2025年5号",
		"加“第”":       "泉鲤司〔2025〕第5号",
		"编虚位":        "泉鲤司〔2025〕05号",
		"零号":         "泉鲤司〔2025〕0号",
		"没有顺序号":      "泉鲤司〔2025〕号",
		"没有“号”":      "杨管规〔2012〕001",
		"“号”后有字":     "泉鲤司〔2025〕5号文",
		"两位年份":       "泉鲤司〔25〕5号",
		"年份太早":       "泉鲤司〔1899〕5号",
		"年份太晚":       "泉鲤司〔2100〕5号",
		"全角数字":       "泉鲤司〔２０２５〕５号",
		"汉字数字":       "泉鲤司〔二〇二五〕五号",
		"中间有空格":      "泉鲤司〔2025〕 5号",
		"前后有空格":      " 泉鲤司〔2025〕5号 ",
		"机关代字有字母":    "QLS〔2025〕5号",
		"机关代字有数字":    "泉鲤司1〔2025〕5号",
		"命令另有编号":     "国务院令第783号",
		"顺序号太大":      "泉鲤司〔2025〕1234567890号",
		"顺序号是负数":     "泉鲤司〔2025〕-5号",
		"不是有效的UTF-8": "泉\xff鲤〔2025〕5号",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := fazhi.ParseNumber(text)
			require.ErrorIs(t, err, fazhi.ErrNumber)
			require.Zero(t, got)
		})
	}
}

// Old habits are read, and each change is said in the order in which it was made.
func TestNormalizeNumber(t *testing.T) {
	const brackets, blanks, narrow = "括号改为六角括号〔〕", "删去空白", "全角数字改为半角"
	const ordinal, padding, year = "删去“第”", "删去顺序号的虚位", "年份补足四位"
	for text, changes := range map[string][]string{
		"泉鲤司〔2025〕5号":              nil,
		"泉鲤司[2025]5号":              {brackets},
		"泉鲤司［2025］5号":              {brackets},
		"泉鲤司【2025】5号":              {brackets},
		"泉鲤司(2025)5号":              {brackets},
		"泉鲤司（2025）5号":              {brackets},
		"泉鲤司﹝2025﹞5号":              {brackets},
		"泉鲤司〈2025〉5号":              {brackets},
		"泉鲤司[2025〕5号":              {brackets},
		"泉鲤司〔2025〕第5号":             {ordinal},
		"泉鲤司〔2025〕05号":             {padding},
		"泉鲤司〔2025〕第05号":            {ordinal, padding},
		"泉鲤司〔２０２５〕５号":              {narrow},
		"泉鲤司〔2025〕 5 号":            {blanks},
		"　泉鲤司 〔2025〕\u00a05号\t":    {blanks},
		"\ufeff泉鲤司〔2025〕\u200b5号":  {blanks},
		"泉鲤司〔25〕5号":                {year},
		" 泉鲤司（２５） 第００５ 号":          {blanks, narrow, brackets, year, ordinal, padding},
		"泉鲤司\u3000［ 2025 ］ 第 05 号": {blanks, brackets, ordinal, padding},
	} {
		t.Run(text, func(t *testing.T) {
			got, changed, err := fazhi.NormalizeNumber(text)
			require.NoError(t, err)
			require.Equal(t, quanli5, got)
			require.Equal(t, changes, changed)
		})
	}
}

func TestNormalizeNumberCompletesTheYear(t *testing.T) {
	for text, year := range map[string]int{"国发〔98〕3号": 1998, "国发〔50〕3号": 1950, "国发〔49〕3号": 2049, "国发〔00〕3号": 2000, "国发〔18〕3号": 2018} {
		got, _, err := fazhi.NormalizeNumber(text)
		require.NoError(t, err, text)
		require.Equal(t, year, got.Year, text)
	}
}

func TestNormalizeNumberRefuses(t *testing.T) {
	for _, text := range []string{
		"", "号", "〔〕号", "国务院令第783号", "市政府令第10号", "杨管规〔2012〕001", "RCDR-2018-0020001", "泉鲤司〔2025〕000号",
		"泉鲤司〔202〕5号", "泉鲤司〔〔2025〕5号", "泉鲤司2025-5",
	} {
		got, changed, err := fazhi.NormalizeNumber(text)
		require.ErrorIs(t, err, fazhi.ErrNumber, text)
		require.Zero(t, got, text)
		require.Nil(t, changed, text)
	}
}

func TestNumberJSON(t *testing.T) {
	type paper struct{ Number, None fazhi.Number }
	data, err := json.Marshal(paper{Number: quanli5})
	require.NoError(t, err)
	require.JSONEq(t, `{"Number": "泉鲤司〔2025〕5号", "None": ""}`, string(data))
	var back paper
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, paper{Number: quanli5}, back)

	back.Number = quanli5
	require.ErrorIs(t, json.Unmarshal([]byte(`{"Number": "泉鲤司(2025)5号"}`), &back), fazhi.ErrNumber)
	require.Zero(t, back.Number, "a failed parse leaves the zero value")
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"泉鲤司〔2025〕5号", "泉鲤司（２５） 第００５ 号", "国务院令第783号", "〔〕第0号", "〇〔1900〕1号", "[]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := fazhi.ParseNumber(s)
		normal, changed, normalErr := fazhi.NormalizeNumber(s)
		if err == nil {
			require.Equal(t, s, n.String())
			require.NoError(t, normalErr)
			require.Equal(t, n, normal)
			require.Empty(t, changed)
		}
		if normalErr == nil {
			again, err := fazhi.ParseNumber(normal.String())
			require.NoError(t, err)
			require.Equal(t, normal, again)
			require.Equal(t, err == nil && s == normal.String(), len(changed) == 0)
		}
	})
}
