package statute_test

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

var updateIssues = flag.Bool("update-issues", false, "write testdata/corpus_issues.txt anew, with the judgements that it has")

const issuesFile = "testdata/corpus_issues.txt"

// The errors and warnings of each text of the corpus are those of a list that was checked by reading the texts: at most one in
// a thousand articles is false. A line of the list is count, code and file; false ones have "false" before them and stand alone.
func TestCorpusIssues(t *testing.T) {
	articles, found := 0, map[string]int{}
	for path, text := range corpus(t) {
		parsed, issues := statute.Parse("", text)
		for n := range parsed.All() {
			if n.Kind == statute.Article && !n.Quoted() {
				articles++
			}
		}
		for _, i := range issues {
			if i.Severity != fazhi.Notice {
				found[string(i.Code)+" "+filepath.Base(path)]++
			}
		}
	}
	listed, wrong := checkedIssues(t)
	if *updateIssues {
		writeIssues(t, found, wrong)
		return
	}
	require.Equal(t, listed, found)
	falses := 0
	for key, n := range wrong {
		require.LessOrEqual(t, n, found[key])
		falses += n
	}
	t.Logf("%d false errors and warnings in %d articles", falses, articles)
	require.LessOrEqual(t, falses*1000, articles)
}

// checkedIssues returns how many issues of each code each file has, and how many of these are false.
func checkedIssues(t *testing.T) (all, wrong map[string]int) {
	t.Helper()
	all, wrong = map[string]int{}, map[string]int{}
	file, err := os.Open(issuesFile)
	require.NoError(t, err)
	defer file.Close()
	for s := bufio.NewScanner(file); s.Scan(); {
		into, l := all, s.Text()
		if rest, ok := strings.CutPrefix(l, "false "); ok {
			into, l = wrong, rest
		}
		var n int
		count, key, ok := strings.Cut(l, " ")
		_, err := fmt.Sscan(count, &n)
		require.True(t, ok && err == nil, l)
		into[key] = n
	}
	return all, wrong
}

func writeIssues(t *testing.T, found, wrong map[string]int) {
	t.Helper()
	var b strings.Builder
	for _, key := range slices.SortedFunc(maps.Keys(found), cmp.Compare[string]) {
		fmt.Fprintf(&b, "%d %s\n", found[key], key)
		if n := wrong[key]; n > 0 {
			fmt.Fprintf(&b, "false %d %s\n", n, key)
		}
	}
	require.NoError(t, os.WriteFile(issuesFile, []byte(b.String()), 0o644))
}
