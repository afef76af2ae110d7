// Package fonts collects the embedded fonts for gongwen/layout:
//
//	fonts, err := fonts.Embedded()
//
// It links them all, twenty megabytes. Each font is a package of its own too, so that a program can link only those that
// it imports:
//
//	fangsong   仿宋                   body
//	song       宋体                   page numbers, signs that the others lack
//	songbold   in place of 小标宋      titles, the issuer's name
//	kai        楷体                   headings of the second level
//	hei        黑体                   headings of the first level
//	latin      like Times New Roman   Latin letters and digits
//	latinbold  the same, bold
//
// Each has one function, TTF, which returns the bytes of a TrueType file. A font of one's own is bytes just so, from a
// file or from a go:embed variable.
//
// The Chinese fonts have the 8105 characters of the Table of General Standard Chinese Characters (通用规范汉字表, 2013) and the
// Chinese characters of GB 2312, and no traditional or variant forms beyond these. All fonts are under the SIL Open Font
// License 1.1; file NOTICE of this module says where they come from.
package fonts
