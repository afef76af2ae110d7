package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isHan reports a Chinese character.
func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r == '〇' || r > 0x3000 && unicode.Is(unicode.Han, r)
}

// isWide reports a character that is set in a full square: Chinese characters and their punctuation.
func isWide(r rune) bool {
	return isHan(r) || r >= 0x3001 && r <= 0x303f || r >= 0xff01 && r <= 0xff60 || strings.ContainsRune("“”‘’…—·", r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '　' || r == '\u00a0' }

// hanDigits are the Chinese digits from 零.
const hanDigits = "〇一二三四五六七八九"

// hanDigit returns the value of a Chinese digit from 一 to 九, 0 for others.
func hanDigit(r rune) int {
	if i := strings.IndexRune(hanDigits, r); i > 0 {
		return i / len("一")
	}
	return 0
}

func isHanNumeral(r rune) bool {
	return strings.ContainsRune("〇零一二三四五六七八九十百千万亿两", r)
}

// before returns the character that ends at a byte, 0 at the beginning.
func before(text string, at int) rune {
	if at == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return r
}

// after returns the character that begins at a byte, 0 at the end.
func after(text string, at int) rune {
	if at >= len(text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r
}

// indices calls f with every place of a word in a text.
func indices(text, word string, f func(at int)) {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return
		}
		f(from + i)
		from += i + len(word)
	}
}

// reach is how far a sentence is followed, in bytes; longer ones are no sentences.
const reach = 900

// sentenceStops returns where the marks stand that end sentences.
func sentenceStops(text string) []int {
	var stops []int
	for at, r := range text {
		switch r {
		case '。', '；', '！', '？':
			stops = append(stops, at)
		}
	}
	return stops
}

// sentenceFrom returns where the sentence begins in which a byte lies.
func (u *unit) sentenceFrom(at int) int {
	low := max(0, at-reach)
	if i, _ := slices.BinarySearch(u.stops, at); i > 0 && u.stops[i-1] >= low {
		return u.stops[i-1] + len("。")
	}
	for low < at && !utf8.RuneStart(u.text[low]) {
		low++
	}
	return low
}

// sentenceEnd returns where it ends, without its mark.
func (u *unit) sentenceEnd(at int) int {
	high := min(len(u.text), at+reach)
	if i, _ := slices.BinarySearch(u.stops, at); i < len(u.stops) && u.stops[i] <= high {
		return u.stops[i]
	}
	for high > at && high < len(u.text) && !utf8.RuneStart(u.text[high]) {
		high--
	}
	return high
}

// cutAny removes the first of words that a text begins with.
func cutAny(text string, words ...string) (string, bool) {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(text, w); ok {
			return rest, true
		}
	}
	return text, false
}

// cutLastAny removes the first of words that a text ends with.
func cutLastAny(text string, words ...string) (string, bool) {
	for _, w := range words {
		if rest, ok := strings.CutSuffix(text, w); ok {
			return rest, true
		}
	}
	return text, false
}

// hasAny reports whether a text begins with one of words.
func hasAny(text string, words ...string) bool {
	_, ok := cutAny(text, words...)
	return ok
}

// endsInAny reports whether a text ends with one of words.
func endsInAny(text string, words ...string) bool {
	_, ok := cutLastAny(text, words...)
	return ok
}
