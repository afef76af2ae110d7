// Package songbold embeds GW Song Bold, which stands in for 小标宋, the type of titles and of the issuer's name.
//
// To import it is to link it: it adds 3.5 MB to a program. The bytes are an ordinary TrueType file, so that
// [TTF] and a font file of one's own go the same way into a renderer.
//
// GW Song Bold is Noto Serif CJK SC Bold 2.001 by Adobe with its outlines turned into those of TrueType, cut down to the
// characters below and renamed. It has 9110 characters: all 8105 of the Table of General Standard Chinese Characters
// (通用规范汉字表, 2013), 196 of which lie outside the Basic Multilingual Plane, all 7445 of GB 2312, and marks.
//
// No open font of 小标宋 is known. An office that has a licence for one gives its bytes instead of those of this package.
//
// The font is licensed under the SIL Open Font License 1.1, which stands beside it in LICENSE-GWSong.txt and travels
// with every copy of the font; documents that show the font are not bound by it.
package songbold

import _ "embed"

//go:embed GWSong-Bold.ttf
var ttf []byte

// TTF returns the font, a TrueType file of 3478732 bytes. All callers share the bytes and must not change them.
func TTF() []byte { return ttf }
