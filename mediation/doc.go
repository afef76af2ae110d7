// Package mediation holds people's mediation (人民调解): its ledger, its checks and the figures it gives to the annual
// report. The ledger needs no names of persons.
//
//	cases, issues, err := mediation.Read(workbook, mediation.Sheet)
//	checks, err := mediation.Checks(mediation.Profile{})
//	issues, err = fazhi.Validate(ctx, cases[0], cases[0].LawOn(today), today, checks)
//	section, err := mediation.Section(cases, 2024)
//
// The package does not write mediation files (卷宗), and does not follow disputes that are handed on to others.
//
// Columns of the ledger are only ever added, codes of issues never change.
package mediation
