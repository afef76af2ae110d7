package gongwen

import (
	"strconv"

	"github.com/fazhi-go/fazhi/internal/han"
)

// NumberHeadings returns the blocks with the labels of headings filled in order: 一、 （一） 1. （1） (7.3.3). A heading
// that has a label keeps it and does not count.
func NumberHeadings(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	var count [5]int
	for i, b := range blocks {
		h, ok := b.(Heading)
		if ok && h.Label == "" && h.Level >= 1 && h.Level <= 4 {
			count[h.Level]++
			clear(count[h.Level+1:])
			h.Label = HeadingLabel(h.Level, count[h.Level])
			b = h
		}
		out[i] = b
	}
	return out
}

// HeadingLabel returns the number of the n-th heading of a level from 1 to 4, "" for other levels.
func HeadingLabel(level, n int) string {
	switch level {
	case 1:
		return han.Numeral(n) + "、"
	case 2:
		return "（" + han.Numeral(n) + "）"
	case 3:
		return strconv.Itoa(n) + "."
	case 4:
		return "（" + strconv.Itoa(n) + "）"
	}
	return ""
}
