// Package pdfread reads the pages of a PDF file as characters and rules with their places.
//
//	file, err := pdfread.Open(data)
//	page, err := file.Page(0)
//	for _, g := range page.Glyphs { … }
//
// It reads files of any maker: tables and streams of cross references, object streams, files whose table is broken (the
// objects are then found by looking through the file), the filters of text, composite and simple fonts with their widths
// and character maps, form objects. Lengths are in points, places from the top left corner of the page as it is shown.
//
// Nothing in a file can make it panic, run for long or take much memory: size, depth, objects, inflated bytes, operators
// and characters are bounded (see limits.go). It does not decrypt, decode images, follow optional content, clip, or
// draw. Text of simple fonts comes from the file's own maps and encodings, not from those inside of font programs; outlines
// are read of TrueType fonts only.
package pdfread
