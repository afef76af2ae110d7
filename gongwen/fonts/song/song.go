// Package song embeds GW Song (宋体), the type of page numbers and of signs that other fonts lack.
//
// To import it is to link it: it adds 3.5 MB to a program. The bytes are an ordinary TrueType file, so that
// [TTF] and a font file of one's own go the same way into a renderer.
//
// GW Song is Noto Serif CJK SC Regular 2.001 by Adobe with its outlines turned into those of TrueType, cut down to the
// characters below and renamed. It has 9110 characters: all 8105 of the Table of General Standard Chinese Characters
// (通用规范汉字表, 2013), 196 of which lie outside the Basic Multilingual Plane, all 7445 of GB 2312, and marks.
//
// The font is licensed under the SIL Open Font License 1.1, which stands beside it in LICENSE-GWSong.txt and travels
// with every copy of the font; documents that show the font are not bound by it.
package song

import _ "embed"

//go:embed GWSong-Regular.ttf
var ttf []byte

// TTF returns the font, a TrueType file of 3457624 bytes. All callers share the bytes and must not change them.
func TTF() []byte { return ttf }
