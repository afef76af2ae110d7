// Package layout sets an official document (公文) on pages: it picks a font for every character, breaks lines, and gives
// every line its place, as GB/T 9704-2012 has it: 22 lines a page, 28 characters a line.
//
//	fonts, err := layout.NewFonts(files)                             // once
//	pages, issues, err := layout.Lay(doc, gongwen.GB9704(), fonts)   // for every document
//
// Lay is the one place where lines are broken. Package gongwen/pdf draws its lines as they are; gongwen/docx writes
// flowing text and compares. So that Word, WPS and LibreOffice break at the same places, the lines are made as they make
// them when they are told to: exact line pitch with the baseline at four fifths of it, the same spacing after every
// character of running text, lines flush left, no stretching, no squeezing of marks, no hanging marks. What may not stand
// at the start and at the end of a line is exported: NoStart, NoEnd.
//
// A heading never is the last line of a page, and a signature never stands on a page without the last two lines of the
// text. Everything is computed in integers, so the same document gives the same pages on every machine.
//
// Clause numbers are those of GB/T 9704-2012. The wording of 7.2.5 for documents to higher organs, of 7.2.6, 7.3.7 and 8, and
// the limit of three seals a row in 7.3.5.1, were not seen in a published text: they are as those who use the standard teach
// them.
//
// The package knows horizontal Chinese and words of other scripts in it. It does not shape (Arabic, Tibetan), hyphenate,
// draw, or read files. Fields may be added to its structs; roles and parts keep their meaning.
package layout
