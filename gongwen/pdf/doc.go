// Package pdf writes official documents (公文) as PDF that can be archived and read aloud.
//
//	fonts, err := fonts.Embedded()                    // gongwen/fonts, once
//	renderer, err := pdf.New(gongwen.GB9704(), fonts) // once
//	issues, err := renderer.Render(w, doc)            // for every document, from any goroutine
//
// The lines and pictures are those of gongwen/layout; this package draws them and decides nothing. Text can be searched and
// copied, characters beyond the Basic Multilingual Plane and characters that no font has (drawn as an empty box) too. The
// file has the document's title, subject, issuer, index number and key words, and an outline made of its headings; it has no
// trace of the machine, the user or the hour. The same document gives the same bytes.
//
// Every file is PDF/A-1b (ISO 19005-1): all it needs is inside, its colours are sRGB, nothing is transparent. A document with
// files inside (Document.Files) becomes PDF/A-3b (ISO 19005-3), as earlier parts allow none; the tests have part 1 checked by
// a validator, part 3 only by readers.
//
// Every file is tagged (ISO 32000-1, 14.8): title and headings H1, H2, … without gaps, paragraphs, lists, tables with their
// headers, captions, figures with the text that stands for them, table of contents, notes, in reading order, in the language
// zh-CN. Page numbers, rules, dots and headers that are repeated are artifacts. The entries of a table of contents lead to
// their headings, web addresses in the text to where they say.
//
// A JPEG in grey or RGB is embedded as it is, but without what the camera wrote about its owner and the place; all other
// images are decoded, put on white and compressed. An image that is shown twice is there once. Drawings stay vectors.
//
// Fonts are cut down to the characters of the document. What costs time in a PDF of Chinese text is compressing these
// cuts; here every outline is compressed once, when a document first shows it, and kept, so a report of ten pages takes
// about a millisecond. What is kept grows to about the size of the fonts, no further. Make one Renderer and keep it.
//
// gofpdf v1.16.2 makes pages and draws rules and drawings. What it cannot do or does slowly is put into its file afterwards:
// text, fonts, images, structure, links, outline, properties, compression.
//
// The package does not encrypt or sign and writes no forms. It does not claim PDF/UA, which asks for a person's judgement. The
// bytes may change with a new version of this module, the meaning of its functions does not.
package pdf
