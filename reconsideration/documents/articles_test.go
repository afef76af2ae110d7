package documents_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/lawcorpus"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
	"github.com/fazhi-go/fazhi/statute"
)

// shapes reads testdata/articles.txt: of each article that may be cited, the items (项) of its paragraphs (款). "行政复议法 30 7 0 0" has
// three paragraphs, the first with seven items.
func shapes(t testing.TB) map[string][]int {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "articles.txt"))
	require.NoError(t, err)
	defer file.Close()
	out := map[string][]int{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		words := strings.Fields(lines.Text())
		require.Greater(t, len(words), 2, lines.Text())
		var items []int
		for _, w := range words[2:] {
			n, err := strconv.Atoi(w)
			require.NoError(t, err)
			items = append(items, n)
		}
		out[words[0]+" "+words[1]] = items
	}
	return out
}

// lawName returns the name in testdata/articles.txt of a law that is cited.
func lawName(c statute.Cite) string {
	return strings.TrimPrefix(c.Law, "中华人民共和国") + c.Docno
}

// Every article, paragraph and item that any document cites exists in the law that it names.
func TestEveryArticleExists(t *testing.T) {
	known, seen := shapes(t), map[string]bool{}
	for _, doc := range documents.All() {
		for _, choices := range combinations(doc.Spec) {
			if lawless(doc.Key, choices) {
				continue
			}
			for _, full := range []bool{true, false} {
				citesExist(t, known, outline.Of(filled(t, doc.Spec, full, choices)), seen)
			}
		}
	}
	for article := range known {
		require.True(t, seen[article], "nothing cites %s", article)
	}
}

// citesExist fails unless all places of laws that a text cites exist; the laws of the samples begin with 某.
func citesExist(t *testing.T, known map[string][]int, text string, seen map[string]bool) {
	t.Helper()
	for _, c := range statute.AppendCites(nil, text) {
		if c.Base != statute.BaseLaw || strings.HasPrefix(c.Law, "某") {
			continue
		}
		require.NotEmpty(t, c.Places, text)
		for _, r := range c.Places {
			exists(t, known, lawName(c), r.From, seen)
			if r.To.Article.N > 0 {
				exists(t, known, lawName(c), r.To, seen)
			}
		}
	}
}

// exists fails unless a place is one of the articles known, and notes which it is.
func exists(t *testing.T, known map[string][]int, law string, p statute.Place, seen map[string]bool) {
	t.Helper()
	article := law + " " + strconv.Itoa(p.Article.N)
	items, ok := known[article]
	require.True(t, ok, "no %s", article)
	require.LessOrEqual(t, p.Paragraph, len(items), "%s %s", law, p)
	if p.Item > 0 {
		require.LessOrEqual(t, p.Item, items[max(p.Paragraph, 1)-1], "%s %s", law, p)
		require.True(t, p.Paragraph > 0 || len(items) == 1, "%s %s: which paragraph", law, p)
	}
	seen[article] = true
}

// testdata/articles.txt is what the texts of the laws have.
func TestArticlesAsInTheLaws(t *testing.T) {
	files := map[string]string{"行政复议法(2023-09-01).md": "行政复议法", "行政复议法(2017-09-01).md": "行政复议法2017年修正"}
	known, found := shapes(t), 0
	for path, data := range lawcorpus.Texts(t) {
		law, ok := files[filepath.Base(path)]
		if !ok {
			continue
		}
		found++
		text, _ := statute.Parse(path, data)
		for n := range text.All() {
			if want, ok := known[law+" "+strconv.Itoa(n.Num.N)]; ok && n.Kind == statute.Article {
				require.Equal(t, want, shape(n), "%s %s", law, n.Label)
			}
		}
	}
	require.Equal(t, len(files), found)
}

// shape returns the number of items of each paragraph.
func shape(article *statute.Node) []int {
	var out []int
	for p := range article.Children() {
		items := 0
		for i := range p.Children() {
			if i.Kind == statute.Item {
				items++
			}
		}
		if p.Kind == statute.Paragraph {
			out = append(out, items)
		}
	}
	return out
}
