package statute_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

// Articles and chapters as an expression finds them that knows nothing of the parser.
var (
	articleLine = regexp.MustCompile(`(?m)^(?:\*\*)?第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?(?:[ \x{3000}\x{a0}\t*（]|$)`)
	chapterLine = regexp.MustCompile(`(?m)^(?:#+ )?第[一二三四五六七八九十百]+章`)
)

// twice have contents, without the word 目录, so that the expression counts each chapter twice.
var twice = []string{
	"北京市献血条例(2021-11-26).md", "北京市国民经济和社会发展计划审查监督条例(2022-05-26).md", "北京市数字经济促进条例(2022-11-25).md",
}

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
		if slices.Contains(twice, filepath.Base(path)) {
			chapters *= 2
		}
		require.Equal(t, len(articleLine.FindAllString(text, -1)), articles, path)
		require.Equal(t, len(chapterLine.FindAllString(text, -1)), chapters, path)
	}
}
