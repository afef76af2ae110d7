package lint

import "strings"

const approxMessage = "概数重叠，去掉其中一个"

// stackedApprox: 近7万余份 (Q1). There are two ways to right it, so there is no fix.
func stackedApprox(p *pass) {
	p.each(all, func(i int, u *unit) {
		for _, n := range u.numbers {
			tail := hasAny(u.text[n.after:], "左右", "上下", "以上", "以下")
			switch {
			case n.approx != "" && (n.more == "余" || n.more == "多"), n.approx != "" && tail, n.more != "" && tail:
				p.say(i, n.at-len(n.approx), approxMessage)
			}
		}
		for _, word := range [...]string{"近", "约", "逾", "超", "超过"} {
			indices(u.text, word, func(at int) {
				rest := u.text[at+len(word):]
				numeral := strings.TrimLeftFunc(rest, isHanNumeral)
				if numeral != rest && endsInAny(rest[:len(rest)-len(numeral)], "十", "百", "千", "万", "亿") && hasAny(numeral, "余") {
					p.say(i, at, approxMessage)
				}
			})
		}
	})
}
