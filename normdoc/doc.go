// Package normdoc holds the normative document (行政规范性文件), the items of council meetings (政府常务会议题) and major
// administrative decisions (重大行政决策): three ledgers, their checks, their ways from the draft to the end, and the figures
// they give to the annual report.
//
//	docs, issues, err := normdoc.Read(workbook, normdoc.Sheet) // ReadItems, ReadDecisions
//	profile := normdoc.Profile{Rule: "某市行政规范性文件管理办法", …} // what local rules say
//	checks, err := normdoc.Checks(profile)                      // of all three ledgers
//	issues, err = fazhi.Validate(ctx, docs[0], docs[0].LawOn(today), today, checks)
//	flow := normdoc.Flow(profile)                               // ItemFlow, DecisionFlow: for lifecycle and register
//	series, err := profile.Series()                             // 登记号, 发文字号: for register
//	versions, issues := normdoc.LedgerVersions(docs)            // or TrailVersions, of a book
//	normdoc.AsOf(versions, day)                                 // what is in force, of which text
//	section, err := normdoc.Section(docs, 2024)                 // ItemSection, DecisionSection
//
// The chain of a document, hearing, review of legality, collective deliberation, publication and filing, is national law
// (地方组织法第七十五条), and so are a few numbers: thirty days of comment, twenty working days until publication, ten for an
// answer to a reconsideration organ, sixty days to a court. All others differ from place to place and are fields of
// Profile; what is not set is not checked and begins no clock.
//
// The three reviews of legality are one step with one rule: without a positive opinion nothing goes to the meeting. Letter
// fills in what the ledger knows of the opinion (合法性审查意见书).
//
// The package does not read the text of a document and does not judge its content; statute and the packages below do. It
// does not count numbers: a register does, from the rules here. A number that joins two serials (an overall one and one of
// the organ) is two series; a serial that begins anew each day, or a date within a number, cannot be written.
//
// Columns of the ledgers and steps are only ever added, codes of issues never change.
package normdoc
