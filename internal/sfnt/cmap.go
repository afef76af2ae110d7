package sfnt

import "unicode"

// A runeTable finds the glyph of a rune by two array reads. Runes are divided into pages; pages without a glyph share
// page 0, which is empty.
type runeTable struct {
	pages  []uint16  // page of the runes that share the bits above pageBits
	glyphs []GlyphID // the pages, one after another
}

const (
	pageBits = 7
	pageSize = 1 << pageBits
	numPages = (unicode.MaxRune + 1) / pageSize
)

// newRuneTable returns an empty table. Chinese fonts fill between four and five cells for a glyph.
func newRuneTable(numGlyphs int) runeTable {
	return runeTable{
		pages:  make([]uint16, numPages),
		glyphs: make([]GlyphID, pageSize, 5*numGlyphs+pageSize),
	}
}

// glyph returns the glyph of a rune, or 0.
func (t *runeTable) glyph(r rune) GlyphID {
	page := uint32(r) >> pageBits
	if page >= uint32(len(t.pages)) {
		return 0
	}
	return t.glyphs[uint32(t.pages[page])<<pageBits|uint32(r)%pageSize]
}

// set makes g the glyph of a valid rune.
func (t *runeTable) set(r rune, g GlyphID) {
	page := &t.pages[r>>pageBits]
	if *page == 0 {
		*page = uint16(len(t.glyphs) >> pageBits)
		t.glyphs = append(t.glyphs, make([]GlyphID, pageSize)...)
	}
	t.glyphs[int(*page)<<pageBits|int(r)%pageSize] = g
}

// all yields the runes that have a glyph, in ascending order.
func (t *runeTable) all(yield func(rune) bool) {
	for i, page := range t.pages {
		if page == 0 {
			continue
		}
		for j, g := range t.glyphs[int(page)<<pageBits:][:pageSize] {
			if g != 0 && !yield(rune(i<<pageBits|j)) {
				return
			}
		}
	}
}

// readRunes reads the best character map of the font: one of format 12, which has all planes, before one of format 4,
// which has the Basic Multilingual Plane.
func (f *Font) readRunes() error {
	cmap := f.tables["cmap"]
	f.runes = newRuneTable(f.numGlyphs)
	if b := findCmap(cmap, 12); b != nil {
		return f.readFormat12(b)
	}
	if b := findCmap(cmap, 4); b != nil {
		return f.readFormat4(b)
	}
	return malformed("no Unicode character map of format 4 or 12")
}

// findCmap returns the first Unicode character map of a format, up to the end of the table, or nil.
func findCmap(cmap []byte, format int) []byte {
	if len(cmap) < 4 {
		return nil
	}
	for i := range min(u16(cmap, 2), (len(cmap)-4)/8) {
		record := cmap[4+8*i:]
		offset := uint64(u32(record, 4))
		if !isUnicode(u16(record, 0), u16(record, 2)) || offset+2 > uint64(len(cmap)) {
			continue
		}
		if b := cmap[offset:]; u16(b, 0) == format {
			return b
		}
	}
	return nil
}

// isUnicode reports whether a platform and encoding mean Unicode: platform 0 is Unicode, platform 3 is Windows.
func isUnicode(platform, encoding int) bool {
	return platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
}

// readFormat12 reads groups of runes with consecutive glyphs. Groups ascend; what repeats an earlier group is ignored,
// so that no file can make it read a rune twice.
func (f *Font) readFormat12(b []byte) error {
	const header, size = 16, 12
	if len(b) < header {
		return malformed("character map has %d bytes", len(b))
	}
	next := uint32(0)
	for i := range int(min(u32(b, 12), uint32((len(b)-header)/size))) {
		group := b[header+size*i:]
		start, end, first := u32(group, 0), min(u32(group, 4), unicode.MaxRune), u32(group, 8)
		for r := max(start, next); r <= end; r++ {
			g := uint64(first) + uint64(r-start)
			if g >= uint64(f.numGlyphs) {
				break
			}
			if g != 0 {
				f.runes.set(rune(r), GlyphID(g))
			}
		}
		next = max(next, end+1)
	}
	return nil
}

// readFormat4 reads segments of runes. Segments ascend; what repeats an earlier segment is ignored. The length field is
// not used: it has 16 bits, and fonts with many characters overflow it.
func (f *Font) readFormat4(b []byte) error {
	const header = 14
	if len(b) < header {
		return malformed("character map has %d bytes", len(b))
	}
	n := u16(b, 6) / 2
	ends := b[header:]
	if len(ends) < 8*n+2 {
		return malformed("character map has %d bytes for %d segments", len(b), n)
	}
	starts, deltas, offsets := ends[2*n+2:], ends[4*n+2:], ends[6*n+2:]
	next := 0
	for i := range n {
		start, end := u16(starts, 2*i), min(u16(ends, 2*i), noCode-1)
		delta, offset := u16(deltas, 2*i), u16(offsets, 2*i)
		for r := max(start, next); r <= end; r++ {
			g := r
			if offset != 0 {
				at := 2*i + offset + 2*(r-start)
				if at+2 > len(offsets) {
					break
				}
				if g = u16(offsets, at); g == 0 {
					continue
				}
			}
			if g = (g + delta) & 0xFFFF; g != 0 && g < f.numGlyphs {
				f.runes.set(rune(r), GlyphID(g))
			}
		}
		next = max(next, end+1)
	}
	return nil
}
