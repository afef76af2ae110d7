// Package supervision holds the supervision of administrative enforcement (行政执法监督): inspections, the problems that they
// find, and what becomes of each problem — notice, rectification, re-check, close.
//
//	inspections, issues, err := supervision.ReadInspections(workbook, supervision.InspectionSheet)
//	problems, issues, err := supervision.ReadProblems(workbook, supervision.ProblemSheet)
//	checks, err := supervision.Checks(profile)
//	checks = append(checks, supervision.LedgerChecks(inspections, problems)...)
//	issues, err = fazhi.Validate(ctx, problems[0], problems[0].LawOn(today), today, checks)
//	section, err := supervision.InspectionSection(inspections, 2024)
//
// Flow is the way of a problem, Notice the letter that tells the organ of it (行政执法监督通知书).
//
// Places give their supervision names such as “8+4” (functions of judicial offices, 司法所行政执法协调监督职能) or “1+X” (inspection
// together with partners). No public source that was found says what the eight, the four or the X are, so the package
// knows none of them: a bureau puts them into a Profile as Schemes, with the document that they rest on. How long an organ
// has for rectification, and of which sorts problems are, comes in the same way.
//
// 行政执法监督条例 (国务院令第825号) is in force from 2026-02-01. Its articles were not read, so neither checks nor the letter
// cite one.
//
// The sheet 执法监督 of package activity is a shorter ledger of inspections, without problems; it gives the figures 执法监督.抽查
// and 执法监督.问题 under the same IDs and by the same scope, so a report takes one of the two. Review of case files (案卷评查)
// is in package enforcement.
//
// Columns of the ledgers are only ever added, codes of issues never change.
package supervision
