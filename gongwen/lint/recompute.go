package lint

import (
	"strings"
	"unicode/utf8"
)

// rateRecomputed compares a percentage with the counts in its sentence (Q10): 受理65件，办结61件，办结率95.31%. It
// speaks only where the numerator is sure — the count of what the rate is named after, or the one before 占 — and no
// count of the sentence makes the rate come out.
func rateRecomputed(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		for _, n := range u.numbers {
			if n.unit != "%" && n.unit != "％" || !n.exact {
				continue
			}
			from := u.sentenceFrom(n.at)
			counts := u.inSentence(from, n.at)
			if word, ok := rateWord(u.text[from:n.at]); ok {
				p.compareRate(i, u, n, counts, namedCount(u, counts, word), false)
			} else if share, ok := cutShare(u.text[from:n.at]); ok {
				p.compareRate(i, u, n, counts, lastCount(counts, from+len(share)), true)
			}
		}
	})
}

// compareRate compares a percentage with the count counts[k] over each other count of the same unit. Of a share only
// totals are denominators.
func (p *pass) compareRate(i int, u *unit, rate number, counts []number, k int, share bool) {
	if k < 0 || !counts[k].exact {
		return
	}
	part, tried := counts[k], false
	for j, whole := range counts {
		if j == k || whole.unit != part.unit || !whole.exact || whole.value < part.value || whole.value == 0 ||
			share && (j > k || !isTotal(u, counts, j)) {
			continue
		}
		if rounds(float64(rate.value)/step, 100*float64(part.value)/float64(whole.value), rate.places) {
			return
		}
		tried = true
	}
	if tried {
		p.say(i, rate.at, "百分率与文中的分子、分母不符")
	}
}

// rateWord returns the two characters before 率 in a text that ends in a rate: 办结 of 案件办结率为.
func rateWord(text string) (string, bool) {
	text, _ = cutLastAny(text, "约为", "达到", "为", "达", "是", "约")
	text, ok := strings.CutSuffix(text, "率")
	word := lastRunes(text, 2)
	return word, ok && utf8.RuneCountInString(word) == 2 && !strings.ContainsFunc(word, func(r rune) bool { return !isHan(r) })
}

// namedCount returns which count is introduced by a word: 办结 of 办结61件; -1 if none is.
func namedCount(u *unit, counts []number, word string) int {
	for k := len(counts) - 1; k >= 0; k-- {
		from := max(0, counts[k].at-60)
		if k > 0 {
			from = max(from, counts[k-1].after)
		}
		if counts[k].isCount() && strings.Contains(u.text[from:counts[k].at], word) {
			return k
		}
	}
	return -1
}

// cutShare takes the words of a share from the end of a text: ，占总数的.
func cutShare(text string) (string, bool) {
	text, ok := cutLastAny(text, "占", "占比", "占比为", "占总数的", "占总数", "占比达", "占案件总数的")
	text = strings.TrimRight(text, "，,（( ")
	return text, ok
}

// lastCount returns the count that ends at a byte, -1 if there is none.
func lastCount(counts []number, end int) int {
	if k := len(counts) - 1; k >= 0 && counts[k].isCount() && counts[k].after == end {
		return k
	}
	return -1
}

// isTotal reports whether a count is introduced as the whole: 共65份.
func isTotal(u *unit, counts []number, k int) bool {
	from := max(0, counts[k].at-60)
	if k > 0 {
		from = max(from, counts[k-1].after)
	}
	text := u.text[from:counts[k].at]
	for _, word := range [...]string{"共", "合计", "总计", "累计", "总数", "受理", "收到", "办理", "抽取", "抽查", "评查", "审结", "办结"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// isCount reports a number with a unit that counts.
func (n number) isCount() bool {
	switch n.unit {
	case "", "%", "％", "‰", "年", "月", "日", "号", "条", "章", "节", "款", "页", "届", "级", "期", "分", "倍", "个百分点", "百分点", "天", "小时", "分钟", "个月":
		return false
	}
	return true
}

// sumRecomputed compares a total with its parts (Q10): 甲24份、乙35份、丙7份，合计65份; 共65份，其中甲24份、乙35份、丙7份.
func sumRecomputed(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		for k, n := range u.numbers {
			if !n.isCount() || !n.exact {
				continue
			}
			if endsInAny(u.text[:n.at], "合计", "共计", "总计", "合计为", "总计为") || n.endsAll(u.text) {
				p.compareSumBefore(i, u, k)
			}
			rest := u.text[n.after:min(len(u.text), n.after+60)]
			if at := strings.Index(rest, "其中"); at >= 0 && !strings.ContainsAny(rest[:at], "。；0123456789") {
				p.compareSumAfter(i, u, k)
			}
		}
	})
}

