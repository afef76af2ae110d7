package layout

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// setTitle adds a title (标题, 7.3.1) and the blank line below it. lines are the lines broken by hand, if any; n counts
// attachments, 0 is the document.
func (s *setter) setTitle(title string, lines []string, n int) {
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i] = string([]rune(lines[i])) // bytes that are no text must not become one where two lines meet
	}
	if len(lines) > 0 {
		title = strings.Join(lines, "")
	}
	if title == "" {
		return
	}
	t := s.load(RoleTitle, Place{Part: PartTitle, Attachment: n}, s.profile.TitleSize, piece{title, gongwen.XiaoBiaoSong})
	spans := s.titleSpans(t)
	if len(lines) > 1 {
		spans = s.handSpans(t, lines)
	}
	pitch := s.profile.LinePitch
	rows := max(1, (s.profile.TitleSize*11/10+pitch-1)/pitch) // lines of the grid that a line of the title takes
	for _, sp := range spans {
		s.newRow(rows * pitch).keep = true
		s.addLine(t, sp, (s.profile.TextWidth-sp.width)/2, baseline(rows*pitch))
	}
	s.blank(1)
	s.rows[len(s.rows)-1].keep = true
}

// handSpans returns the lines that were broken by hand; one that is too wide is broken again.
func (s *setter) handSpans(t *text, lines []string) []span {
	var out []span
	from := 0
	for _, line := range lines {
		to := from + len([]rune(line))
		for _, sp := range s.spans(t.cells[from:to], s.profile.TextWidth, 0) {
			out = append(out, span{from + sp.from, from + sp.to, sp.width})
		}
		from = to
	}
	return out
}

// titleSpans breaks a title at word boundaries so that its lines make a trapezoid or a diamond (回行时词意完整、排列对称、长短
// 适宜、间距恰当, 7.3.1). A title for which that is not possible is broken like running text.
func (s *setter) titleSpans(t *text) []span {
	const most = 100 // characters; a longer title is none
	room := s.profile.TextWidth
	if t.width() <= room || len(t.cells) > most {
		return s.spans(t.cells, room, 0)
	}
	b := titleBreaker{room: room, size: t.size, about: indexOf(t.cells, "关于"), costs: gapCosts(t.cells), ends: make([]gongwen.Length, len(t.cells)+1)}
	for i := range t.cells {
		b.ends[i+1] = b.ends[i] + t.cells[i].width
	}
	least := int((t.width() + room - 1) / room)
	for n := least; n <= least+1; n++ {
		b.lines = n
		b.try(0, 0, extraLine*(n-least))
	}
	if b.best == nil {
		return s.spans(t.cells, room, 0)
	}
	for i := range b.best {
		b.best[i].width -= t.blankAtEnd(b.best[i])
	}
	return b.best
}

// blankAtEnd returns the width of the blanks at the end of a line, which are not drawn.
func (t *text) blankAtEnd(sp span) gongwen.Length {
	width := gongwen.Length(0)
	for i := sp.to; i > sp.from && t.cells[i-1].flags&space != 0; i-- {
		width += t.cells[i-1].width
	}
	return width
}

// A titleBreaker tries all ways to break a title into a number of lines and keeps the cheapest.
type titleBreaker struct {
	room, size gongwen.Length
	about      int              // where 关于 begins, -1 if it does not
	costs      []int            // of ending a line before a cell
	ends       []gongwen.Length // widths of the first cells
	lines      int
	now        []span
	best       []span
	bestCost   int
}

// Costs of a title, on one scale with those of gaps.
const (
	extraLine  = 30
	keptAbout  = 25 // 关于 does not begin a line, although something stands before it
	impossible = 1 << 20
	lopsided   = 20
	stub       = 15
)

// try breaks what begins at from into the lines that are left.
func (b *titleBreaker) try(from, line, cost int) {
	if b.best != nil && cost >= b.bestCost {
		return
	}
	n := len(b.ends) - 1
	if left := b.ends[n] - b.ends[from]; int64(left) > int64(b.room)*int64(b.lines-line) || n-from < b.lines-line {
		return // what is left has no room in the lines that are left, or too few characters for them
	}
	if line == b.lines-1 {
		b.now = append(b.now, span{from, n, b.ends[n] - b.ends[from]})
		if cost += b.shape(); cost < impossible && (b.best == nil || cost < b.bestCost) {
			b.best, b.bestCost = slices.Clone(b.now), cost
		}
		b.now = b.now[:len(b.now)-1]
		return
	}
	for to := from + 1; to < n && b.ends[to]-b.ends[from] <= b.room; to++ {
		if b.costs[to] >= impossible {
			continue
		}
		b.now = append(b.now, span{from, to, b.ends[to] - b.ends[from]})
		b.try(to, line+1, cost+b.costs[to])
		b.now = b.now[:len(b.now)-1]
	}
}

