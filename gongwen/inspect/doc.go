// Package inspect measures a finished official document (公文), whoever made it, against the page of GB/T 9704-2012.
//
//	c, err := inspect.File(data, inspect.Options{Name: "report.pdf"})
//	fmt.Print(c.Text())       // 检测结论, findings, measures: for a clerk
//	json.NewEncoder(w).Encode(c)
//
// PDF and OFD are measured as they will be printed: where characters and rules stand on the page. DOCX has no pages until
// a word processor makes them; it is measured by what it orders: paper, margins, effective properties of paragraphs and
// characters (defaults, styles, direct ones), footers, borders; text boxes, drawings and properties of table styles are not
// looked at. What can only be estimated there is said to be so (约).
//
// # What is measured
//
// Paper (5.1); edges of the type area, lines a page, characters a line, pitch (5.2); faces, sizes, colour (5.2.2, 5.2.4);
// mark of the issuer, document number, red line (7.2.4, 7.2.5, 7.2.7); title, addressee, headings, date, note (7.3); rules
// and sizes of the imprint (7.4); page numbers (7.5); lines that begin or end with a mark that may not stand there (GB/T
// 15834-2011, 5.1; a solidus within a web address is none); text beyond the type area. A full line is one of full-width
// characters only to which no further one could be added; of these at least nine in ten should have the 28 characters of
// clause 5.2.3.
//
// # How exactly
//
// Margins may differ by 1 mm, as 5.2.1 says. Where the standard gives a length without tolerance this package uses: mark of
// the issuer and red line 1 mm, page number 0.5 mm, rules of the imprint 0.05 mm in thickness, sizes 0.3 pt, places within a
// line half a character. The tolerances are listed in tolerance.go. The standard does not say where in its line a character
// stands, and programs differ by up to 3 mm, so the top edge passes if one of the usual ways puts it in its place. Edges of
// ink come from the outlines of the fonts in the file; where they cannot be read, the cell of a Han character counts.
//
// # Findings
//
// A finding is a fazhi.Issue whose message begins with its place, 第3页第5行. It quotes an offending mark at most, never a
// name or a sentence, so a certificate can be passed on. An Error is against the letter of the standard, a Warning probably
// wrong, a Notice worth knowing. Documents of special forms (信函, 命令, 纪要) are recognised by their red rules or their mark.
//
// A document without title, text, date or name of the issuer has a finding for each, as far as its form asks for them. Of DOCX
// nobody knows whether text stands on the first page. Where there are fewer than some sixty characters of running text, as in
// a document that is a table, its size and face are not judged.
//
// # The conclusion
//
// A document conforms (符合: no finding is an Error), differs (不符), or cannot be measured (无法检测): no page has text that can
// be read, or hardly any; the first is a picture; or most characters have no meaning in the file. In JSON that is the member
// verdict, "conforms", "differs" or "unmeasured"; the member conforms is true for the first alone. The finding
// gongwen/inspect/unmeasured says why.
//
// The package does not judge wording, seals, secrecy or who signs; it does not read scanned pages (it says so), and it does
// not open encrypted files. Codes of findings, and names of JSON fields, stay; fields may be added.
package inspect
