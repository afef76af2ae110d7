// Package pdf writes official documents (公文) as PDF.
//
//	fonts, err := fonts.Embedded()                    // gongwen/fonts, once
//	renderer, err := pdf.New(gongwen.GB9704(), fonts) // once
//	issues, err := renderer.Render(w, doc)            // for every document, from any goroutine
//
// The lines are those of gongwen/layout; this package draws them and decides nothing. Text can be searched and copied,
// characters beyond the Basic Multilingual Plane and characters that no font has (drawn as an empty box) too. The file
// has the document's title, subject, issuer and key words, an outline made of its headings, and the language zh-CN; it
// has no trace of the machine, the user or the hour. The same document gives the same bytes.
//
// Fonts are cut down to the characters of the document. What costs time in a PDF of Chinese text is compressing these
// cuts; here every outline is compressed once, when a document first shows it, and kept, so a report of ten pages takes
// one or two milliseconds. What is kept grows to about the size of the fonts, no further. Make one Renderer and keep it.
//
// gofpdf v1.16.2 makes pages, rules, outline and file properties. What it cannot do or does slowly is added to its file
// afterwards: font objects, the way back from glyphs to characters, language, identifier, compression.
//
// The package does not encrypt, sign, or tag; it writes no forms and no images. The bytes may change with a new version of
// this module, the meaning of its functions does not.
package pdf
