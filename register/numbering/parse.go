package numbering

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Parse reads a pattern of 1 to 64 characters; the package comment has the grammar. The error is ErrScheme and joins
// every fault, each an *Error with its column.
func Parse(pattern string) (Scheme, error) {
	p := parser{}
	switch n := utf8.RuneCountInString(pattern); {
	case !utf8.ValidString(pattern):
		p.fault(0, "不是有效的 UTF-8")
	case n == 0:
		p.fault(0, "规则为空")
	case n > longestPattern:
		p.fault(longestPattern+1, "规则不得超过%d字", longestPattern)
	default:
		p.split([]rune(pattern))
		p.judge()
	}
	if len(p.faults) > 0 {
		return Scheme{}, errors.Join(p.faults...)
	}
	return Scheme{pattern: pattern, parts: p.parts()}, nil
}

type parser struct {
	tokens []token
	faults []error
}

// A token is a field, or one character between fields.
type token struct {
	kind   kind
	char   rune // of literal
	width  int
	column int
}

func (p *parser) fault(column int, format string, args ...any) {
	p.faults = append(p.faults, &Error{Column: column, Reason: fmt.Sprintf(format, args...), kind: ErrScheme})
}

// split cuts the pattern into tokens.
func (p *parser) split(pattern []rune) {
	for i := 0; i < len(pattern); {
		i += p.token(pattern[i:], i+1)
	}
}

// token takes one token and returns its length.
func (p *parser) token(rest []rune, column int) int {
	c := rest[0]
	if c != '{' && c != '}' {
		p.tokens = append(p.tokens, token{char: c, column: column})
		return 1
	}
	if len(rest) > 1 && rest[1] == c {
		p.tokens = append(p.tokens, token{char: c, column: column})
		return 2
	}
	if c == '}' {
		p.fault(column, "“}”之前没有“{”；括号本身应当写两次")
		return 1
	}
	inside, _, closed := strings.Cut(string(rest[1:]), "}")
	if !closed {
		p.fault(column, "“{”之后没有“}”；括号本身应当写两次")
		return len(rest)
	}
	p.field(inside, column)
	return utf8.RuneCountInString(inside) + 2
}

// field takes what stands between braces.
func (p *parser) field(inside string, column int) {
	name, width, hasWidth := strings.Cut(inside, ":")
	t := token{char: '?', column: column} // of an unknown field, the mark keeps its place
	switch name {
	case "year":
		t.kind, t.width = year, 4
		if hasWidth {
			t.width = 2
		}
		if hasWidth && width != "2" {
			p.fault(column, "年份应当写作{year}或者{year:2}")
		}
	case "serial":
		t.kind = serial
		if hasWidth {
			t.width = p.serialWidth(width, column)
		}
	case "check":
		t.kind = check
		if hasWidth {
			p.fault(column, "校验码只有一位，应当写作{check}")
		}
	default:
		p.fault(column, "没有这个字段；字段只有{year}、{serial}、{check}")
	}
	p.tokens = append(p.tokens, t)
}

func (p *parser) serialWidth(text string, column int) int {
	if len(text) != 1 || text[0] < '1' || text[0] > '0'+widestSerial {
		p.fault(column, "顺序号的位数应当是1至%d，如{serial:4}", widestSerial)
		return widestSerial
	}
	return int(text[0] - '0')
}

// parts joins the characters between fields.
func (p *parser) parts() []part {
	var parts []part
	for i, t := range p.tokens {
		last := len(parts) - 1
		switch {
		case t.kind != literal:
			alone := i+1 == len(p.tokens) || !p.tokens[i+1].mayBeDigit()
			parts = append(parts, part{kind: t.kind, width: t.width, alone: alone})
		case last >= 0 && parts[last].kind == literal:
			parts[last].text += string(t.char)
		default:
			parts = append(parts, part{text: string(t.char)})
		}
	}
	return parts
}
