package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A canvas is a picture that is being painted.
type canvas struct {
	img   *image.RGBA
	scale float64 // points of the picture in a thousandth of a point of the drawing
	brush vector.Rasterizer
	left  float64 // of work
}

// newCanvas returns a white picture.
func newCanvas(width, height int, scale float64) *canvas {
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, width, height)), scale: scale}
	c.left = workBase + workLayers*float64(width)*float64(height)
	draw.Draw(c.img, c.img.Rect, image.White, image.Point{}, draw.Src)
	return c
}

// A point is a place in the picture.
type point struct{ x, y float64 }

// An outline is a closed polygon.
type outline []point

// margin is how far outside of the picture an outline is still followed; what lies further out is drawn there. It keeps
// lines short that lead far away.
const margin = 2000

func (c *canvas) point(x, y float64) point {
	size := c.img.Rect.Max
	return point{
		x: min(max(x*c.scale, -margin), float64(size.X+margin)),
		y: min(max(y*c.scale, -margin), float64(size.Y+margin)),
	}
}

func (c *canvas) spot(s gongwen.Spot) point { return c.point(float64(s.X), float64(s.Y)) }

// fill paints the areas inside outlines.
func (c *canvas) fill(outlines []outline, ink gongwen.Ink) error {
	box := bounds(outlines).Intersect(c.img.Rect)
	c.left -= float64(box.Dx())*float64(box.Dy()) + length(outlines)
	if c.left < 0 {
		return ErrWork
	}
	if box.Empty() {
		return nil
	}
	colour := image.NewUniform(color.RGBA{ink.R, ink.G, ink.B, 255})
	inner := inside(outlines).Intersect(box)
	if inner.Empty() {
		c.sweep(outlines, box, colour)
		return nil
	}
	draw.Draw(c.img, inner, colour, image.Point{}, draw.Src)
	for _, edge := range [...]image.Rectangle{
		image.Rect(box.Min.X, box.Min.Y, box.Max.X, inner.Min.Y), image.Rect(box.Min.X, inner.Max.Y, box.Max.X, box.Max.Y),
		image.Rect(box.Min.X, inner.Min.Y, inner.Min.X, inner.Max.Y), image.Rect(inner.Max.X, inner.Min.Y, box.Max.X, inner.Max.Y),
	} {
		if !edge.Empty() {
			c.sweep(outlines, edge, colour)
		}
	}
	return nil
}

// sweep paints what lies inside outlines within a box, with smooth edges.
func (c *canvas) sweep(outlines []outline, box image.Rectangle, colour image.Image) {
	c.brush.Reset(box.Dx(), box.Dy())
	for _, o := range outlines {
		for i, p := range o {
			x, y := float32(p.x-float64(box.Min.X)), float32(p.y-float64(box.Min.Y))
			if i == 0 {
				c.brush.MoveTo(x, y)
				continue
			}
			c.brush.LineTo(x, y)
		}
		c.brush.ClosePath()
	}
	c.brush.Draw(c.img, box, colour, image.Point{})
}

// inside returns the points that lie wholly inside one upright rectangle, which most areas are, and nothing of other outlines:
// a large one would need as much memory again as the picture.
func inside(outlines []outline) image.Rectangle {
	if len(outlines) != 1 || !upright(outlines[0]) {
		return image.Rectangle{}
	}
	a, b := outlines[0][0], outlines[0][2]
	return image.Rectangle{
		Min: image.Point{int(math.Ceil(min(a.x, b.x))), int(math.Ceil(min(a.y, b.y)))},
		Max: image.Point{int(math.Floor(max(a.x, b.x))), int(math.Floor(max(a.y, b.y)))},
	}
}

// upright reports whether an outline is a rectangle with upright sides.
func upright(o outline) bool {
	if len(o) != 4 {
		return false
	}
	return o[0].x == o[1].x && o[1].y == o[2].y && o[2].x == o[3].x && o[3].y == o[0].y ||
		o[0].y == o[1].y && o[1].x == o[2].x && o[2].y == o[3].y && o[3].x == o[0].x
}

// bounds returns the points that outlines touch.
func bounds(outlines []outline) image.Rectangle {
	low, high := point{math.MaxInt32, math.MaxInt32}, point{math.MinInt32, math.MinInt32}
	for _, o := range outlines {
		for _, p := range o {
			low = point{min(low.x, p.x), min(low.y, p.y)}
			high = point{max(high.x, p.x), max(high.y, p.y)}
		}
	}
	return image.Rectangle{
		Min: image.Point{int(math.Floor(low.x)), int(math.Floor(low.y))},
		Max: image.Point{int(math.Ceil(high.x)), int(math.Ceil(high.y))},
	}
}

// length returns how far the lines around outlines go, across and down.
func length(outlines []outline) float64 {
	sum := 0.0
	for _, o := range outlines {
		for i, p := range o {
			q := o[(i+1)%len(o)]
			sum += 1 + math.Abs(p.x-q.x) + math.Abs(p.y-q.y)
		}
	}
	return sum
}
