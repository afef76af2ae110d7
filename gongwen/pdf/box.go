package pdf

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A box is a rectangle on the page, measured from its top left corner. The zero value is no box.
type box struct{ left, top, right, bottom gongwen.Length }

// lineBox returns the box of the characters of a line between two places, as high as they are.
func lineBox(p *gongwen.Profile, l *layout.Line, from, to, size gongwen.Length) box {
	above, below := size*88/100, size*12/100 // the frame of a Han character
	if !l.Turned {
		return box{from, l.Y - above, to, l.Y + below}
	}
	left, bottom := layout.Upright(p, from, l.Y-above)
	right, top := layout.Upright(p, to, l.Y+below)
	return box{left, top, right, bottom}
}

// join returns the smallest box around two.
func (b box) join(c box) box {
	if b == (box{}) {
		return c
	}
	return box{min(b.left, c.left), min(b.top, c.top), max(b.right, c.right), max(b.bottom, c.bottom)}
}

// appendBox appends a box as PDF has it: lower left and upper right corner, from the bottom left corner of the page.
func appendBox(b []byte, p *gongwen.Profile, c box) []byte {
	b = append(b, '[')
	b = appendNumbers(b, c.left, p.Height-c.bottom, c.right, p.Height-c.top)
	return append(b, ']')
}
