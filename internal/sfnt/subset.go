package sfnt

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// A Mapping says under which code a subset shows the glyph of a rune. For a rune of the Basic Multilingual Plane the code
// is the rune itself; for any other the caller chooses a free one, as a rule of the Private Use Area from U+E000.
// Codes go from 1 to 0xFFFE.
type Mapping struct {
	Code uint16
	Rune rune
}

// noCode ends every character map of format 4 and cannot be mapped.
const noCode = 0xFFFF

// A Subset is a small font that was cut out of another. Its glyph 0, .notdef, is empty. Then comes one glyph for each
// code, in the order of the codes, so that a glyph belongs to exactly one code, even where the source shows two runes by
// one glyph; then come the components of composite glyphs, which no code shows.
type Subset struct {
	ttf      []byte
	mappings []Mapping // ascending; that of glyph i is mappings[i-1]
	glyphs   []piece
	source   *Font
}

// Subset cuts out the glyphs of the given mappings, in whatever order they come; a mapping may be given twice.
// The same mappings make the same bytes.
//
// It returns [ErrNoGlyph] if the font has no glyph for a rune, [ErrMapping] if a code is given two runes or is not
// possible or if the codes are so scattered that a character map of format 4 cannot hold them (more than 8188 runs of
// consecutive codes), and [ErrFormat] if an outline is damaged.
func (f *Font) Subset(mappings []Mapping) (*Subset, error) {
	sorted, err := arrange(mappings)
	if err != nil {
		return nil, err
	}
	c := newCut(f, len(sorted))
	for _, m := range sorted {
		g, ok := f.Glyph(m.Rune)
		if !ok {
			return nil, fmt.Errorf("%w for %U", ErrNoGlyph, m.Rune)
		}
		if err := c.add(g); err != nil {
			return nil, err
		}
	}
	if err := c.addParts(); err != nil {
		return nil, err
	}
	segments, err := segmentsOf(sorted)
	if err != nil {
		return nil, err
	}
	return &Subset{ttf: c.write(segments), mappings: sorted, glyphs: c.glyphs, source: f}, nil
}

// arrange returns the mappings in the order of their codes, each once.
func arrange(mappings []Mapping) ([]Mapping, error) {
	sorted := slices.Clone(mappings)
	slices.SortFunc(sorted, func(a, b Mapping) int { return cmp.Compare(a.Code, b.Code) })
	for i, m := range sorted {
		switch {
		case m.Code == 0 || m.Code == noCode:
			return nil, fmt.Errorf("%w: code %#04x", ErrMapping, m.Code)
		case i > 0 && sorted[i-1].Code == m.Code && sorted[i-1].Rune != m.Rune:
			return nil, fmt.Errorf("%w: code %#04x is given two runes", ErrMapping, m.Code)
		}
	}
	return slices.Compact(sorted), nil
}

// TTF returns the bytes of the subset, a TrueType file. They must not be changed.
func (s *Subset) TTF() []byte { return s.ttf }

// NumGlyphs returns the number of glyphs, .notdef and components included.
func (s *Subset) NumGlyphs() int { return len(s.glyphs) }

// Glyph returns the glyph of a code, and false if the subset does not have the code.
func (s *Subset) Glyph(code uint16) (GlyphID, bool) {
	i, ok := slices.BinarySearchFunc(s.mappings, code, func(m Mapping, c uint16) int { return cmp.Compare(m.Code, c) })
	if !ok {
		return 0, false
	}
	return GlyphID(i + 1), true
}

// Advance returns the width of the cell of a glyph of the subset, in units of the source font, or 0 if there is no such
// glyph.
func (s *Subset) Advance(g GlyphID) int {
	if int(g) >= len(s.glyphs) {
		return 0
	}
	return s.source.Advance(s.glyphs[g].source)
}

// All returns the glyphs that have a code, in ascending order of both: what a writer of font objects needs for the table
// of widths and for the way back from glyphs to text.
func (s *Subset) All() iter.Seq2[GlyphID, Mapping] {
	return func(yield func(GlyphID, Mapping) bool) {
		for i, m := range s.mappings {
			if !yield(GlyphID(i+1), m) {
				return
			}
		}
	}
}
