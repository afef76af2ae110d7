package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A tagger builds the structure of a document while its lines go by.
type tagger struct {
	tree
	layout *layout.Pages

	place layout.Place // of the text that the last line belonged to
	text  int          // its element; root: none
	rest  string       // of a heading: what has not come by yet
	body  bool         // a heading has come to its end; what follows it in its place is a paragraph

	levels []int // of the headings above the next one; a title has 0
	entry  int   // index in the outline of the next heading

	block   layout.Place // of the table, list or table of contents that is open
	group   int          // its element; root: none
	row     int          // of the table, list or table of contents
	rowKid  int          // its element
	cells   []cell       // of the row of the table
	columns int          // of the table
	figure  layout.Place // block of the last figure

	segments []segment
}

// A cell is an element of a table, and how many characters of its text have come by.
type cell struct{ element, end int }

// A segment is so many characters of a line that belong to one element; root: to none, they are an artifact.
type segment struct {
	element, runes int
	link           int // 1 + index of the link
}

func (t *tagger) begin(pages *layout.Pages) {
	t.tree.reset()
	t.layout, t.text, t.group, t.entry, t.levels = pages, root, root, 0, t.levels[:0]
	t.figure = layout.Place{Block: -1}
}

// line returns the segments of a line of the current page.
func (t *tagger) line(i int) []segment {
	page := len(t.pages) - 1
	l := &t.layout.Pages[page].Lines[i]
	k := kindOf(l.Role)
	t.segments = t.segments[:0]
	switch {
	case k == artifact:
		return t.all(l, root)
	case k == kindTH || k == kindTD:
		return t.all(l, t.cell(page, i, k))
	}
	place := l.Place
	if k == kindReference {
		place.Col = 0 // heading and page number are one text
	}
	if t.text == root || place != t.place {
		t.place, t.body, t.rest = place, false, ""
		t.text = t.begun(page, l, k)
	}
	if t.rest == "" || t.body {
		return t.all(l, t.text)
	}
	return t.heading(l)
}

// all makes one segment of a line.
func (t *tagger) all(l *layout.Line, element int) []segment {
	t.segments = append(t.segments, segment{element: element, runes: length(l)})
	return t.segments
}

// length returns how many characters a line shows.
func length(l *layout.Line) int {
	n := 0
	for i := range l.Runs {
		n += utf8.RuneCountInString(l.Runs[i].Text)
	}
	return n
}

// begun adds the element of a text that begins with a line.
func (t *tagger) begun(page int, l *layout.Line, k kind) int {
	switch k {
	case kindH1, kindH2, kindH3, kindH4, kindH5:
		if k != kindH1 {
			t.rest = t.outlined(page, l)
		}
		return t.add(root, t.depth(int(k-kindH1)))
	case kindLBody:
		return t.add(t.item(l, kindL, kindLI), kindLBody)
	case kindReference:
		if l.Place.Row < 0 {
			return t.add(root, kindP)
		}
		return t.add(t.add(t.item(l, kindTOC, kindTOCI), kindReference), kindLink)
	case kindCaption:
		if blockOf(l.Place) == t.figure {
			return t.add(root, kindCaption)
		}
		return t.add(t.within(l.Place, kindTable), kindCaption)
	}
	return t.add(root, k)
}

// depth returns the kind of a heading of a level, so that no level is skipped.
func (t *tagger) depth(level int) kind {
	for n := len(t.levels); n > 0 && t.levels[n-1] >= level; n-- {
		t.levels = t.levels[:n-1]
	}
	t.levels = append(t.levels, level)
	return kindH1 + kind(len(t.levels)-1)
}

// outlined returns the text of the heading that a line begins, as the outline has it; "" if it is not there.
func (t *tagger) outlined(page int, l *layout.Line) string {
	outline, pitch := t.layout.Outline, t.layout.Profile.LinePitch
	for t.entry < len(outline) {
		e := &outline[t.entry]
		if e.Page > page || e.Page == page && e.Y > l.Y {
			return ""
		}
		t.entry++
		if e.Page == page && e.Y >= l.Y-pitch {
			return e.Text
		}
	}
	return ""
}

