package inspect

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// A book is a printed document: pages of lines and rules.
type book struct {
	profile *gongwen.Profile
	leaves  []leaf
	body    body
}

// A leaf is one page, in points from its top left corner.
type leaf struct {
	number        int
	width, height float64
	lines         []line // from the top, upright ones only
	rules         []pdfread.Rule
	tables        [][2]float64 // from where to where the page is a table
	images        int
	turned        int // characters of lines that are not upright
	unreadable    int // characters without meaning
	folio         *part
}

// A line is what stands on one baseline.
type line struct {
	y     float64
	parts []part
}

// A part is text without a wide gap.
type part struct {
	page, line int // line from 1
	glyphs     []glyph
	text       string
	x1, x2, y  float64 // cells of its characters, baseline
	size       float64 // of most of them
	ink        pdfread.Rect
	table      bool
}

// A glyph is a character, no blank.
type glyph struct {
	pdfread.Glyph
	r    rune
	bold bool
}

func newBook(p *gongwen.Profile) *book { return &book{profile: p} }

// foot is where the type area ends.
func (b *book) foot() float64 { return (b.profile.Top + b.profile.TextHeight).Points() }

// left and right are the edges of the type area. Where the margin is wrong, which has been said, they are where lines begin,
// so that not everything that goes by them is wrong as well.
func (b *book) left() float64 {
	left := b.profile.Left.Points()
	if !near(mm(b.body.edge), mm(left), marginTolerance) {
		return b.body.edge
	}
	return left
}

func (b *book) right() float64 { return b.left() + b.profile.TextWidth.Points() }

// add takes in a page.
func (b *book) add(page *pdfread.Page) {
	l := leaf{number: len(b.leaves) + 1, width: page.Width, height: page.Height, images: page.Images}
	for _, r := range page.Rules {
		if !white(r.Color) {
			l.rules = append(l.rules, r)
		}
	}
	slices.SortStableFunc(l.rules, func(a, b pdfread.Rule) int { return cmp.Compare(a.Y1, b.Y1) })
	l.tables = tablesOf(l.rules)
	l.setLines(l.visible(page.Glyphs))
	l.findFolio(b)
	b.leaves = append(b.leaves, l)
}

// visible returns what is printed upright.
func (l *leaf) visible(all []pdfread.Glyph) []glyph {
	out := make([]glyph, 0, len(all))
	for i := range all {
		g := &all[i]
		r, _ := utf8.DecodeRuneInString(g.Text)
		switch {
		case g.Hidden || white(g.Color) || g.Size <= 0:
		case g.Text == "" || unicode.IsControl(r) || r == utf8.RuneError || unicode.Is(unicode.Co, r):
			l.unreadable++
		case unicode.IsSpace(r):
		case g.Angle != 0:
			l.turned++
		default:
			out = append(out, glyph{Glyph: *g, r: r, bold: g.Stroked || g.Font != nil && g.Font.Bold})
		}
	}
	return out
}

// setLines sorts characters into lines and lines into parts.
func (l *leaf) setLines(glyphs []glyph) {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.Y, b.Y) })
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && glyphs[to].Y-glyphs[to-1].Y <= baselineSlack*min(glyphs[to].Size, glyphs[to-1].Size) {
			to++
		}
		row := glyphs[from:to]
		slices.SortStableFunc(row, func(a, b glyph) int { return cmp.Compare(a.X, b.X) })
		l.lines = append(l.lines, l.lineOf(dropTwins(row)))
		from = to
	}
}

// dropTwins takes out characters that are drawn twice, a hair apart, to look bold.
func dropTwins(row []glyph) []glyph {
	out := row[:0]
	for _, g := range row {
		if n := len(out); n > 0 && out[n-1].Text == g.Text && g.X-out[n-1].X < 0.1*g.Size {
			out[n-1].bold = true
			continue
		}
		out = append(out, g)
	}
	return out
}

func (l *leaf) lineOf(row []glyph) line {
	out := line{y: row[0].Y}
	number := len(l.lines) + 1
	for from := 0; from < len(row); {
		to := from + 1
		for to < len(row) && row[to].X-row[to-1].X-row[to-1].Advance <= partGap*row[to].Size {
			to++
		}
		p := partOf(row[from:to])
		p.page, p.line, p.table = l.number, number, l.inTable(out.y)
		out.parts = append(out.parts, p)
		from = to
	}
	return out
}

func partOf(glyphs []glyph) part {
	last := glyphs[len(glyphs)-1]
	p := part{glyphs: glyphs, x1: glyphs[0].X, x2: last.X + last.Advance, y: glyphs[0].Y, ink: glyphs[0].Ink}
	var text strings.Builder
	sizes := tally{}
	for _, g := range glyphs {
		text.WriteString(g.Text)
		sizes.add(tenth(g.Size), 1)
		p.ink = pdfread.Rect{
			X1: min(p.ink.X1, g.Ink.X1), Y1: min(p.ink.Y1, g.Ink.Y1), X2: max(p.ink.X2, g.Ink.X2), Y2: max(p.ink.Y2, g.Ink.Y2),
		}
	}
	p.text, p.size = text.String(), sizes.most()
	return p
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }

func (p *part) place() place { return place{page: p.page, line: p.line} }

// width returns the characters of a part; a narrow one counts half.
func (p *part) chars() float64 {
	n := 0.0
	for i := range p.glyphs {
		if p.glyphs[i].wide() {
			n++
		} else {
			n += 0.5
		}
	}
	return n
}

// wide reports whether a character takes a whole square.
func (g *glyph) wide() bool { return g.Advance > 0.8*g.Size }

// tablesOf returns the stretches of a page that vertical rules run along.
func tablesOf(rules []pdfread.Rule) [][2]float64 {
	const least = 8 // points
	var out [][2]float64
	for _, r := range rules {
		if r.X1 != r.X2 || r.Y2-r.Y1 < least {
			continue
		}
		if n := len(out); n > 0 && r.Y1 <= out[n-1][1]+1 {
			out[n-1][1] = max(out[n-1][1], r.Y2)
			continue
		}
		out = append(out, [2]float64{r.Y1, r.Y2})
	}
	return out
}

func (l *leaf) inTable(y float64) bool {
	i, found := slices.BinarySearchFunc(l.tables, y, func(t [2]float64, y float64) int { return cmp.Compare(t[0], y) })
	return found || i > 0 && y <= l.tables[i-1][1]
}

// bodyParts returns the parts of running text: no tables, no page number, nothing of another size.
func (b *book) bodyParts(l *leaf) []*part {
	var out []*part
	for i := range l.lines {
		for j := range l.lines[i].parts {
			p := &l.lines[i].parts[j]
			if !p.table && p != l.folio && near(p.size, b.body.size, sizeTolerance) {
				out = append(out, p)
			}
		}
	}
	return out
}

// parts returns all parts of a page in reading order, without the page number.
func (l *leaf) parts() []*part {
	var out []*part
	for i := range l.lines {
		for j := range l.lines[i].parts {
			if p := &l.lines[i].parts[j]; p != l.folio {
				out = append(out, p)
			}
		}
	}
	return out
}

// Colours.
func white(c pdfread.Color) bool { return min(c.R, c.G, c.B) >= whitest }
func black(c pdfread.Color) bool { return max(c.R, c.G, c.B) <= blackest }
func red(c pdfread.Color) bool   { return c.R >= redLeast && max(c.G, c.B) <= redMost }
