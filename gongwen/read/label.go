package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutLabel divides the number of a heading from its text: 一、（一）1.（1） (7.3.3), with the marks that people write
// wrongly, (一) and 1、 too. Level is 0 if there is none.
func cutLabel(text string) (level int, label, rest string) {
	inner, after, bracketed := bracketed(text)
	switch {
	case bracketed && allOf(inner, isHanDigit):
		return split(2, text, after, "、")
	case bracketed && allOf(inner, isDigit):
		return split(4, text, after, "、")
	case bracketed:
		return 0, "", text
	}
	if after := strings.TrimLeftFunc(text, isHanDigit); after != text {
		return ended(1, text, after)
	}
	after = strings.TrimLeftFunc(text, isDigit)
	if n := len(text) - len(after); n == 0 || n > 2 {
		return 0, "", text
	}
	return ended(3, text, after)
}

// bracketed returns what stands in the brackets with which a text begins.
func bracketed(text string) (inner, after string, ok bool) {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if rest, ok := strings.CutPrefix(text, pair[0]); ok {
			inner, after, ok := strings.Cut(rest, pair[1])
			return inner, after, ok && inner != "" && length(inner) <= 3
		}
	}
	return "", text, false
}

// ended takes the mark after a number that stands without brackets; without a mark it is no number of a heading.
func ended(level int, text, after string) (int, string, string) {
	for _, mark := range [...]string{"、", "．", "."} {
		rest, ok := strings.CutPrefix(after, mark)
		if !ok {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(rest); mark != "、" && unicode.IsDigit(next) {
			break // 1.5
		}
		return split(level, text, rest, "")
	}
	return 0, "", text
}

// split returns the parts of a text whose number is followed by after; optional is a mark that may follow.
func split(level int, text, after, optional string) (int, string, string) {
	if optional != "" {
		after = strings.TrimPrefix(after, optional)
	}
	return level, text[:len(text)-len(after)], after
}

func allOf(s string, is func(rune) bool) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !is(r) }) < 0
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isHanDigit(r rune) bool {
	return strings.ContainsRune("一二三四五六七八九十百零〇", r)
}