// endsAll reports a total that is named by 共 alone, with nothing said of it but the number: ，共65份。
func (n number) endsAll(text string) bool {
	next := after(text, n.after)
	return endsInAny(text[:n.at], "，共", "，一共", "，总共") && (next == 0 || strings.ContainsRune("，。；", next))
}

// mostParts is how many parts of a total are followed.
const mostParts = 60

const sumMessage = "合计数与各分项之和不符"

// compareSumBefore compares a total with the parts before it. Where a sum of the last parts is right, so is the total.
func (p *pass) compareSumBefore(i int, u *unit, k int) {
	total, sum, parts, end := u.numbers[k], int64(0), 0, u.numbers[k].at
	for j := k - 1; j >= max(0, k-mostParts); j-- {
		n := u.numbers[j]
		between := u.text[n.after:end]
		if n.unit != total.unit || strings.ContainsAny(between, "。；！？：") {
			break
		}
		if !n.exact {
			return
		}
		if parts > 0 && strings.Count(between, "、")+strings.Count(between, "，")+strings.Count(between, ",")+strings.Count(between, "和") != 1 {
			break
		}
		sum += n.value
		parts++
		end = n.at
		if sum == total.value {
			return
		}
	}
	if parts > 1 {
		p.say(i, total.at, sumMessage)
	}
}

// compareSumAfter compares a total with parts that are listed after 其中 with 、 between them. They may be some of the
// whole, but not more than it.
func (p *pass) compareSumAfter(i int, u *unit, k int) {
	total, sum, parts := u.numbers[k], int64(0), 0
	for j := k + 1; j < min(len(u.numbers), k+mostParts); j++ {
		n := u.numbers[j]
		between := u.text[u.numbers[j-1].after:n.at]
		if n.unit != total.unit || strings.ContainsAny(between, "。；！？") ||
			parts > 0 && (strings.Count(between, "、") != 1 || strings.ContainsAny(between, "，,（(")) {
			break
		}
		if !n.exact {
			return
		}
		sum += n.value
		parts++
	}
	if parts > 1 && sum > total.value {
		p.say(i, total.at, sumMessage)
	}
}

// sharesRecomputed reports shares of one whole that do not make a hundred (Q10): 分别占40%、35%、27%.
func sharesRecomputed(p *pass) {
	p.each(prose|cell, func(i int, u *unit) {
		for k := 0; k < len(u.numbers); k++ {
			first, last := k, shareRun(u, k)
			k = max(k, last-1)
			together := endsInAny(u.text[:u.numbers[first].at], "分别占", "分别占比", "分别为", "各占")
			if !together && last-first < 3 || last-first < 2 {
				continue
			}
			sum := 0.0
			for _, n := range u.numbers[first:last] {
				sum += float64(n.value) / step
			}
			if share := together || strings.Contains(u.text[max(0, u.numbers[first].at-12):u.numbers[first].at], "占"); share &&
				(sum >= 95 && sum < 99 || sum > 101 && sum <= 105) {
				p.say(i, u.numbers[first].at, "各部分所占百分比之和不是百分之百")
			}
		}
	})
}

// shareRun returns where the percentages that are listed from k on, with 、 between them, end.
func shareRun(u *unit, k int) int {
	j := k
	for ; j < len(u.numbers); j++ {
		n := u.numbers[j]
		if n.unit != "%" && n.unit != "％" || !n.exact {
			break
		}
		if j > k {
			between := u.text[u.numbers[j-1].after:n.at]
			if strings.Count(between, "、")+strings.Count(between, "和") != 1 || strings.ContainsAny(between, "，。；,") {
				break
			}
		}
	}
	return j
}
