// Package sfnt reads TrueType fonts and cuts small fonts out of them.
//
// An official document uses several Chinese fonts of three to six megabytes and, in each, a few hundred of nine thousand
// characters. So a font is parsed once, in about a tenth of a millisecond, and shared by every document of the process;
// a document takes a [Subset] of the characters it shows.
//
//	font, err := sfnt.Parse(data)                 // once; data is kept, not copied
//	g, ok := font.Glyph('泉')                      // layout: is there a glyph, and how wide is it
//	width := font.Advance(g)                      // in font units, font.UnitsPerEm() to the em
//	sub, err := font.Subset([]sfnt.Mapping{{Code: '泉', Rune: '泉'}})
//	os.WriteFile("small.ttf", sub.TTF(), 0o644)
//
// The package reads glyf outlines, alone or in a collection (TTC), and character maps of format 4 and 12. It does not
// read CFF outlines ([ErrOutlines]), does not shape, hint, kern or draw, and knows no vertical writing: Chinese official
// documents are set horizontally, one character in one cell.
//
// Fonts come from users too, so every offset of a file is checked: whatever the bytes are, the package answers with an
// error and never with a panic, in time and memory that are bounded by the length of the file.
//
// A [Font] and a [Subset] never change after they are made, so any number of goroutines may use them.
package sfnt
