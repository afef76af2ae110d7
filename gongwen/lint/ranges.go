package lint

import (
	"strings"
	"unicode/utf8"
)

// joiners are the signs that people put between the ends of a range.
const joiners = "～~-–—－"

// eachRange calls f with two numbers and the bytes of the sign between them. A chain of more, 0595-22-33, is no range.
func (p *pass) eachRange(f func(i int, u *unit, a, b number, from, to int)) {
	p.each(all, func(i int, u *unit) {
		for k := 1; k < len(u.numbers); k++ {
			a, b := u.numbers[k-1], u.numbers[k]
			sign, size := utf8.DecodeRuneInString(u.text[a.after:])
			if a.after+size != b.at || !strings.ContainsRune(joiners, sign) {
				continue
			}
			prev, next := before(u.text, a.at), after(u.text, b.after)
			if isLetter(prev) || isLetter(next) || prev != 0 && strings.ContainsRune(joiners+"./第〔[", prev) ||
				next != 0 && strings.ContainsRune(joiners+"./", next) || u.text[b.at] == '0' && b.end-b.at > 1 {
				continue
			}
			f(i, u, a, b, a.after, b.at)
		}
	})
}

// rangePercent: 15～30% → 15%～30% (Q2).
func rangePercent(p *pass) {
	p.eachRange(func(i int, u *unit, a, b number, from, _ int) {
		if a.unit == "" && a.scale == "" && (b.unit == "%" || b.unit == "％") {
			p.fix(i, from, from, b.unit, "百分数的范围前后都写百分号")
		}
	})
}

// rangeScale: 13～17万元 may mean 13元 to 17万元 (Q2).
func rangeScale(p *pass) {
	p.eachRange(func(i int, u *unit, a, b number, _, _ int) {
		big := b.scale == "万" || b.scale == "亿" || b.unit == "万元" || b.unit == "亿元"
		if a.unit == "" && a.scale == "" && big {
			p.say(i, a.at, "范围的前一数应当写明“万”或者“亿”")
		}
	})
}

// rangeJoiner: 2021-2025年 → 2021—2025年, 1-6月 → 1—6月, 100-150公斤 → 100～150公斤 (Q3). A range of
// values may have — too (GB/T 15835-2011, 5.1.3, not seen in a published text).
func rangeJoiner(p *pass) {
	p.eachRange(func(i int, u *unit, a, b number, from, to int) {
		sign := u.text[from:to]
		years := (b.unit == "年" || strings.HasPrefix(u.text[b.after:], "年度") || strings.HasPrefix(u.text[b.end:], "学年")) &&
			a.end-a.at == 4 && b.end-b.at == 4
		switch {
		case years && sign != "—":
			p.fix(i, from, to, "—", "年份的起止用一字线")
		case years || !strings.Contains("-–－", sign):
		case isDates(a, b):
			p.fix(i, from, to, "—", "时间的起止用一字线")
		case isQuantity(b) && (a.unit == "" || a.unit == b.unit) && a.value < b.value:
			p.fix(i, from, to, "～", "数值的起止用浪纹线")
		}
	})
}

// isDates reports the ends of a time in months or days: 1-6月, 3月-5月, 3月28日-4月2日.
func isDates(a, b number) bool {
	isDate := func(unit string) bool { return unit == "月" || unit == "日" }
	return isDate(b.unit) && a.scale == "" && b.scale == "" && (isDate(a.unit) || a.unit == "" && a.value < b.value)
}

// isQuantity reports a number with a unit that measures or counts, not one of dates, parts or series.
func isQuantity(n number) bool {
	switch n.unit {
	case "", "年", "月", "日", "号", "条", "章", "节", "款", "页", "届", "级", "期", "分", "项", "则", "部", "类", "组", "次":
		return false
	}
	return true
}

// adjacentDigits: 三、四十 → 三四十; 3、4个 → 三四个 (Q4).
func adjacentDigits(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		indices(u.text, "、", func(at int) {
			end := at + len("、")
			a, b := before(u.text, at), after(u.text, end)
			rest := u.text[min(len(u.text), end+utf8.RuneLen(b)):]
			switch {
			case hanDigit(a) > 0 && hanDigit(b) == hanDigit(a)+1 && countsAfter(rest) && !isSeries(u.text[:at-len("一")]):
				p.fix(i, at, end, "", "相邻两数表示概数，中间不加顿号")
			case isDigit(a) && b == a+1 && a > '0' && hasAny(rest, "个", "天", "人", "次", "家") && !hasAny(rest, "个月") &&
				!isSeries(u.text[:at-1]) && !isDigit(before(u.text, at-1)):
				p.fix(i, at-1, end+1, hanDigitOf(a)+hanDigitOf(b), "概数用汉字，中间不加顿号")
			}
		})
	})
}

func hanDigitOf(r rune) string { return string([]rune(hanDigits)[r-'0']) }

// countsAfter reports whether what follows a pair of digits counts something: 三、四十, 三、四个.
func countsAfter(text string) bool {
	return hasAny(text, "十", "百", "千", "万", "个", "天", "次", "人", "家", "户") && !hasAny(text, "个月", "人民", "次会", "十条", "十届")
}

// isSeries reports whether the digit after a text is one of a series, 第三、四个, or begins a numbered paragraph.
func isSeries(text string) bool {
	return text == "" || endsInAny(text, "第", "、", "（", "(", "。") || isHanNumeral(before(text, len(text)))
}
