package normdoc_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// The forms that places print on their documents, each as data. Numbers that are read are written again as they were.
func TestNumbersOfPlaces(t *testing.T) {
	organs := []normdoc.OrganCode{{Organ: "市政府", Code: "001"}, {Organ: "市政府办公室", Code: "002"}}
	for _, x := range []struct {
		place, pattern, text, next string
		organs                     []normdoc.OrganCode
		slot                       numbering.Slot
	}{
		{"山东荣成", "RCDR-{year}-{organ}{serial:4}", "RCDR-2018-0020001", "RCDR-2018-0020002", organs, numbering.Slot{Organ: "市政府办公室", Year: 2018, Serial: 1}},
		{"山东肥城", "FCDR-{year}-{organ}{serial:4}", "FCDR-2024-0010001", "FCDR-2024-0010002", organs, numbering.Slot{Organ: "市政府", Year: 2024, Serial: 1}},
		{"浙江鹿城", "CLCD00-{year}-{serial:4}", "CLCD00-2013-0007", "CLCD00-2013-0008", nil, numbering.Slot{Year: 2013, Serial: 7}},
		{"广东惠州", "HFGS—{year}—{serial}", "HFGS—2017—9", "HFGS—2017—10", nil, numbering.Slot{Year: 2017, Serial: 9}},
		{"陕西杨凌", "杨管规〔{year}〕{serial:3}", "杨管规〔2012〕001", "杨管规〔2012〕002", nil, numbering.Slot{Year: 2012, Serial: 1}},
		{"深圳宝安", "深宝规〔{year}〕{serial}号", "深宝规〔2014〕5号", "深宝规〔2014〕6号", nil, numbering.Slot{Year: 2014, Serial: 5}},
		{"泉州索引号", "QZ01104-3000-{year}-{serial:5}", "QZ01104-3000-2025-00002", "QZ01104-3000-2025-00003", nil, numbering.Slot{Year: 2025, Serial: 2}},
		{"国务院索引号", "000014349/{year}-{serial:5}", "000014349/2018-00079", "000014349/2018-00080", nil, numbering.Slot{Year: 2018, Serial: 79}},
		{"高青索引号", "11370322004222241N/{year}-{serial:7}", "11370322004222241N/2021-5135380", "11370322004222241N/2021-5135381", nil, numbering.Slot{Year: 2021, Serial: 5135380}},
		{"中卫索引号", "640501001/{year}-{serial:5}", "640501001/2020-00486", "640501001/2020-00487", nil, numbering.Slot{Year: 2020, Serial: 486}},
		{"鹿城索引号", "001008003001001/{year}-{serial:5}", "001008003001001/2020-02398", "001008003001001/2020-02399", nil, numbering.Slot{Year: 2020, Serial: 2398}},
	} {
		t.Run(x.place, func(t *testing.T) {
			n, err := normdoc.NewNumbers(normdoc.NumberRule{Series: "登记号", Pattern: x.pattern, Organs: x.organs})
			require.NoError(t, err)
			require.Equal(t, "登记号", n.Series())
			slot, err := n.Read(x.text)
			require.NoError(t, err)
			x.slot.Series = "登记号"
			require.Equal(t, x.slot, slot)
			text, err := n.Number(slot)
			require.NoError(t, err)
			require.Equal(t, x.text, text)
			next, err := n.Next(x.text)
			require.NoError(t, err)
			require.Equal(t, x.next, next)
			_, err = n.Next(x.text + "1a")
			require.ErrorIs(t, err, numbering.ErrNumber)
		})
	}
}

