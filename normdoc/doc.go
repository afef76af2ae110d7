// Package normdoc holds the normative document (行政规范性文件) and the items of council meetings (政府常务会议题): two
// ledgers, their checks and the figures they give to the annual report.
//
//	docs, issues, err := normdoc.Read(workbook, normdoc.Sheet)
//	items, issues, err := normdoc.ReadItems(workbook, normdoc.ItemSheet)
//	checks, err := normdoc.Checks(normdoc.Profile{}) // of both ledgers
//	issues, err = fazhi.Validate(ctx, docs[0], docs[0].LawOn(today), today, checks)
//	section, err := normdoc.Section(docs, 2024)
//	section, err = normdoc.ItemSection(items, 2024)
//
// The chain of a document, review of legality, collective deliberation, publication and filing, is national law
// (地方组织法第七十五条). Within how many days it is filed and how long it is valid differ from place to place.
//
// The package does not judge the content of a document, and does not number it.
//
// Columns of the ledgers are only ever added, codes of issues never change.
package normdoc
