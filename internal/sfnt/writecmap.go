package sfnt

import "fmt"

// A segment is a run of consecutive codes; as glyphs are in the order of codes, the glyphs are consecutive too.
type segment struct {
	first, last uint16  // codes
	glyph       GlyphID // of the first
}

// maxSegments is the number of segments, the obligatory last one not counted, whose map fits in 65535 bytes.
const maxSegments = (0xFFFF-16)/8 - 1

// segmentsOf returns the segments of ascending mappings, of which the first has glyph 1.
func segmentsOf(mappings []Mapping) ([]segment, error) {
	var all []segment
	for i, m := range mappings {
		if n := len(all); n > 0 && all[n-1].last+1 == m.Code {
			all[n-1].last = m.Code
			continue
		}
		all = append(all, segment{m.Code, m.Code, GlyphID(i + 1)})
	}
	if len(all) > maxSegments {
		return nil, fmt.Errorf("%w: %d separate runs of codes", ErrMapping, len(all))
	}
	return all, nil
}

// appendCmap writes table cmap with one map of format 4 for Windows and Unicode.
func appendCmap(b []byte, segments []segment) []byte {
	all := append(segments[:len(segments):len(segments)], segment{noCode, noCode, 0}) // obligatory: no glyph
	n := len(all)
	search := searchFields(n, 2)
	b = append16(b, 0, 1, 3, 1, 0, 12) // one map, which begins after these 12 bytes
	b = append16(b, 4, 16+8*n, 0, 2*n, search[0], search[1], search[2])
	for _, s := range all {
		b = append16(b, int(s.last))
	}
	b = append16(b, 0)
	for _, s := range all {
		b = append16(b, int(s.first))
	}
	for _, s := range all {
		b = append16(b, int(s.glyph)-int(s.first))
	}
	for range all {
		b = append16(b, 0) // no list of glyphs: code plus difference is the glyph
	}
	return b
}
