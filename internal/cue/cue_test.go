package cue

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
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
		`[收缴]费`:                   "收费|缴费",
		`甲?`:                      "()",
		`甲|乙*`:                    "()",
		`甲(?:乙|$)`:                "(甲)",
		`(甲乙){2}丙`:                "(甲乙 丙)",
		`(?:甲+乙?)丙`:               "(甲 丙)",
		`(?i)ab丙`:                 "()",
		`[一-龥]`:                   "()",
	} {
		e, err := Compile(expression)
		require.NoError(t, err, expression)
		require.Equal(t, want, written(e.need), expression)
		require.Equal(t, want == "()", e.Free(), expression)
	}
	_, err := Compile("(")
	require.Error(t, err)
	require.Panics(t, func() { MustCompile("(") })
}

// Words are not multiplied without end.
func TestNeedIsBounded(t *testing.T) {
	e, err := Compile(strings.Repeat(`[甲乙]`, 40))
	require.NoError(t, err)
	require.Len(t, e.need.all, 7)
	for _, n := range e.need.all {
		require.LessOrEqual(t, len(n.words), most)
	}
}

// Whoever looks for the words first finds all that the expression finds.
func TestNothingIsPassedOver(t *testing.T) {
	l := NewLexicon()
	list := []*Expression{MustCompile(`未经[^，]{0,5}批准`), MustCompile(`收费|罚款`), MustCompile(`\d+日`), MustCompile(`甲(?:乙|$)`)}
	for _, e := range list {
		l.Add(e)
	}
	for _, text := range []string{"未经局长批准", "批准", "罚款十元", "十5日", "甲", "甲乙", "", "丙"} {
		for _, e := range list {
			if e.MatchString(text) {
				require.True(t, e.In(l.Find(text)), "%s %s", e, text)
				require.True(t, e.May(text), "%s %s", e, text)
			}
		}
	}
	require.False(t, list[0].In(l.Find("未经同意")))
	require.True(t, list[0].In(l.Find("未经"), l.Find("批准")))
	require.True(t, list[0].In(l.Find("未经").Or(l.Find("批准"))))
	require.True(t, list[0].In(Set(nil).Or(l.Find("未经批准"))))
	require.Nil(t, list[1].Groups("免费"))
	require.Equal(t, []string{"收费"}, list[1].Groups("要收费"))
}
