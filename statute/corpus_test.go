package statute_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/statute"
)

// corpus returns the texts of the folder laws of FAZHI_CORPUS, by path.
func corpus(tb testing.TB) map[string]string {
	tb.Helper()
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		tb.Skip("not run: FAZHI_CORPUS is not set")
	}
	texts := make(map[string]string)
	err := filepath.WalkDir(filepath.Join(root, "laws"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		texts[path] = string(text)
		return err
	})
	require.NoError(tb, err)
	require.Greater(tb, len(texts), 600, "texts in %s", root)
	return texts
}

func TestCorpusIsLossless(t *testing.T) {
	for path, text := range corpus(t) {
		parsed, _ := statute.Parse(filepath.Base(path), text)
		require.Equal(t, statute.Normalize(text), parsed.Format(), path)
	}
}

var heading = regexp.MustCompile(`(?m)^(?:#+ )?(?:\*\*)?第[一二三四五六七八九十百千零〇]+(条|章)(?:之[一二三四五六七八九十]+)?(?:[ \x{3000}\t\x{a0}]|$|（)`)

// The document's own articles and chapters are as many as a regular expression counts.
func TestCorpusCounts(t *testing.T) {
	for path, text := range corpus(t) {
		parsed, _ := statute.Parse(filepath.Base(path), text)
		var articles, chapters int
		for n := range parsed.All() {
			switch {
			case n.Quoted():
			case n.Kind == statute.Article:
				articles++
			case n.Kind == statute.Chapter:
				chapters++
			}
		}
		var a, c int
		for _, m := range heading.FindAllStringSubmatch(text, -1) {
			if m[1] == "条" {
				a++
			} else {
				c++
			}
		}
		if a != articles || c != chapters {
			t.Logf("%s: %d articles, %d by expression; %d chapters, %d", filepath.Base(path), articles, a, chapters, c)
		}
	}
}

func BenchmarkCorpus(b *testing.B) {
	var all []string
	size := 0
	for _, text := range corpus(b) {
		all = append(all, strings.Clone(text))
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range all {
			statute.Parse("", text)
		}
	}
}
