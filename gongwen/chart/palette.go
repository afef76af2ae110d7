package chart

import "github.com/fazhi-go/fazhi/gongwen"

// Palette returns the colours of charts: ink blue, ochre, deep red, light blue, grey and pale sand. Neighbours differ much in
// lightness.
func Palette() []gongwen.Ink {
	return []gongwen.Ink{
		gongwen.RGB(0x1C, 0x3F, 0x66), gongwen.RGB(0xD9, 0xA4, 0x41), gongwen.RGB(0x9E, 0x1F, 0x24),
		gongwen.RGB(0xB3, 0xCB, 0xE2), gongwen.RGB(0x71, 0x7B, 0x86), gongwen.RGB(0xEA, 0xDF, 0xC8),
	}
}

// The colours of texts and thin lines.
var (
	textInk = gongwen.RGB(0x22, 0x2B, 0x36)
	softInk = gongwen.RGB(0x5B, 0x66, 0x72)
	axisInk = gongwen.RGB(0x9A, 0xA4, 0xAF)
	gridInk = gongwen.RGB(0xE2, 0xE6, 0xEA)
	white   = gongwen.RGB(0xFF, 0xFF, 0xFF)
)

// color returns the colour of the i-th series or share.
func (c *Chart) color(i int) gongwen.Ink {
	colors := c.Style.Colors
	if len(colors) == 0 {
		colors = Palette()
	}
	return colors[i%len(colors)]
}

// on returns the colour of a text that stands on a ground: white on dark ones.
func on(ground gongwen.Ink) gongwen.Ink {
	if 299*int(ground.R)+587*int(ground.G)+114*int(ground.B) < 140_000 {
		return white
	}
	return textInk
}
