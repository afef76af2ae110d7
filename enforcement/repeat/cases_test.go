package repeat_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

func itoa(n int) string { return strconv.Itoa(n) }

// sections splits a case: what stands before the first section, and the sections by name.
func sections(text string) (string, map[string]string) {
	parts := strings.Split("\n"+text, "\n-- ")
	all := map[string]string{}
	for _, p := range parts[1:] {
		name, body, _ := strings.Cut(p, " --\n")
		all[name] = body + "\n"
	}
	return strings.TrimSpace(parts[0]), all
}

// Each file of testdata/cases is a case that a lawyer can read: a sentence, the records, the warnings. Every rule has cases
// that warn and cases that do not.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	require.NoError(t, err)
	warns, silent := map[string]int{}, map[string]int{}
	for _, name := range files {
		base := filepath.Base(name)
		t.Run(base, func(t *testing.T) {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			sentence, parts := sections(string(text))
			require.NotEmpty(t, sentence)
			var o repeat.Options
			if p := parts["policy.json"]; p != "" {
				require.NoError(t, json.Unmarshal([]byte(p), &o.Policy))
			}
			want := strings.FieldsFunc(parts["want"], func(r rune) bool { return r == '\n' })
			got, _ := scan(t, ledger(t, parts["执法信息.csv"]), o)
			require.Equal(t, append([]string{}, want...), lines(got), sentence)
			rule := strings.ToUpper(base[:2])
			if len(want) > 0 {
				require.Equal(t, rule, got[0].Rule(), "the file is named by its rule")
				warns[rule+string(got[0].Code)]++
			} else {
				silent[rule]++
			}
		})
	}
	for _, w := range repeat.Weights() {
		rule := (&repeat.Warning{Code: w.Code}).Rule()
		require.NotZero(t, warns[rule+string(w.Code)], "%s has no case that warns", w.Code)
		require.NotZero(t, silent[rule], "%s has no case that does not", rule)
	}
}

// The points of a rule never add up to more than 100, and the best of each is 100.
func TestWeights(t *testing.T) {
	best := map[string]int{}
	for _, w := range repeat.Weights() {
		key := string(w.Code) + " " + w.Field
		best[key] = max(best[key], w.Points)
	}
	best[string(repeat.CodeFine)+" 案由"], best[string(repeat.CodeOpen)+" 案由"] = 0, 0 // it stands in for the code
	sums := map[string]int{}
	for key, n := range best {
		code, _, _ := strings.Cut(key, " ")
		sums[code] += n
	}
	require.Len(t, sums, 5)
	for code, sum := range sums {
		require.Equal(t, 100, sum, code)
	}
}
