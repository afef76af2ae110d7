package lint

import (
	"strings"
)

// rateChange: 败诉率1.37%，同比下降10.91% → 下降10.91个百分点 (Q5). A percentage of a rate and points of it are two
// things; the text is changed only where it names both rates and their difference is the number.
func rateChange(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		for k, n := range u.numbers {
			if n.unit != "%" && n.unit != "％" {
				continue
			}
			subject, ok := cutChange(u.text[u.sentenceFrom(n.at):n.at])
			if !ok || !isRate(subject) {
				continue
			}
			const message = "百分率的升降应当以百分点计；如果确是相对变化，应当写明"
			if k > 1 && isDifference(u.numbers[k-2], u.numbers[k-1], n) {
				p.fix(i, n.after-len(n.unit), n.after, "个百分点", message)
			} else {
				p.say(i, n.at, message)
			}
		}
	})
}

// isDifference reports whether c is the difference of two rates.
func isDifference(a, b, c number) bool {
	same := a.unit == c.unit && b.unit == c.unit && a.exact && b.exact && c.exact
	return same && max(a.value, b.value)-min(a.value, b.value) == c.value
}

// cutChange takes the words of a change from the end of a text: 同比下降, 比上年提高了.
func cutChange(text string) (before string, ok bool) {
	text, _ = cutLastAny(text, "了", "约", "近", "超过")
	text, ok = cutLastAny(text, "下降", "上升", "提高", "提升", "增长", "增加", "降低", "减少", "回落", "攀升")
	if !ok {
		return text, false
	}
	for again := true; again; {
		text, again = cutLastAny(text, "，", ",", "、", "分别", "均", "也", "同比", "环比", "相比", "比上年", "比去年", "比上年同期", "较上年",
			"较去年", "较上年同期", "较去年同期", "比去年同期", "与上年", "与去年", "与上年同期", "比往年", "较往年", "同期", "上年", "又", "再", "大幅", "显著", "持续")
	}
	return text, true
}

// isRate reports whether a text ends in a rate, or in a rate and its value: 败诉率, 败诉率1.37%, 合格率为98%.
func isRate(text string) bool {
	if rest, ok := cutLastAny(text, "%", "％"); ok {
		rest = strings.TrimRight(rest, "0123456789.")
		for again := true; again; {
			rest, again = cutLastAny(rest, "为", "是", "达到", "达", "约", "至", "到", "由", "从", "降", "升", "提高", "下降", "上升", "提升", "%", "％", "，")
			rest = strings.TrimRight(rest, "0123456789.")
		}
		text = rest
	}
	return endsInAny(text, "率", "比重", "占比", "比例", "满意度", "知晓度")
}

// multipleDecrease: 减少2倍 (Q6).
func multipleDecrease(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		for _, word := range [...]string{"降低", "减少", "下降", "缩小", "缩短"} {
			indices(u.text, word, func(at int) {
				rest, _ := cutAny(u.text[at+len(word):], "了", "至少", "约", "近")
				number := strings.TrimLeftFunc(rest, func(r rune) bool { return isDigit(r) || r == '.' || isHanNumeral(r) })
				if number != rest && hasAny(number, "倍") {
					p.say(i, at, "降低、减少不以倍计，应当用百分数或者分数")
				}
			})
		}
	})
}

// multipleGrowth: from 60 to 236 is 增长2.93倍, not 3.93倍 (Q6).
func multipleGrowth(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		for k := 2; k < len(u.numbers); k++ {
			a, b, n := u.numbers[k-2], u.numbers[k-1], u.numbers[k]
			between := u.text[a.after:b.at]
			grows := endsInAny(between, "增加到", "增长到", "增至", "上升到", "上升至", "增长至", "增加至", "提高到")
			if n.unit != "倍" || !grows || a.value <= 0 || b.value <= a.value || len(u.text[b.after:n.at]) > 40 ||
				!strings.Contains(u.text[b.after:n.at], "增") || !a.exact || !b.exact {
				continue
			}
			if times := float64(b.value) / float64(a.value); rounds(float64(n.value)/step, times, n.places) &&
				!rounds(float64(n.value)/step, times-1, n.places) {
				p.say(i, n.at, "增长的倍数多算了一倍：应当减去原数")
			}
		}
	})
}

// rounds reports whether a printed number is one of so many places that v is rounded or cut to.
func rounds(printed, v float64, places int) bool {
	unit := 1.0
	for range places {
		unit /= 10
	}
	return v-printed < unit && printed-v < unit
}
