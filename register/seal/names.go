package seal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// Lengths in characters. They fit the columns and index keys of every engine.
const (
	maxKeyID = 64
	maxPath  = 400
)

// isName reports whether a text can be a key on every engine: not empty, not too long, UTF-8, without control characters,
// and without blanks at its end, which some engines do not tell from none.
func isName(s string, most int) bool {
	return s != "" && utf8.ValidString(s) && utf8.RuneCountInString(s) <= most &&
		strings.TrimRightFunc(s, unicode.IsSpace) == s && !strings.ContainsFunc(s, unicode.IsControl)
}

// short cuts a path for a message: a hostile name must not fill a log.
func short(path fazhi.Path) string {
	n := 0
	for i := range path {
		if n++; n > maxPath {
			return string(path[:i]) + "…"
		}
	}
	return string(path)
}
