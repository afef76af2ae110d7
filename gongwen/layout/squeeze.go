package layout

import "strings"

// Marks whose ink leaves half of their cell free: on the right and on the left.
const (
	leftMarks  = "。，、；：？！）》〉】〕」』〗］｝”’"
	rightMarks = "（《〈【〔「『〖［｛“‘"
)

// squeeze takes the free half of one of two marks that stand side by side (相邻标点占一个半字), and lets a mark at the end of a
// line take half a cell (GB/T 15834-2011, 5.1.10). Colons and marks of question and exclamation, whose ink may stand in the
// middle, give room only at the end of a line.
func (t *text) squeeze() {
	for i := range t.cells {
		c := &t.cells[i]
		if !strings.ContainsRune(leftMarks, c.r) {
			if i > 0 && strings.ContainsRune(rightMarks, c.r) && strings.ContainsRune(rightMarks, t.cells[i-1].r) {
				t.narrow(c)
				c.shift -= t.size / 2
				c.flags |= placed
			}
			continue
		}
		if !strings.ContainsRune("：？！", c.r) && i+1 < len(t.cells) && strings.ContainsRune(leftMarks+rightMarks, t.cells[i+1].r) {
			t.narrow(c)
			continue
		}
		c.flags |= halved
	}
}

// narrow makes a cell half an em narrower.
func (t *text) narrow(c *cell) {
	c.width = max(c.width-t.size/2, 0)
	c.flags |= squeezed
}
