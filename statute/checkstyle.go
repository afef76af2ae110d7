package statute

import (
	"strings"
	"unicode/utf8"
)

// styles counts two ways of writing the same within a text, and keeps the first of each.
type styles struct {
	brackets, numerals [2]habit
}

// A habit is one way of writing, where it stands first and how often it does.
type habit struct {
	first *Node
	count int
}

func (h *habit) add(n *Node) {
	if h.count++; h.first == nil {
		h.first = n
	}
}

// width counts the label of an item: (一) or （一）.
func (s *styles) width(n *Node, wide bool) {
	at := 0
	if wide {
		at = 1
	}
	s.brackets[at].add(n)
}

// unit counts a period or an amount if its unit is the character at i: 三十日内, 30日内, 五个工作日内, 五百元, 500元.
func (s *styles) unit(n *Node, text string, i int) {
	if i > 0 && (strings.HasPrefix(text[i:], "元") || strings.HasPrefix(text[i:], "日内")) {
		s.quantity(n, text[:i])
	}
}

// quantity counts the number at the end of a text, if there is one.
func (s *styles) quantity(n *Node, before string) {
	before = strings.TrimSuffix(before, "个工作")
	before = strings.TrimRight(before, "万亿")
	r, size := utf8.DecodeLastRuneInString(before)
	at := 0
	switch {
	case r >= '0' && r <= '9':
		at = 1
	case digitOf(r) <= 0:
		return
	case digitOf(r) > 10 && size < len(before): // 3千: a digit before 百 or 千
		if b := before[len(before)-size-1]; b >= '0' && b <= '9' {
			at = 1
		}
	}
	if isDay(before) {
		return
	}
	s.numerals[at].add(n)
}

// isDay reports whether the number at the end is the day of a date: 3月1.
func isDay(s string) bool {
	s = strings.TrimRight(s, "0123456789")
	return strings.HasSuffix(s, "月")
}

// style reports where a text writes the same in two ways.
func (c *checker) style() {
	if b := c.styles.brackets; b[0].count > 0 && b[1].count > 0 {
		c.report(faultWidths, rarer(b), "序号的括号有全角 %d 处、半角 %d 处", b[1].count, b[0].count)
	}
	if d := c.styles.numerals; d[0].count > 0 && d[1].count > 0 {
		c.report(faultDigits, rarer(d), "期限和金额用汉字数字 %d 处、阿拉伯数字 %d 处，前后不一", d[0].count, d[1].count)
	}
}

// rarer returns the first node of the habit that is the rarer of two, of the second if they are equal.
func rarer(h [2]habit) *Node {
	if h[1].count <= h[0].count {
		return h[1].first
	}
	return h[0].first
}
