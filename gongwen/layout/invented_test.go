package layout_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A tally counts what 1,000 documents show.
type tally struct{ pages, fullPages, lines, fullHan, chars, faults, overhang int }

// Of 1,000 invented documents every line of Han text alone that ends at the right edge has 28 characters, every full page 22
// lines; no line breaks 避头尾, none leaves the type area.
func TestInventedDocuments(t *testing.T) {
	fonts, profile := embedded(t), gongwen.GB9704()
	var sum tally
	for n := range 1000 {
		p, issues, err := layout.Lay(gongwentest.Invent(n), profile, fonts)
		require.NoError(t, err)
		require.Empty(t, issues)
		sum.add(p)
	}
	t.Logf("%+v", sum)
	require.Zero(t, sum.faults)
	require.Zero(t, sum.overhang)
	require.Equal(t, 28*sum.fullHan, sum.chars)
	require.Greater(t, sum.fullHan, 10_000)
	require.Greater(t, sum.fullPages, 1000)
}

func (c *tally) add(p *layout.Pages) {
	for i := range p.Pages {
		c.pages++
		grid := map[gongwen.Length]bool{}
		for j := range p.Pages[i].Lines {
			l := &p.Pages[i].Lines[j]
			if l.Role != layout.RolePageNumber {
				grid[l.Y] = true
			}
			if l.Role == layout.RoleBody {
				c.line(p, l)
			}
		}
		if len(grid) == 22 {
			c.fullPages++
		}
	}
}

func (c *tally) line(p *layout.Pages, l *layout.Line) {
	c.lines++
	text := []rune(lineText(l))
	if len(text) == 0 {
		return
	}
	if strings.ContainsRune(layout.NoStart, text[0]) || strings.ContainsRune(layout.NoEnd, text[len(text)-1]) && !inAddress(text) {
		c.faults++
	}
	left, right := p.Profile.Left, p.Profile.Left+p.Profile.TextWidth
	if l.X < left || l.X+l.Width > right {
		c.overhang++
	}
	cell := p.Profile.BodySize + p.Profile.CharSpacing
	if l.X != left || right-(l.X+l.Width) >= cell || !pureHan(text) {
		return
	}
	c.fullHan++
	c.chars += len(text)
}

// inAddress reports whether a line ends after the solidus of an address, which is no mark of Chinese text; word processors
// break addresses there too.
func inAddress(text []rune) bool {
	n := len(text)
	return n > 1 && text[n-1] == '/' && text[n-2] < unicode.MaxASCII && strings.Contains(string(text), "://")
}

// pureHan reports whether a line is of Han characters and the marks that are as wide.
func pureHan(text []rune) bool {
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) && r < 0x3000 && !strings.ContainsRune("“”‘’…—", r) {
			return false
		}
	}
	return true
}
