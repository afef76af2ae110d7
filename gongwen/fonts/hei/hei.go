// Package hei embeds GW Hei (黑体), the type of headings of the first level.
//
// To import it is to link it: it adds 2.6 MB to a program. The bytes are an ordinary TrueType file, so that
// [TTF] and a font file of one's own go the same way into a renderer.
//
// GW Hei is Noto Sans CJK SC Regular 2.004 by Adobe with its outlines turned into those of TrueType, cut down to the
// characters below and renamed. It has 9110 characters: all 8105 of the Table of General Standard Chinese Characters
// (通用规范汉字表, 2013), 196 of which lie outside the Basic Multilingual Plane, all 7445 of GB 2312, and marks.
//
// The font is licensed under the SIL Open Font License 1.1, which stands beside it in LICENSE-GWHei.txt and travels
// with every copy of the font; documents that show the font are not bound by it.
package hei

import _ "embed"

//go:embed GWHei-Regular.ttf
var ttf []byte

// TTF returns the font, a TrueType file of 2552064 bytes. All callers share the bytes and must not change them.
func TTF() []byte { return ttf }
