// Package reconsideration holds administrative reconsideration (行政复议) and the suits against the county's organs
// (行政应诉): two ledgers, their checks and the figures they give to the annual report.
//
//	cases, issues, err := reconsideration.Read(workbook, reconsideration.Sheet)
//	suits, issues, err := reconsideration.ReadSuits(workbook, reconsideration.SuitSheet)
//	checks, err := reconsideration.Checks(reconsideration.Profile{}) // of both ledgers
//	issues, err = fazhi.Validate(ctx, cases[0], cases[0].LawOn(today), today, checks)
//	section, err := reconsideration.Section(cases, 2024)
//	section, err = reconsideration.SuitSection(suits, 2024)
//
// Places count corrections and lost suits differently; what counts here is said in the figures' scope (口径), and the
// lists behind it are data: Outcome.IsCorrective and Result.IsLost.
//
// Flow and SuitFlow say by when: acceptance within five working days, decision within sixty days. The checks of the
// ledgers do not compute statutory periods.
//
// Package statistics counts both ledgers into the whole grid, with its identities and rates; package documents writes the
// official documents of a case.
//
// Columns of the ledgers are only ever added, codes of issues never change.
package reconsideration
