package layout

import "strings"

// glue marks the gaps at which no line may end: before and after marks (避头尾), inside words and inside numbers with
// their units. It reads every cell a bounded number of times.
func (s *setter) glue(cells []cell) {
	before := noEnd // nothing breaks before the first
	for i := range cells {
		if cells[i].flags&hidden != 0 {
			cells[i].flags |= hard
			continue
		}
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
		case isNumeral(r):
			i = glueNumeral(cells, i)
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
		cells[end].flags |= tight | seam
		end++
	}
	if end-i > longWord {
		spareLinks(cells[i:end])
	}
	if i > 0 && isDigit(cells[i].r) && (cells[i-1].r == '第' || cells[i-1].r == '〕') {
		cells[i].flags |= tight
	}
	if last := cells[end-1].r; isDigit(last) || last == '%' {
		return glueTail(cells, end)
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

// glueTail keeps what follows a number with it: the other part of a fraction, ratio or range, or the unit, before which
// one blank may stand. It returns where to go on.
func glueTail(cells []cell, i int) int {
	if next, ok := joint(cells, i); ok {
		tighten(cells[i : next+1])
		cells[next].flags |= seam
		return next
	}
	if i+1 < len(cells) && cells[i].r == ' ' {
		if end := glueUnit(cells, i+1); end > i+1 {
			return end
		}
		return i
	}
	return glueUnit(cells, i)
}

// joint returns where the second number of a fraction (三分之一), a ratio (3∶2), a range (1—3项, 一至三年) or of two that share
// a unit (3、4月) begins, of which the first ends at i.
func joint(cells []cell, i int) (int, bool) {
	if i >= len(cells) {
		return 0, false
	}
	next := i + 1
	switch cells[i].r {
	case '分':
		if next == len(cells) || cells[next].r != '之' {
			return 0, false
		}
		next++
	case '—':
		if next < len(cells) && cells[next].r == '—' {
			next++
		}
	case '–', '―', '～', '〜', '－', '至', '∶', '：':
	case '、':
		return next, shareUnit(cells, next)
	default:
		return 0, false
	}
	return next, next < len(cells) && (isDigit(cells[next].r) || isNumeral(cells[next].r))
}

// shareUnit reports whether at i a short number follows, or a list of three at most, that has a unit: 3、4月.
func shareUnit(cells []cell, i int) bool {
	for range 3 {
		end := i
		for end < len(cells) && end < i+3 && isDigit(cells[end].r) {
			end++
		}
		if end == i || end == len(cells) {
			return false
		}
		if cells[end].r != '、' {
			return unitLength(cells[end:]) > 0
		}
		i = end + 1
	}
	return false
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
	if next, ok := continuesDate(cells, end); ok {
		cells[next].flags |= tight | seam
		return next
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

// continuesDate returns where the next part of a date or time begins, if one does after the unit before i, beside a blank:
// 2025年|2月|17日, 8时|30分, 二〇二五年|三月.
func continuesDate(cells []cell, i int) (int, bool) {
	next := partAfter(cells[i-1].r)
	if next == "" {
		return 0, false
	}
	if i < len(cells) && cells[i].r == ' ' {
		i++
	}
	end := i
	for end < len(cells) && end < i+3 && (isDigit(cells[end].r) || isNumeral(cells[end].r)) {
		end++
	}
	after := end
	if after < len(cells) && cells[after].r == ' ' {
		after++
	}
	return i, end > i && after < len(cells) && strings.ContainsRune(next, cells[after].r)
}

// partAfter returns the units that follow a unit in a date or time.
func partAfter(unit rune) string {
	switch unit {
	case '年':
		return "月"
	case '月':
		return "日号"
	case '时', '点':
		return "分"
	case '分':
		return "秒"
	}
	return ""
}

// isNumeral reports whether a character is a Han digit or magnitude.
func isNumeral(r rune) bool {
	switch r {
	case '〇', '○', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '两':
		return true
	}
	return false
}

// longNumeral is the length from which on a run of Han numerals may be cut.
const longNumeral = 24

// glueNumeral keeps the Han numerals that begin at i together, and what follows with them where they are a number for
// sure. Many words begin with a numeral (十分, 一致, 一起, 千方百计), so a single one counts only
//
//   - as a part of a date, fraction, ratio or range: 三月十日, 三分之一, 一至三年;
//   - before a word of approximation and a unit: 十余件;
//   - before one of singleUnits: 三个;
//   - after 几, if it is a magnitude: 几十件.
//
// Two and more are a number always.
func glueNumeral(cells []cell, i int) int {
	end := i + 1
	for end < len(cells) && end < i+longNumeral && isNumeral(cells[end].r) {
		cells[end].flags |= tight | seam
		end++
	}
	if end > i+1 || cells[i].flags&seam != 0 {
		return glueTail(cells, end)
	}
	magnitude := strings.ContainsRune(magnitudes, cells[i].r)
	if magnitude && i > 0 && cells[i-1].r == '几' {
		cells[i].flags |= tight
		return glueUnit(cells, end)
	}
	if end == len(cells) {
		return end
	}
	switch r := cells[end].r; {
	case strings.ContainsRune(singleUnits, r):
		cells[end].flags |= tight
		return end + 1
	case magnitude && strings.ContainsRune(about, r) && end+1 < len(cells) && unitLength(cells[end+1:]) > 0:
		return glueUnit(cells, end)
	case r == '月' || r == '时':
		if _, ok := continuesDate(cells, end+1); ok {
			return glueUnit(cells, end)
		}
	case r != '、' && r != '：':
		if _, ok := joint(cells, end); ok {
			return glueTail(cells, end)
		}
	}
	return end
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
	tighten(cells[i+1 : end])
	if _, ok := joint(cells, end); ok && cells[end].r != '分' && cells[end].r != '：' {
		return glueTail(cells, end)
	}
	n := unitLength(cells[end:])
	tighten(cells[end : end+n])
	return end + n
}

func tighten(cells []cell) {
	for i := range cells {
		cells[i].flags |= tight
	}
}
