package statute_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

const citesFile = "testdata/corpus_cites.txt"

// What the texts of the corpus cite of themselves is there, but for a list that was checked by reading the texts. Its lines have a
// judgement, code, path and file: "error" is a mistake of the text, "damaged" one of the file, in which line ends, labels or
// articles or headings are missing, "false" one of the check.
func TestCorpusCites(t *testing.T) {
	var cites, places, named, articles int
	var found []string
	for path, source := range corpus(t) {
		text, _ := statute.Parse("", source)
		for n := range text.All() {
			if n.Kind == statute.Article && !n.Quoted() {
				articles++
			}
		}
		text.Cites(func(_ *statute.Node, c statute.Cite) bool {
			cites++
			places += len(c.Places)
			if c.Base == statute.BaseLaw {
				named++
			}
			return true
		})
		for _, i := range text.CheckCites() {
			if i.Severity != fazhi.Notice {
				found = append(found, strings.Join([]string{string(i.Code), string(i.Path), filepath.Base(path)}, " "))
			}
		}
	}
	t.Logf("%d articles, %d citations, %d of other texts, %d places", articles, cites, named, places)
	list, err := os.ReadFile(citesFile)
	require.NoError(t, err)
	var listed []string
	wrong := 0
	for line := range strings.Lines(string(list)) {
		judgement, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		require.Contains(t, []string{"error", "damaged", "false"}, judgement)
		listed = append(listed, rest)
		if judgement == "false" {
			wrong++
		}
	}
	require.ElementsMatch(t, listed, found)
	require.LessOrEqual(t, wrong*1000, articles)
}

var place = regexp.MustCompile(`第[（(]?[一二三四五六七八九十百千零〇]+[）)]?(?:条|款|项|章|节)`)

// What a regular expression takes for a place lies within a citation, but for headings that stand behind a full stop.
func TestCorpusCitesAreAll(t *testing.T) {
	seen := 0
	for path, source := range corpus(t) {
		text, _ := statute.Parse("", source)
		found := make(map[*statute.Node][]statute.Cite)
		text.Cites(func(n *statute.Node, c statute.Cite) bool {
			found[n] = append(found[n], c)
			return true
		})
		for n := range text.All() {
			if n.Kind == statute.Note {
				continue
			}
			for _, m := range place.FindAllStringIndex(n.Text, -1) {
				seen++
				covered := slices.ContainsFunc(found[n], func(c statute.Cite) bool { return c.At <= m[0] && m[1] <= c.End })
				if !covered {
					require.Contains(t, []string{"。", ""}, lastSign(n.Text[:m[0]]), "%s %s", filepath.Base(path), n.Path())
				}
			}
		}
	}
	t.Logf("%d places by expression", seen)
}

// lastSign returns the last sign of a text that is no blank.
func lastSign(s string) string {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \u3000"))
	if r == utf8.RuneError {
		return ""
	}
	return string(r)
}

// Citations are found while the text is read, and looked up after that.
// In a thousand texts with one citation changed to an article that does not exist, the change is reported at its place.
func TestCorpusMutants(t *testing.T) {
	texts := corpus(t)
	names := slices.Sorted(maps.Keys(texts))
	random := rand.New(rand.NewPCG(6, 4))
	changed := 0
	for range 1000 {
		text, _ := statute.Parse("", texts[names[random.IntN(len(names))]])
		n, c, ok := pick(text, random)
		if !ok {
			continue
		}
		changed++
		before := len(text.CheckCites())
		r := c.Places[0]
		n.Text = n.Text[:r.At] + "第九百九十九条" + n.Text[r.End:]
		mutant, _ := statute.Parse("", text.Format())
		var at []string
		for _, i := range mutant.CheckCites() {
			if strings.Contains(i.Message, "第九百九十九条") {
				at = append(at, string(i.Path))
			}
		}
		require.Equal(t, []string{n.Path()}, at, "%s (%d issues before)", n.Text, before)
	}
	t.Logf("%d texts changed", changed)
	require.Greater(t, changed, 500)
}

// pick returns a citation of an article of the text itself, by chance.
func pick(text *statute.Text, random *rand.Rand) (node *statute.Node, cite statute.Cite, ok bool) {
	f, seen := statute.NewFinder(text), 0
	text.Cites(func(n *statute.Node, c statute.Cite) bool {
		if len(c.Places) == 0 || c.Base != statute.BaseOwn || c.Places[0].From.Article.IsZero() || c.Places[0].To != (statute.Place{}) {
			return true
		}
		if _, miss := f.Find(n, c, c.Places[0].From); miss != statute.Found {
			return true
		}
		if seen++; random.IntN(seen) == 0 {
			node, cite, ok = n, c, true
		}
		return true
	})
	return node, cite, ok
}
