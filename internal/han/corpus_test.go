package han

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCorpusHeadings reads the number of every heading 第…编, 第…章, 第…节 and
// 第…条 of a collection of laws. FAZHI_CORPUS names a folder that holds the
// folder laws with Markdown texts.
func TestCorpusHeadings(t *testing.T) {
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		t.Skip("not run: FAZHI_CORPUS is not set")
	}
	count := map[string]int{}
	files := 0
	err := filepath.WalkDir(filepath.Join(root, "laws"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		text, err := os.ReadFile(path)
		files++
		for line := range strings.Lines(string(text)) {
			number, kind := heading(line)
			if kind == "" {
				continue
			}
			count[kind]++
			n, canonical, err := ParseNumeral(number)
			if err != nil || !canonical || Numeral(n) != number {
				t.Errorf("%s: 第%s%s: %d, %t, %v", filepath.Base(path), number, kind, n, canonical, err)
			}
		}
		return err
	})
	require.NoError(t, err)
	require.NotZero(t, count["条"], "no heading 第…条 found")
	t.Logf("%d files, all headings canonical: 条 %d, 章 %d, 节 %d, 编 %d", files, count["条"], count["章"], count["节"], count["编"])
}

// heading splits a line that begins an article or a part: 第, a number, the
// kind, and then a blank, 之 or the end. A line that begins with a citation
// (第十条规定的…) is not a heading.
func heading(line string) (number, kind string) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, "# "), "第")
	end := strings.IndexAny(rest, "编章节条 　")
	if !ok || end < 0 {
		return "", ""
	}
	kind = string([]rune(rest[end:])[0])
	if after := rest[end+len(kind):]; after != "" && strings.IndexAny(after, " 　之\r\n") != 0 {
		return "", ""
	}
	return rest[:end], strings.Trim(kind, " 　")
}
