package lint

import (
	"strings"
	"unicode/utf8"
)

// quoteSeparator: 《甲》、《乙》 → 《甲》《乙》 (P1). Where a note in brackets stands between them, the mark belongs there.
func quoteSeparator(p *pass) {
	p.each(prose|title|cell, func(i int, u *unit) {
		for _, sep := range [...]string{"”、“", "》、《"} {
			closing := sep[:len("”")]
			indices(u.text, sep, func(at int) {
				from, end := u.sentenceFrom(at), u.sentenceEnd(at)
				sentence := u.text[from:end]
				if strings.Contains(sentence, closing+"（") || strings.Contains(sentence, closing+"(") {
					return
				}
				p.fix(i, at+len(closing), at+len(closing)+len("、"), "", "并列的引号、书名号之间通常不用顿号")
			})
		}
	})
}

// listEnd: 甲、乙、等 → 甲、乙等 (P9).
func listEnd(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		indices(u.text, "、等", func(at int) {
			next := after(u.text, at+len("、等"))
			if next != 0 && strings.ContainsRune("级待候同比额离分量值于效式温压次身外", next) {
				return
			}
			p.fix(i, at, at+len("、"), "", "“等”之前不用顿号")
		})
	})
}

// listCount reports a list that is longer than the number after 等 says: 甲、乙、丙等2个 (P9).
func listCount(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		for _, n := range u.numbers {
			list, ok := strings.CutSuffix(u.text[:n.at], "等")
			if !ok || !n.exact || n.unit == "" || n.scale != "" || n.places > 0 || n.value >= 20*step {
				continue
			}
			low := max(0, len(list)-reach)
			if from := strings.LastIndexAny(list[low:], "。；！？，：,;:（(“”《"); from >= 0 {
				_, size := utf8.DecodeRuneInString(list[low+from:])
				low += from + size
			}
			if items := strings.Count(list[low:], "、") + 1; int64(items) > n.value/step {
				p.say(i, n.at, "列举的项数多于“等”之后的数目")
			}
		}
	})
}
