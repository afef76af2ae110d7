package sfnt

import (
	"encoding/binary"
	"iter"
)

// A GlyphID is the number of a glyph in its font. Glyph 0 is .notdef, the picture of a missing character.
type GlyphID uint16

// A Font is a parsed TrueType font. It refers to the bytes it was parsed from, which must not change while it is in use.
// The zero Font has no glyphs.
type Font struct {
	tables    map[string][]byte
	glyf      []byte
	loca      []byte
	longLoca  bool
	hmtx      []byte
	numLong   int // glyphs that have an advance of their own in hmtx; the others repeat the last
	numGlyphs int
	runes     runeTable
	metrics   Metrics
	names     names
}

// Parse reads a TrueType font; of a collection it reads the first font. The data is kept and not copied.
// It returns [ErrOutlines] for CFF outlines and [ErrFormat] for anything else that it cannot read.
func Parse(data []byte) (*Font, error) {
	return ParseCollection(data, 0)
}

// ParseCollection reads the font at an index, counted from zero, of a TrueType collection (.ttc). A file with a single
// font counts as a collection of one. Otherwise it is like [Parse].
func ParseCollection(data []byte, index int) (*Font, error) {
	offset, err := memberOffset(data, index)
	if err != nil {
		return nil, err
	}
	tables, err := readDirectory(data, offset)
	if err != nil {
		return nil, err
	}
	f := &Font{tables: tables}
	for _, read := range []func() error{f.readHead, f.readGlyphs, f.readAdvances, f.readRunes} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	f.names = readNames(tables["name"])
	f.metrics = f.readMetrics()
	return f, nil
}

// NumGlyphs returns the number of glyphs, .notdef included.
func (f *Font) NumGlyphs() int { return f.numGlyphs }

// UnitsPerEm returns the number of font units in one em, the size of the font: 1000 or 2048 as a rule.
func (f *Font) UnitsPerEm() int { return f.metrics.UnitsPerEm }

// Glyph returns the glyph of a rune, and false if the font has none. It never returns .notdef with true.
func (f *Font) Glyph(r rune) (GlyphID, bool) {
	g := f.runes.glyph(r)
	return g, g != 0
}

// Runes returns the runes that have a glyph, in ascending order.
func (f *Font) Runes() iter.Seq[rune] { return f.runes.all }

// Advance returns the width of a glyph's cell in font units, or 0 if the font has no such glyph.
func (f *Font) Advance(g GlyphID) int {
	if int(g) >= f.numGlyphs {
		return 0
	}
	return u16(f.hmtx, 4*min(int(g), f.numLong-1))
}

// bearing returns the space at the left of a glyph in font units.
func (f *Font) bearing(g GlyphID) int16 {
	if int(g) < f.numLong {
		return i16(f.hmtx, 4*int(g)+2)
	}
	return i16(f.hmtx, 4*f.numLong+2*(int(g)-f.numLong))
}

// readAdvances finds the advances of all glyphs.
func (f *Font) readAdvances() error {
	hhea, hmtx := f.tables["hhea"], f.tables["hmtx"]
	if len(hhea) < hheaSize {
		return malformed("table hhea has %d bytes", len(hhea))
	}
	f.numLong = min(u16(hhea, 34), f.numGlyphs)
	if need := 4*f.numLong + 2*(f.numGlyphs-f.numLong); f.numLong == 0 || len(hmtx) < need {
		return malformed("table hmtx has %d bytes for %d glyphs, %d of them with an advance", len(hmtx), f.numGlyphs, f.numLong)
	}
	f.hmtx = hmtx
	return nil
}

// The readers of big-endian numbers: i is an offset that the caller has checked.

func u16(b []byte, i int) int    { return int(binary.BigEndian.Uint16(b[i:])) }
func i16(b []byte, i int) int16  { return int16(binary.BigEndian.Uint16(b[i:])) }
func u32(b []byte, i int) uint32 { return binary.BigEndian.Uint32(b[i:]) }
