package clause

import (
	"regexp"
	"strings"
)

// plain returns a line without marks of Markdown and blanks at its ends, with digits of half width.
func plain(l Line) Line {
	text := blanks(l.Text)
	if hashes := len(text) - len(strings.TrimLeft(text, "#")); hashes > 0 && hashes <= 6 && strings.HasPrefix(text[hashes:], " ") {
		l.depth, text = hashes, text[hashes:]
	}
	text = strings.TrimLeft(text, "> ")
	if rest, ok := cutAny(text, "- ", "* ", "+ "); ok {
		text = rest
	}
	if strings.Contains(text, "**") {
		text = strings.ReplaceAll(text, "**", "")
	}
	if strings.Contains(text, "__") {
		text = strongMark.ReplaceAllString(text, "$1")
	}
	l.Text = blanks(text)
	return l
}

// strongMark is __text__: underscores with a text right between them, and not a line of them to be written on.
var strongMark = regexp.MustCompile(`\b__([^_\s][^_]*[^_\s])__\b`)

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// blanks trims and writes digits, and the point between them, in half width.
func blanks(s string) string {
	s = strings.TrimSpace(s) // 全角空格 too
	if !strings.ContainsAny(s, "０１２３４５６７８９") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}
