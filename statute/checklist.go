package statute

import (
	"strings"
	"unicode/utf8"
)

// list checks how the items of a list end, of which n is the first. Lists outside of articles are headings as often as not.
func (c *checker) list(n *Node) {
	if n.Up(Article) == nil {
		return
	}
	if lead := n.parent; n.prev == nil && lead.Kind == Paragraph && lead.Text != "" && !endsWithColon(lead) {
		c.report(faultListColon, n, "列举之前没有冒号")
	}
	semicolons, stops, last := 0, 0, n // the last item is not counted
	for ; last.next != nil && last.next.Kind == Item; last = last.next {
		switch r := ending(last); {
		case r == '；':
			semicolons++
		case r == '。' && last.last == nil:
			stops++
		}
	}
	switch {
	case last == n:
	case semicolons+stops == 0 && ending(last) != '。':
		c.report(faultListStyle, n, "列举的各项末尾没有分号或者句号")
	case stops > semicolons:
		c.endings(n, last, '。')
	default:
		c.endings(n, last, '；')
	}
}

// endings reports the items that do not end with the mark of their list. The last ends with a full stop, unless the sentence
// goes on behind the list.
func (c *checker) endings(n, last *Node, mark rune) {
	for at := n; ; at = at.next {
		want := mark
		if at == last {
			want = '。'
			if last.next != nil && last.next.Kind == Tail {
				return
			}
		}
		if got := ending(at); got != want && !fits(at, got) {
			c.report(faultListMark, at, "%s的末尾应为“%c”", written(Item, at.Num), want)
		}
		if at == last {
			return
		}
	}
}

// fits reports whether an item may end otherwise: points or a table stand in it, or nothing of its own.
func fits(n *Node, got rune) bool {
	return got == 0 || n.last != nil && (n.last.Kind != Continued && n.last.Kind != Point || n.last.Kind == Point && got == '。')
}

// ending returns the last sign of an item and what belongs to it, a semicolon or full stop also where a bracket or quotation
// mark closes behind it; 0 if there is none.
func ending(n *Node) rune {
	for n.last != nil {
		n = n.last
	}
	s := strings.TrimRight(n.Text, "”）)’」")
	r, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case s == "":
		return 0
	case r == ';':
		return '；'
	case r == '！' || r == '？':
		return '。'
	}
	return r
}
