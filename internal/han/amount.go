package han

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

var amountGlyphs = [freeZero + 1]string{
	"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖",
	ten: "拾", hundred: "佰", thousand: "仟", wan: "万", yi: "亿",
	yuan: "元", jiao: "角", fen: "分", whole: "整",
	laxZero: "零", freeZero: "零",
}

// Amount returns an amount in fen (分) in words (中文大写金额) without the word
// 人民币 that belongs before it: 壹仟肆佰零玖元伍角, 壹拾万元整, 零元整. 整
// follows 元 and neither 角 nor 分. Where 附一 4(3) leaves 零 to the writer at
// more than one place, the last is written (只写一个“零”字), as in its own example
// 壹拾万柒仟元零伍角叁分. A negative amount begins with 负. Every int64 has an
// amount.
func Amount(n int64) string {
	var tokens [maxTokens]token
	var text [3 * maxTokens]byte
	dst := text[:0]
	if n < 0 {
		dst = append(dst, "负"...)
	}
	spelled := keepLastFreeZero(spellAmount(tokens[:0], magnitude(n)))
	if n%100 == 0 {
		spelled = append(spelled, whole)
	}
	return string(appendGlyphs(dst, spelled, &amountGlyphs))
}

// spellAmount appends an amount in fen without 整: 附一 4(1) and (2) for whole
// yuan, 4(3) and (4) for the 零 after 元.
func spellAmount(dst []token, n uint64) []token {
	yuans, jiaos, fens := n/100, token(n/10%10), token(n%10)
	if yuans > 0 || n == 0 {
		dst = append(spell(dst, yuans), yuan)
	}
	switch {
	case jiaos > 0 && yuans > 0 && yuans%10 == 0:
		dst = append(dst, freeZero, jiaos, jiao)
	case jiaos > 0:
		dst = append(dst, jiaos, jiao)
	case fens > 0 && yuans > 0:
		dst = append(dst, zero)
	}
	if fens > 0 {
		dst = append(dst, fens, fen)
	}
	return dst
}

// keepLastFreeZero drops every free zero but the last, in place.
func keepLastFreeZero(spelled []token) []token {
	first := slices.Index(spelled, freeZero)
	if first < 0 || slices.Index(spelled[first+1:], freeZero) < 0 {
		return spelled
	}
	return slices.Delete(spelled, first, first+1) // there are two places: 万位 and 元位
}

// ParseAmount reads an amount in words and returns it in fen (分). It reads
// every spelling that 附一 allows, 繁体 too:
//
//	text   = blanks [ label ] [ "负" ] amount blanks
//	label  = "人民币" blanks [ "：" | ":" ] blanks
//	amount = yuan [ whole ] | [ yuan [ "零" ] ] jiao [ whole ] | [ yuan [ "零" ] ] [ jiao ] fen
//	yuan   = integer ( "元" | "圆" | "圓" )
//	whole  = "整" | "正"
//
// 零 stands once in every gap. It may be left out only where 附一 4(3) says so:
// directly after 万 when 万位 is nought and 千位 is not, and directly after 元 when
// 元位 is nought and 角位 is not.
//
// Where 附一 is silent ParseAmount is strict. 零 is not repeated (陆仟零零柒元) and
// not left out after 亿 (壹拾亿伍仟万元) or where 万 itself is not written
// (壹亿柒仟元); an amount below one yuan has no 零元; 拾 needs its 壹; 参 is neither
// in the list nor the 繁体 of 叁 (叄, 參); blanks stand only at the ends and
// around the label. That 整 is missing after 元 is forgiven; 整 after 分 is not.
//
// The error is an *Error, also for an amount outside int64; the result is then 0.
func ParseAmount(s string) (int64, error) {
	c := cursor{rest: strings.TrimRightFunc(s, unicode.IsSpace)}
	c.label()
	negative := c.cut("负", "負")
	n, err := c.amount()
	if err != nil {
		return 0, err
	}
	v, msg := signed(n, negative, math.MaxInt64)
	if msg != "" {
		return 0, c.fault(0, msg)
	}
	return v, nil
}

// label passes over 人民币 and the blanks around it.
func (c *cursor) label() {
	c.blanks()
	if !c.cut("人民币", "人民幣") {
		return
	}
	c.blanks()
	c.cut("：", ":")
	c.blanks()
}

func (c *cursor) blanks() {
	for i, r := range c.rest {
		if !unicode.IsSpace(r) {
			c.rest = c.rest[i:]
			return
		}
		c.pos++
	}
	c.rest = ""
}

func (c *cursor) amount() (uint64, error) {
	var gotBuf, wantBuf [maxTokens]token
	text, err := c.tokens(gotBuf[:0], amountToken, "此字不得用于大写金额")
	if err != nil {
		return 0, err
	}
	got := text
	if at(text, len(text)-1) == whole {
		got = text[:len(text)-1]
	}
	last := at(got, len(got)-1)
	if last != yuan && last != jiao && last != fen {
		return 0, c.fault(len(got), "此处应写“元”“角”或者“分”")
	}
	n, ok := amountValue(got)
	if !ok {
		return 0, c.fault(0, msgOverflow)
	}
	if i, msg := compare(spellAmount(wantBuf[:0], n), got, false); msg != "" {
		return 0, c.fault(i, msg)
	}
	if last == fen && len(got) < len(text) {
		return 0, c.fault(len(got), "“分”后面不写“整”")
	}
	return n, nil
}

// amountValue reads an amount without regard to its form, as value does.
func amountValue(tokens []token) (n uint64, ok bool) {
	i := max(slices.Index(tokens, yuan), 0)
	yuans, ok := value(tokens[:i])
	if !ok || yuans > math.MaxInt64/100 {
		return 0, false
	}
	n = yuans * 100
	var digit uint64
	for _, t := range tokens[i:] {
		switch t {
		case jiao:
			n += digit * 10
		case fen:
			n += digit
		default: // a digit; no other sign has a place in the spelling
			digit = uint64(t)
		}
	}
	return n, true
}

// amountToken knows the signs of 附一 1 and their 繁体.
func amountToken(r rune) token {
	switch r {
	case '零':
		return zero
	case '壹':
		return one
	case '贰', '貳':
		return two
	case '叁', '叄', '參':
		return three
	case '肆':
		return four
	case '伍':
		return five
	case '陆', '陸':
		return six
	case '柒':
		return seven
	case '捌':
		return eight
	case '玖':
		return nine
	case '拾':
		return ten
	case '佰':
		return hundred
	case '仟':
		return thousand
	case '万', '萬':
		return wan
	case '亿', '億':
		return yi
	case '元', '圆', '圓':
		return yuan
	case '角':
		return jiao
	case '分':
		return fen
	case '整', '正':
		return whole
	}
	return none
}
