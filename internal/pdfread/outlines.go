package pdfread

import "unicode/utf8"

// outlines are the parts of a TrueType font from which the bounds of glyphs can be read. Subsets in PDF files often lack
// the tables that a font on its own must have, so package sfnt would refuse them.
type outlines struct {
	glyf, loca []byte
	long       bool // offsets of four bytes
	units      float64
	symbol     []byte // subtables of cmap: of symbols, of the Macintosh, of Unicode
	mac        []byte
	unicode    []byte
}

// readOutlines returns nil if the data are no TrueType font.
func readOutlines(b []byte) *outlines {
	tables := map[string][]byte{}
	for i := range u16(b, 4) {
		at := 12 + 16*i
		offset, length := u32(b, at+8), u32(b, at+12)
		if at+16 > len(b) || offset > len(b) {
			break
		}
		tables[string(b[at:at+4])] = b[offset:min(offset+length, len(b))]
	}
	o := &outlines{glyf: tables["glyf"], loca: tables["loca"]}
	head := tables["head"]
	o.units, o.long = float64(u16(head, 18)), u16(head, 50) == 1
	if o.glyf == nil || o.loca == nil || o.units == 0 {
		return nil
	}
	o.readCmap(tables["cmap"])
	return o
}

func (o *outlines) readCmap(b []byte) {
	for i := range min(u16(b, 2), 32) {
		at := 4 + 8*i
		offset := u32(b, at+4)
		if offset == 0 || offset >= len(b) {
			continue
		}
		switch platform, encoding := u16(b, at), u16(b, at+2); {
		case platform == 3 && encoding == 0:
			o.symbol = b[offset:]
		case platform == 1:
			o.mac = b[offset:]
		case platform == 3 && encoding == 1 || platform == 0:
			o.unicode = b[offset:]
		}
	}
}

// simpleGlyph returns the glyph of a code of a simple font, 0 if there is none.
func (o *outlines) simpleGlyph(code int, text string) int {
	for _, g := range [...]int{lookUp(o.symbol, code), lookUp(o.symbol, 0xF000+code), lookUp(o.mac, code)} {
		if g != 0 {
			return g
		}
	}
	r, _ := utf8.DecodeRuneInString(text)
	return lookUp(o.unicode, int(r))
}

// lookUp reads subtables of the formats 0, 4 and 6.
func lookUp(b []byte, code int) int {
	switch u16(b, 0) {
	case 0:
		if i := 6 + code; code < 256 && i < len(b) {
			return int(b[i])
		}
	case 4:
		return lookUpSegments(b, code)
	case 6:
		if i := code - u16(b, 6); i >= 0 && i < u16(b, 8) {
			return u16(b, 10+2*i)
		}
	}
	return 0
}

func lookUpSegments(b []byte, code int) int {
	twice := u16(b, 6)
	if len(b) < 16+4*twice {
		return 0
	}
	for i := 0; i < twice; i += 2 {
		end, start := u16(b, 14+i), u16(b, 16+twice+i)
		if code > end {
			continue
		}
		if code < start {
			return 0
		}
		delta, offset := u16(b, 16+2*twice+i), u16(b, 16+3*twice+i)
		if offset == 0 {
			return (code + delta) & 0xFFFF
		}
		if g := u16(b, 16+3*twice+i+offset+2*(code-start)); g != 0 {
			return (g + delta) & 0xFFFF
		}
		return 0
	}
	return 0
}

// bounds returns the box of a glyph in ems, y upwards. A glyph without outline, as a blank is, has none.
func (o *outlines) bounds(glyph int) (Rect, bool) {
	at, end := 2*u16(o.loca, 2*glyph), 2*u16(o.loca, 2*glyph+2)
	if o.long {
		at, end = u32(o.loca, 4*glyph), u32(o.loca, 4*glyph+4)
	}
	if glyph <= 0 || at >= end || at+10 > len(o.glyf) {
		return Rect{}, false
	}
	v := func(i int) float64 { return float64(int16(u16(o.glyf, at+i))) / o.units }
	return Rect{v(2), v(4), v(6), v(8)}, true
}

// u16 reads two bytes, 0 outside.
func u16(b []byte, i int) int {
	if i < 0 || i+2 > len(b) {
		return 0
	}
	return int(b[i])<<8 | int(b[i+1])
}

// u32 reads four bytes, 0 outside.
func u32(b []byte, i int) int { return u16(b, i)<<16 | u16(b, i+2) }
