// Package read makes a gongwen.Document of a file that somebody else wrote: a Word file (.docx) or a plain text.
//
//	r, err := read.Docx("报告.docx", data)   // or read.Text
//	r.Document                               // the document
//	r.Issues                                 // what it cannot hold: comments, text boxes, merged cells …
//	r.Origin("/body/3")                      // 报告.docx!第7段
//
// A Word file is read as it prints: automatic numbers are computed, tracked changes are taken as accepted, of fields the
// results are kept, hidden text is not. Headings are known by their numbers 一、（一）1.（1） (GB/T 9704-2012, 7.3.3) or
// by the outline level of their style. The elements of an official document (公文要素) are taken only where they are
// clear; everything else becomes a Paragraph in its place, so that no text is lost. Text around the document, such as
// the frame of a web page, is handed back beside it.
//
// DocxLines reads a Word file as plain text, for texts that are no official document: laws and rules, for package statute.
//
// The package measures nothing on the page; gongwen/inspect does. It judges no writing; gongwen/lint does. Files are
// untrusted: size and time are bounded, and no input makes it panic. More elements may be known in later versions; codes
// of issues never change.
package read
