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
// Tables of contents are fields around finished entries: nobody has to update them, and whoever does so finds headings by
// their styles; headings that run in then leave the table. Notes and their labels lead to each other. Images travel as they
// are, drawings become groups of shapes and text boxes, which stay sharp and can be edited. A landscape table is a section of
// landscape pages, whose page number stands turned on the short edge. The mark of a letter, which reaches above the type
// area, is a text box; the names of a joint head are a table without rules.
//
// Word, WPS and LibreOffice break the lines where package layout, and so the PDF, breaks them. They fill a line as far
// as it goes, while layout keeps a number with its unit; where they would fit more, the characters of the line are set
// some twips further apart, just enough that the next piece no longer fits. See breaks.go for the rules that are assumed
// of them. LibreOffice sets numbers wider than the others; where no setting serves all, it is told something else. No
// character is added to the text of Word; LibreOffice alone is given a blank of no width where it would end no line, and the
// end of a page where the last lines of the text go along with the signature.
//
// The file holds no author, no company, no path and no revision marks. The same document gives the same bytes.
//
// Known limits: LibreOffice was measured in version 7.4, Word and WPS by what is published of them; a program that does not
// know the namespaces of Word 2010 reads what LibreOffice is told. Below a table of more than one page LibreOffice now and
// then leaves the last line of the page empty (two of three hundred documents with such tables). Areas that overlap within
// one path of a drawing may be left empty. Profile.Squeeze is ignored, because word processors do not follow. Files of a
// document cannot travel in a Word file; each is reported.
//
// Not done: tracked changes, headers. Characters that XML cannot hold are written as □ and reported.
package docx
