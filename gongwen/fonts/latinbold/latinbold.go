// Package latinbold embeds GW Latin Bold, a bold type for Latin letters and digits with the widths of Times New Roman Bold.
//
// To import it is to link it: it adds 22 KB to a program. The bytes are an ordinary TrueType file, so that
// [TTF] and a font file of one's own go the same way into a renderer.
//
// GW Latin Bold is Liberation Serif Bold 2.1.5 by Google and Red Hat, cut down to the characters below and renamed. It has
// 330 characters: ASCII, Latin-1, Latin Extended-A and some marks.
//
// The font is licensed under the SIL Open Font License 1.1, which stands beside it in LICENSE-GWLatin.txt and travels
// with every copy of the font; documents that show the font are not bound by it.
package latinbold

import _ "embed"

//go:embed GWLatin-Bold.ttf
var ttf []byte

// TTF returns the font, a TrueType file of 22244 bytes. All callers share the bytes and must not change them.
func TTF() []byte { return ttf }
