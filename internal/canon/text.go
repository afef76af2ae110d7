package canon

import (
	"unicode/utf16"
	"unicode/utf8"
)

const notUTF8 = "不是有效的 UTF-8"

// String appends s as a canonical JSON string. If s is not valid UTF-8, the error is an *Error, and dst comes back as it
// was.
func String(dst []byte, s string) ([]byte, error) {
	if !utf8.ValidString(s) {
		return dst, &Error{Offset: validPrefix(s), Reason: notUTF8}
	}
	out := append(dst, '"')
	for {
		n, _ := plain(s)
		out = append(out, s[:n]...)
		if n == len(s) {
			return append(out, '"'), nil
		}
		out = appendRune(out, rune(s[n]))
		s = s[n+1:]
	}
}

// text writes the string that begins here, a value or a name.
func (w *writer) text() *Error {
	w.pos++
	w.out = append(w.out, '"')
	for {
		if e := w.run(); e != nil {
			return e
		}
		switch w.peek() {
		case '"':
			w.pos++
			w.out = append(w.out, '"')
			return nil
		case '\\':
			if e := w.escape(); e != nil {
				return e
			}
		default:
			return w.fault("字符串中的控制字符应当转义")
		}
	}
}

// run writes the characters that stand for themselves.
func (w *writer) run() *Error {
	rest := w.src[w.pos:]
	n, ascii := plain(rest)
	if !ascii && !utf8.Valid(rest[:n]) {
		w.pos += validPrefix(string(rest[:n]))
		return w.fault(notUTF8)
	}
	w.out = append(w.out, rest[:n]...)
	w.pos += n
	return nil
}

// escape writes the character of the escape that begins here.
func (w *writer) escape() *Error {
	rest := w.src[w.pos:]
	if len(rest) < 2 {
		w.pos = len(w.src)
		return w.fault("")
	}
	if rest[1] == 'u' {
		return w.codeUnits(rest)
	}
	c := short(rest[1])
	if c == 0 {
		return w.fault("没有这样的转义")
	}
	w.out = appendRune(w.out, rune(c))
	w.pos += 2
	return nil
}

// codeUnits writes the character of \uXXXX, or of the two escapes of a surrogate pair.
func (w *writer) codeUnits(rest []byte) *Error {
	r, ok := codeUnit(rest)
	if !ok {
		return w.fault(`\u 之后应当是四位十六进制数字`)
	}
	n := 6
	if utf16.IsSurrogate(r) {
		low, _ := codeUnit(rest[6:])
		r, n = utf16.DecodeRune(r, low), 12
		if r == utf8.RuneError {
			return w.fault("代理对不完整，不是一个字符")
		}
	}
	w.out = appendRune(w.out, r)
	w.pos += n
	return nil
}

// codeUnit reads \uXXXX.
func codeUnit(s []byte) (r rune, ok bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	for _, c := range s[2:6] {
		d := hexDigit(c)
		if d > 15 {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}

// hexDigit returns the value of a hexadecimal digit, or 0xFF.
func hexDigit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 0xFF
}

// short returns the character of an escape of two, or NUL if there is no such escape.
func short(c byte) byte {
	switch c {
	case '"', '\\', '/':
		return c
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return 0
}

// appendRune appends one character of a string, escaped if it must be (RFC 8785, 3.2.2.2).
func appendRune(dst []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(dst, '\\', byte(r))
	case '\b':
		return append(dst, `\b`...)
	case '\f':
		return append(dst, `\f`...)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	if r < ' ' {
		const hex = "0123456789abcdef"
		return append(dst, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
	}
	return utf8.AppendRune(dst, r)
}

// plain returns how many bytes at the beginning of s stand for themselves in a string, and whether they are all ASCII.
func plain[S string | []byte](s S) (n int, ascii bool) {
	var all byte
	for n < len(s) {
		c := s[n]
		if c < ' ' || c == '"' || c == '\\' {
			break
		}
		all |= c
		n++
	}
	return n, all < utf8.RuneSelf
}

// validPrefix returns how many bytes at the beginning of s are valid UTF-8.
func validPrefix(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return len(s)
}
