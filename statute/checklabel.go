package statute

import (
	"errors"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// label checks the form of a label: its numeral, and the brackets of an item.
func (c *checker) label(n *Node) {
	switch s := n.Label; {
	case n.Kind.isDivision():
		c.numeral(n, strings.TrimSuffix(strings.TrimPrefix(s, "第"), kinds[n.Kind].name), n.Num.N)
	case n.Kind == Article:
		number, sub, _ := strings.Cut(strings.TrimPrefix(s, "第"), "条")
		c.numeral(n, number, n.Num.N)
		if sub != "" {
			c.numeral(n, strings.TrimPrefix(sub, "之"), n.Num.Sub)
		}
	case n.Kind == Clause:
		c.numeral(n, strings.TrimSuffix(s, "、"), n.Num.N)
	case n.Kind == Item:
		wide, shut := s[0] != '(', s[len(s)-1] != ')'
		if wide != shut {
			c.report(faultBracket, n, "序号%s的两个括号不是同一种（全角、半角）", written(Item, n.Num))
		}
		c.styles.width(n, wide)
		c.numeral(n, strings.Trim(s, "（）()"), n.Num.N)
	}
}

// numeral reports a numeral that is not in the canonical form.
func (c *checker) numeral(n *Node, s string, value int) {
	if len(s) == len("一") && s != "零" && s != "〇" && s != "○" && s != "两" {
		return
	}
	_, canonical, err := han.ParseNumeral(s)
	var fault *han.Error
	switch {
	case canonical:
	case errors.As(err, &fault):
		c.report(faultNumeral, n, "序号的数字写法不合：%s；应为%s", fault.Error(), written(n.Kind, n.Num))
	default:
		c.report(faultNumeral, n, "序号的数字写法不合，应为%s", written(n.Kind, n.Num))
	}
}
