package register

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths in characters. They fit the columns and index keys of every engine.
const (
	maxName   = 64  // organ, kind, series, step, account, role
	maxID     = 128 // id of a document, of a request; a number as written
	maxReason = 2000
	maxWith   = 100 // organs of a joint document, series of a request
)

// isName reports whether a text can be a key on every engine, and be told from others by eye: not empty, not too long,
// UTF-8, of characters that print and blanks of the ASCII kind, and without blanks at its ends.
func isName(s string, most int) bool {
	n := 0
	for _, r := range s {
		if n++; n > most || !unicode.IsPrint(r) {
			return false
		}
	}
	return n > 0 && utf8.ValidString(s) && strings.TrimSpace(s) == s
}

// isText reports whether a text can be kept: as isName, but it may be empty and hold Chinese blanks.
func isText(s string, most int) bool {
	return s == "" || isName(strings.ReplaceAll(s, "\u3000", " "), most)
}

func nameRule(most int) string {
	return "应当有1至" + strconv.Itoa(most) + "个可见的字，首尾没有空白"
}
