package ofd

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
)

// OFD measures in millimetres. A Length is 127/360 of a micrometre.

// appendMM appends a place on the page in millimetres, to the micrometre.
func appendMM(b []byte, l gongwen.Length) []byte {
	return appendDecimal(b, round(int64(l)*127, 360), 1000)
}

// appendFine appends a length of which many are added up, or which says how large letters are, to a hundredth of a
// micrometre.
func appendFine(b []byte, l gongwen.Length) []byte {
	return appendDecimal(b, round(int64(l)*635, 18), 100_000)
}

// round returns n/d rounded.
func round(n, d int64) int64 {
	if n < 0 {
		return -round(-n, d)
	}
	return (2*n + d) / (2 * d)
}

// appendDecimal appends n/unit, where unit is a power of ten, without zeros at the end.
func appendDecimal(b []byte, n, unit int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/unit, 10)
	if n %= unit; n == 0 {
		return b
	}
	b = append(b, '.')
	for n > 0 {
		unit /= 10
		b = append(b, byte('0'+n/unit))
		n %= unit
	}
	return b
}

// A box is a rectangle: its left, top, right and lower edges.
type box struct{ x0, y0, x1, y1 gongwen.Length }

// join returns the smallest box around two.
func (a box) join(b box) box {
	return box{min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)}
}

// grow returns the box with edges further out.
func (a box) grow(by gongwen.Length) box { return box{a.x0 - by, a.y0 - by, a.x1 + by, a.y1 + by} }

// appendBox appends a box as place, width and height. Lines and letters that reach beyond it are cut off by readers.
func appendBox(b []byte, r box) []byte {
	b = append(appendMM(b, r.x0), ' ')
	b = append(appendMM(b, r.y0), ' ')
	b = append(appendMM(b, r.x1-r.x0), ' ')
	return appendMM(b, r.y1-r.y0)
}
