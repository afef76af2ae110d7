package casecode

import "unicode"

// Characters that are taken for others on paper, in pairs: the one written, the one that a code can have. The letters of the
// first list occur in no code, those of the second at no place for a digit.
const (
	likeAny   = "I1O0S5VUZ2"
	likeDigit = "I1L1O0D0Q0S5Z2B8G6T7"
)

// nearest returns the character that was probably meant at a place of the shape, 0 if none is near: the same one in another
// width or case, else one that looks like it.
func nearest(c rune, place byte) rune {
	if '！' <= c && c <= '～' { // full-width forms of ASCII
		c -= '！' - '!'
	}
	if place == '-' {
		if unicode.In(c, unicode.Pd, unicode.Pc) || c == '-' || c == '−' {
			return '-'
		}
		return 0
	}
	c = unicode.ToUpper(c)
	if fits(c, place) {
		return c
	}
	pairs := likeAny
	if place == '9' {
		pairs = likeDigit
	}
	return like(c, pairs)
}

func like(c rune, pairs string) rune {
	for i := 0; i+1 < len(pairs); i += 2 {
		if rune(pairs[i]) == c {
			return rune(pairs[i+1])
		}
	}
	return 0
}
