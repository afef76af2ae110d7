package sfnt

// A Rect is a rectangle in font units; y grows upwards from the baseline. The zero Rect is that of a glyph without ink.
type Rect struct{ XMin, YMin, XMax, YMax int }

// glyphHeader is the size of the number of contours and the bounding box, with which every outline begins.
const glyphHeader = 10

// Bounds returns the box around a glyph's ink as the font states it. It is the zero Rect for a glyph without ink, such as
// the space, and for a glyph that is missing or cannot be read.
func (f *Font) Bounds(g GlyphID) Rect {
	b, err := f.outline(g)
	if err != nil || len(b) == 0 {
		return Rect{}
	}
	return readRect(b, 2)
}

// readRect reads four numbers at an offset that the caller has checked.
func readRect(b []byte, i int) Rect {
	return Rect{int(i16(b, i)), int(i16(b, i+2)), int(i16(b, i+4)), int(i16(b, i+6))}
}

// readGlyphs finds the outlines of all glyphs.
func (f *Font) readGlyphs() error {
	maxp := f.tables["maxp"]
	if len(maxp) < 6 {
		return malformed("table maxp has %d bytes", len(maxp))
	}
	f.numGlyphs = u16(maxp, 4)
	f.glyf, f.loca = f.tables["glyf"], f.tables["loca"]
	size := 2
	if f.longLoca {
		size = 4
	}
	if f.numGlyphs == 0 || len(f.loca) < size*(f.numGlyphs+1) {
		return malformed("table loca has %d bytes for %d glyphs", len(f.loca), f.numGlyphs)
	}
	return nil
}

// outline returns the bytes of a glyph in table glyf: none for a glyph without ink, otherwise at least its header.
func (f *Font) outline(g GlyphID) ([]byte, error) {
	if int(g) >= f.numGlyphs {
		return nil, malformed("no glyph %d in a font of %d", g, f.numGlyphs)
	}
	start, end := f.location(int(g)), f.location(int(g)+1)
	if start == end {
		return nil, nil
	}
	if start > end || end > uint64(len(f.glyf)) || end-start < glyphHeader {
		return nil, malformed("glyph %d lies at %d to %d of %d bytes", g, start, end, len(f.glyf))
	}
	return f.glyf[start:end], nil
}

// location returns the offset in glyf at which glyph i begins; i may be numGlyphs.
func (f *Font) location(i int) uint64 {
	if f.longLoca {
		return uint64(u32(f.loca, 4*i))
	}
	return 2 * uint64(u16(f.loca, 2*i))
}
