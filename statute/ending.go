package statute

import "strings"

// ending takes what stands at the end of the text, before its annexes, out of the last article: date, organ, 此件公开发布.
func (p *parser) ending() {
	end := p.text.Root.last
	for end != nil && end.Kind == Annex {
		end = end.prev
	}
	if end == nil {
		return
	}
	after := end
	for {
		leaf := end
		for leaf.last != nil {
			leaf = leaf.last
		}
		if leaf.Kind != Paragraph && leaf.Kind != Line && leaf.Kind != Tail || !isSigned(leaf.Text, after.Kind == Signature) || leaf.Label != "" || leaf.parent.Kind == Quote {
			return
		}
		leaf.Kind = Signature
		if leaf == end {
			if end = end.prev; end == nil {
				return
			}
			after = leaf
			continue
		}
		end.InsertAfter(leaf)
		after = leaf
	}
}

// isSigned reports whether a line belongs to the signature; before a date an organ may stand.
func isSigned(s string, dated bool) bool {
	if strings.HasPrefix(s, "（此件") || strings.HasPrefix(s, "(此件") || isDate(s) {
		return true
	}
	return dated && len(s) <= 120 && !strings.ContainsAny(s, "。；：，:") && !strings.HasSuffix(s, "）")
}

// isDate reports whether a line is a date and nothing else: 2024年3月1日, 二〇二四年三月一日.
func isDate(s string) bool {
	if !strings.HasSuffix(s, "日") || !strings.Contains(s, "年") || !strings.Contains(s, "月") || len(s) > 60 {
		return false
	}
	return strings.Trim(s, "0123456789年月日一二三四五六七八九十零〇○ \u3000０１２３４５６７８９") == ""
}
