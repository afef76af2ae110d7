// Package circular makes the circular on a round of review (案卷评查情况通报): counts, grades, the order of units, common
// faults, good files and the list of what must be put right, as tables that agree with each other and as an official
// document with charts.
//
//	summary, issues := circular.Sum(circular.Input{Name: "2024年第一轮", Received: received, Results: results, Policy: policy})
//	document, issues, err := summary.Document(circular.Letter{Issuer: "…区司法局", Date: date})
//
// Sum counts; Check says where the tables of a summary disagree, also of one that was read back or changed by hand.
//
// The circular names units and files, never reviewers or parties; what reviewers wrote is masked. Objections (异议) and
// their re-check (复核) come before it: see enforcement.Flow.
//
// No national rule on the form was found; structure and order of units are house policy.
package circular