// shape returns what the lengths of the lines cost: nothing for a good trapezoid (梯形) or diamond (菱形), everything for an
// hour-glass (沙漏形) or a block of three lines.
func (b *titleBreaker) shape() int {
	least, most := b.now[0].width, b.now[0].width
	fell, kept := false, b.about > 0
	for i, sp := range b.now {
		least, most = min(least, sp.width), max(most, sp.width)
		if sp.from == b.about {
			kept = false
		}
		if i == 0 {
			continue
		}
		before := b.now[i-1].width
		if sp.width > before && fell {
			return impossible
		}
		fell = fell || sp.width < before
	}
	if len(b.now) > 2 && most-least < b.size {
		return impossible
	}
	cost := int(10 * int64(most-least) / int64(most))
	if kept {
		cost += keptAbout
	}
	if 3*least < most {
		cost += lopsided
	}
	if least < 4*b.size {
		cost += stub
	}
	return cost
}

// Costs of ending a line at a gap.
const (
	beforeAbout  = 0 // before 关于
	afterClose   = 2
	beforeOpen   = 3
	betweenWords = 5
	afterDe      = 6
	afterAnd     = 12
	besideWord   = 15
	elsewhere    = 40
	insideName   = 50 // of the organ, before 关于
	insideQuote  = 60 // between 《 and 》
	insideWord   = 100
)

// gapCosts returns what it costs to end a line before each cell of a title.
func gapCosts(cells []cell) []int {
	costs := make([]int, len(cells))
	starts, inside := segment(cells)
	about := indexOf(cells, "关于")
	depth := 0
	for i := 1; i < len(cells); i++ {
		before, after := cells[i-1].r, cells[i].r
		switch before {
		case '《', '“', '（', '〔':
			depth++
		case '》', '”', '）', '〕':
			depth = max(depth-1, 0)
		}
		costs[i] = gapCost(before, after, starts[i-1], starts[i], inside[i])
		switch {
		case i == about || before == '　': // names of organs stand apart by a wide blank
			costs[i] = beforeAbout
		case about >= 0 && i == about+2: // 关于 belongs to what follows
			costs[i] += insideWord
		case i < about:
			costs[i] += insideName
		}
		if depth > 0 {
			costs[i] += insideQuote
		}
		if cells[i].flags&(tight|hard) != 0 || strings.ContainsRune("的和与及暨等", after) {
			costs[i] = impossible
		}
	}
	return costs
}

// gapCost judges a gap by the characters and words on both sides.
func gapCost(before, after rune, knownBefore, knownAfter, inside bool) int {
	switch {
	case inside:
		return insideWord
	case classOf(after)&noEnd != 0:
		return beforeOpen
	case before == '、' || before == ' ' || before == '》' || before == '）' || before == '”':
		return afterClose
	case before == '的':
		return afterDe
	case strings.ContainsRune("和与及暨", before):
		return afterAnd
	case knownBefore && knownAfter:
		return betweenWords
	case knownBefore || knownAfter:
		return besideWord
	}
	return elsewhere
}

// segment finds the words of a title, the longest first. known says which cells belong to a known word or number, inside
// which gaps, before a cell, lie inside one.
func segment(cells []cell) (known, inside []bool) {
	known, inside = make([]bool, len(cells)), make([]bool, len(cells))
	for i := 0; i < len(cells); {
		n := wordAt(cells[i:])
		for j := i; j < i+n; j++ {
			known[j], inside[j] = true, j > i
		}
		i += max(n, 1)
	}
	return known, inside
}

// wordAt returns the length of the longest known word or number with which cells begin, 0 if there is none.
func wordAt(cells []cell) int {
	n := 1
	for n < len(cells) && cells[n].flags&tight != 0 {
		n++
	}
	if n > 1 {
		return n
	}
	for n := min(longestWord, len(cells)); n > 1; n-- {
		if words[runesOf(cells[:n])] {
			return n
		}
	}
	return 0
}

func runesOf(cells []cell) string {
	var b [longestWord]rune
	for i := range cells {
		b[i] = cells[i].r
	}
	return string(b[:len(cells)])
}

// indexOf returns where a word begins, or -1.
func indexOf(cells []cell, word string) int {
	w := []rune(word)
	for i := range cells {
		if begins(cells[i:], w) {
			return i
		}
	}
	return -1
}
