package chart

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/times"
)

// TextWidth returns how wide a text of a size is at most, in any face but Song, whose Latin letters are wider.
func TextWidth(text string, size gongwen.Length) gongwen.Length {
	sum := int64(0)
	for _, r := range text {
		sum = min(sum+runeWidth(r), math.MaxInt32)
	}
	return gongwen.Length(min((sum*int64(max(size, 0))+999)/1000, int64(maxHeight)*100))
}

// runeWidth returns the width in thousandths of an em: of Times, upright or bold, whichever is wider; one em for other
// characters.
func runeWidth(r rune) int64 {
	upright, ok := times.Width(r, false)
	if !ok {
		return 1000
	}
	bold, _ := times.Width(r, true)
	return int64(max(upright, bold))
}

// Wrap breaks a text into at most so many lines that are no wider than width, and makes the lines about equally long. Words
// and numbers of ASCII stay whole if they can, a number keeps the character after it, marks that close stay with what they
// close. There is one line at least. What is left over is cut off and the last line ends in ….
func Wrap(text string, width, size gongwen.Length, lines int) []string {
	lines, width, size = max(lines, 1), max(width, 0), max(size, 0)
	out := setLines(text, width, size, lines+1)
	switch {
	case len(out) > lines:
		out = out[:lines]
		out[lines-1] = shorten(out[lines-1]+"…", width, size)
	case len(out) > 1:
		narrow := TextWidth(text, size) / gongwen.Length(len(out))
		for range 30 {
			if next := setLines(text, narrow, size, len(out)+1); narrow < width && len(next) == len(out) {
				return next
			}
			narrow += size / 2
		}
	}
	return out
}

// shorten cuts a text that ends in … before the … until it fits.
func shorten(text string, width, size gongwen.Length) string {
	for TextWidth(text, size) > width && text != "…" {
		text = strings.TrimSuffix(text, "…")
		_, n := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-n] + "…"
	}
	return text
}

// setLines sets a text into lines, as much in each as fits, and stops after so many. What may not be broken and is wider
// than a line is broken anywhere.
func setLines(text string, width, size gongwen.Length, most int) []string {
	var out []string
	room := int64(width) * 1000
	start, end, used := 0, 0, int64(0) // of the line
	for len(out) < most && end < len(text) {
		n, wide := piece(text[end:])
		wide *= int64(size)
		if used+wide <= room {
			end, used = end+n, used+wide
			continue
		}
		if line := strings.TrimSpace(text[start:end]); line != "" {
			out = append(out, line)
			start, used = end, 0
			continue
		}
		if r, k := utf8.DecodeRuneInString(text[end:]); r == ' ' {
			start, end = end+k, end+k
			continue
		}
		k := head(text[end:end+n], room, int64(size))
		start, end, used = end, end+k, 0
		if k < n {
			out, start = append(out, text[start:end]), end
			continue
		}
		used = wide
	}
	if line := strings.TrimSpace(text[start:end]); len(out) < most && (line != "" || len(out) == 0) {
		out = append(out, line)
	}
	return out
}

// head returns how many bytes of a piece fit into a line, those of one character at least.
func head(text string, room, size int64) int {
	used := int64(0)
	for i, r := range text {
		if used += runeWidth(r) * size; used > room && i > 0 {
			return i
		}
	}
	return len(text)
}

// closing are marks that do not begin a line, opening those that do not end one.
const (
	closing = "，。、；：？！）〕】》〉”’…％"
	opening = "（〔【《〈“‘"
)

// longest is how many bytes stay together at most.
const longest = 1000

// piece returns how long the beginning of a text is that stays on one line, and how wide in thousandths of an em.
func piece(text string) (n int, width int64) {
	var before rune
	for i, r := range text {
		word := isLatin(r) && isLatin(before) || r > '~' && before >= '0' && before <= '9'
		if i > longest || i > 0 && !word && !strings.ContainsRune(closing, r) && !strings.ContainsRune(opening, before) {
			return i, width
		}
		width += runeWidth(r)
		before = r
	}
	return len(text), width
}

// isLatin reports whether a rune is a visible character of ASCII.
func isLatin(r rune) bool { return r > ' ' && r <= '~' }
