package law_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/law"
)

// The rules are C1 to C30, each with a title and at least one item.
func TestRules(t *testing.T) {
	rules := law.Rules()
	require.Len(t, rules, 30)
	for i, r := range rules {
		require.Equal(t, fmt.Sprintf("C%d", i+1), r.ID)
		require.NotEmpty(t, r.Title)
		require.True(t, slices.ContainsFunc(law.Items(), func(i law.Item) bool { return i.Rule == r.ID }), r.ID)
	}
}

// Items are whole: a code of their own, what must hold, an article, days in their order; a question is asked, nothing else is.
func TestItems(t *testing.T) {
	seen := map[fazhi.Code]bool{}
	place := func(rule string) int {
		return slices.IndexFunc(law.Rules(), func(r law.Rule) bool { return r.ID == rule })
	}
	last := 0
	for _, i := range law.Items() {
		require.True(t, i.Code.WellFormed() && strings.HasPrefix(string(i.Code), "contract/"), i.Code)
		require.False(t, seen[i.Code], i.Code)
		seen[i.Code] = true
		require.NotEmpty(t, i.Doc, i.Code)
		require.NotEmpty(t, i.Basis, i.Code)
		require.Equal(t, i.Mode == law.Question, strings.HasSuffix(i.Ask, "吗？"), i.Code)
		require.Equal(t, i.Mode == law.Cue, strings.HasPrefix(string(i.Code), "contract/text/"), i.Code)
		require.True(t, i.Until.IsZero() || i.From.Before(i.Until), i.Code)
		require.GreaterOrEqual(t, place(i.Rule), last, i.Code)
		last = place(i.Rule)
	}
}

// The text of a law that was replaced ends on the day before the next one begins.
func TestReplacedTexts(t *testing.T) {
	items := law.Items()
	of := func(code string) law.Item {
		i := slices.IndexFunc(items, func(i law.Item) bool { return i.Code == fazhi.Code(code) })
		require.GreaterOrEqual(t, i, 0, code)
		return items[i]
	}
	replaced := 0
	for _, i := range items {
		name, year, dated := cutYear(string(i.Code))
		if !dated {
			require.True(t, i.Until.IsZero(), i.Code)
			continue
		}
		replaced++
		now := of(name)
		require.Equal(t, now.From, i.Until.AddDays(1), i.Code)
		require.Equal(t, year, fmt.Sprint(i.From.Year()), i.Code)
		require.Equal(t, now.Mode, i.Mode, i.Code)
		require.Equal(t, now.Severity, i.Severity, i.Code)
		require.NotEqual(t, now.Basis, i.Basis, i.Code)
	}
	require.Equal(t, 21, replaced)
}

// cutYear splits "contract/sme/term-2020".
func cutYear(code string) (name, year string, ok bool) {
	at := strings.LastIndex(code, "-")
	if at < 0 || len(code)-at != 5 || strings.Trim(code[at+1:], "0123456789") != "" {
		return code, "", false
	}
	return code[:at], code[at+1:], true
}

// Days on which laws begin, as their last articles have them.
func TestDays(t *testing.T) {
	for code, day := range map[string]fazhi.Date{
		"contract/guarantee":                  fazhi.DateOf(2021, 1, 1),
		"contract/procurement/copy":           fazhi.DateOf(2003, 1, 1),
		"contract/procurement/announcement":   fazhi.DateOf(2015, 3, 1),
		"contract/tender/bid-bond":            fazhi.DateOf(2012, 2, 1),
		"contract/works/advance":              fazhi.DateOf(2019, 7, 1),
		"contract/sme/late-2020":              fazhi.DateOf(2020, 9, 1),
		"contract/sme/late":                   fazhi.DateOf(2025, 6, 1),
		"contract/administrative/arbitration": fazhi.DateOf(2015, 5, 1),
		"contract/major/deliberation":         fazhi.DateOf(2019, 9, 1),
		"contract/competition/preference":     fazhi.DateOf(2024, 8, 1),
	} {
		i := slices.IndexFunc(law.Items(), func(i law.Item) bool { return i.Code == fazhi.Code(code) })
		require.GreaterOrEqual(t, i, 0, code)
		require.Equal(t, day, law.Items()[i].From, code)
	}
}

func TestModes(t *testing.T) {
	require.Equal(t, "按字段计算", law.Computed.String())
	require.Equal(t, "文本线索", law.Cue.String())
	require.Equal(t, "由审查人判断", law.Question.String())
	require.Equal(t, "未知", law.Mode(9).String())
}

// What is looked at for one rule, how, and on which article it rests.
func Example() {
	for _, i := range law.Items() {
		if i.Rule == "C4" {
			fmt.Println(i.Mode, i.Code, i.Basis)
		}
	}
	// Output:
	// 按字段计算 contract/works/advance 政府投资条例第二十二条第二款
	// 由审查人判断 contract/works/funds 政府投资条例第二十二条第一款
	// 文本线索 contract/text/advance 政府投资条例第二十二条第二款
}
