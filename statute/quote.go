package statute

import "strings"

// A quotation is the state of a text that is quoted whole, over several lines: each of them begins with “ as a rule, and the
// last ends with ”.
type quotation struct {
	node   *Node // nil: none is open
	depth  int   // marks that are open
	outer  outside
	budget int // how many bytes may still be looked at ahead
}

// outside is what a parser knows of the text around a quotation.
type outside struct {
	scope, last *Node
	counted     Num
}

func (q *quotation) inside() bool { return q.node != nil }

// around returns the open quotation, or the whole: what an annex belongs to.
func (q *quotation) around(whole *Node) *Node {
	if q.inside() {
		return q.node
	}
	return whole
}

// depthAfter returns how many marks are open after a line.
func depthAfter(depth int, raw string, first bool) int {
	opened := strings.Count(raw, "“")
	if !first && depth > 0 && strings.HasPrefix(raw, "“") {
		opened-- // it only says that the quotation goes on
	}
	return depth + opened - strings.Count(raw, "”")
}

// opens reports whether a line that begins with “ begins a quotation: it follows a colon, or it goes on over several lines and
// closes.
func (p *parser) opens(l *line) bool {
	depth := depthAfter(0, l.raw, true)
	if depth > 0 {
		return p.closesAhead(depth)
	}
	return p.began && endsWithColon(p.last) && closesAtEnd(l.raw)
}

// closesAtEnd reports whether the mark with which a line begins closes with its last sign, but for a full stop.
func closesAtEnd(raw string) bool {
	depth := 0
	for i, r := range raw {
		switch r {
		case '“':
			depth++
		case '”':
			if depth--; depth == 0 {
				rest := raw[i+len("”"):]
				return rest == "" || rest == "。" || rest == "；"
			}
		}
	}
	return false
}

func endsWithColon(n *Node) bool {
	return n.Kind != Quote && (strings.HasSuffix(n.Text, "：") || strings.HasSuffix(n.Text, ":"))
}

// farthest is how far a quotation may reach, in bytes.
const farthest = 64 << 10

// closesAhead reports whether the marks that are open close in what follows. All looks together cover no more than a few
// times the text.
func (p *parser) closesAhead(depth int) bool {
	rest := p.src[min(p.at, len(p.src)):]
	rest = rest[:min(len(rest), farthest, p.quote.budget)]
	looked := 0
	for depth > 0 && looked < len(rest) {
		end := strings.IndexByte(rest[looked:], '\n')
		if end < 0 {
			end = len(rest) - looked
		}
		depth = depthAfter(depth, trimBlanksLeft(rest[looked:looked+end]), false)
		looked += end + 1
	}
	p.quote.budget -= min(looked, len(rest))
	return depth <= 0
}

// begin opens a quotation with a line that belongs to it.
func (q *quotation) begin(p *parser, l *line) {
	q.open(p, 0)
	p.placeQuoted(l)
}

// unclosed opens a quotation behind a line that has been placed and ends within one: 修改为：“第三条 ….
func (q *quotation) unclosed(p *parser, l *line) {
	if !p.began || !strings.Contains(l.raw, "“") {
		return
	}
	depth := depthAfter(0, l.raw, true)
	if depth <= 0 || !p.closesAhead(depth) {
		return
	}
	if first, ok := cutQuoted(p.last); ok {
		first.node.Line = l.node.Line
		q.begin(p, &first)
		return
	}
	q.open(p, depth)
}

// cutQuoted takes off a node what begins with the mark that stays open in it, if that is an article, a chapter or an item behind
// a colon: “第三条 ….
func cutQuoted(n *Node) (line, bool) {
	at := openMark(n.Text)
	if at < 0 {
		return line{}, false
	}
	before, first := n.Text[:at], classify("", n.Text[at:])
	if first.node.Label == "" || !strings.HasSuffix(before, "：") && !strings.HasSuffix(before, ":") {
		return line{}, false
	}
	n.Text = before
	return first, true
}

// openMark returns where the outermost quotation mark stands that does not close in a line, -1 if there is none.
func openMark(s string) int {
	at, depth := -1, 0
	for i, r := range s {
		switch r {
		case '“':
			if depth++; depth == 1 {
				at = i
			}
		case '”':
			depth--
		}
	}
	if depth < 1 {
		return -1
	}
	return at
}

func (q *quotation) open(p *parser, depth int) {
	q.outer = outside{p.scope, p.last, p.counted}
	q.node, q.depth = p.make(Node{Kind: Quote}), depth
	p.last.Append(q.node)
	p.scope, p.last, p.counted = q.node, q.node, Num{}
}

// placeQuoted places a line within the open quotation, and closes it where the line does.
func (p *parser) placeQuoted(l *line) {
	q := &p.quote
	depth := depthAfter(q.depth, l.raw, q.node.first == nil && q.depth == 0)
	p.body(l)
	q.depth = depth
	if depth <= 0 {
		p.scope, p.last, p.counted = q.outer.scope, q.outer.last, q.outer.counted
		q.node, q.depth = nil, 0
	}
}
