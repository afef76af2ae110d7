package lint

import (
	"strings"
	"unicode/utf8"
)

// statistical are the units in which reports count what they did.
var statistical = [...]string{"件次", "人次", "场次", "件", "份", "场", "名", "人", "家", "户", "起", "宗"}

// numeralScript reports counts in Chinese numerals, from 十一 on, where the same unit is counted in Arabic figures (Q7).
func numeralScript(p *pass) {
	arabic := make(map[string]bool)
	for i := range p.units {
		for _, n := range p.units[i].numbers {
			arabic[n.unit] = true
		}
	}
	p.each(prose|cell, func(i int, u *unit) {
		for _, unit := range statistical {
			if !arabic[unit] {
				continue
			}
			indices(u.text, unit, func(at int) {
				from := strings.TrimRightFunc(u.text[:at], isHanNumeral)
				numeral := u.text[len(from):at]
				if utf8.RuneCountInString(numeral) > 1 && strings.ContainsAny(numeral[len("一"):], "一二三四五六七八九百千万") &&
					!endsInAny(from, "第", "、") {
					p.say(i, len(from), "同一量词的统计数字应当用一种数字形式")
				}
			})
		}
	})
}

// zeroForm: 二零二五年 → 二〇二五年, 一百〇五 → 一百零五, 二个 → 两个 (Q8).
func zeroForm(p *pass) {
	p.each(all, func(i int, u *unit) {
		indices(u.text, "零", func(at int) {
			if isHanYear(u.text, at, "零") {
				p.fix(i, at, at+len("零"), "〇", "年份中用“〇”")
			}
		})
		indices(u.text, "〇", func(at int) {
			if endsInAny(u.text[:at], "百", "千", "万", "亿") {
				p.fix(i, at, at+len("〇"), "零", "数目中用“零”")
			}
		})
		indices(u.text, "二个", func(at int) {
			if r := before(u.text, at); !strings.ContainsRune("第、至到或～—", r) && !isHanNumeral(r) && !hasAny(u.text[at:], "二个月") {
				p.fix(i, at, at+len("二"), "两", "量词之前用“两”")
			}
		})
	})
}

// isHanYear reports whether the sign at a byte is one of the four digits of a year.
func isHanYear(text string, at int, zero string) bool {
	digits := func(r rune) bool { return hanDigit(r) > 0 || r == '〇' || r == '零' }
	const room = 5 * len("零") // more than a year has on each side
	text, at = text[max(0, at-room):min(len(text), at+len(zero)+room)], min(at, room)
	left := strings.TrimRightFunc(text[:at], digits)
	right := strings.TrimLeftFunc(text[at+len(zero):], digits)
	year := text[len(left) : len(text)-len(right)]
	return utf8.RuneCountInString(year) == 4 && strings.HasPrefix(right, "年") && hasAny(year, "一九", "二零", "二〇")
}

// digitGrouping reports separators of thousands where other numbers have none (Q9).
func digitGrouping(p *pass) {
	grouped, bare, unit := 0, 0, -1
	var first number
	for i := range p.units {
		for _, n := range p.units[i].numbers {
			switch {
			case n.grouped:
				if grouped++; unit < 0 {
					unit, first = i, n
				}
			case n.end-n.at-max(n.places+1, 1)+1 > 4 && n.unit != "" && !n.isOrdinal(p.units[i].text):
				bare++
			}
		}
	}
	if grouped > 0 && bare > 0 {
		p.say(unit, first.at, "数字的千位分隔前后不一致")
	}
}

// moneyScale reports the first amount in 元 from ten thousand on, where others are given in 万元 (Q9).
func moneyScale(p *pass) {
	inTenThousands := false
	unit, at := -1, 0
	for i := range p.units {
		for _, n := range p.units[i].numbers {
			switch {
			case n.unit == "万元" || n.scale == "万" && n.unit == "元":
				inTenThousands = true
			case n.unit == "元" && n.scale == "" && n.value >= 10_000*step && unit < 0:
				unit, at = i, n.at
			}
		}
	}
	if inTenThousands && unit >= 0 {
		p.say(unit, at, "金额有的以元计，有的以万元计")
	}
}
