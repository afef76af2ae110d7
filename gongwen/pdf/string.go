package pdf

import (
	"strconv"
	"unicode/utf16"
)

// mostText is how many units of UTF-16 a string may have (PDF/A-1, 6.1.12).
const mostText = 32_000

// appendText appends a text as a string object: as it is if it is ASCII, else UTF-16 in hexadecimal digits.
func appendText(b []byte, s string) []byte {
	if len(s) <= mostText && isASCII(s) {
		return appendLiteral(b, s)
	}
	b = append(b, "<feff"...)
	units := utf16.Encode([]rune(s))
	for _, u := range units[:min(len(units), mostText)] {
		b = appendHex(b, u)
	}
	return append(b, '>')
}

// isASCII reports whether a text has printable ASCII only.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// appendLiteral appends printable ASCII as a string object.
func appendLiteral(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

// appendName appends a name object; what may not stand in one is written in hexadecimal digits.
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range min(len(s), 127) { // a limit of PDF/A-1, 6.1.12
		c := s[i]
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '.' || c == '+' {
			b = append(b, c)
		} else {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return b
}

// appendKey appends a key and a number.
func appendKey(b []byte, key string, n int) []byte {
	return strconv.AppendInt(append(b, key...), int64(n), 10)
}
