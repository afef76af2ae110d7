// Package latin embeds GW Latin, a type for Latin letters and digits with the widths of Times New Roman.
//
// To import it is to link it: it adds 22 KB to a program. The bytes are an ordinary TrueType file, so that
// [TTF] and a font file of one's own go the same way into a renderer.
//
// GW Latin is Liberation Serif 2.1.5 by Google and Red Hat, cut down to the characters below and renamed. It has 330
// characters: ASCII, Latin-1, Latin Extended-A and some marks. Its letters have the widths of Times New Roman, so a line
// is as long here as in a word processor that uses that font.
//
// The font is licensed under the SIL Open Font License 1.1, which stands beside it in LICENSE-GWLatin.txt and travels
// with every copy of the font; documents that show the font are not bound by it.
package latin

import _ "embed"

//go:embed GWLatin-Regular.ttf
var ttf []byte

// TTF returns the font, a TrueType file of 22224 bytes. All callers share the bytes and must not change them.
func TTF() []byte { return ttf }
