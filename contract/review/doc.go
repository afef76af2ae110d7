// Package review is the legality review (合法性审查) of one government contract: the questions that a reviewer answers, the
// materials that must be there, the conclusion, and the official documents that come of it.
//
//	m := review.Matter{Contract: c, Profile: profile, Items: law.Items(), Materials: review.CommonMaterials(), Findings: found, Today: today}
//	sheet, err := m.Sheet(nil)                               // the questionnaire, to be filled in
//	answers, issues, err := review.ReadAnswers(workbook, review.Sheet)
//	r := review.Review{Contract: c.Serial, Answers: answers, Decision: review.Decision{Opinion: review.PassChanged, …}}
//	issues = m.Issues(&r)                                    // what is still to be settled
//	values := m.OpinionValues(&r)                            // for the form that Opinion describes
//
// A finding is a fazhi.Issue, wherever it comes from: the checks of the fields (contract.Checks), the reading of the text
// (contract/clause), the materials, an answer of no. What nobody answered is a finding of its own, never a yes.
//
// # The program proposes, the reviewer decides
//
// Propose says which opinion the findings leave and why. It never signs: a Review holds the reviewer's own Decision, and one
// that is milder than what was proposed is an issue unless it gives its reason.
//
// # What it rests on
//
// No national statute orders the review of all government contracts; local rules do, and they come in as contract.Profile. What
// such a rule leaves open is not invented: without a limit no date is set, without an amount nothing is out of scope, and the
// opinion names what was not looked at. Which answers lead to a refusal, and which materials are asked for, are settings too.
//
// # What it does not do
//
// It numbers nothing, computes no limits, sends nothing and does not know who may sign. The wording of the documents is its own;
// a bureau that has forms changes the Specs. Papers name parties as given; package redact makes public copies.
//
// Codes of issues, keys of documents and names of fields stay; columns, documents and optional fields are only ever added.
package review
