package han

import (
	"math"
	"unicode/utf8"
)

var numeralGlyphs = [freeZero + 1]string{
	"零", "一", "二", "三", "四", "五", "六", "七", "八", "九",
	ten: "十", hundred: "百", thousand: "千", wan: "万", yi: "亿",
	laxZero: "零", freeZero: "零",
}

// Numeral returns n as the number of a part, chapter, section or article
// (编章节条的序号) in its canonical form: 零 once for each gap and never at the
// end, 一十 within a number, but 十 without 一 at its beginning (十, 十一,
// 一百一十, 十万). A negative number begins with 负. Every int has a numeral.
func Numeral(n int) string {
	var buf [3 * maxTokens]byte
	return string(appendNumeral(buf[:0], n))
}

func appendNumeral(dst []byte, n int) []byte {
	var buf [maxTokens]token
	spelled := spell(buf[:0], magnitude(int64(n)))
	if n < 0 {
		dst = append(dst, "负"...)
	}
	if at(spelled, 0) == one && at(spelled, 1) == ten {
		spelled = spelled[1:]
	}
	return appendGlyphs(dst, spelled, &numeralGlyphs)
}

// ParseNumeral reads a numeral and says whether it is the canonical form, that
// is, whether Numeral(n) == s. It also reads:
//
//   - 十 without 一, or with a 一 or 零 too many: 一百十, 一十, 一百零十
//   - a 零 left out where nothing else can be meant: 十万七千 (一百二 is an error)
//   - 廿, 卅, and 两 alone or before 百, 千, 万, 亿
//   - 〇, ○ (U+25CB), Ｏ (U+FF2F), 0 and ０ for 零
//   - digit by digit: 一二〇, 120, １２０, but not two scripts mixed
//   - 負 for 负
//
// It accepts no blanks, no decimals and no other signs. The error is an *Error,
// also for a number outside int; n is then 0 and canonical false.
func ParseNumeral(s string) (n int, canonical bool, err error) {
	c := cursor{rest: s}
	negative := c.cut("负", "負")
	size, err := c.numeral()
	if err != nil {
		return 0, false, err
	}
	v, msg := signed(size, negative, math.MaxInt)
	if msg != "" {
		return 0, false, c.fault(0, msg)
	}
	var buf [3 * maxTokens]byte
	return int(v), string(appendNumeral(buf[:0], int(v))) == s, nil
}

func (c *cursor) numeral() (uint64, error) {
	if isPositional(c.rest) {
		return c.positional()
	}
	var gotBuf, wantBuf [maxTokens]token
	got, err := c.tokens(gotBuf[:0], numeralToken, "此字不是数字")
	if err != nil {
		return 0, err
	}
	n, ok := value(got)
	if !ok {
		return 0, c.fault(0, msgOverflow)
	}
	if i, msg := compare(spell(wantBuf[:0], n), got, true); msg != "" {
		return 0, c.fault(i, msg)
	}
	return n, nil
}

func numeralToken(r rune) token {
	switch r {
	case '零', '〇', '○', 'Ｏ', '0', '０':
		return zero
	case '一':
		return one
	case '二':
		return two
	case '三':
		return three
	case '四':
		return four
	case '五':
		return five
	case '六':
		return six
	case '七':
		return seven
	case '八':
		return eight
	case '九':
		return nine
	case '十':
		return ten
	case '百':
		return hundred
	case '千':
		return thousand
	case '万':
		return wan
	case '亿':
		return yi
	case '两':
		return liang
	case '廿':
		return twenty
	case '卅':
		return thirty
	}
	return none
}

// digit returns a digit and the glyph of nought in its script, which stands for
// the script; nought itself belongs to every script. ok is false for a rune
// that is no digit.
func digit(r rune) (d token, script rune, ok bool) {
	d = numeralToken(r)
	switch {
	case d == zero:
		return zero, 0, true
	case d.isDigit():
		return d, '〇', true
	case '1' <= r && r <= '9':
		return token(r - '0'), '0', true
	case '１' <= r && r <= '９':
		return token(r - '０'), '０', true
	}
	return none, 0, false
}

// isPositional reports whether s is digits and nothing else.
func isPositional(s string) bool {
	for _, r := range s {
		if _, _, ok := digit(r); !ok {
			return false
		}
	}
	return s != ""
}

// positional reads the rest digit by digit.
func (c *cursor) positional() (n uint64, err error) {
	var script rune
	for i, r := range c.rest {
		d, its, _ := digit(r)
		switch {
		case n > math.MaxInt64/10:
			return 0, c.fault(0, msgOverflow)
		case script != 0 && its != 0 && its != script:
			return 0, c.fault(utf8.RuneCountInString(c.rest[:i]), "数字写法前后不一")
		case its != 0:
			script = its
		}
		n = n*10 + uint64(d)
	}
	return n, nil
}
