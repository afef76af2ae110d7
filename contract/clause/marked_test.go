package clause_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/clause"
)

// A marked contract is one on which it stands what is to be found: on the lines the cues, above them the elements that are missing.
type marked struct {
	sort    string
	missing []string
	text    string
	due     []string // "blank 第12行"
}

// silent are cues that say no more than that words are there; they are not measured.
var silent = []string{"confidential", "electronic", "terms", "elements"}

func readMarked(t testing.TB, file string) marked {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	head, body, ok := strings.Cut(string(data), "--\n")
	require.True(t, ok, file)
	var m marked
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "：")
		switch key {
		case "类型":
			m.sort = value
		case "缺":
			m.missing = strings.Fields(value)
		default:
			require.Fail(t, "head", "%s: %s", file, line)
		}
	}
	var text strings.Builder
	n := 0
	for line := range strings.Lines(body) {
		n++
		line, marks, _ := strings.Cut(strings.TrimRight(line, "\n"), " ⟦")
		for _, code := range strings.Fields(strings.TrimSuffix(marks, "⟧")) {
			m.due = append(m.due, fmt.Sprintf("%s 第%d行", code, n))
		}
		text.WriteString(line + "\n")
	}
	m.text = text.String()
	return m
}

// allChecks are made once, since to compile them takes longer than to run them.
var allChecks = sync.OnceValues(func() ([]fazhi.Check, error) { return clause.Checks(clause.Profile{}) })

// review returns what the checks find in a text, by the law of the middle of 2025.
func review(tb testing.TB, sort, text string) (*clause.Draft, fazhi.Issues) {
	tb.Helper()
	checks, err := allChecks()
	require.NoError(tb, err)
	read, issues, err := clause.ReadText("合同.txt", []byte(text))
	require.NoError(tb, err)
	require.Empty(tb, issues)
	draft := clause.New(contract.Contract{Sort: sort}, read)
	today := fazhi.DateOf(2025, 7, 1)
	found, err := fazhi.Validate(tb.Context(), draft, draft.LawOn(today), today, checks)
	require.NoError(tb, err)
	return draft, found
}

// A tally counts hits, misses and false alarms.
type tally struct{ due, hits, wrong int }

func (c tally) String() string {
	return fmt.Sprintf("due %3d  hits %3d  misses %3d  false %3d", c.due, c.hits, c.due-c.hits, c.wrong)
}

// measure compares what is found in the contracts of a folder with their marks, code by code.
func measure(t *testing.T, folder string) map[string]*tally {
	files, err := filepath.Glob("testdata/contracts/" + folder + "/*.txt")
	require.NoError(t, err)
	counts := map[string]*tally{}
	count := func(code string) *tally {
		if counts[code] == nil {
			counts[code] = new(tally)
		}
		return counts[code]
	}
	for _, file := range files {
		m := readMarked(t, file)
		draft, found := review(t, m.sort, m.text)
		got := map[string]bool{}
		for _, i := range found {
			if code := strings.TrimPrefix(string(i.Code), "contract/text/"); !slices.Contains(silent, code) {
				got[code+" "+i.Origin.Cell] = true
			}
		}
		for _, s := range draft.Checklist(found) {
			if s.State == clause.Missing && s.Need == clause.Required {
				got["缺 "+s.Element] = true
			}
		}
		due := m.due
		for _, element := range m.missing {
			due = append(due, "缺 "+element)
		}
		compare(t, filepath.Base(file), due, got, count)
	}
	return counts
}

func compare(t *testing.T, file string, due []string, got map[string]bool, count func(string) *tally) {
	for _, d := range due {
		code, _, _ := strings.Cut(d, " ")
		count(code).due++
		if got[d] {
			count(code).hits++
		} else {
			t.Logf("%s missed: %s", file, d)
		}
	}
	for g := range got {
		if code, _, _ := strings.Cut(g, " "); !slices.Contains(due, g) {
			count(code).wrong++
			t.Logf("%s false: %s", file, g)
		}
	}
}
