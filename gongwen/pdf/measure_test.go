package pdf_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

const mm = 72 / 25.4

// A row is the glyphs of a page that share a baseline, from left to right.
type row struct {
	y      float64
	glyphs []glyph
}

func rows(p readPage) []row {
	var out []row
	for _, g := range p.glyphs {
		i := slices.IndexFunc(out, func(r row) bool { return r.y == g.y })
		if i < 0 {
			out = append(out, row{y: g.y})
			i = len(out) - 1
		}
		out[i].glyphs = append(out[i].glyphs, g)
	}
	for _, r := range out {
		slices.SortFunc(r.glyphs, func(a, b glyph) int { return int(a.x*1000) - int(b.x*1000) })
	}
	slices.SortFunc(out, func(a, b row) int { return int(b.y*1000) - int(a.y*1000) })
	return out
}

func (r row) text() string {
	var b strings.Builder
	for _, g := range r.glyphs {
		b.WriteString(g.text)
	}
	return b.String()
}

// The report, measured in the file: nothing outside 156 × 225 mm but the page numbers, which stand right on odd pages and
// left on even ones; 22 lines on a full page; 28 characters in a full line of Han; no line that begins or ends with what
// may not.
func TestReportMeasuredInTheFile(t *testing.T) {
	file := read(t, render(t, report()))
	require.GreaterOrEqual(t, len(file.pages), 10)
	full := 0
	for i, page := range file.pages {
		rs := rows(page)
		body, number := rs[:len(rs)-1], rs[len(rs)-1]
		checkNumber(t, number, i+1)
		for j, r := range body {
			checkRow(t, r)
			if j > 0 {
				require.InDelta(t, 0, remainder(body[j-1].y-r.y, 28.95), 0.002, "page %d, row %d", i+1, j+1)
			}
			full += checkFull(t, r)
		}
		if i > 0 && i < len(file.pages)-2 { // the last but one gives lines to the page of the signature
			require.GreaterOrEqual(t, len(body), 20, "page %d", i+1)
			require.LessOrEqual(t, len(body), 22)
		}
		require.InDelta(t, (297-37)*mm-28.95*0.8, body[0].y, 0.01)
	}
	require.Greater(t, full, 20)
}

func remainder(v, unit float64) float64 {
	n := int(v/unit + 0.5)
	return v - float64(n)*unit
}

func checkNumber(t *testing.T, r row, n int) {
	t.Helper()
	first, last := r.glyphs[0], r.glyphs[len(r.glyphs)-1]
	require.Equal(t, "—", first.text)
	require.Less(t, r.y, (297-262-7)*mm)
	if n%2 == 1 {
		require.InDelta(t, 28*mm+156*mm-15.75, last.x+last.advance, 0.01)
	} else {
		require.InDelta(t, 28*mm+15.75, first.x, 0.01)
	}
}

func checkRow(t *testing.T, r row) {
	t.Helper()
	first, last := r.glyphs[0], r.glyphs[len(r.glyphs)-1]
	require.GreaterOrEqual(t, first.x, 28*mm-0.002)
	require.LessOrEqual(t, last.x+last.advance, (28+156)*mm+0.26, r.text()) // the last spacing is taken off after the glyph
	require.Greater(t, r.y-0.2*last.size, (297-262)*mm)
	require.Less(t, r.y+0.9*first.size, (297-37)*mm)
	require.False(t, strings.Contains(layout.NoStart, first.text) && first.x < 28*mm+1, r.text())
	require.NotContains(t, layout.NoEnd, last.text, r.text())
}

// checkFull checks a line of Han alone that fills the measure, and returns 1 if it is one.
func checkFull(t *testing.T, r row) int {
	t.Helper()
	last := r.glyphs[len(r.glyphs)-1]
	if r.glyphs[0].x > 28*mm+1 || last.x+last.advance < (28+156)*mm-15.75 {
		return 0
	}
	for _, g := range r.glyphs {
		if g.advance != 16 {
			return 0
		}
	}
	require.Len(t, r.glyphs, 28, r.text())
	return 1
}

// Every glyph of the file is the character that the layout has, stands where it has put it, and has its colour.
func TestFileAgreesWithLayout(t *testing.T) {
	for _, doc := range []*gongwen.Document{report(), upward(), everything(t)} {
		agree(t, doc)
	}
}

// So it is in 1,000 invented documents: the lines of the layout, of which its own tests say what they are like, are those of
// the file.
func TestInventedDocuments(t *testing.T) {
	count := 50
	if os.Getenv("FAZHI_THOUSAND") != "" {
		count = 1000
	}
	glyphs := 0
	for n := range count {
		glyphs += agree(t, gongwentest.Invent(n))
	}
	t.Logf("%d documents, %d glyphs", count, glyphs)
}

