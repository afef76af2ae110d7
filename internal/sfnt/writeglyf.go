package sfnt

import "encoding/binary"

// locate returns where in table glyf each glyph will begin, and where the last ends.
func (c *cut) locate() []int {
	locations := make([]int, 1+len(c.glyphs))
	for i, p := range c.glyphs {
		locations[i+1] = locations[i] + padded(len(p.outline))
	}
	return locations
}

// isLong reports whether locations need four bytes each; two bytes hold half a location.
func isLong(locations []int) bool {
	return locations[len(locations)-1] > 2*0xFFFF
}

// appendLoca writes the locations.
func appendLoca(b []byte, locations []int) []byte {
	long := isLong(locations)
	for _, at := range locations {
		if long {
			b = binary.BigEndian.AppendUint32(b, uint32(at))
		} else {
			b = binary.BigEndian.AppendUint16(b, uint16(at/2))
		}
	}
	return b
}

// appendGlyf writes the outlines as they are in the source, but with the new numbers of components.
func (c *cut) appendGlyf(b []byte) []byte {
	start := len(b)
	for _, p := range c.glyphs {
		outline := len(b)
		b = append(b, p.outline...)
		for _, at := range p.parts {
			binary.BigEndian.PutUint16(b[outline+at+partGlyph:], uint16(c.number[part(p.outline, at)]))
		}
		b = pad(b)
	}
	if len(b) == start {
		b = append(b, 0) // some readers refuse an empty table
	}
	return b
}
