package han

import "unicode/utf8"

// A token is one sign of a number by its meaning, whichever glyph writes it:
// 一, 壹 are one; 百, 佰 are hundred.
type token uint8

const (
	zero token = iota
	one
	two
	three
	four
	five
	six
	seven
	eight
	nine
	ten
	hundred
	thousand
	wan   // 万, 10⁴
	yi    // 亿, 10⁸
	yuan  // 元
	jiao  // 角
	fen   // 分
	whole // 整 or 正

	// Zeros that may be left out; only spell makes them.
	laxZero  // in a numeral only
	freeZero // in an amount too

	// Short signs; only a reader meets them.
	liang  // 两
	twenty // 廿
	thirty // 卅

	none // no sign: the end of the text
)

// maxTokens is enough for every int64, as a numeral and as an amount in fen.
const maxTokens = 48

func (t token) isDigit() bool { return t <= nine }

func (t token) isZero() bool { return t == zero || t == laxZero || t == freeZero }

// at returns the token at i, or none outside of tokens.
func at(tokens []token, i int) token {
	if i < 0 || i >= len(tokens) {
		return none
	}
	return tokens[i]
}

// A cursor reads a text from left to right and knows the index of its rune.
type cursor struct {
	rest string
	pos  int
}

// cut removes the first of words that the rest begins with.
func (c *cursor) cut(words ...string) bool {
	for _, word := range words {
		if len(c.rest) >= len(word) && c.rest[:len(word)] == word {
			c.rest = c.rest[len(word):]
			c.pos += utf8.RuneCountInString(word)
			return true
		}
	}
	return false
}

// fault returns an Error at the token i of the rest.
func (c *cursor) fault(i int, msg string) error {
	return &Error{Pos: c.pos + i, Msg: msg}
}

// tokens appends the rest to dst by the meaning of its runes. One rune is one
// token, so that an index of a token is a place in the text.
func (c *cursor) tokens(dst []token, meaning func(rune) token, unknown string) ([]token, error) {
	for _, r := range c.rest {
		t := meaning(r)
		switch {
		case t == none:
			return nil, c.fault(len(dst), unknown)
		case len(dst) == maxTokens:
			return nil, c.fault(len(dst), msgOverflow)
		}
		dst = append(dst, t)
	}
	if len(dst) == 0 {
		return nil, c.fault(0, msgMissing)
	}
	return dst, nil
}

// appendGlyphs appends the glyphs of tokens to dst.
func appendGlyphs(dst []byte, tokens []token, glyphs *[freeZero + 1]string) []byte {
	for _, t := range tokens {
		dst = append(dst, glyphs[t]...)
	}
	return dst
}
