// Package dossier holds the file of a mediated dispute (人民调解卷宗): its thirteen parts, which of them a dispute needs, what is
// missing, the order and the pages of the table of contents (卷内目录), and the duties of whoever closes the file (立卷).
//
//	var p dossier.Profile                       // the usual parts
//	issues := p.Issues(d, dossier.Archive{…})   // what is missing
//	entries := p.Catalogue(d)                   // 卷内目录 with pages
//	sheet := dossier.CatalogueSheet(entries)
//
// # Sources
//
// 人民调解法第二十七条 has the registration, the records and the agreement kept in a file: only their absence is an error. Everything
// else is the practice of the forms, and warns. The parts are those of the forms that
// 司法部 issued in December 2010 (人民调解文书格式), known here from a reproduction of the list only: the text of the circular and
// its number were not read. So the parts are data: a place with other forms gives Profile.Parts its own. How long a file is kept
// (保管期限) no law says; it is whatever Archive.Retention says.
//
// # What it does not do
//
// The package looks at the list of papers (dispute.Dispute.Papers), not into the papers. It does not say whether the dispute was
// handled well; package dispute does. It writes no pages: package documents draws cover, contents and back cover.
//
// Codes of issues and numbers of parts stay. Findings hold neither names nor other values of the dispute.
package dossier
