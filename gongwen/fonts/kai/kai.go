// Package kai embeds GW Kai (楷体), the type of headings of the second level and of the signer's name.
//
// To import it is to link it: it adds 4.5 MB to a program. The bytes are an ordinary TrueType file, so that
// [TTF] and a font file of one's own go the same way into a renderer.
//
// GW Kai is LXGW WenKai GB Lite 1.522 by LXGW, after Klee by the Klee Project Authors, cut down to the characters below and
// renamed. It has 9133 characters: all 8105 of the Table of General Standard Chinese Characters (通用规范汉字表, 2013), 196 of
// which lie outside the Basic Multilingual Plane, all 7445 of GB 2312, and marks. Its quotation marks “” ‘’ are narrower
// than a character's cell.
//
// The font is licensed under the SIL Open Font License 1.1, which stands beside it in LICENSE-GWKai.txt and travels
// with every copy of the font; documents that show the font are not bound by it.
package kai

import _ "embed"

//go:embed GWKai-Regular.ttf
var ttf []byte

// TTF returns the font, a TrueType file of 4457944 bytes. All callers share the bytes and must not change them.
func TTF() []byte { return ttf }
