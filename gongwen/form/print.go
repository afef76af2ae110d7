package form

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Ways of writing an amount.
const (
	inWords  = "大写"
	bothWays = "大小写"
)

// options lists how a type may be written besides the plain way.
func options(t Type) []string {
	if t == Money {
		return []string{inWords, bothWays}
	}
	return nil
}

// printed writes a value, as documents have it.
func printed(v any, option string) string {
	switch x := v.(type) {
	case string:
		return x
	case fazhi.Date:
		return x.Chinese()
	case fazhi.Number:
		return x.String()
	case fazhi.Money:
		return amount(x, option)
	case []any:
		return joined(x)
	}
	return ""
}

// joined writes the texts of a list with 、 between them, but for titles in 《》, which need none (GB/T 15834-2011, 4.5.3.5).
func joined(items []any) string {
	var b strings.Builder
	for i, item := range items {
		text := printed(item, "")
		if i > 0 && !(strings.HasSuffix(b.String(), "》") && strings.HasPrefix(text, "《")) {
			b.WriteString("、")
		}
		b.WriteString(text)
	}
	return b.String()
}

// amount writes an amount: 12000元, 1409.50元, 人民币壹万贰仟元整, or 12000元（大写：人民币壹万贰仟元整）.
func amount(m fazhi.Money, option string) string {
	figures := strings.TrimSuffix(m.String(), ".00") + "元"
	words := "人民币" + m.Words()
	switch option {
	case inWords:
		return words
	case bothWays:
		return figures + "（大写：" + words + "）"
	}
	return figures
}
