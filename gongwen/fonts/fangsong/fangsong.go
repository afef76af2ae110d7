// Package fangsong embeds GW FangSong (仿宋), the type of the body of an official document.
//
// To import it is to link it: it adds 5.8 MB to a program. The bytes are an ordinary TrueType file, so that
// [TTF] and a font file of one's own go the same way into a renderer.
//
// GW FangSong is Zhuque Fangsong 0.212 (朱雀仿宋, technical preview) by TrionesType and JadeFoci, cut down to the characters
// below and renamed. It has 8753 characters: all 8105 of the Table of General Standard Chinese Characters (通用规范汉字表,
// 2013), 196 of which lie outside the Basic Multilingual Plane, and 7155 of the 7445 of GB 2312. It has no ①, ㈠, ○, ★,
// ＋, ＝, no full-width letters and digits and no lines for boxes: take these from package song. Its quotation marks “” ‘’
// are narrower than a character's cell.
//
// The authors of Zhuque Fangsong ask, as a wish and not as a term of the licence, that changed copies should not be
// spread widely before their first release.
//
// The font is licensed under the SIL Open Font License 1.1, which stands beside it in LICENSE-GWFangSong.txt and travels
// with every copy of the font; documents that show the font are not bound by it.
package fangsong

import _ "embed"

//go:embed GWFangSong-Regular.ttf
var ttf []byte

// TTF returns the font, a TrueType file of 5795196 bytes. All callers share the bytes and must not change them.
func TTF() []byte { return ttf }
