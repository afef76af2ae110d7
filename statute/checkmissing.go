package statute

import (
	"strings"
	"unicode/utf8"
)

// missing reports the numbers between was and that of n: as headings within other lines where they stand there, as a gap
// otherwise.
func (c *checker) missing(r *run, n *Node, was Num, goesOn bool) {
	if n.Num.N == was.N {
		c.report(faultGap, n, "%s之前缺%s", written(n.Kind, n.Num), written(n.Kind, Num{was.N, was.Sub + 1}))
		return
	}
	s := seeker{c: c, n: n, want: was.N + 1, last: n.Num.N - 1, begins: was.N == 0}
	if n.Num.Sub > 0 {
		s.last++
	}
	from := n.parent
	switch {
	case goesOn:
		from = r.node
	case n.Kind == Item:
		from = n.holder()
	case n.Kind != Section:
		from = c.scope
	}
	s.readAll(from, n)
	s.gap(s.last)
}

// swallowed reports headings within the last article that would follow it.
func (c *checker) swallowed(n *Node, num Num) {
	s := seeker{c: c, n: n, want: num.N + 1, last: num.N + 1, open: true}
	s.readAll(n, n.past(c.text.Root))
}

// A seeker looks for headings that were not taken for such.
type seeker struct {
	c          *checker
	n          *Node // before which they are missing
	want, last int
	begins     bool // nothing of its kind stands before n
	open       bool // more than the last may follow
}

// readAll looks at the lines from one to before another that are not quoted.
func (s *seeker) readAll(from, to *Node) {
	root := s.c.text.Root
	for at := from; at != nil && at != to; {
		if at.Kind == Quote {
			at = at.past(root)
			continue
		}
		s.read(at)
		at = at.after(root)
	}
}

// read looks at the beginning of each sentence of a line.
func (s *seeker) read(at *Node) {
	text, fresh, place := at.Text, true, 0
	for i, r := range text {
		place++
		if fresh && blank(text[i:]) == 0 {
			fresh = false
			if number := s.headingAt(text[i:]); number >= s.want && number <= s.last {
				s.gap(number - 1)
				s.found(at, i, place, number)
				s.want = number + 1
				if s.open {
					s.last++
				}
			}
		}
		if r == '。' || r == '；' || r == '：' {
			fresh = true
		}
	}
}

// found reports a heading within a line, or at its beginning where the parser could not read it.
func (s *seeker) found(at *Node, i, place, number int) {
	if strings.HasPrefix(at.Text, "附件：") { // 附件：1.… begins its list in its line (GB/T 9704)
		return
	}
	label := written(s.n.Kind, Num{N: number})
	if i == 0 {
		s.c.report(faultHeading, at, "此行像是%s，但是写法不合", label)
		return
	}
	s.c.report(faultGlued, at, "%s接在本行之内（正文第%d字起），没有另起一行", label, place)
}

// gap reports the numbers from the wanted one to the given one as missing.
func (s *seeker) gap(to int) {
	if s.want > to {
		return
	}
	k := s.n.Kind
	span := written(k, Num{N: s.want})
	if to > s.want {
		span += "至" + written(k, Num{N: to})
	}
	s.want = to + 1
	if s.begins && (k == Article || k == Part) {
		if !s.c.continues() {
			s.c.report(faultStart, s.n, "正文从%s开始，缺%s", written(k, s.n.Num), span)
		}
		return
	}
	s.c.report(faultGap, s.n, "%s之前缺%s", written(k, s.n.Num), span)
}

// continues reports whether the numbers of the text go on from another text: a part of a code, an amendment.
func (c *checker) continues() bool {
	for n := c.text.Root.first; n != nil && n.Kind == Title; n = n.next {
		if strings.HasSuffix(n.Text, "编") || strings.Contains(n.Text, "修正案") {
			return true
		}
	}
	return false
}

// headingAt returns the number of a heading with which s begins, 0 if it begins with none of the kind.
func (s *seeker) headingAt(text string) int {
	head := text[:min(len(text), maxHead)]
	for cut := 0; cut < utf8.UTFMax-1 && len(head) < len(text) && !utf8.RuneStart(text[len(head)]); cut++ {
		head = head[:len(head)-1]
	}
	if l := classify("", head); l.node.Kind == s.n.Kind && l.node.Num.Sub == 0 {
		return l.node.Num.N
	}
	switch s.n.Kind {
	case Article:
		return oddHeading(head)
	case Point:
		return oddPoint(head)
	}
	return 0
}

// oddPoint reads the number of a point in other forms: １．, ⒈, ①.
func oddPoint(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r >= '⒈' && r <= '⒛':
		return int(r-'⒈') + 1
	case r >= '①' && r <= '⑳':
		return int(r-'①') + 1
	}
	n, size := arabicAt(s)
	if rest := s[size:]; strings.HasPrefix(rest, "．") || strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "、") {
		return n
	}
	return 0
}

// oddHeading reads the number of an article in forms that the parser does not take for a heading: 第10条, 第七十五 条, and 笫
// for 第.
func oddHeading(s string) int {
	rest, ok := strings.CutPrefix(s, "第")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "笫"); !ok {
			return 0
		}
	}
	rest = trimBlanksLeft(rest)
	n, size := numeralAt(rest)
	if size == 0 {
		n, size = arabicAt(rest)
	}
	rest, ok = strings.CutPrefix(trimBlanksLeft(rest[size:]), "条")
	if size == 0 || !ok || isCited(rest) {
		return 0
	}
	return n
}

// arabicAt reads up to four digits of either width.
func arabicAt(s string) (n, size int) {
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		case r >= '０' && r <= '９':
			n = n*10 + int(r-'０')
		default:
			return n, i
		}
		if n > 9999 {
			return 0, 0
		}
	}
	return n, len(s)
}
