package picture

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/chart"
)

// The grid. Lengths are points of a picture that is 1080 wide, two to a point of the drawing.
const (
	pixel      = gongwen.Point / 2
	width      = 1080
	margin     = 60 // to both sides
	inner      = width - 2*margin
	gutter     = 24 // between cards
	padding    = 40 // in cards of work areas
	mostPixels = 19_000
)

// The sizes of text.
const (
	sizeTitle    = 76
	sizeLead     = 34 // below the title
	sizeSection  = 44
	sizeArea     = 36
	sizeKey      = 68 // numbers on cards
	sizeValue    = 38 // numbers in rows of work areas
	sizeTile     = 46 // numbers on tiles of work areas
	sizeName     = 28
	sizeTileName = 26
	sizeSmall    = 24
)

// A page is a picture in the making. It grows downwards.
type page struct {
	y      int // down to here it is full
	shapes []gongwen.Shape
	ground []gongwen.Shape // below all others
}

func at(x, y int) gongwen.Spot {
	return gongwen.Spot{X: gongwen.Length(x) * pixel, Y: gongwen.Length(y) * pixel}
}

// rect returns a filled rectangle.
func rect(x, y, w, h int, fill gongwen.Ink) gongwen.Shape {
	return gongwen.Path{Steps: gongwen.Rect(gongwen.Length(x)*pixel, gongwen.Length(y)*pixel, gongwen.Length(w)*pixel, gongwen.Length(h)*pixel), Fill: fill}
}

func (p *page) area(x, y, w, h int, fill gongwen.Ink) {
	if w > 0 && h > 0 {
		p.shapes = append(p.shapes, rect(x, y, w, h, fill))
	}
}

// card draws a white sheet with a thin edge.
func (p *page) card(x, y, w, h int) {
	p.area(x, y, w, h, edge)
	p.area(x+1, y+1, w-2, h-2, white)
}

// A style is how a text looks.
type style struct {
	size   int
	face   gongwen.Face
	ink    gongwen.Ink
	anchor gongwen.Anchor
}

// text puts a text whose top is at y.
func (p *page) text(text string, x, y int, s style) {
	if text == "" {
		return
	}
	p.shapes = append(p.shapes, gongwen.Label{Text: text, At: at(x, y+s.size*rise/100), Anchor: s.anchor,
		Size: gongwen.Length(s.size) * pixel, Face: s.face, Ink: s.ink})
}

// rise is how far a character stands above the baseline, in hundredths of its size; lead the distance of two baselines.
const rise, lead = 88, 140

// lines puts lines one below the other and returns how high they are.
func (p *page) lines(lines []string, x, y int, s style) int {
	for n, line := range lines {
		p.text(line, x, y+n*s.size*lead/100, s)
	}
	return heightOf(len(lines), s.size)
}

// heightOf returns how high lines are.
func heightOf(lines, size int) int {
	if lines == 0 {
		return 0
	}
	return size + (lines-1)*size*lead/100
}

// measured returns the width of a text.
func measured(text string, size int) int {
	return int((chart.TextWidth(text, gongwen.Length(size)*pixel) + pixel - 1) / pixel)
}

// wrap breaks a text into lines; an empty one into none.
func wrap(text string, room, size, lines int) []string {
	if text == "" {
		return nil
	}
	return chart.Wrap(text, gongwen.Length(room)*pixel, gongwen.Length(size)*pixel, lines)
}

// finish returns the shapes, the ground first.
func (p *page) finish() []gongwen.Shape {
	return append([]gongwen.Shape{rect(0, 0, width, p.y, paper)}, append(p.ground, p.shapes...)...)
}

// The colours: deep red, ink blue, greys.
var (
	red   = gongwen.RGB(0x94, 0x1B, 0x1F)
	dusk  = gongwen.RGB(0xA2, 0x33, 0x35) // of the ornament on red
	rose  = gongwen.RGB(0xF2, 0xDC, 0xD6) // of texts on red
	gold  = gongwen.RGB(0xD8, 0xB4, 0x6E)
	blue  = gongwen.RGB(0x1C, 0x3F, 0x66)
	pale  = gongwen.RGB(0xB4, 0xC4, 0xD6) // of the year before
	dark  = gongwen.RGB(0x22, 0x2B, 0x36)
	soft  = gongwen.RGB(0x5B, 0x66, 0x72)
	edge  = gongwen.RGB(0xDF, 0xE3, 0xE8)
	track = gongwen.RGB(0xEC, 0xEF, 0xF2)
	paper = gongwen.RGB(0xF5, 0xF6, 0xF8)
	white = gongwen.RGB(0xFF, 0xFF, 0xFF)
)
