package layout

import "strings"

// glue marks the gaps at which no line may end: before and after marks (避头尾), inside words and inside numbers with
// their units. It reads every cell a bounded number of times.
func (s *setter) glue(cells []cell) {
	before := noEnd // nothing breaks before the first
	for i := range cells {
		after := classOf(cells[i].r)
		if cells[i].flags&space != 0 || after&noStart != 0 || before&noEnd != 0 {
			cells[i].flags |= hard
		}
		before = after
	}
	for i := 0; i < len(cells); {
		switch r := cells[i].r; {
		case isWord(r):
			i = glueWord(cells, i)
		case r == '第':
			i = glueOrdinal(cells, i)
		default:
			i++
		}
	}
}

// isWord reports whether a character belongs to a word or number of ASCII.
func isWord(r rune) bool { return r > ' ' && r < 0x7F }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// glueWord keeps the ASCII word that begins at i together, with 第 or 〕 before it and the unit after it. It returns where
// to go on.
func glueWord(cells []cell, i int) int {
	end := i + 1
	for end < len(cells) && isWord(cells[end].r) {
		cells[end].flags |= tight
		end++
	}
	if end-i > longWord {
		spareLinks(cells[i:end])
	}
	if i > 0 && isDigit(cells[i].r) && (cells[i-1].r == '第' || cells[i-1].r == '〕') {
		cells[i].flags |= tight
	}
	if last := cells[end-1].r; isDigit(last) || last == '%' {
		return glueUnit(cells, end)
	}
	return end
}

// longWord is the length from which on a word is looked at as an address.
const longWord = 12

// spareLinks lets a line end after the solidus, the question mark and the ampersand of an address, but not after the two
// solidi: https://a.cn/b?c&d.
func spareLinks(word []cell) {
	for i := 2; i < len(word); i++ {
		before := word[i-1].r
		if (before == '/' || before == '?' || before == '&') && word[i].r != '/' && word[i-2].r != '/' {
			word[i].flags &^= tight | hard
		}
	}
}

// glueUnit keeps what follows a number with it: approximation, magnitude, unit, and of a date the next part.
func glueUnit(cells []cell, i int) int {
	end := skipAny(cells, i, about)
	end = skipAny(cells, end, magnitudes)
	end = skipAny(cells, end, about)
	n := unitLength(cells[end:])
	if n == 0 && !hasMagnitude(cells[i:end]) {
		return i
	}
	end += n
	tighten(cells[i:end])
	if continuesDate(cells, end) {
		cells[end].flags |= tight
	}
	return end
}

// skipAny returns the end of the characters of a set from i on, two at most: 十万, 余.
func skipAny(cells []cell, i int, set string) int {
	for n := 0; n < 2 && i < len(cells) && strings.ContainsRune(set, cells[i].r); n++ {
		i++
	}
	return i
}

func hasMagnitude(cells []cell) bool {
	for i := range cells {
		if strings.ContainsRune(magnitudes, cells[i].r) {
			return true
		}
	}
	return false
}

// unitLength returns the length of the unit with which cells begin, 0 if there is none.
func unitLength(cells []cell) int {
	if len(cells) == 0 {
		return 0
	}
	for _, word := range unitWords[cells[0].r] {
		if begins(cells, word) {
			return len(word)
		}
	}
	return 0
}

func begins(cells []cell, word []rune) bool {
	if len(cells) < len(word) {
		return false
	}
	for i, r := range word {
		if cells[i].r != r {
			return false
		}
	}
	return true
}

// continuesDate reports whether at i, after 年 or 月, a month or day follows: 2025年|2月|17日.
func continuesDate(cells []cell, i int) bool {
	var next rune
	switch cells[i-1].r {
	case '年':
		next = '月'
	case '月':
		next = '日'
	default:
		return false
	}
	end := i
	for end < len(cells) && end < i+2 && isDigit(cells[end].r) {
		end++
	}
	return end > i && end < len(cells) && cells[end].r == next
}

// glueOrdinal keeps 第 with the Han number after it and its unit: 第十七次.
func glueOrdinal(cells []cell, i int) int {
	end := i + 1
	for end < len(cells) && end < i+8 && strings.ContainsRune(hanDigits, cells[end].r) {
		end++
	}
	if end == i+1 {
		return end
	}
	end += unitLength(cells[end:])
	tighten(cells[i+1 : end])
	return end
}

func tighten(cells []cell) {
	for i := range cells {
		cells[i].flags |= tight
	}
}
