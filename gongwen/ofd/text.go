package ofd

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A cell is a character of a run: what it means, what is drawn, where, and the box around that. Glyph 0 is empty: where no
// font has even the box that stands for a missing character, it is drawn as lines.
type cell struct {
	meaning rune
	glyph   sfnt.GlyphID
	x       gongwen.Length
	bounds  box
}

// basicPlane ends the characters that are one unit of UTF-16. Readers written in Java and JavaScript count units.
const basicPlane = 1 << 16

// writeRun writes a run as text objects: one, or more where a character beyond the Basic Multilingual Plane stands, which
// gets an object of its own so that codes and glyphs cannot be confused.
func (k *work) writeRun(line *layout.Line, run *layout.Run) {
	k.fillCells(line, run)
	for start := 0; start < len(k.cells); {
		end := start + 1
		for k.cells[start].meaning < basicPlane && end < len(k.cells) && k.cells[end].meaning < basicPlane {
			end++
		}
		k.writeText(line, run, k.cells[start:end])
		start = end
	}
	for _, c := range k.cells {
		if c.glyph == 0 {
			k.writeEmptyBox(line, run.Size, c.x)
		}
	}
}

// fillCells finds out what is drawn for each character of a run, and where.
func (k *work) fillCells(line *layout.Line, run *layout.Run) {
	u, ok := k.usageOf(run)
	k.cells = k.cells[:0]
	x := run.X
	for _, r := range run.Text {
		g, width := sfnt.GlyphID(0), run.Size
		if ok {
			g, width = u.drawn(run, r)
		}
		cellBox := box{x, line.Y - run.Size*7/8, x + width, line.Y + run.Size/8}
		k.cells = append(k.cells, cell{readable(r), g, x, cellBox.join(u.ink(g, x, line.Y, run.Size))})
		x += width + run.Spacing
	}
}

// drawn returns the glyph that a rune of a run is drawn by, and how wide its cell is.
func (u *usage) drawn(run *layout.Run, r rune) (sfnt.GlyphID, gongwen.Length) {
	g := u.glyph(r)
	if g == 0 || run.Missing {
		return u.box, run.Size
	}
	return g, gongwen.Length(int64(run.Size) * int64(u.shapes[g].width) / 1000)
}

// ink returns the box around the ink of a glyph of the cut font that stands at x on a baseline.
func (u *usage) ink(g sfnt.GlyphID, x, y, size gongwen.Length) box {
	bounds, units := u.shapes[g].bounds, int64(u.font.TrueType().UnitsPerEm())
	scale := func(v int) gongwen.Length { return gongwen.Length(int64(v) * int64(size) / units) }
	return box{x + scale(bounds.XMin), y - scale(bounds.YMax), x + scale(bounds.XMax), y - scale(bounds.YMin)}
}

// writeText writes cells as one text object.
func (k *work) writeText(line *layout.Line, run *layout.Run, cells []cell) {
	bounds := cells[0].bounds
	for _, c := range cells[1:] {
		bounds = bounds.join(c.bounds)
	}
	k.add("<ofd:TextObject")
	k.addInt("ID", k.tagged())
	k.addBounds(line, bounds)
	u, _ := k.usageOf(run)
	k.addInt("Font", u.id)
	k.add(` Size="`)
	k.xml = appendFine(k.xml, run.Size)
	k.add(`">`)
	k.addLink(line.Target)
	if ink := k.inkOf(run); ink.On {
		k.addColor("FillColor", ink)
	}
	k.addGlyphs(cells)
	k.add(`<ofd:TextCode X="`)
	k.xml = appendMM(k.xml, cells[0].x-bounds.x0)
	k.add(`" Y="`)
	k.xml = appendMM(k.xml, line.Y-bounds.y0)
	k.add(`"`)
	k.addSteps(cells)
	k.add(">")
	for _, c := range cells {
		k.xml = appendRune(k.xml, c.meaning)
	}
	k.add("</ofd:TextCode></ofd:TextObject>")
}

// addBounds appends the place of an object. What is turned is described as it lies on the landscape page; a matrix turns
// it to the left, so that what is on its right comes to lie on top.
func (k *work) addBounds(line *layout.Line, bounds box) {
	k.add(` Boundary="`)
	if !line.Turned {
		k.xml = append(appendBox(k.xml, bounds), '"')
		return
	}
	x0, y0 := layout.Upright(&k.pages.Profile, bounds.x1, bounds.y0)
	x1, y1 := layout.Upright(&k.pages.Profile, bounds.x0, bounds.y1)
	k.xml = appendBox(k.xml, box{x0, y0, x1, y1})
	k.add(`" CTM="0 -1 1 0 0 `)
	k.xml = append(appendMM(k.xml, bounds.x1-bounds.x0), '"')
}

// addGlyphs appends which glyphs are drawn. A character beyond the basic plane is two codes.
func (k *work) addGlyphs(cells []cell) {
	codes := len(cells)
	if cells[0].meaning >= basicPlane {
		codes = 2
	}
	k.add(`<ofd:CGTransform CodePosition="0"`)
	k.addInt("CodeCount", codes)
	k.addInt("GlyphCount", len(cells))
	k.add("><ofd:Glyphs>")
	for i, c := range cells {
		if i > 0 {
			k.xml = append(k.xml, ' ')
		}
		k.xml = strconv.AppendUint(k.xml, uint64(c.glyph), 10)
	}
	k.add("</ofd:Glyphs></ofd:CGTransform>")
}

// addSteps appends how far it is from each character to the next. Equal steps are written once with their number.
func (k *work) addSteps(cells []cell) {
	last := len(cells) - 1
	if last == 0 {
		return
	}
	k.add(` DeltaX="`)
	step := func(i int) gongwen.Length { return cells[i+1].x - cells[i].x }
	for i := 0; i < last; {
		end := i + 1
		for end < last && step(end) == step(i) {
			end++
		}
		if i > 0 {
			k.xml = append(k.xml, ' ')
		}
		if end-i > 2 {
			k.add("g ")
			k.xml = append(strconv.AppendInt(k.xml, int64(end-i), 10), ' ')
			i = end - 1
		}
		k.xml = appendFine(k.xml, step(i))
		i++
	}
	k.add(`"`)
}

// inkOf returns the colour of a run, none if it is black.
func (k *work) inkOf(run *layout.Run) gongwen.Ink {
	if run.Red && !run.Ink.On {
		return k.red()
	}
	return run.Ink
}

func (k *work) red() gongwen.Ink {
	red := k.pages.Profile.Red
	return gongwen.RGB(red[0], red[1], red[2])
}

// addColor appends a colour.
func (k *work) addColor(element string, ink gongwen.Ink) {
	k.add("<ofd:", element, ` Value="`)
	for i, c := range [...]uint8{ink.R, ink.G, ink.B} {
		if i > 0 {
			k.xml = append(k.xml, ' ')
		}
		k.xml = strconv.AppendUint(k.xml, uint64(c), 10)
	}
	k.add(`"/>`)
}

// addLink appends what leads from a line of the table of contents to its heading; target is 0 for other lines.
func (k *work) addLink(target int) {
	if target <= 0 || target > len(k.pages.Outline) {
		return
	}
	k.addGoto(&k.pages.Outline[target-1])
}
