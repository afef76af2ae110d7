package sfnt

// Metrics are the measures of a font that a font descriptor of PDF asks for, in font units.
type Metrics struct {
	UnitsPerEm int
	Ascent     int     // above the baseline
	Descent    int     // below the baseline, negative
	CapHeight  int     // of flat capital letters; of the H, or the ascent, if the font does not say
	Box        Rect    // around all glyphs
	Italic     float64 // angle in degrees, counter-clockwise from the vertical; 0 for upright fonts
	Weight     int     // 1 to 1000; 400 is regular, 700 bold
	FixedPitch bool    // all glyphs have one width

	// Embedding are the licence bits (fsType of table OS/2): 0 allows everything, bit 1 alone forbids embedding,
	// bit 8 forbids subsets. This package states them and does not enforce them.
	Embedding uint16
}

// Sizes of tables, or of the part that is read.
const (
	headSize = 54
	hheaSize = 36
	maxpSize = 32
	postSize = 32
	os2Size  = 78 // of version 0
)

// Metrics returns the measures of the font.
func (f *Font) Metrics() Metrics { return f.metrics }

// readHead reads how the other tables are written.
func (f *Font) readHead() error {
	head := f.tables["head"]
	if len(head) < headSize {
		return malformed("table head has %d bytes", len(head))
	}
	if u16(head, 18) == 0 {
		return malformed("no units in the em")
	}
	switch format := u16(head, 50); format {
	case 0, 1:
		f.longLoca = format == 1
	default:
		return malformed("table loca has format %d", format)
	}
	return nil
}

// readMetrics collects the measures; tables OS/2 and post may be missing.
func (f *Font) readMetrics() Metrics {
	head, hhea := f.tables["head"], f.tables["hhea"]
	m := Metrics{
		UnitsPerEm: u16(head, 18),
		Ascent:     int(i16(hhea, 4)),
		Descent:    int(i16(hhea, 6)),
		Box:        readRect(head, 36),
		Weight:     400,
	}
	if os2 := f.tables["OS/2"]; len(os2) >= os2Size {
		m.Weight = u16(os2, 4)
		m.Embedding = uint16(u16(os2, 8))
		if m.Ascent == 0 && m.Descent == 0 {
			m.Ascent, m.Descent = int(i16(os2, 68)), int(i16(os2, 70))
		}
		if u16(os2, 0) >= 2 && len(os2) >= 90 {
			m.CapHeight = int(i16(os2, 88))
		}
	}
	if post := f.tables["post"]; len(post) >= 16 {
		m.Italic = float64(int32(u32(post, 4))) / (1 << 16)
		m.FixedPitch = u32(post, 12) != 0
	}
	if g, ok := f.Glyph('H'); ok && m.CapHeight == 0 {
		m.CapHeight = f.Bounds(g).YMax
	}
	if m.CapHeight == 0 {
		m.CapHeight = m.Ascent
	}
	return m
}
