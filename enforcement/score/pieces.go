package score

import "iter"

const mostPiece = 30 // bytes that are held together

// pieces cuts a text where a line may end: not within a number or a word of ASCII unless it is long, not before a closing
// mark, not after an opening one (避头尾).
func pieces(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		begin, last := 0, rune(0)
		for i, r := range text {
			held := last < 0x80 && r < 0x80 || closes(r) || last == '（' || last == '“'
			if i > begin && !(held && i-begin < mostPiece) {
				if !yield(text[begin:i]) {
					return
				}
				begin = i
			}
			last = r
		}
		if begin < len(text) {
			yield(text[begin:])
		}
	}
}

// closes reports a mark that begins no line, and the unit of points.
func closes(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '、', '）', '”', '…', '？', '！', '分':
		return true
	}
	return false
}

// width is how many columns a text takes.
func width(text string) int {
	n := 0
	for _, r := range text {
		n += 2
		if r < 0x80 {
			n--
		}
	}
	return n
}
