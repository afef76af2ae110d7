package lint

import (
	"strings"
	"unicode/utf8"
)

// bracketOrdinal: （一）、 → （一） (N4).
func bracketOrdinal(p *pass) {
	p.each(label|paragraph|item, func(i int, u *unit) {
		level, end, _ := ordinalAt(u.text)
		if level != 2 && level != 4 {
			return
		}
		if r := after(u.text, end); r != 0 && strings.ContainsRune("、，.．：", r) {
			p.fix(i, end, end+utf8.RuneLen(r), "", "括号内的序次语之后不加标点")
		}
	})
}

// ordinalMark: 1、→ 1.  一. → 一、 (N5).
func ordinalMark(p *pass) {
	p.each(label|paragraph|item, func(i int, u *unit) {
		level, end, _ := ordinalAt(u.text)
		mark := after(u.text, end)
		switch {
		case level == 3 && mark == '、' && !isDigit(after(u.text, end+len("、"))):
			p.fix(i, end, end+len("、"), dotOf(p.opts.Dot), "第三层序数之后用点，不用顿号")
		case level == 1 && (mark == '.' || mark == '．') && u.kind == label:
			p.fix(i, end, end+utf8.RuneLen(mark), "、", "第一层序数之后用顿号")
		}
	})
}

func dotOf(option string) string {
	if option == "" {
		return "."
	}
	return option
}

// ordinalDot reports numbers of the third level with another dot than the option, or than the first of the document (N5).
func ordinalDot(p *pass) {
	want := p.opts.Dot
	p.each(label, func(i int, u *unit) {
		level, end, _ := ordinalAt(u.text)
		mark := u.text[end:]
		if level != 3 || mark != "." && mark != "．" {
			return
		}
		if want == "" {
			want = mark
		}
		if mark != want {
			p.fix(i, end, len(u.text), want, "第三层序数之后的点全文应当一致")
		}
	})
}

// ordinalAt reads the number of a level with which a text begins: its level, where it ends before any mark, its value.
// Level is 0 if there is none.
func ordinalAt(text string) (level, end, value int) {
	r, size := utf8.DecodeRuneInString(text)
	if r == '（' || r == '(' {
		inner, length, value := numeralAt(text[size:])
		closing, wide := utf8.DecodeRuneInString(text[size+length:])
		if inner == 0 || closing != '）' && closing != ')' {
			return 0, 0, 0
		}
		return inner + 1, size + length + wide, value
	}
	level, end, value = numeralAt(text)
	if !strings.ContainsRune("、.．", after(text, end)) || level == 3 && end > 2 {
		return 0, 0, 0
	}
	rest := text[end+utf8.RuneLen(after(text, end)):]
	if next, _ := utf8.DecodeRuneInString(rest); after(text, end) != '、' && isDigit(next) && !beginsWithYear(rest) {
		return 0, 0, 0 // 1.5
	}
	return level, end, value
}

// beginsWithYear reports whether a text begins with a year: 2024年. After 1. it is no decimal.
func beginsWithYear(text string) bool {
	for i := range 4 {
		if i >= len(text) || !isDigit(rune(text[i])) {
			return false
		}
	}
	return strings.HasPrefix(text[4:], "年")
}

// numeralAt reads a numeral: level 1 of a Chinese one, 3 of an Arabic one, 0 of none.
func numeralAt(text string) (level, end, value int) {
	for end < len(text) && end < 3 && isDigit(rune(text[end])) {
		value = value*10 + int(text[end]-'0')
		end++
	}
	if end > 0 {
		return 3, end, value
	}
	tens, ones := 0, 0
	for {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case r == '十' && tens == 0:
			tens, ones = 10*max(ones, 1), 0
		case hanDigit(r) > 0 && ones == 0:
			ones = hanDigit(r)
		case end == 0:
			return 0, 0, 0
		default:
			return 1, end, tens + ones
		}
		end += size
	}
}

// ordinalWord: 第一、→ 第一， (N6).
func ordinalWord(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		indices(u.text, "、", func(at int) {
			word := u.text[u.sentenceFrom(at):at]
			next := after(u.text, at+len("、"))
			if isOrdinalWord(word) && hanDigit(next) == 0 && next != '第' && next != 0 {
				p.fix(i, at, at+len("、"), "，", "序次语之后用逗号")
			}
		})
	})
}

func isOrdinalWord(word string) bool {
	switch word {
	case "首先", "其次", "再次", "最后":
		return true
	}
	rest, ok := strings.CutPrefix(word, "第")
	level, end, _ := numeralAt(rest)
	return ok && level == 1 && end == len(rest)
}
