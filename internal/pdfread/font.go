package pdfread

import (
	"strings"
	"unicode/utf8"
)

// A Font is a font of the file.
type Font struct {
	Name  string // without the mark of a subset; as the file has it, perhaps in GBK
	Bold  bool   // the name or the descriptor says so
	Embed bool   // its outlines are in the file

	vertical  bool
	composite bool
	codes     *cmap // of a composite font: how long codes are, and which character (CID) is meant
	unicode   *cmap // what characters mean
	wide      bool  // codes are UTF-16
	simple    *simpleFont
	widths    []widthRange
	dw        float64
	outlines  *outlines
	toGlyph   []byte // CIDToGIDMap
}

// font returns a font of the resources, nil if there is none.
func (f *File) font(o object) *Font {
	r, isRef := o.(ref)
	if font, ok := f.fonts[r]; isRef && ok {
		return font
	}
	d := f.dict(o)
	if d == nil || !take(&f.left.ops, fontCost+f.sizeOf(d)) {
		return nil
	}
	font := &Font{Name: f.fontName(d), dw: 1000}
	font.unicode = f.cmap(d["ToUnicode"], 0)
	if f.name(d["Subtype"]) == "Type0" {
		f.readComposite(font, d)
	} else {
		f.readSimple(font, d)
	}
	lower := strings.ToLower(font.Name)
	font.Bold = font.Bold || strings.Contains(lower, "bold") || strings.Contains(lower, "black") || strings.Contains(lower, "heavy")
	if isRef {
		f.fonts[r] = font
	}
	return font
}

// fontCost is what reading a font costs in operators, so that one that is no object of its own cannot be read for ever.
const fontCost = 1 << 10

// sizeOf returns how long the lists of a font are.
func (f *File) sizeOf(d dict) int {
	n := len(f.array(f.dict(d["Encoding"])["Differences"]))
	for _, kid := range f.array(d["DescendantFonts"]) {
		n += len(f.array(f.dict(kid)["W"]))
	}
	return n
}

// fontName returns the name without ABCDEF+.
func (f *File) fontName(d dict) string {
	n := string(f.name(d["BaseFont"]))
	if len(n) > 7 && n[6] == '+' && strings.ToUpper(n[:6]) == n[:6] {
		n = n[7:]
	}
	return n
}

// readDescriptor reads outlines and flags.
func (f *File) readDescriptor(font *Font, d dict) {
	if int(f.number(d["Flags"]))&(1<<18) != 0 || f.number(d["FontWeight"]) >= 600 {
		font.Bold = true
	}
	for _, key := range [...]name{"FontFile2", "FontFile3", "FontFile"} {
		s, ok := f.resolve(d[key]).(*stream)
		if !ok {
			continue
		}
		font.Embed = true
		if key == "FontFile" {
			continue
		}
		if data, err := f.decode(s); err == nil {
			font.outlines = readOutlines(data)
		}
	}
}

func (f *File) readComposite(font *Font, d dict) {
	font.composite = true
	switch enc := f.resolve(d["Encoding"]).(type) {
	case name:
		font.vertical = strings.HasSuffix(string(enc), "-V")
		font.wide = strings.Contains(string(enc), "UCS2") || strings.Contains(string(enc), "UTF16")
		if !font.wide && !strings.HasPrefix(string(enc), "Identity") {
			font.codes = &cmap{short: true}
		}
	case *stream:
		font.codes = f.cmap(enc, 0)
		font.vertical = f.number(enc.dict["WMode"]) == 1
	}
	kids := f.array(d["DescendantFonts"])
	if len(kids) == 0 {
		return
	}
	kid := f.dict(kids[0])
	if dw, ok := f.resolve(kid["DW"]).(float64); ok {
		font.dw = dw
	}
	font.widths = f.widthRanges(f.array(kid["W"]))
	if s, ok := f.resolve(kid["CIDToGIDMap"]).(*stream); ok {
		font.toGlyph, _ = f.decode(s) // without it glyphs are numbered as characters are
	}
	f.readDescriptor(font, f.dict(kid["FontDescriptor"]))
}

// code cuts the next code off a string and returns its length too.
func (font *Font) code(s text) (code, n int) {
	if !font.composite {
		return int(s[0]), 1
	}
	n = 2
	if font.codes != nil {
		n = font.codes.length(s)
	}
	n = min(n, len(s))
	return bigEndian([]byte(s[:n])), n
}

// character returns the CID of a code.
func (font *Font) character(code int) int {
	if font.codes == nil {
		return code
	}
	return font.codes.cid(code)
}

// width returns the advance of a code in thousandths of the size.
func (font *Font) width(code int) float64 {
	if font.simple != nil {
		return font.simple.width(code)
	}
	if w, ok := findWidth(font.widths, font.character(code)); ok {
		return w
	}
	return font.dw
}

// text returns what a code means.
func (font *Font) text(code int) string {
	if s := font.unicode.text(code); s != "" {
		return s
	}
	switch {
	case font.simple != nil:
		return font.simple.text[code&255]
	case font.wide && utf8.ValidRune(rune(code)):
		return string(rune(code))
	}
	return ""
}

// ink returns the black of a character in ems, y upwards, and whether it is that of the outline.
func (font *Font) ink(code int, em float64) (Rect, bool) {
	if font.outlines != nil {
		if box, ok := font.outlines.bounds(font.glyphOf(code)); ok {
			return box, true
		}
	}
	return Rect{0, -0.12, em, 0.88}, false
}

// glyphOf returns the number of the outline of a code.
func (font *Font) glyphOf(code int) int {
	if font.simple != nil {
		return font.outlines.simpleGlyph(code, font.simple.text[code&255])
	}
	cid := font.character(code)
	if i := 2 * cid; font.toGlyph != nil {
		if i < 0 || i+1 >= len(font.toGlyph) {
			return 0
		}
		return int(font.toGlyph[i])<<8 | int(font.toGlyph[i+1])
	}
	return cid
}