// heading returns the segments of a line that has a part of a heading and may have the text after it.
func (t *tagger) heading(l *layout.Line) []segment {
	n, all := t.taken(l), length(l)
	if n == all {
		return t.all(l, t.text)
	}
	if n > 0 {
		t.segments = append(t.segments, segment{element: t.text, runes: n})
	}
	t.text, t.body = t.add(root, kindP), true
	t.segments = append(t.segments, segment{element: t.text, runes: all - n})
	return t.segments
}

// afterHeading are marks at the end of a heading that the outline leaves out.
const afterHeading = "。：:"

// taken returns how many characters at the start of a line belong to the heading.
func (t *tagger) taken(l *layout.Line) int {
	n := 0
	for i := range l.Runs {
		for _, r := range l.Runs[i].Text {
			if !t.take(r) {
				return n
			}
			n++
		}
	}
	return n
}

// ended stands for the rest of a heading of which nothing but a mark may come.
const ended = "\x00"

// take reports whether a character is the next one of the heading. Blanks and invisible characters may be left out.
func (t *tagger) take(r rune) bool {
	for t.rest != ended {
		next, size := utf8.DecodeRuneInString(t.rest)
		if next != r && !unicode.IsSpace(next) && unicode.IsGraphic(next) {
			return false
		}
		if t.rest = t.rest[size:]; t.rest == "" {
			t.rest = ended
		}
		if next == r {
			return true
		}
	}
	return strings.ContainsRune(afterHeading, r)
}

// block returns the place of the block that a place is in.
func blockOf(p layout.Place) layout.Place {
	p.Row, p.Col = 0, 0
	return p
}

// within returns the element of a block that holds others, and adds it if it is not the one that is open.
func (t *tagger) within(p layout.Place, k kind) int {
	if b := blockOf(p); t.group == root || b != t.block {
		t.block, t.group, t.row, t.rowKid, t.columns = b, t.add(root, k), -1, root, 0
	}
	return t.group
}

// item returns the element of an item of a list or a table of contents.
func (t *tagger) item(l *layout.Line, group, item kind) int {
	parent := t.within(l.Place, group)
	if t.rowKid == root || l.Place.Row != t.row {
		t.row, t.rowKid = l.Place.Row, t.add(parent, item)
	}
	return t.rowKid
}

// mostColumns is how many columns of a table are told apart.
const mostColumns = 1000

// cell returns the element of the cell of a table to which a line belongs, root if it repeats the header.
func (t *tagger) cell(page, i int, k kind) int {
	l := &t.layout.Pages[page].Lines[i]
	table := t.within(l.Place, kindTable)
	t.text = root
	if t.columns == 0 {
		t.columns = t.width(page, i)
	}
	if k == kindTH && t.rowKid != root && t.row != l.Place.Row {
		return root
	}
	if t.rowKid == root || t.row != l.Place.Row {
		t.row, t.rowKid, t.cells = l.Place.Row, t.add(table, kindTR), t.cells[:0]
		for range t.columns {
			t.cells = append(t.cells, cell{element: t.add(t.rowKid, k)})
		}
	}
	c := &t.cells[min(max(l.Place.Col, 0), t.columns-1)]
	if l.Start < c.end {
		return root
	}
	c.end = l.End
	return c.element
}

// width returns how many columns the table has that begins with a line.
func (t *tagger) width(page, i int) int {
	columns := 1
	b := blockOf(t.layout.Pages[page].Lines[i].Place)
	for ; page < len(t.layout.Pages); page, i = page+1, 0 {
		lines := t.layout.Pages[page].Lines
		for ; i < len(lines); i++ {
			switch k := kindOf(lines[i].Role); {
			case k == artifact:
			case k != kindTH && k != kindTD || blockOf(lines[i].Place) != b:
				return columns
			default:
				columns = max(columns, min(lines[i].Place.Col+1, mostColumns))
			}
		}
	}
	return columns
}