// agree compares a file with its layout, and returns how many glyphs there are.
func agree(t *testing.T, doc *gongwen.Document) int {
	t.Helper()
	pages := set(t, doc)
	file := read(t, render(t, doc))
	require.Len(t, file.pages, len(pages.Pages))
	total := 0
	for i, page := range pages.Pages {
		total += len(file.pages[i].glyphs)
		c := comparison{t: t, profile: &pages.Profile, glyphs: file.pages[i].glyphs}
		for _, p := range page.Pictures {
			for _, l := range p.Labels {
				c.line(l)
			}
		}
		for _, l := range page.Lines {
			c.line(l)
		}
		require.Empty(t, c.glyphs)
		require.Len(t, file.pages[i].rules, len(page.Rules))
	}
	return total
}

// A comparison holds the glyphs of a page that have not been compared yet.
type comparison struct {
	t       *testing.T
	profile *gongwen.Profile
	glyphs  []glyph
}

func (c *comparison) line(l layout.Line) {
	c.t.Helper()
	for _, run := range l.Runs {
		x := run.X
		for _, r := range run.Text {
			g := c.glyphs[0]
			c.glyphs = c.glyphs[1:]
			left, top := x, l.Y
			if l.Turned {
				left, top = layout.Upright(c.profile, x, l.Y)
			}
			require.Equal(c.t, string(r), g.text)
			require.Equal(c.t, l.Turned, g.turned)
			require.InDelta(c.t, left.Points(), g.x, 0.002)
			require.InDelta(c.t, (c.profile.Height - top).Points(), g.y, 0.002)
			require.Equal(c.t, colour(run), g.colour)
			id, ok := run.Font.TrueType().Glyph(r)
			require.True(c.t, ok)
			x += run.Size*gongwen.Length(run.Font.Width(id))/1000 + run.Spacing
		}
	}
}

// colour returns the colour of a run as the operator rg has it.
func colour(run layout.Run) string {
	if run.Red {
		return "1 0 0"
	}
	var parts []string
	for _, v := range [...]uint8{run.Ink.R, run.Ink.G, run.Ink.B} {
		parts = append(parts, strconv.FormatFloat(float64(int(v)*1000/255)/1000, 'f', -1, 64))
	}
	return strings.Join(parts, " ")
}

// Nothing but page numbers is outside the type area: no character, no rule, no picture. Rules stand where the layout has put
// them, to a hundredth of a point.
func TestNoInkOutsideTheTypeArea(t *testing.T) {
	const slack = 0.3 // the spacing after the last character of a line
	left, right, bottom, top := 28*mm-0.02, (28+156)*mm+slack, (297-262)*mm-0.02, (297-37)*mm+0.02
	inside := func(x1, y1, x2, y2 float64, what string) {
		t.Helper()
		require.True(t, min(x1, x2) >= left && max(x1, x2) <= right && min(y1, y2) >= bottom && max(y1, y2) <= top, "%s: %v %v %v %v", what, x1, y1, x2, y2)
	}
	for _, doc := range []*gongwen.Document{report(), upward(), everything(t)} {
		pages := set(t, doc)
		for i, p := range read(t, render(t, doc)).pages {
			numberLine := pages.Pages[i].Lines[len(pages.Pages[i].Lines)-1]
			require.Equal(t, layout.RolePageNumber, numberLine.Role)
			for _, g := range p.glyphs {
				switch {
				case g.y == (pages.Profile.Height - numberLine.Y).Points():
				case g.turned:
					inside(g.x-0.88*g.size, g.y, g.x+0.12*g.size, g.y+g.advance, g.text)
				default:
					inside(g.x, g.y-0.12*g.size, g.x+g.advance, g.y+0.88*g.size, g.text)
				}
			}
			for j, r := range p.rules {
				inside(r.x1, r.y1, r.x2, r.y2, "rule")
				want := pages.Pages[i].Rules[j]
				require.InDelta(t, want.X1.Points(), r.x1, 0.006)
				require.InDelta(t, (pages.Profile.Height - want.Y2).Points(), r.y2, 0.006)
			}
			for _, m := range p.images {
				inside(m.x, m.y, m.x+m.width, m.y+m.height, m.name)
			}
		}
	}
}

// Marks that Chinese shares with other scripts are drawn as wide as a character.
func TestMarksFillTheirCell(t *testing.T) {
	file := read(t, render(t, &gongwen.Document{Body: []gongwen.Block{
		gongwen.Heading{Level: 1, Label: "“", Text: text("‘甲’”……——乙·丙")}, gongwen.Heading{Level: 2, Label: "“", Text: text("‘甲’”……——乙·丙")},
		paragraph("“‘甲’”……——乙·丙"),
	}}))
	for _, r := range rows(file.pages[0])[:3] {
		for i := 1; i < len(r.glyphs); i++ {
			require.InDelta(t, 15.75, r.glyphs[i].x-r.glyphs[i-1].x, 0.002, r.text())
		}
	}
}

func TestRulesOfTheHead(t *testing.T) {
	file := read(t, render(t, upward()))
	red := file.pages[0].rules[0]
	require.InDelta(t, 156*mm, red.x2-red.x1, 0.02)
	last := file.pages[len(file.pages)-1].rules
	foot := last[len(last)-1]
	require.InDelta(t, (297-262)*mm, foot.y1-foot.width/2, 0.02)
	require.InDelta(t, 0.35*mm, foot.width, 0.01)
}
