package redact

import "strings"

// Digits as they are spelled in words.
const spelledDigits = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"

// spelled finds mobile and identity numbers that are written in Chinese digits: 一三九… of eleven, 一一〇一… of eighteen.
func (p *page) spelled(each func(hit)) {
	for i := 0; i < len(p.folded); i++ {
		start := i
		for strings.ContainsRune(spelledDigits, p.rune(i)) {
			i++
		}
		end := i
		if end-start == 17 && strings.ContainsRune("xX", p.rune(end)) {
			end++
		}
		switch end - start {
		case 11:
			if strings.ContainsRune("一幺壹", p.rune(start)) {
				each(hit{start: start, end: end, kind: Phone, mask: covered})
			}
		case 18:
			each(hit{start: start, end: end, kind: ID, mask: covered})
		}
	}
}
