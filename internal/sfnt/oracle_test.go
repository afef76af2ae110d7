package sfnt_test

import (
	"encoding/binary"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A plainFont is a font file read in the plainest way, to compare with. It trusts the file. Of a
// collection it is the first font.
type plainFont struct {
	data   []byte
	tables map[string][]byte
	sums   map[string]uint32 // checksums as the directory states them
}

func readPlain(data []byte) plainFont {
	p := plainFont{data, map[string][]byte{}, map[string]uint32{}}
	start := 0
	if string(data[:4]) == "ttcf" {
		start = int(be32(data, 12))
	}
	for i := range int(be16(data, start+4)) {
		entry := data[start+12+16*i:]
		tag, offset, size := string(entry[:4]), be32(entry, 8), be32(entry, 12)
		p.tables[tag] = data[offset : offset+size]
		p.sums[tag] = be32(entry, 4)
	}
	return p
}

func be16(b []byte, i int) uint16 { return binary.BigEndian.Uint16(b[i:]) }
func be32(b []byte, i int) uint32 { return binary.BigEndian.Uint32(b[i:]) }

// outline returns the bytes of a glyph, padding included.
func (p plainFont) outline(g sfnt.GlyphID) []byte {
	loca, i := p.tables["loca"], int(g)
	if be16(p.tables["head"], 50) == 0 {
		return p.tables["glyf"][2*int(be16(loca, 2*i)) : 2*int(be16(loca, 2*i+2))]
	}
	return p.tables["glyf"][be32(loca, 4*i):be32(loca, 4*i+4)]
}

// components returns where the glyph numbers of a composite glyph stand.
func components(outline []byte) []int {
	if len(outline) == 0 || int16(be16(outline, 0)) >= 0 {
		return nil
	}
	var at []int
	for i := 10; ; {
		flags := be16(outline, i)
		at = append(at, i+2)
		i += 6
		if flags&1 != 0 {
			i += 2
		}
		switch {
		case flags&8 != 0:
			i += 2
		case flags&64 != 0:
			i += 4
		case flags&128 != 0:
			i += 8
		}
		if flags&32 == 0 {
			return at
		}
	}
}

// requireSameGlyph checks that glyph b of one font is glyph a of the other, components included.
func requireSameGlyph(t testing.TB, from, to plainFont, a, b sfnt.GlyphID) {
	source, got := from.outline(a), to.outline(b)
	require.GreaterOrEqual(t, len(got), len(source))
	require.Less(t, len(got), len(source)+4)
	require.Equal(t, "\x00\x00\x00"[:len(got)-len(source)], string(got[len(source):]), "padding")
	want := slices.Clone(source)
	for _, at := range components(source) {
		partA, partB := sfnt.GlyphID(be16(source, at)), sfnt.GlyphID(be16(got, at))
		requireSameGlyph(t, from, to, partA, partB)
		copy(want[at:], got[at:at+2])
	}
	require.Equal(t, string(want), string(got[:len(source)]))
}

// plainSum adds 32-bit numbers.
func plainSum(b []byte) uint32 {
	b = append(slices.Clone(b), 0, 0, 0)
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += be32(b, 0)
	}
	return sum
}

// assemble makes a font file of tables, without checksums.
func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	file := make([]byte, 12+16*len(tags))
	copy(file, "\x00\x01\x00\x00")
	binary.BigEndian.PutUint16(file[4:], uint16(len(tags)))
	for i, tag := range tags {
		entry := file[12+16*i:]
		copy(entry, tag)
		binary.BigEndian.PutUint32(entry[8:], uint32(len(file)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(tables[tag])))
		file = append(file, tables[tag]...)
		file = append(file, make([]byte, -len(file)&3)...)
	}
	return file
}

// altered returns a font with some tables exchanged, or left out if they are nil.
func altered(data []byte, changes map[string][]byte) []byte {
	tables := maps.Clone(readPlain(data).tables)
	for tag, table := range changes {
		if tables[tag] = table; table == nil {
			delete(tables, tag)
		}
	}
	return assemble(tables)
}

// patched returns a copy of b in which two bytes at an offset are a number.
func patched(b []byte, offset int, value int) []byte {
	b = slices.Clone(b)
	binary.BigEndian.PutUint16(b[offset:], uint16(value))
	return b
}

// words returns numbers of 16 bits one after another.
func words(values ...int) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}
