package canon

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// An Error says why a text has no canonical form, and where. It never repeats a value of the document; the names in the
// path are those of members.
type Error struct {
	Path   string // JSON Pointer (RFC 6901) of the value or member; empty: the whole. Names over 64 bytes are cut and end with …
	Offset int    // in bytes from the beginning of the text, from 0
	Reason string // in Chinese
}

// Error is one sentence with the place; bytes are counted from 1.
func (e *Error) Error() string {
	place := "第" + strconv.Itoa(e.Offset+1) + "字节"
	if e.Path != "" {
		place = e.Path + "（" + place + "）"
	}
	return "canon: " + place + "：" + e.Reason
}

// within returns the error as the container sees it, in which part is a name or an index.
func (e *Error) within(part string) *Error {
	e.Path = "/" + pointerPart(part) + e.Path
	return e
}

// pointerPart escapes a part of a JSON Pointer. A long one is cut: a hostile name must not fill a log.
func pointerPart(s string) string {
	const longest = 64
	if len(s) > longest {
		end := longest
		for !utf8.RuneStart(s[end]) {
			end--
		}
		s = s[:end] + "…"
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}
