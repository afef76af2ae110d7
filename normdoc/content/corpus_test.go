package content_test

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/normdoc/content"
	"github.com/fazhi-go/fazhi/statute"
)

// corpus returns the texts of the folder laws of FAZHI_CORPUS in the order of their paths, parsed.
func corpus(tb testing.TB) []*statute.Text {
	tb.Helper()
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		tb.Skip("not run: FAZHI_CORPUS is not set")
	}
	var texts []*statute.Text
	err := filepath.WalkDir(filepath.Join(root, "laws"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		text, _ := statute.Parse(filepath.Base(path), string(data))
		texts = append(texts, text)
		return nil
	})
	require.NoError(tb, err)
	require.Greater(tb, len(texts), 600, "texts in %s", root)
	return texts
}

// How often the cues stand in published laws, for each thousand articles. Laws may set what normative documents may not, so
// most cues are true there and no fault of the law; the rates say how much a reader has to look at.
//
// A hundred cues in paragraphs that speak of a law or a rule are drawn and their places are printed, so that a person can judge
// whether the paragraph only refers to what another text has set.
func TestCorpusRates(t *testing.T) {
	all := checks(t, content.Profile{})
	found, articles := map[fazhi.Code]int{}, 0
	var citing []string
	today := fazhi.DateOf(2025, 1, 1)
	for i, text := range corpus(t) {
		for n := range text.All() {
			if n.Kind == statute.Article {
				articles++
			}
		}
		issues, err := fazhi.Validate(t.Context(), content.New(normdoc.Doc{}, text), today, today, all)
		require.NoError(t, err)
		for _, issue := range issues {
			found[issue.Code]++
		}
		if i%5 == 0 {
			citing = append(citing, placesOf(text, issues)...)
		}
	}
	require.Greater(t, articles, 20000)
	for _, code := range slices.Sorted(maps.Keys(found)) {
		rate := float64(found[code]) * 1000 / float64(articles)
		t.Logf("%-40s %5d  %6.1f for 1,000 articles", code, found[code], rate)
		require.Less(t, rate, 150.0, code)
	}
	rand.New(rand.NewPCG(8, 8)).Shuffle(len(citing), func(i, j int) { citing[i], citing[j] = citing[j], citing[i] })
	t.Logf("%d articles; of %d cues in paragraphs that cite:\n%s", articles, len(citing), strings.Join(citing[:100], "\n"))
}

// placesOf returns the places of cues for forbidden content whose paragraph speaks of a law or a rule.
func placesOf(text *statute.Text, issues fazhi.Issues) []string {
	said := map[fazhi.Path]string{}
	for n, path := range text.Paths() {
		said[fazhi.Path(path)] = n.Text
	}
	speaks := regexp.MustCompile(`《|依照|按照|根据|依据|依法|法律|法规`)
	cue := regexp.MustCompile(`^normdoc/text/(?:permit|penalty|coercion|fee|power|proof|rights|market|competition)`)
	var places []string
	for _, issue := range issues {
		if cue.MatchString(string(issue.Code)) && speaks.MatchString(said[issue.Path]) {
			places = append(places, string(issue.Code)+" "+text.File+" "+string(issue.Path))
		}
	}
	return places
}

// The laws of the table are called so by published texts.
func TestLawNamesAreUsed(t *testing.T) {
	used := map[string]bool{}
	name := regexp.MustCompile(`[《〈]([^《》〈〉]+)[》〉]`)
	for _, text := range corpus(t) {
		for _, m := range name.FindAllStringSubmatch(text.Format(), -1) {
			used[m[1]] = true
		}
		for n := range text.All() {
			if n.Kind == statute.Title {
				used[n.Text] = true
			}
		}
	}
	var unused []string
	for _, n := range content.LawNames() {
		if !used[n.Full] {
			unused = append(unused, n.Full)
		}
	}
	require.Equal(t, []string{"政府信息公开条例", "重大行政决策程序暂行条例"}, unused, "read in their own text, which the corpus has not")
}
