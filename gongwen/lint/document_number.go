package lint

import (
	"strings"
	"unicode/utf8"
)

// numberBrackets are the brackets that people put around the year of a document number.
const numberBrackets = "〔〕[]［］【】()（）﹝﹞〈〉"

// eachNumber calls f with the place of every document number 某某〔2025〕5号: where its bracket opens and where the text
// after the closing one begins. A case number, （2020）闽05行终1号, is none.
func (p *pass) eachNumber(f func(i int, u *unit, open, rest int)) {
	p.each(all, func(i int, u *unit) {
		for _, n := range u.numbers {
			if n.end-n.at != 4 || !hasAny(u.text[n.at:], "19", "20") {
				continue
			}
			open, wide := utf8.DecodeLastRuneInString(u.text[:n.at])
			end, size := utf8.DecodeRuneInString(u.text[n.end:])
			if !strings.ContainsRune(numberBrackets, open) || !strings.ContainsRune(numberBrackets, end) ||
				!isHan(before(u.text, n.at-wide)) || !isSerial(u.text[n.end+size:]) {
				continue
			}
			f(i, u, n.at-wide, n.end+size)
		}
	})
}

// isSerial reports whether a text begins with a running number: 5号, 第05号.
func isSerial(text string) bool {
	text = strings.TrimPrefix(text, "第")
	rest := strings.TrimLeft(text, "0123456789")
	return rest != text && len(text)-len(rest) < 8 && strings.HasPrefix(rest, "号")
}

// yearBracket: [2025]5号 → 〔2025〕5号 (N1).
func yearBracket(p *pass) {
	p.eachNumber(func(i int, u *unit, open, rest int) {
		old := u.text[open:rest]
		right := "〔" + strings.Trim(old, numberBrackets) + "〕"
		if old != right {
			p.fix(i, open, rest, right, "发文字号的年份应当用六角括号〔〕括入")
		}
	})
}

// serialForm: 〔2025〕第05号 → 〔2025〕5号 (N2).
func serialForm(p *pass) {
	p.eachNumber(func(i int, u *unit, _, rest int) {
		serial := strings.TrimLeft(strings.TrimPrefix(u.text[rest:], "第"), "0")
		end := len(u.text) - len(serial)
		if end > rest && !strings.HasPrefix(serial, "号") {
			p.fix(i, rest, end, "", "发文顺序号不加“第”，不编虚位")
		}
	})
}
