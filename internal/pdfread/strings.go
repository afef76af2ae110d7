package pdfread

import "strings"

// literal reads a string in round brackets.
func (l *lexer) literal() object {
	var out []byte
	for open := 1; l.i < len(l.b); {
		c := l.b[l.i]
		l.i++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return text(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			if l.i < len(l.b) && l.b[l.i] == '\n' {
				l.i++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return text(out)
}

// escape appends what stands for the bytes after a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.i >= len(l.b) {
		return out
	}
	c := l.b[l.i]
	l.i++
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch c {
	case '\r':
		if l.i < len(l.b) && l.b[l.i] == '\n' {
			l.i++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	value := int(c - '0')
	for n := 0; n < 2 && l.i < len(l.b) && l.b[l.i] >= '0' && l.b[l.i] <= '7'; n++ {
		value = value*8 + int(l.b[l.i]-'0')
		l.i++
	}
	return append(out, byte(value))
}

// hex reads a string of hexadecimal digits up to >.
func (l *lexer) hex() object {
	from := l.i
	for l.i < len(l.b) && l.b[l.i] != '>' {
		l.i++
	}
	out := unhex(l.b[from:l.i])
	l.i = min(l.i+1, len(l.b))
	return text(out)
}

// unhex decodes hexadecimal digits; other bytes are passed over, a missing last digit is 0.
func unhex(b []byte) []byte {
	out := make([]byte, 0, len(b)/2+1)
	half, odd := byte(0), false
	for _, c := range b {
		var v byte
		switch {
		case isDigit(c):
			v = c - '0'
		case c|32 >= 'a' && c|32 <= 'f':
			v = c | 32 - 'a' + 10
		default:
			continue
		}
		if odd {
			out = append(out, half<<4|v)
		}
		half, odd = v, !odd
	}
	if odd {
		out = append(out, half<<4)
	}
	return out
}
