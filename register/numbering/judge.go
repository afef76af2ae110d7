package numbering

import (
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// judge finds what is wrong with the tokens as a whole.
func (p *parser) judge() {
	p.judgeCount(year, "年份")
	p.judgeCount(serial, "顺序号")
	p.judgeCount(check, "校验码")
	if p.find(serial) < 0 {
		p.fault(0, "应当有顺序号{serial}")
	}
	p.judgeCharacters()
	p.judgeSerial()
	p.judgeCheck()
}

// judgeCount sees that a field stands once.
func (p *parser) judgeCount(k kind, name string) {
	first := p.find(k)
	for i, t := range p.tokens {
		if t.kind == k && i > first {
			p.fault(t.column, "%s只能有一个", name)
		}
	}
}

// find returns the index of a field, or -1.
func (p *parser) find(k kind) int {
	for i, t := range p.tokens {
		if t.kind == k {
			return i
		}
	}
	return -1
}

// judgeCharacters sees that the number can be read on paper.
func (p *parser) judgeCharacters() {
	for i, t := range p.tokens {
		if t.kind != literal {
			continue
		}
		outer := i == 0 || i == len(p.tokens)-1
		if !unicode.IsPrint(t.char) || outer && t.char == ' ' {
			p.fault(t.column, "此处不得有空白或者看不见的字符")
		}
	}
}

// judgeSerial sees that it is plain where a serial without padding begins and ends.
func (p *parser) judgeSerial() {
	i := p.find(serial)
	if i < 0 || p.tokens[i].width > 0 {
		return
	}
	if i > 0 && p.tokens[i-1].mayBeDigit() || i+1 < len(p.tokens) && p.tokens[i+1].mayBeDigit() {
		p.fault(p.tokens[i].column, "紧接数字的顺序号应当写明位数，如{serial:4}")
	}
}

func (t token) mayBeDigit() bool { return t.kind != literal || unicode.IsDigit(t.char) }

// judgeCheck sees that the check character covers the number.
func (p *parser) judgeCheck() {
	at := p.find(check)
	if at < 0 {
		return
	}
	if p.find(year) > at || p.find(serial) > at {
		p.fault(p.tokens[at].column, "校验码应当在年份和顺序号之后")
	}
	least, most := 0, 0
	for _, t := range p.tokens[:at] {
		n := t.covered()
		if n < 0 {
			p.fault(t.column, "校验码之前的字母和数字只能是“%s”之一", checkdigit.Alphabet)
			continue
		}
		least, most = least+n, most+n
		if t.kind == serial && t.width == 0 {
			least, most = least+1, most+widestSerial
		}
	}
	if least < checkdigit.MinBody || most > checkdigit.MaxBody {
		p.fault(p.tokens[at].column, "校验码之前的字母和数字应当有%d至%d位", checkdigit.MinBody, checkdigit.MaxBody)
	}
}

// covered returns how many characters of a token go into the check character, without a serial that is not padded; -1
// for a character that cannot.
func (t token) covered() int {
	switch {
	case t.kind != literal:
		return t.width
	case isCovered(t.char):
		return 1
	case unicode.IsLetter(t.char) || unicode.IsNumber(t.char):
		return -1
	}
	return 0
}

func isCovered(c rune) bool { return strings.ContainsRune(checkdigit.Alphabet, c) }
