package diff_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/diff"
)

var dated = regexp.MustCompile(`^(.*)\((\d{4}-\d\d-\d\d)\)\.md$`)

// versions returns the paths of the titles that the corpus has with several dates, in the order of these.
func versions(t *testing.T) map[string][]string {
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		t.Skip("not run: FAZHI_CORPUS is not set")
	}
	found := map[string]map[string]string{}
	err := filepath.WalkDir(filepath.Join(root, "laws"), func(path string, d fs.DirEntry, err error) error {
		if m := dated.FindStringSubmatch(filepath.Base(path)); m != nil {
			if found[m[1]] == nil {
				found[m[1]] = map[string]string{}
			}
			found[m[1]][m[2]] = path
		}
		return err
	})
	require.NoError(t, err)
	pairs := map[string][]string{}
	for title, dates := range found {
		if len(dates) > 1 {
			for _, date := range slices.Sorted(maps.Keys(dates)) {
				pairs[title] = append(pairs[title], dates[date])
			}
		}
	}
	return pairs
}

func TestCorpusVersions(t *testing.T) {
	pairs := versions(t)
	require.Len(t, pairs, 6)
	for title, paths := range pairs {
		var texts []*statute.Text
		for _, path := range paths {
			raw, err := os.ReadFile(path)
			require.NoError(t, err)
			text, _ := statute.Parse(filepath.Base(path), string(raw))
			texts = append(texts, text)
		}
		r := accounted(t, texts[0], texts[1])
		accounted(t, texts[1], texts[0])
		require.Equal(t, articles(texts[1]), articles(texts[0])-r.Count(diff.Delete, statute.Article)+r.Count(diff.Insert, statute.Article), title)
		t.Logf("%s: articles %d to %d: %s", title, articles(texts[0]), articles(texts[1]), counts(r, statute.Article))
		t.Logf("all nodes: %s", counts(r))
	}
}

func articles(text *statute.Text) int {
	n := 0
	for a := range text.All() {
		if a.Kind == statute.Article {
			n++
		}
	}
	return n
}

func counts(r diff.Result, of ...statute.Kind) string {
	var b strings.Builder
	for _, k := range diff.Kinds() {
		fmt.Fprintf(&b, " %v %d", k, r.Count(k, of...))
	}
	return b.String()
}
