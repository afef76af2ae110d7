package canon

// compareNames compares two names in canonical escapes by their UTF-16 code units (RFC 8785, 3.2.3).
func compareNames(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		x, y := a[i], b[i]
		if x == '\\' || y == '\\' {
			return compareEscaped(a[i:], b[i:])
		}
		if x != y {
			return rank(x) - rank(y)
		}
	}
	return len(a) - len(b)
}

// compareEscaped is compareNames where there are escapes.
func compareEscaped(a, b []byte) int {
	for len(a) > 0 && len(b) > 0 {
		x, n := nextByte(a)
		y, m := nextByte(b)
		if x != y {
			return rank(x) - rank(y)
		}
		a, b = a[n:], b[m:]
	}
	return len(a) - len(b)
}

// rank orders bytes of UTF-8, where two texts first differ, as UTF-16 does. The orders are the same but for characters
// above U+FFFF: their first byte is 0xF0 or more, and their surrogates stand before U+E000 to U+FFFF, whose first byte is
// 0xEE or 0xEF.
func rank(c byte) int {
	if c == 0xEE || c == 0xEF {
		return int(c) + 0x100
	}
	return int(c)
}

// nextByte returns the first byte that a text in canonical escapes means, and its length there. Escaped are only
// characters of one byte.
func nextByte(s []byte) (c byte, n int) {
	if s[0] != '\\' {
		return s[0], 1
	}
	if s[1] == 'u' {
		return hexDigit(s[4])<<4 | hexDigit(s[5]), 6
	}
	return short(s[1]), 2
}

// unescape returns what a text in canonical escapes means.
func unescape(s []byte) string {
	var out []byte
	for len(s) > 0 {
		c, n := nextByte(s)
		out, s = append(out, c), s[n:]
	}
	return string(out)
}
