// Package docx writes an official document (公文) as a Word file that a clerk can go on editing.
//
//	r, err := docx.New(gongwen.GB9704(), fonts)   // once
//	issues, err := r.Render(w, doc)               // for every document, from any goroutine
//
// The file is flowing text: one paragraph of the document is one paragraph of the file, without hard line ends (but in
// titles, which 7.3.1 wants broken by meaning), and without spaces for looks; blank lines are empty paragraphs, as clerks
// make them. Headings are Word's own, so the navigation pane shows them; a heading that runs in stays part of
// its paragraph and out of the pane. Fonts are named, not embedded: the names given with the font files.
//
// Word, WPS and LibreOffice break the lines where package layout, and so the PDF, breaks them. They fill a line as far
// as it goes, while layout keeps a number with its unit; where they would fit more, the characters of the line are set
// some twips further apart, just enough that the next piece no longer fits. See breaks.go for the rules that are assumed
// of them. No character is added to the text.
//
// The file holds no author, no company, no path and no revision marks. The same document gives the same bytes.
//
// Known limits: LibreOffice breaks lines with more than about eight numbers earlier; and where the layout takes two lines of
// the last paragraph along with the signature to a new page, as Word does, LibreOffice takes the whole paragraph.
//
// Not done: pictures, tables of contents, tracked changes, headers, landscape pages. Characters that XML cannot hold
// are written as □ and reported.
package docx
