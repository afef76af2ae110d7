package sfnt

import (
	"encoding/binary"
	"slices"
)

// write makes the file of a subset.
func (c *cut) write(segments []segment) []byte {
	locations := c.locate()
	tables := c.tables(segments, locations)
	return writeFile(tables, locations[len(c.glyphs)]+8*len(c.glyphs)+8*len(segments)+c.fixedSize())
}

// tables returns the tables of the subset in the order of their tags. The programs for hinting (cvt, fpgm, prep) go along
// if the font has them, because the glyphs call them.
func (c *cut) tables(segments []segment, locations []int) []table {
	tables := []table{
		{"OS/2", c.copyOf("OS/2")},
		{"cmap", func(b []byte) []byte { return appendCmap(b, segments) }},
		{"cvt ", c.copyOf("cvt ")},
		{"fpgm", c.copyOf("fpgm")},
		{"glyf", c.appendGlyf},
		{"head", func(b []byte) []byte { return c.appendHead(b, isLong(locations)) }},
		{"hhea", c.appendHhea},
		{"hmtx", c.appendHmtx},
		{"loca", func(b []byte) []byte { return appendLoca(b, locations) }},
		{"maxp", c.appendMaxp},
		{"name", func(b []byte) []byte { return appendNames(b, c.font.names) }},
		{"post", c.appendPost},
		{"prep", c.copyOf("prep")},
	}
	return slices.DeleteFunc(tables, func(t table) bool { return t.write == nil })
}

// copyOf returns what copies a table of the source, or nil if there is none.
func (c *cut) copyOf(tag string) func([]byte) []byte {
	table := c.font.tables[tag]
	if len(table) == 0 {
		return nil
	}
	return func(b []byte) []byte { return append(b, table...) }
}

// fixedSize estimates the size of the tables that do not depend on the number of glyphs.
func (c *cut) fixedSize() int {
	size := 1024
	for _, tag := range []string{"OS/2", "cvt ", "fpgm", "prep"} {
		size += len(c.font.tables[tag])
	}
	return size
}

// appendHead copies table head without its checksum, which writeFile sets.
func (c *cut) appendHead(b []byte, longLoca bool) []byte {
	head := c.font.tables["head"]
	b = append(b, head[:8]...)
	b = append16(b, 0, 0) // the checksum
	b = append(b, head[12:50]...)
	if longLoca {
		return append16(b, 1, 0)
	}
	return append16(b, 0, 0)
}

// appendHhea copies table hhea; every glyph of the subset has an advance of its own.
func (c *cut) appendHhea(b []byte) []byte {
	b = append(b, c.font.tables["hhea"][:hheaSize-4]...)
	return append16(b, 0, len(c.glyphs)) // format 0, the only one
}

// appendMaxp copies table maxp. The limits that it states hold for the subset all the more.
func (c *cut) appendMaxp(b []byte) []byte {
	var maxp [maxpSize]byte
	copy(maxp[:], c.font.tables["maxp"])
	copy(maxp[:], tagTrueType) // the version
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(c.glyphs)))
	return append(b, maxp[:]...)
}

// appendPost writes table post of format 3, which has no glyph names.
func (c *cut) appendPost(b []byte) []byte {
	var post [postSize]byte
	copy(post[:16], c.font.tables["post"])
	binary.BigEndian.PutUint32(post[:], 3<<16)
	return append(b, post[:]...)
}

// appendHmtx writes the advances and left bearings of the glyphs.
func (c *cut) appendHmtx(b []byte) []byte {
	for i, p := range c.glyphs {
		bearing := c.font.bearing(p.source)
		if i == 0 {
			bearing = 0 // .notdef is empty
		}
		b = append16(b, c.font.Advance(p.source), int(bearing))
	}
	return b
}
