// Package alike says how different two pictures of a page look. It is for tests.
package alike

import (
	"image"
	"image/color"
)

// block is the side of the squares, in points of the picture, whose ink is compared: smaller than a character, larger than
// what two programs draw differently at the edges of one.
const block = 4

// Difference returns how much of the ink of two pictures stands elsewhere: 0 for the same, about 1 for two that have no ink
// in common, and 1 for pictures of different sizes. The edges of characters count little, a line that moved by half its
// height counts in full.
func Difference(a, b image.Image) float64 {
	if a.Bounds().Size() != b.Bounds().Size() {
		return 1
	}
	inkA, inkB := inks(a), inks(b)
	apart, all := 0.0, 0.0
	for i := range inkA {
		apart += max(inkA[i]-inkB[i], inkB[i]-inkA[i])
		all += max(inkA[i], inkB[i])
	}
	if all == 0 {
		return 0
	}
	return apart / all
}

// inks returns the ink of every block: what its points lack of white, weighted over the block and its neighbours, so that a
// shift by a point changes little.
func inks(m image.Image) []float64 {
	size := m.Bounds().Size()
	columns, rows := (size.X+block-1)/block, (size.Y+block-1)/block
	out := make([]float64, columns*rows)
	for y := range size.Y {
		for x := range size.X {
			ink := 255 - float64(color.GrayModel.Convert(m.At(m.Bounds().Min.X+x, m.Bounds().Min.Y+y)).(color.Gray).Y)
			if ink == 0 {
				continue
			}
			spread(out, columns, rows, x, y, ink)
		}
	}
	return out
}

// spread adds the ink of a point to the four blocks whose middles lie around it, by how near they are.
func spread(out []float64, columns, rows, x, y int, ink float64) {
	fx, fy := (float64(x)+0.5)/block-0.5, (float64(y)+0.5)/block-0.5
	left, top := floor(fx), floor(fy)
	for dy := range 2 {
		for dx := range 2 {
			cx, cy := left+dx, top+dy
			if cx < 0 || cy < 0 || cx >= columns || cy >= rows {
				continue
			}
			out[cy*columns+cx] += ink * near(fx-float64(cx)) * near(fy-float64(cy))
		}
	}
}

func floor(f float64) int {
	if f < 0 {
		return -1
	}
	return int(f)
}

// near is 1 in the middle of a block and 0 in that of the next.
func near(d float64) float64 { return 1 - max(d, -d) }
