package html

import (
	"unicode"
	"unicode/utf8"
)

// box stands for a character that HTML cannot hold.
const box = "□"

// A flaw is a kind of character that was met in a text; several are or-ed.
type flaw uint8

const (
	control flaw = 1 << iota // cannot stand in HTML: written as a box
	private                  // for private use: every reader's font draws another character, or none
)

// appendText appends a text, escaped for content and for attributes in double quotes, and reports its flaws.
func appendText(dst []byte, s string) ([]byte, flaw) {
	var found flaw
	from := 0
	for i := 0; i < len(s); {
		n, escape := 1, ""
		if c := s[i]; c < utf8.RuneSelf {
			escape = escapeOf(c)
		} else {
			var f flaw
			n, f = wideFlaw(s[i:])
			found |= f
			if f == control {
				escape = box
			}
		}
		if escape != "" {
			dst = append(append(dst, s[from:i]...), escape...)
			from = i + n
			if escape == box {
				found |= control
			}
		}
		i += n
	}
	return append(dst, s[from:]...), found
}

// escapeOf returns what is written for an ASCII character, "" for itself. Line ends and tabs of running text are blanks.
func escapeOf(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	case '\t', '\n', '\v', '\f', '\r':
		return " "
	}
	if c < ' ' || c == 0x7F {
		return box
	}
	return ""
}

// wideFlaw returns the length of the first character of a text, which is beyond ASCII, and what is wrong with it.
func wideFlaw(s string) (n int, f flaw) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && n == 1, r < 0xA0:
		return n, control
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // no characters, by Unicode
		return n, control
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069: // would show a text in another order than it is read
		return n, control
	case r >= 0xE000 && unicode.Is(unicode.Co, r):
		return n, private
	}
	return n, 0
}
