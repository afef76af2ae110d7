package content

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKeys(t *testing.T) {
	for expression, want := range map[string][]string{
		`必须`: {"必须"},
		`未经[^，。；]{0,15}(?:批准|许可)`: {"未经"},
		`应当?[^，]{0,3}(?:甲乙丙|丁戊己)`: {"丁戊己", "甲乙丙"},
		`和|或`:      {"和", "或"},
		`[收缴]费`:    {"费"},
		`甲?`:       nil,
		`甲|乙*`:     nil,
		`\p{Han}+`: nil,
		`(甲乙){2}丙`: {"甲乙"},
		`(?i)ab`:   nil,
		`(`:        nil,
	} {
		require.ElementsMatch(t, want, keysOf(expression), expression)
	}
}

// What an expression of the rules matches has one of its keys.
func FuzzKeys(f *testing.F) {
	type sign struct {
		words *regexp.Regexp
		keys  []string
	}
	var signs []sign
	for _, r := range Rules() {
		for _, s := range r.Signs {
			k := keysOf(s.Words)
			require.NotEmpty(f, k, "%s is slow: %s", r.Code, s.Words)
			signs = append(signs, sign{regexp.MustCompile(s.Words), k})
		}
	}
	f.Add("应当经批准，未取得证照不得经营，处五百元罚款，没收，收取押金，提交证明，统一价格，必须，但，和/或")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range signs {
			if s.words.MatchString(text) {
				require.True(t, hasAny(text, s.keys), "%s in %q", s.words, text)
			}
		}
	})
}
