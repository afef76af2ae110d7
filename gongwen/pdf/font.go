package pdf

import (
	"io"
	"strconv"
	"unicode/utf16"

	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// fontObjects is the number of objects of a font, in the order of writeFont.
const fontObjects = 6

// writeFonts writes the fonts that the document uses. What makes them up goes into the identifier of the file.
func (k *work) writeFonts(p *plan, id io.Writer) error {
	next := p.fonts
	for i := range k.used {
		if len(k.used[i].mappings) == 0 {
			continue
		}
		name, err := k.writeFont(i, next)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(id, name); err != nil {
			return err
		}
		next += fontObjects
	}
	return nil
}

// writeFont writes the objects of the i-th font: the font, its widths, its descriptor, the cut font file, the way back to
// characters, the set of its glyphs. It returns the name of the cut.
func (k *work) writeFont(i, first int) (string, error) {
	u := &k.used[i]
	cut := k.renderer.cuts[i]
	font := cut.font
	k.scratch = appendToUnicode(k.scratch[:0], u.meanings)
	name := subsetName(font, k.scratch)
	k.writeFontDict(first, name)
	k.writeWidths(first+1, name, font, u.mappings)
	k.writeDescriptor(first+2, name, font)
	if err := k.writeFontFile(first+3, cut, u.mappings); err != nil {
		return "", err
	}
	k.writeStream(first+4, k.scratch, k.renderer.text)
	k.scratch = appendGlyphSet(k.scratch[:0], 1+len(k.glyphs.pieces))
	k.writeRaw(first+5, "", k.scratch)
	return name, nil
}

// appendGlyphSet appends a bit for every glyph of a font file, as PDF/A-1 has it (6.3.5).
func appendGlyphSet(b []byte, n int) []byte {
	for ; n >= 8; n -= 8 {
		b = append(b, 0xFF)
	}
	return append(b, ^byte(0xFF>>n))
}

// subsetName returns the name of a cut font: six letters that depend on its characters, and the name of the font.
func subsetName(font *layout.Font, toUnicode []byte) string {
	sum := uint64(14695981039346656037) // FNV-1a
	for _, c := range toUnicode {
		sum = (sum ^ uint64(c)) * 1099511628211
	}
	tag := make([]byte, 0, 64)
	for range 6 {
		tag = append(tag, byte('A'+sum%26))
		sum /= 26
	}
	tag = append(tag, '+')
	for _, c := range []byte(font.TrueType().Name().PostScript) {
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' {
			tag = append(tag, c)
		}
	}
	return string(tag)
}

func (k *work) ref(key string, number int) {
	k.file = strconv.AppendInt(append(k.file, key...), int64(number), 10)
	k.file = append(k.file, " 0 R"...)
}

func (k *work) writeFontDict(number int, name string) {
	k.begin(number)
	k.file = append(append(k.file, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/"...), name...)
	k.ref("/DescendantFonts[", number+1)
	k.ref("]/ToUnicode ", number+4)
	k.file = append(k.file, ">>"...)
	k.end()
}

// writeWidths writes the descendant font. A code is the number of its glyph; characters are an em wide if nothing is said.
func (k *work) writeWidths(number int, name string, font *layout.Font, mappings []sfnt.Mapping) {
	k.begin(number)
	k.file = append(append(k.file, "<</Type/Font/Subtype/CIDFontType2/BaseFont/"...), name...)
	k.file = append(k.file, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"...)
	k.ref("/FontDescriptor ", number+1)
	k.file = append(k.file, "/DW 1000/W["...)
	open := false
	for _, m := range mappings {
		g, _ := font.TrueType().Glyph(m.Rune)
		width := font.Width(g)
		if open && width == 1000 {
			k.file = append(k.file, ']')
			open = false
		}
		if width == 1000 {
			continue
		}
		if !open {
			k.file = append(strconv.AppendInt(k.file, int64(m.Code), 10), '[')
			open = true
		}
		k.file = append(strconv.AppendInt(k.file, int64(width), 10), ' ')
	}
	if open {
		k.file = append(k.file, ']')
	}
	k.file = append(k.file, "]>>"...)
	k.end()
}

func (k *work) writeDescriptor(number int, name string, font *layout.Font) {
	m := font.TrueType().Metrics()
	put := func(key string, values ...int) {
		k.file = append(k.file, key...)
		for _, v := range values {
			k.file = append(strconv.AppendInt(k.file, int64(v*1000/m.UnitsPerEm), 10), ' ')
		}
	}
	const symbolic = 4
	flags := symbolic
	if m.FixedPitch {
		flags |= 1
	}
	k.begin(number)
	k.file = append(append(k.file, "<</Type/FontDescriptor/FontName/"...), name...)
	put("/FontBBox[", m.Box.XMin, m.Box.YMin, m.Box.XMax, m.Box.YMax)
	put("]/Ascent ", m.Ascent)
	put("/Descent ", m.Descent)
	put("/CapHeight ", m.CapHeight)
	k.file = strconv.AppendInt(append(k.file, "/ItalicAngle "...), int64(m.Italic), 10)
	k.file = strconv.AppendInt(append(k.file, "/StemV "...), int64(50+m.Weight*m.Weight/4225), 10)
	k.file = strconv.AppendInt(append(k.file, "/Flags "...), int64(flags), 10)
	k.ref("/FontFile2 ", number+1)
	k.ref("/CIDSet ", number+3)
	k.file = append(k.file, ">>"...)
	k.end()
}

// appendToUnicode appends the character map that leads from codes, 1, 2, 3, …, back to characters.
func appendToUnicode(b []byte, meanings []rune) []byte {
	b = append(b, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n"...)
	const most = 100 // mappings in a section
	for start := 0; start < len(meanings); start += most {
		section := meanings[start:min(start+most, len(meanings))]
		b = append(strconv.AppendInt(b, int64(len(section)), 10), " beginbfchar\n"...)
		for i, r := range section {
			b = append(appendHex(append(b, '<'), uint16(start+i+1)), "><"...)
			if high, low := utf16.EncodeRune(r); r > 0xFFFF {
				b = appendHex(appendHex(b, uint16(high)), uint16(low))
			} else {
				b = appendHex(b, uint16(r))
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"...)
}

func appendHex(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}
