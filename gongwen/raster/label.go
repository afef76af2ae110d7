package raster

import (
	"fmt"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A typesetter finds the outlines of characters.
type typesetter struct {
	fonts *layout.Fonts
	open  map[*layout.Font]*sfnt.Font
	cells map[cellKey]cell
	buf   sfnt.Buffer
}

type cellKey struct {
	face gongwen.Face
	r    rune
}

// A cell is a character at a size of one: its outline, which begins at the left end of the baseline, and its width.
type cell struct {
	pieces sfnt.Segments // in units of the font
	em     float64       // units to the em
	width  float64       // in ems
}

func newTypesetter(fonts *layout.Fonts) *typesetter {
	return &typesetter{fonts: fonts, open: map[*layout.Font]*sfnt.Font{}, cells: map[cellKey]cell{}}
}

// cell returns the cell of a character: a box of one em if no font has it, nothing at all if it is invisible.
func (t *typesetter) cell(face gongwen.Face, r rune) (cell, error) {
	key := cellKey{face, r}
	if known, ok := t.cells[key]; ok {
		return known, nil
	}
	made, err := t.makeCell(face, r)
	if err == nil {
		t.cells[key] = made
	}
	return made, err
}

func (t *typesetter) makeCell(face gongwen.Face, r rune) (cell, error) {
	if layout.Invisible(r) {
		return cell{}, nil
	}
	if r < ' ' || r == '\u0085' || r == '\u00A0' || r == '\u2028' || r == '\u2029' {
		r = ' '
	}
	font, ok := t.fonts.Pick(face, r)
	if !ok {
		r = layout.Box
		if font, ok = t.fonts.Pick(face, r); !ok {
			return cell{width: 1}, nil
		}
	}
	g, _ := font.TrueType().Glyph(r)
	c := cell{em: float64(font.TrueType().UnitsPerEm()), width: float64(font.Width(g)) / 1000}
	file, err := t.file(font)
	if err != nil {
		return cell{}, err
	}
	pieces, err := file.LoadGlyph(&t.buf, sfnt.GlyphIndex(g), fixed.Int26_6(font.TrueType().UnitsPerEm()), nil)
	if err != nil {
		return cell{}, fmt.Errorf("字体 %s：%w", font.Name(), err)
	}
	c.pieces = append(sfnt.Segments(nil), pieces...)
	return c, nil
}

// file returns the opened file of a font.
func (t *typesetter) file(font *layout.Font) (*sfnt.Font, error) {
	if f, ok := t.open[font]; ok {
		return f, nil
	}
	files, err := sfnt.ParseCollection(font.Data())
	if err != nil {
		return nil, fmt.Errorf("字体 %s：%w", font.Name(), err)
	}
	f, err := files.Font(0)
	if err != nil {
		return nil, fmt.Errorf("字体 %s：%w", font.Name(), err)
	}
	t.open[font] = f
	return f, nil
}

// label paints one line of text.
func (c *canvas) label(l gongwen.Label, t *typesetter) error {
	cells, width := make([]cell, 0, len(l.Text)), 0.0
	for _, r := range l.Text {
		next, err := t.cell(l.Face, r)
		if err != nil {
			return err
		}
		cells, width = append(cells, next), width+next.width
	}
	size := float64(l.Size)
	x, y := float64(l.At.X), float64(l.At.Y)
	switch l.Anchor {
	case gongwen.Middle:
		x -= float64(width * size / 2)
	case gongwen.End:
		x -= float64(width * size)
	}
	for _, next := range cells {
		if err := c.fill(c.outlines(next, x, y, size), l.Ink); err != nil {
			return err
		}
		x += float64(next.width * size)
	}
	return nil
}

// outlines returns the outlines of a cell that begins at a place of the drawing.
func (c *canvas) outlines(g cell, x, y, size float64) []outline {
	place := func(p fixed.Point26_6) point {
		return c.point(x+float64(float64(p.X)*size/g.em), y+float64(float64(p.Y)*size/g.em))
	}
	var out []outline
	var at point
	for _, s := range g.pieces {
		if s.Op == sfnt.SegmentOpMoveTo || len(out) == 0 {
			at = place(s.Args[0])
			out = append(out, outline{at})
			continue
		}
		o := &out[len(out)-1]
		switch s.Op {
		case sfnt.SegmentOpLineTo:
			*o = append(*o, place(s.Args[0]))
		case sfnt.SegmentOpQuadTo: // the same curve as a cubic one
			b, end := place(s.Args[0]), place(s.Args[1])
			*o = appendCurve(*o, at, between(at, b, 2./3), between(end, b, 2./3), end)
		}
		at = (*o)[len(*o)-1]
	}
	return out
}
