package alike_test

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/alike"
)

// page has ten lines of squares, like text, moved by dx, dy; the edges are as grey as said.
func page(dx, dy int, edge uint8) image.Image {
	m := image.NewGray(image.Rect(0, 0, 200, 200))
	draw.Draw(m, m.Bounds(), image.White, image.Point{}, draw.Src)
	for line := range 10 {
		for char := range 15 {
			at := image.Pt(20+10*char+dx, 20+16*line+dy)
			draw.Draw(m, image.Rectangle{at.Sub(image.Pt(1, 1)), at.Add(image.Pt(8, 8))}, image.NewUniform(color.Gray{Y: edge}), image.Point{}, draw.Src)
			draw.Draw(m, image.Rectangle{at, at.Add(image.Pt(7, 7))}, image.Black, image.Point{}, draw.Src)
		}
	}
	return m
}

func TestDifference(t *testing.T) {
	same := page(0, 0, 255)
	require.Zero(t, alike.Difference(same, page(0, 0, 255)))
	require.Less(t, alike.Difference(same, page(0, 0, 235)), 0.12, "edges count little")
	require.Greater(t, alike.Difference(same, page(0, 8, 255)), 0.5, "half a line counts")
	require.Greater(t, alike.Difference(same, page(5, 0, 255)), 0.1)
	require.InDelta(t, 1, alike.Difference(same, image.NewGray(image.Rect(0, 0, 9, 9))), 0, "other sizes")
	blank := image.NewGray(image.Rect(0, 0, 200, 200))
	draw.Draw(blank, blank.Bounds(), image.White, image.Point{}, draw.Src)
	require.InDelta(t, 1, alike.Difference(same, blank), 1e-9)
	require.Zero(t, alike.Difference(blank, blank))
}

func ExampleDifference() {
	fmt.Printf("%.2f\n", alike.Difference(page(0, 0, 255), page(0, 0, 255)))
	// Output: 0.00
}
