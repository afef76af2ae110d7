package lint

import (
	"math"
	"strings"
	"unicode/utf8"
)

// A number is one in Arabic figures, with what stands around it: 近 7 万 余 份.
type number struct {
	at, end int    // its figures, in bytes
	places  int    // after the point
	grouped bool   // with separators of thousands
	value   int64  // in ten thousandths, with 万 and 亿 counted in
	exact   bool   // value is known: neither too large nor approximate
	approx  string // 近, 约, … directly before it
	scale   string // 十 百 千 万 亿 after it
	more    string // 余, 多 after that
	unit    string // 件, %, 个百分点, …; "" if it has none
	after   int    // where unit ends
}

// step is how many parts of one value counts.
const step = 10_000

// units that numbers are counted in, longer ones before those that they begin with.
var countUnits = [...]string{
	"个百分点", "百分点", "人次", "件次", "场次", "户次", "批次", "家次", "车次", "期次", "万元", "亿元", "平方米", "立方米", "公里",
	"公斤", "公顷", "小时", "分钟", "周岁", "个月", "工作日", "%", "％", "‰", "元", "件", "份", "次", "项", "场", "期", "名", "人", "家", "户",
	"起", "宗", "个", "条", "处", "所", "块", "篇", "部", "类", "批", "只", "辆", "台", "套", "吨", "亩", "米", "岁", "倍", "天", "日", "年", "月",
	"届", "位", "张", "本", "册", "幅", "支", "组", "号", "页", "章", "节", "款", "级", "卷", "则", "kg", "km", "m", "℃", "分",
}

// scan finds the numbers of a text.
func scan(text string) []number {
	var out []number
	for at := 0; at < len(text); {
		if !isDigit(rune(text[at])) {
			at++
			continue
		}
		n := scanNumber(text, at)
		out = append(out, n)
		at = n.end
	}
	return out
}

// scanNumber reads the number that begins at a byte.
func scanNumber(text string, at int) number {
	n := number{at: at, end: at, exact: true}
	digits, point := int64(0), false
	for ; n.end < len(text); n.end++ {
		c := text[n.end]
		switch {
		case isDigit(rune(c)):
			digits, n.exact = grow(digits, c, n.exact)
			if point {
				n.places++
			}
		case c == '.' && !point && n.end+1 < len(text) && isDigit(rune(text[n.end+1])):
			point = true
		case c == ',' && !point && groupAt(text, n.end):
			n.grouped = true
		default:
			return n.finish(text, digits)
		}
	}
	return n.finish(text, digits)
}

func grow(v int64, digit byte, ok bool) (int64, bool) {
	if v > 1e11 {
		return v, false
	}
	return v*10 + int64(digit-'0'), ok
}

// groupAt reports whether a comma parts thousands: three figures follow, and not a fourth.
func groupAt(text string, at int) bool {
	rest := text[at+1:]
	for i := range 3 {
		if i >= len(rest) || !isDigit(rune(rest[i])) {
			return false
		}
	}
	return len(rest) == 3 || !isDigit(rune(rest[3]))
}

// finish reads what stands around the figures.
func (n number) finish(text string, digits int64) number {
	rest := text[n.end:]
	rest, n.scale = cutWord(rest, "十", "百", "千", "万", "亿")
	rest, n.more = cutWord(rest, "余", "多", "来")
	rest, n.unit = cutWord(rest, countUnits[:]...)
	n.after = len(text) - len(rest)
	n.approx = approxBefore(text[:n.at])
	n.evaluate(digits)
	n.exact = n.exact && n.approx == "" && n.more == ""
	return n
}

// evaluate computes the value from the figures without the point.
func (n *number) evaluate(digits int64) {
	factor := int64(step)
	switch n.scale {
	case "十":
		factor *= 10
	case "百":
		factor *= 100
	case "千":
		factor *= 1_000
	case "万":
		factor *= 10_000
	case "亿":
		factor *= 100_000_000
	}
	for range n.places {
		if factor%10 != 0 {
			n.exact = false // more places than are kept
			return
		}
		factor /= 10
	}
	if digits > math.MaxInt64/factor {
		n.exact = false
		return
	}
	n.value = digits * factor
}

// cutWord removes the first of words that a text begins with, and returns it.
func cutWord(text string, words ...string) (rest, word string) {
	rest, ok := cutAny(text, words...)
	if !ok {
		return text, ""
	}
	return rest, text[:len(text)-len(rest)]
}

// approxBefore returns the word before a number that makes it approximate.
func approxBefore(text string) string {
	for _, w := range [...]string{"将近", "大约", "接近", "超过", "近", "约", "逾", "超"} {
		if strings.HasSuffix(text, w) {
			return w
		}
	}
	return ""
}

// isOrdinal reports whether a number is one of a series, not a count: 第3次, QZ01104, 5-3.
func (n number) isOrdinal(text string) bool {
	r := before(text, n.at)
	return r == '第' || isLetter(r) || r == '-' || r == '/' || r == '.' || r == '+' || r == '*'
}

// inSentence returns the numbers of a unit between two bytes.
func (u *unit) inSentence(from, end int) []number {
	low, high := 0, len(u.numbers)
	for low < high { // the first that begins at or after from
		mid := (low + high) / 2
		if u.numbers[mid].at < from {
			low = mid + 1
		} else {
			high = mid
		}
	}
	last := low
	for last < len(u.numbers) && u.numbers[last].at < end {
		last++
	}
	return u.numbers[low:last]
}

// lastRunes returns the last n characters of a text.
func lastRunes(text string, n int) string {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}
