package statute

import "unicode/utf8"

// A mark is an opening bracket, quotation mark or 书名号 that has not closed.
type mark struct {
	kind rune // the opening sign; （ for either width
	wide bool
	at   int // the byte
	node *Node
}

// marks checks that what opens in a line closes there; the lines of title, notes and preamble may go on in the next. Quotation
// marks that the parser found to go over several lines are left out.
func (c *checker) marks(n *Node) {
	if n.prev == nil || !n.prev.runsOn() {
		c.open = c.open[:0]
	}
	if !c.pairs(n, n.marked()) {
		c.open = c.open[:0]
	}
	if len(c.open) > 0 && !n.runsOn() {
		c.unpaired(c.open[len(c.open)-1], "左边的")
	}
}

// marked returns the text of a line in which marks are looked for; a node has a head or a text.
func (n *Node) marked() string {
	if n.Head != "" {
		return n.Head
	}
	return n.Text
}

// runsOn reports whether a line of the front may go on in the one behind it.
func (n *Node) runsOn() bool {
	return n.isFront() && n.next != nil && n.next.isFront() && !hasEnded(n.Text)
}

func (n *Node) isFront() bool { return n.Kind == Title || n.Kind == Note || n.Kind == Line }

// pairs takes the marks of a line, and reports the first that has no partner and false. On its way it counts the numbers, so
// that the text is read once.
func (c *checker) pairs(n *Node, s string) bool {
	over := c.inQuote || n.first != nil && n.first.Kind == Quote
	for i := skip(s, 0); i < len(s); i = skip(s, i+1) {
		if s[i] >= 0xe4 && s[i] <= 0xe9 {
			if !c.inQuote {
				c.styles.unit(n, s, i)
			}
			continue
		}
		kind, wide, closes := markAt(s, i)
		m := mark{kind, wide, i, n}
		switch {
		case kind == 0 || over && (kind == '“' || kind == '‘'):
		case !closes && len(c.open) == deepest:
			c.report(faultUnpaired, n, "本行的括号套用超过%d层，其后没有检查", deepest)
			return false
		case !closes:
			c.open = append(c.open, m)
		case !c.shuts(m) && kind != '‘' && !isEnumerator(s[:i], m):
			c.unmatched(m)
			return false
		}
	}
	return true
}

// deepest is how many marks may be open.
const deepest = 1000

// skip returns where the next sign stands that may be a mark or a unit, from i on. Most characters are told by their second
// byte alone.
func skip(s string, i int) int {
	const seconds uint64 = 1<<0x00 | 1<<0x3c | 1<<0x05 | 1<<0x17 // of marks, of （, 元 and 日; without the highest bit
	for i < len(s) {
		switch b := s[i]; {
		case b >= 0xe0 && i+2 < len(s):
			if seconds>>(s[i+1]&0x3f)&1 != 0 && isSign(b, s[i+1], s[i+2]) {
				return i
			}
			i += 3
		case b == '(' || b == ')':
			return i
		default:
			i++
		}
	}
	return len(s)
}

// isSign reports whether three bytes are one of the signs that skip looks for, or a punctuation mark near to them.
func isSign(first, second, third byte) bool {
	switch second {
	case 0x80: // not 、 and 。
		return (first == 0xe2 || first == 0xe3) && third >= 0x88
	case 0xbc:
		return first == 0xef && third&^1 == 0x88
	case 0x85: // 元
		return first == 0xe5 && third == 0x83
	}
	return first == 0xe6 && third == 0xa5 // 日
}

// shuts closes what was opened last, and reports whether the mark is the other half of it.
func (c *checker) shuts(m mark) bool {
	last := len(c.open) - 1
	if last < 0 || c.open[last].kind != m.kind {
		return false
	}
	if c.open[last].wide != m.wide {
		c.report(faultPairWidth, m.node, "本行正文第%d字的右括号与左括号不是同一种（全角、半角）", m.place())
	}
	c.open = c.open[:last]
	return true
}

// unmatched reports what is wrong at a closing mark: what was opened last if it closes something before that, else itself.
func (c *checker) unmatched(m mark) {
	for _, open := range c.open {
		if open.kind == m.kind {
			c.unpaired(c.open[len(c.open)-1], "左边的")
			return
		}
	}
	c.unpaired(m, "右边的")
}

func (c *checker) unpaired(m mark, side string) {
	r, _ := utf8.DecodeRuneInString(m.node.marked()[m.at:])
	c.report(faultUnpaired, m.node, "本行正文第%d字：%s“%c”没有配对", m.place(), side, r)
}

// place returns the how manyth character of its line it is.
func (m mark) place() int { return utf8.RuneCountInString(m.node.marked()[:m.at]) + 1 }

// isEnumerator reports whether a closing bracket belongs to a number without an opening one: 1) or a), and ①） or １） at the
// beginning.
func isEnumerator(before string, m mark) bool {
	if m.kind != '（' || before == "" {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(before)
	if size > 1 {
		return size == len(before) && digitOf(r) < 0
	}
	return (!m.wide || len(before) <= 4) && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
}

// markAt returns the kind of the mark at i, 0 if there is none. The halves of a pair differ in the lowest bit.
func markAt(s string, i int) (kind rune, wide, closes bool) {
	if s[i] < 0x80 {
		return '（', false, s[i] == ')'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	switch kind = r &^ 1; {
	case kind >= '〈' && kind <= '【', kind == '〔', kind == '‘', kind == '“', kind == '（':
		return kind, true, r != kind
	}
	return 0, false, false
}
