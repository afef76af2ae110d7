package content

import (
	"regexp/syntax"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/statute"
)

// written shows a need: words with | between them, needs that have to be met together in ( ), of which one in [ ].
func written(n need) string {
	var parts []string
	for _, k := range append(n.all, n.any...) {
		parts = append(parts, written(k))
	}
	switch text := strings.Join(parts, " "); {
	case n.words != nil:
		return strings.Join(n.words, "|")
	case n.any != nil:
		return "[" + text + "]"
	default:
		return "(" + text + ")"
	}
}

func TestNeed(t *testing.T) {
	for expression, want := range map[string]string{
		`必须`: "必须",
		`未经[^，。；]{0,15}(?:批准|许可)`: "(未经 批准|许可)",
		`应当?[^，]{0,3}(?:甲乙丙|丁戊己)`: "(应 甲乙丙|丁戊己)",
		`停[水电]|断[^，]*水`:           "[停水|停电 (断 水)]",
		`和|或`:                     "和|或",
		`[收缴]费`:                   "收费|缴费",
		`甲?`:                      "()",
		`甲|乙*`:                    "()",
		`甲(?:乙|$)`:                "(甲)",
		`\p{Han}+丙`:               "(丙)",
		`(甲乙){2}丙`:                "(甲乙 丙)",
		`(?:甲+乙?)丙`:               "(甲 丙)",
		`(?i)ab丙`:                 "()",
		`[一-龥]`:                   "()",
	} {
		e, err := compile(expression)
		require.NoError(t, err, expression)
		require.Equal(t, want, written(e.need), expression)
	}
	_, err := compile("(")
	require.Error(t, err)
}

// Words are not multiplied without end.
func TestNeedIsBounded(t *testing.T) {
	e, err := compile(strings.Repeat(`[甲乙]`, 40))
	require.NoError(t, err)
	require.Len(t, e.need.all, 7)
	for _, n := range e.need.all {
		require.LessOrEqual(t, len(n.words), most)
	}
}

// expressions are those of the rules and of the package.
func expressions(tb testing.TB) []*expression {
	list := []*expression{forceForm, spanForm, untilForm, dayForm}
	for _, r := range Rules() {
		for _, s := range r.Signs {
			e, err := compile(s.Words)
			require.NoError(tb, err)
			require.False(tb, e.need.free(), "%s is slow: %s", r.Code, s.Words)
			list = append(list, e)
		}
		for _, either := range [][]string{r.Passing, r.Unless, {named, plain}, {lawful}} {
			e, err := compile(either...)
			require.NoError(tb, err)
			list = append(list, e)
		}
	}
	return list
}

// What an expression matches has what it needs, in a search word by word and in one for all words.
func FuzzNeed(f *testing.F) {
	list, shared := expressions(f), newWords()
	for _, e := range list {
		shared.number(&e.need)
	}
	f.Add("应当经批准，未取得证照不得经营，处五百元罚款，没收，收取押金，提交证明，统一价格，必须，但，和/或，自2024年5月1日起施行，有效期5年")
	f.Fuzz(func(t *testing.T, text string) {
		in := place{sentence: text, has: shared.find(text)}
		for _, e := range list {
			require.Equal(t, e.may(text), in.may(e), "%s in %q", e, text)
			if e.MatchString(text) {
				require.True(t, e.may(text), "%s in %q", e, text)
			}
		}
	})
}

// Expressions that nobody has thought of have no need that they do not have.
func FuzzNeedOf(f *testing.F) {
	f.Add("(?:甲|乙丙?)[丁戊]{1,2}", "乙丁戊")
	f.Add("(?s:甲.)|(?i)k", "K")
	f.Fuzz(func(t *testing.T, expression, text string) {
		if len(expression) > 60 || strings.ContainsRune(text+expression, '\uFFFD') {
			return // a byte that is no character is read as this one
		}
		if _, err := syntax.Parse(expression, syntax.Perl); err != nil {
			return
		}
		e, err := compile(expression)
		if err == nil && e.MatchString(text) {
			require.True(t, e.may(text), "%s in %q", expression, text)
		}
	})
}

// Two profiles judge one draft at the same time, and a draft of nothing.
func TestProfilesShareADraft(t *testing.T) {
	text, _ := statute.Parse("", "甲办法\n\n第一条　经营者必须经县商务局批准。违者罚款五百元。\n")
	d := New(normdoc.Doc{}, text)
	today := fazhi.DateOf(2025, 1, 1)
	usual, err := Checks(Profile{})
	require.NoError(t, err)
	more, err := Checks(Profile{More: []Rule{{Code: "jia/text/seller", Doc: "经营者", Basis: "甲", Signs: []Sign{{Words: "经营者"}}}}})
	require.NoError(t, err)
	want, err := fazhi.Validate(t.Context(), New(normdoc.Doc{}, text), today, today, usual)
	require.NoError(t, err)
	require.NotEmpty(t, want)
	var group sync.WaitGroup
	var got [8]fazhi.Issues
	var failed [8]error
	for i := range got {
		group.Go(func() {
			got[i], failed[i] = fazhi.Validate(t.Context(), d, today, today, [][]fazhi.Check{usual, more}[i%2])
		})
	}
	group.Wait()
	for i := range got {
		require.NoError(t, failed[i])
		require.Equal(t, want, got[i][:len(want)])
		require.Len(t, got[i], len(want)+i%2)
	}
	_, err = fazhi.Validate(t.Context(), &Draft{}, today, today, usual)
	require.NoError(t, err)
}