func TestNumbersOfOrgans(t *testing.T) {
	n, err := normdoc.NewNumbers(local(t).Numbers[0])
	require.NoError(t, err)
	text, err := n.Number(numbering.Slot{Organ: "区政府办公室", Year: 2024, Serial: 12})
	require.NoError(t, err)
	require.Equal(t, "QYDR-2024-0020012", text)
	_, err = n.Number(numbering.Slot{Organ: "区城管局", Year: 2024, Serial: 1})
	require.ErrorIs(t, err, normdoc.ErrOrgan)
	_, err = n.Read("QYDR-2024-0030001")
	require.ErrorIs(t, err, numbering.ErrNumber)
	_, err = n.Next("QYDR-2024-0019999")
	require.ErrorIs(t, err, numbering.ErrNumber, "no serial of five digits")
	_, err = new(normdoc.Numbers).Read("QYDR-2024-0010001")
	require.ErrorIs(t, err, numbering.ErrNumber)
}

// A check character over what stands before it, of the pattern language.
func TestNumbersWithCheckCharacter(t *testing.T) {
	n, err := normdoc.NewNumbers(normdoc.NumberRule{Series: "登记号", Pattern: "QY-{year}-{serial:4}-{check}"})
	require.NoError(t, err)
	text, err := n.Number(numbering.Slot{Year: 2024, Serial: 1})
	require.NoError(t, err)
	_, err = n.Read(strings.Replace(text, "0001", "0010", 1))
	require.ErrorIs(t, err, numbering.ErrCheck)
}

func TestNumberRulesThatCannotBeUsed(t *testing.T) {
	a, b := normdoc.OrganCode{Organ: "甲", Code: "1"}, normdoc.OrganCode{Organ: "乙", Code: "10"}
	for _, x := range []struct {
		rule normdoc.NumberRule
		want string
	}{
		{normdoc.NumberRule{Pattern: "A{year}-{serial}"}, "没有系列的名称"},
		{normdoc.NumberRule{Series: "登记号", Pattern: "A-{organ}-{serial}"}, "应当都有"},
		{normdoc.NumberRule{Series: "登记号", Pattern: "A-{serial}", Organs: []normdoc.OrganCode{a}}, "应当都有"},
		{normdoc.NumberRule{Series: "登记号", Pattern: "A-{organ}-{serial}", Organs: []normdoc.OrganCode{a, a}}, "重复"},
		{normdoc.NumberRule{Series: "登记号", Pattern: "A-{organ}-{serial}", Organs: []normdoc.OrganCode{a, {Organ: "乙"}}}, "为空"},
		{normdoc.NumberRule{Series: "登记号", Pattern: "A-{organ}-{serial}", Organs: []normdoc.OrganCode{{Organ: "乙", Code: "{serial}"}}}, "花括号"},
		{normdoc.NumberRule{Series: "登记号", Pattern: "A-{organ}-{date}", Organs: []normdoc.OrganCode{a, b}}, "没有这个字段"},
		{normdoc.NumberRule{Series: "登记号", Pattern: "A{organ}{serial:4}", Organs: []normdoc.OrganCode{a, {Organ: "乙", Code: "10001"}}}, ""},
	} {
		_, err := normdoc.NewNumbers(x.rule)
		if x.want == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, normdoc.ErrNumberRule)
		require.ErrorContains(t, err, x.want)
	}
	_, err := normdoc.NewNumbers(normdoc.NumberRule{Series: "登记号", Pattern: "A-{serial}"})
	require.NoError(t, err, "a series that never begins anew")
	p := normdoc.Profile{Numbers: []normdoc.NumberRule{{Series: "登记号"}, {Pattern: "A"}}}
	_, err = p.Series()
	require.ErrorIs(t, err, normdoc.ErrNumberRule)
	_, err = normdoc.Checks(p)
	require.ErrorIs(t, err, normdoc.ErrNumberRule)
}

func FuzzNumbers(f *testing.F) {
	n, err := normdoc.NewNumbers(local(f).Numbers[0])
	require.NoError(f, err)
	f.Add("QYDR-2024-0020012")
	f.Add("QYDR-2024-00200120")
	f.Fuzz(func(t *testing.T, text string) {
		slot, err := n.Read(text)
		if err != nil {
			require.Zero(t, slot)
			return
		}
		again, err := n.Number(slot)
		require.NoError(t, err)
		require.Equal(t, text, again)
	})
}
