// Package gongwen holds the official document (公文) as a value and the page that GB/T 9704-2012 gives it.
//
// A Document is a closed tree: a head (版头), a title, a body of blocks, a signature, notes and an imprint (版记). Build
// it as a literal, or let package report assemble it, and hand it to a Renderer: gongwen/pdf, gongwen/docx. Whoever
// needs another sort of block gives it a method Lower that turns it into blocks of this package, so that every renderer
// knows every document.
//
// The package does not draw, does not break lines and knows no fonts; gongwen/layout does. Values may be used from
// several goroutines as long as nobody writes to them; renderers do not change a document.
package gongwen
