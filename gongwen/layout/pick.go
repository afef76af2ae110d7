package layout

import (
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// em is the width of a full cell in thousandths of an em.
const em = 1000

// Pick returns the font that draws a rune in a face, and false if none has it. Latin letters, digits and the marks of
// ASCII come from face Latin, beside XiaoBiaoSong from LatinBold. Marks that Chinese shares with other scripts, such as
// “ ” … —, come from the first font in which they fill a cell.
func (f *Fonts) Pick(face gongwen.Face, r rune) (*Font, bool) {
	font, _, ok := f.pick(face, r)
	return font, ok
}

// pick returns the font and the glyph. A face that does not exist counts as FangSong.
func (f *Fonts) pick(face gongwen.Face, r rune) (*Font, sfnt.GlyphID, bool) {
	if int(face) >= numFaces {
		face = gongwen.FangSong
	}
	if isHan(r) { // by far the most frequent
		font := f.chains[face][0]
		if g, ok := font.ttf.Glyph(r); ok {
			return font, g, true
		}
	}
	if isLatin(r) {
		face = latinOf(face)
	}
	var first *Font
	var glyph sfnt.GlyphID
	cell := fillsCell(r)
	for _, font := range f.chains[face] {
		g, ok := font.ttf.Glyph(r)
		if !ok {
			continue
		}
		if !cell || font.Width(g) == em {
			return font, g, true
		}
		if first == nil {
			first, glyph = font, g
		}
	}
	return first, glyph, first != nil
}

// isHan reports whether a rune is one of the Han characters of the Basic Multilingual Plane.
func isHan(r rune) bool { return r >= 0x3400 && r < 0xA000 }

// isLatin reports whether a rune is set in a Latin font.
func isLatin(r rune) bool {
	return r < 0x7F || r >= 0xC0 && r < 0x250 && r != '×' && r != '÷'
}

// latinOf returns the Latin face that goes with a face. Page numbers are set in Song throughout (7.5).
func latinOf(face gongwen.Face) gongwen.Face {
	switch face {
	case gongwen.XiaoBiaoSong, gongwen.LatinBold:
		return gongwen.LatinBold
	case gongwen.Song:
		return gongwen.Song
	}
	return gongwen.Latin
}

// fillsCell reports whether a mark must fill a cell although fonts often have it narrower.
func fillsCell(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '…', '—', '·', '―', '‖', '‥', '•', '§', '¶', '×', '÷', '±', 'ˉ', '‰', '←', '↑', '→', '↓', '∏', '∑', '√',
		'∞', '∫', '≈', '≠', '≤', '≥', '■', '□', '▲', '△', '▼', '▽', '◆', '◇':
		return true
	}
	return false
}

// replaced returns the rune whose glyph is drawn for one that is blank in any font: line ends and tabs in running text
// count as a space.
func replaced(r rune) rune {
	if isHan(r) {
		return r
	}
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\u0085', '\u00A0', '\u2028', '\u2029':
		return ' '
	}
	return r
}

// Invisible reports whether a rune only says where words may be cut or joined, or marks the order of bytes. Such runes
// count in the range of a line, but stand in no run, and no font needs them.
func Invisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return true
	}
	return false
}

// isSpace reports whether a rune is a blank at which a line may end and which then takes no room.
func isSpace(r rune) bool {
	return !isHan(r) && r != '\u00A0' && (replaced(r) == ' ' || r == '\u3000' || unicode.Is(unicode.Zs, r) && r != '\u202F')
}
