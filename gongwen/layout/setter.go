package layout

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A setter sets one document. Its buffers are reused from text to text.
type setter struct {
	profile *gongwen.Profile
	fonts   *Fonts
	doc     *gongwen.Document
	pages   *Pages
	issues  fazhi.Issues
	missed  map[miss]int // index in issues, plus one

	text       text
	spanBuffer []span
	pieces     []piece

	rows  []row     // of the document, from the first to the last
	lines []Line    // of the rows; Y is counted from the top of the row
	runs  []Run     // of the lines
	rules []Rule    // of the rows
	pics  []Picture // of the rows; Y is counted from the top of the row

	origins []int // index in the document's body of each block that lowering gave; nil: the same

	page  *Page
	y     gongwen.Length // how much of the page is used
	table int            // of the last row on the page

	upright *gongwen.Profile // the page
	turned  *gongwen.Profile // the same page as turned rows see it; nil until there are some

	toMoved bool // the addressees stand in the imprint
	bodyRow int  // index of the first row of the body
	listed  int  // headings in tables of contents so far
}

// A row is a strip of the page over its whole width: a line of text, a row of a table, a blank.
type row struct {
	height      gongwen.Length
	line, lines int // the row has lines[line:line+lines]
	rule, rules int
	pic         int  // 1 + index in pics
	turned      bool // stands on a page that is turned
	keep        bool // stays on one page with the row after it
	vanishes    bool // a blank line that is left out at the top of a page
	newPage     bool // begins a page
	entry       int  // 1 + index in the outline
	table       int  // 1 + index of the table's first row, which is the header
}

// cell is the width of a character of running text, which 一字 means in the standard (3.1).
func (s *setter) cell() gongwen.Length { return s.profile.BodySize + s.profile.CharSpacing }

// columns returns the width of the given number of characters.
func (s *setter) columns(n int) gongwen.Length { return gongwen.Length(n) * s.cell() }

// grid is the width of a full line of characters, a little less than the type area.
func (s *setter) grid() gongwen.Length { return s.columns(s.profile.Chars) }

// baseline returns how far below the top of a line of exact pitch word processors put the baseline.
func baseline(pitch gongwen.Length) gongwen.Length { return pitch * 4 / 5 }

// newRow begins a row; lines and rules that are added then belong to it.
func (s *setter) newRow(height gongwen.Length) *row {
	s.rows = append(s.rows, row{height: height, line: len(s.lines), rule: len(s.rules), turned: s.isTurned()})
	return &s.rows[len(s.rows)-1]
}

// blank adds so many empty lines.
func (s *setter) blank(n int) {
	for range n {
		s.newRow(s.profile.LinePitch)
	}
}

// addLine adds a line of the text to the last row; x is counted from the left edge of the type area.
func (s *setter) addLine(t *text, sp span, x, y gongwen.Length) *Line {
	first := len(s.runs)
	x += s.profile.Left
	s.addRuns(t, sp, x)
	s.lines = append(s.lines, Line{
		Role: t.role, X: x, Y: y, Width: sp.width, Place: t.place, Start: sp.from, End: sp.to,
		Runs: s.runs[first:len(s.runs):len(s.runs)],
	})
	s.rows[len(s.rows)-1].lines++
	return &s.lines[len(s.lines)-1]
}

func (s *setter) addRule(r Rule) {
	s.rules = append(s.rules, r)
	s.rows[len(s.rows)-1].rules++
}

// addRuns adds the runs of a line, without the blanks at its end.
func (s *setter) addRuns(t *text, sp span, x gongwen.Length) {
	cells := t.cells[sp.from:sp.to]
	for len(cells) > 0 && cells[len(cells)-1].flags&(space|hidden) != 0 {
		cells = cells[:len(cells)-1]
	}
	for len(cells) > 0 {
		if cells[0].flags&hidden != 0 {
			cells = cells[1:]
			sp.from++
			continue
		}
		n, width := sameRun(cells)
		end := len(t.s)
		if next := sp.from + n; next < len(t.cells) {
			end = int(t.cells[next].at)
		}
		spacing := t.spacing
		if cells[0].flags&squeezed != 0 {
			spacing -= t.size / 2
		}
		run := Run{Size: t.size, Spacing: spacing, X: x + cells[0].shift, Width: width, Text: t.s[cells[0].at:end]}
		if cells[0].font == missing {
			run.Font, run.Missing = s.fonts.box, true
		} else {
			run.Font = s.fonts.all[cells[0].font]
		}
		s.runs = append(s.runs, run)
		x += width
		cells = cells[n:]
		sp.from += n
	}
}

// sameRun returns how many cells make one run, and their width.
func sameRun(cells []cell) (int, gongwen.Length) {
	width := cells[0].width
	if cells[0].flags&placed != 0 {
		return 1, width
	}
	n, same := 1, cells[0].flags&squeezed
	for n < len(cells) && cells[n].font == cells[0].font && cells[n].flags&(placed|hidden|squeezed) == same {
		width += cells[n].width
		n++
	}
	return n, width
}

// width returns the width of a text in one line.
func (t *text) width() gongwen.Length {
	const most = 1 << 30
	w := gongwen.Length(0)
	for i := range t.cells {
		w = min(w+t.cells[i].width, most)
	}
	return w
}

// whole returns the text as one line.
func (t *text) whole() span { return span{0, len(t.cells), t.width()} }

// addText adds the rows of a text in a column of the type area, which begins at left and is room wide. The first line
// is indented.
func (s *setter) addText(t *text, left, room, indent gongwen.Length, align gongwen.Align) {
	for i, sp := range s.spans(t.cells, room, indent) {
		x := left
		if i == 0 {
			x += indent
		}
		switch align {
		case gongwen.Centered:
			x = left + (room-sp.width)/2
		case gongwen.RightAligned:
			x = left + room - sp.width
		}
		s.newRow(s.profile.LinePitch)
		s.addLine(t, sp, x, baseline(s.profile.LinePitch))
	}
}

// addWhole adds one row with the text in one line, at x if it fits there, else broken into several, centred.
func (s *setter) addWhole(t *text, x gongwen.Length) {
	if x < 0 || x+t.width() > s.profile.TextWidth {
		s.addText(t, 0, s.profile.TextWidth, 0, gongwen.Centered)
		return
	}
	s.newRow(s.profile.LinePitch)
	s.addLine(t, t.whole(), x, baseline(s.profile.LinePitch))
}
