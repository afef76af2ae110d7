// Package content judges what a normative document (行政规范性文件) says: its name and organ, words that may set what such a
// document must not set (许可, 处罚, 强制, 收费 …), the standards of fair competition, commencement, repeal and validity, and the
// wording of the trade.
//
//	text, issues := statute.Parse("办法.txt", data)
//	draft := content.New(normdoc.Doc{Published: day}, text) // what the ledger knows, or nothing
//	checks, err := content.Checks(content.Profile{})
//	found, err := fazhi.Validate(ctx, draft, draft.LawOn(today), today, checks)
//
// Most of what it finds are cues: a sentence that a person should look at, never a verdict. A sentence that refers to a law is
// let go, because what it says may rest on that law; whether it does is for the reader. What a cue misses and what it takes for
// something else is measured on marked sentences in testdata/cues.
//
// Rules lists the cues as data, with the article that each rests on and how far that article has been confirmed. A bureau
// switches off what it does not want, changes strengths and adds its own rules in its Profile. Numbers that places set
// differently are settings that are empty at first.
//
// The package does not judge the procedure (package normdoc does) nor numbering and citations (package statute).
//
// Rules may be added and their words sharpened in later versions; codes never change.
package content
