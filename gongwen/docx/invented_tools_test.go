//go:build tools

package docx_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/office"
)

// A comparison counts the lines that LibreOffice ends where the layout ends them.
type comparison struct {
	fonts       *layout.Fonts
	renderer    *docx.Renderer
	total, same int
	pages       int // documents with another number of pages
}

func newComparison(t *testing.T) *comparison {
	fonts, err := fontSet()
	require.NoError(t, err)
	return &comparison{fonts: fonts, renderer: renderer(t)}
}

// compare has LibreOffice show documents, and counts. It says where each of them differs first.
func (c *comparison) compare(t *testing.T, docs map[string]*gongwen.Document) {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for name, d := range docs {
		path := filepath.Join(dir, name+".docx")
		require.NoError(t, os.WriteFile(path, render(t, c.renderer, d), 0o666))
		paths = append(paths, path)
	}
	require.NoError(t, office.ToPDF(dir, "../fonts", paths...))
	for name, d := range docs {
		pages, _, err := layout.Lay(d, gongwen.GB9704(), c.fonts)
		require.NoError(t, err)
		shown, err := office.PDFPages(filepath.Join(dir, name+".pdf"))
		require.NoError(t, err)
		if len(shown) != len(pages.Pages) {
			t.Logf("%s: %d pages, the layout has %d", name, len(shown), len(pages.Pages))
			c.pages++
		}
		c.count(t, name, layoutRows(pages), officeRows(shown))
	}
}

func (c *comparison) count(t *testing.T, name string, want, got [][]string) {
	first := true
	total, same := office.Same(want, got, func(page, line int, text string) {
		if first {
			t.Logf("%s, page %d, line %d: the layout has %s", name, page, line, text)
		}
		first = false
	})
	c.total, c.same = c.total+total, c.same+same
}

func (c *comparison) share() float64 { return float64(c.same) / float64(c.total) }

// layoutRows returns the lines of the layout as a word processor shows them: with the labels of drawings, without the dots of
// tables of contents, and without the numbers of turned pages, which run down.
func layoutRows(pages *layout.Pages) [][]string {
	var out [][]string
	for i := range pages.Pages {
		p := &pages.Pages[i]
		var words []office.Word
		turned := len(p.Lines) > 0 && p.Lines[0].Turned
		for j := range p.Lines {
			if role := p.Lines[j].Role; role != layout.RoleLeader && (role != layout.RolePageNumber || !turned) {
				words = append(words, office.LineWord(&p.Lines[j]))
			}
		}
		for j := range p.Pictures {
			for k := range p.Pictures[j].Labels {
				words = append(words, office.LineWord(&p.Pictures[j].Labels[k]))
			}
		}
		out = append(out, office.Rows(words))
	}
	return out
}

var leader = regexp.MustCompile(`\.{3,}`)

// officeRows returns the same of what LibreOffice shows.
func officeRows(pages []office.Page) [][]string {
	var out [][]string
	for _, p := range pages {
		var words []office.Word
		for _, w := range p.Words {
			if p.Width < p.Height || w.X > 90 {
				words = append(words, w)
			}
		}
		rows := office.Rows(words)
		for i := range rows {
			rows[i] = leader.ReplaceAllString(rows[i], "")
		}
		out = append(out, rows)
	}
	return out
}

// A thousand invented documents have the same lines in LibreOffice as in the layout, and the same pages.
func TestLibreOfficeInvented(t *testing.T) {
	const documents, batch = 1000, 100
	c := newComparison(t)
	for from := 0; from < documents; from += batch {
		docs := make(map[string]*gongwen.Document)
		for n := from; n < from+batch; n++ {
			docs[fmt.Sprintf("%04d", n)] = gongwentest.Invent(n)
		}
		c.compare(t, docs)
	}
	t.Logf("%d of %d lines are the same: %.3f %%; %d documents have other pages", c.same, c.total, 100*c.share(), c.pages)
	require.GreaterOrEqual(t, c.share(), 0.995)
	require.Zero(t, c.pages)
}
