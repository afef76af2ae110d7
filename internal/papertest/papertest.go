// Package papertest tests the official documents that a package fills in: what they say, against golden files, and, where poppler
// and LibreOffice are installed (build tag tools), what stands on paper. Its flag -update writes the golden files anew; read what
// changed before you keep it.
package papertest

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/outline"
)

var update = flag.Bool("update", false, "write the golden files")

// T is what a check needs of a *testing.T.
type T interface {
	require.TestingT
	Helper()
	TempDir() string
}

// Papers are documents by the names of their files, without extension.
type Papers map[string]*gongwen.Document

// names are in their order.
func (p Papers) names() []string { return slices.Sorted(maps.Keys(p)) }

// Golden compares each paper as lines of text with testdata/NAME.txt, or writes that; its body is one that renderers know.
func (p Papers) Golden(t T) {
	t.Helper()
	for _, name := range p.names() {
		_, err := gongwen.Lower(p[name].Body)
		require.NoError(t, err, name)
		file := filepath.Join("testdata", name+".txt")
		got := outline.Of(p[name])
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), got, name)
	}
}

// stray finds marks that stand where something was left out.
var stray = regexp.MustCompile(`[，、：；（][，。、；：）]|。。|？。|^[，。；、]|[{}\[\]]|[；。]；|。）`)

// NoStrayMarks fails where marks stand beside each other, because something between them was left out.
func (p Papers) NoStrayMarks(t T) {
	t.Helper()
	for _, name := range p.names() {
		for line := range strings.Lines(outline.Of(p[name])) {
			require.False(t, stray.MatchString(line), "%s：%s", name, line)
		}
	}
}
