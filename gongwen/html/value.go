package html

import (
	"strings"
	"unicode/utf8"
)

// scales are what may follow the digits of a plain number, and by how many places they move the point.
func scales() [4]struct {
	name  string
	shift int
} {
	return [...]struct {
		name  string
		shift int
	}{{"亿", 8}, {"万", 4}, {"%", -2}, {"‰", -3}}
}

// vague are words that make a number an approximate one, wherever they stand.
func vague() [8]string {
	return [...]string{"余", "多", "左右", "上下", "以上", "以下", "以内", "不足"}
}

// goesOn are words after digits that make them a part of something else: a range, a fraction, a number partly in words.
func goesOn() [11]string {
	return [...]string{"至", "～", "—", "-", "/", "∶", "成", "分之", "百", "千", "万"}
}

// machineValue returns the value of a figure as it is printed: "2573.4万元" is "25734000". It is empty if the text is not a
// number with a unit and nothing more.
func machineValue(text string) string {
	const most = 24 // digits
	whole, rest := cutDigits(text)
	fraction := ""
	if after, ok := strings.CutPrefix(rest, "."); ok {
		if fraction, rest = cutDigits(after); fraction == "" {
			return ""
		}
	}
	if whole == "" || len(whole)+len(fraction) > most {
		return ""
	}
	shift := 0
	for _, s := range scales() {
		if after, ok := strings.CutPrefix(rest, s.name); ok {
			rest, shift = after, s.shift
			break
		}
	}
	if !isUnit(rest) {
		return ""
	}
	return decimal(whole+fraction, len(whole)+shift)
}

// isUnit reports whether what follows a number only says what is counted.
func isUnit(s string) bool {
	const most = 8 // characters
	if utf8.RuneCountInString(s) > most || strings.ContainsAny(s, "0123456789０１２３４５６７８９.,，、%‰亿") {
		return false
	}
	for _, word := range goesOn() {
		if strings.HasPrefix(s, word) {
			return false
		}
	}
	for _, word := range vague() {
		if strings.Contains(s, word) {
			return false
		}
	}
	return true
}

// cutDigits splits a text after its leading digits.
func cutDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

// decimal writes digits with a point before the given place, without zeros that say nothing.
func decimal(digits string, point int) string {
	if point <= 0 {
		digits, point = strings.Repeat("0", 1-point)+digits, 1
	}
	if point > len(digits) {
		digits += strings.Repeat("0", point-len(digits))
	}
	whole, fraction := strings.TrimLeft(digits[:point], "0"), strings.TrimRight(digits[point:], "0")
	if whole == "" {
		whole = "0"
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}
