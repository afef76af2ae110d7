package gongwen

import (
	"strconv"

	"github.com/fazhi-go/fazhi/internal/han"
)

// NumberHeadings returns the blocks with the labels of headings filled in order: 一、 （一） 1. （1） (7.3.3). A heading
// that has a label keeps it and does not count. An ordered list without a level gets one: that of 1. where no heading of the
// third level stands above it, else that of （1）.
func NumberHeadings(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	var count [5]int
	above := 0
	for i, b := range blocks {
		switch v := b.(type) {
		case Heading:
			above = v.Level
			if v.Label == "" && v.Level >= 1 && v.Level <= 4 {
				count[v.Level]++
				clear(count[v.Level+1:])
				v.Label = HeadingLabel(v.Level, count[v.Level])
				b = v
			}
		case List:
			if v.Ordered && v.Level == 0 {
				v.Level = 3
				if above >= 3 {
					v.Level = 4
				}
				b = v
			}
		}
		out[i] = b
	}
	return out
}

// Label returns the number of the i-th item of a list, from 0; "" if the list is not ordered.
func (l List) Label(i int) string {
	switch {
	case !l.Ordered:
		return ""
	case l.Level == 0:
		return HeadingLabel(4, i+1)
	}
	return HeadingLabel(l.Level, i+1)
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

// labelNotes returns the blocks with the labels of notes filled: （注1）, （注2）, …. Blocks without notes are not copied.
func labelNotes(blocks []Block) []Block {
	count := 0
	for i, b := range blocks {
		if hasBareNote(b) {
			blocks[i] = MapSpans(b, func(s Span) Span {
				n, ok := s.(Note)
				if ok {
					count++
				}
				if ok && n.Label == "" {
					n.Label = "（注" + strconv.Itoa(count) + "）"
					return n
				}
				return s
			})
			continue
		}
		count += len(Notes([]Block{b}))
	}
	return blocks
}

func hasBareNote(b Block) bool {
	for _, n := range Notes([]Block{b}) {
		if n.Label == "" {
			return true
		}
	}
	return false
}

// Notes returns the notes of blocks in reading order. The blocks are those that Lower returned.
func Notes(blocks []Block) []Note {
	var out []Note
	collect := func(texts ...[]Span) {
		for _, spans := range texts {
			for _, s := range spans {
				if n, ok := s.(Note); ok {
					out = append(out, n)
				}
			}
		}
	}
	for _, b := range blocks {
		switch v := b.(type) {
		case Heading:
			collect(v.Text)
		case Paragraph:
			collect(v.Text)
		case List:
			collect(v.Items...)
		case Table:
			collect(v.Header...)
			for _, row := range v.Rows {
				collect(row...)
			}
		}
	}
	return out
}
