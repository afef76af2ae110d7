// Package lint finds what is mechanically wrong with the writing of an official document (公文): numbers of documents,
// ordinals, punctuation (GB/T 15834-2011), numerals (GB/T 15835-2011), figures that do not agree with each other, and
// habits of the trade.
//
//	findings := lint.Document(d, lint.Options{})
//	d = lint.Apply(d, findings)   // a copy with the fixes that are safe
//
// Every finding names the place, the offset in its text, the clause that it rests on, and a fix where there is only one.
// Rules lists the rules. A rule whose basis nobody has confirmed in a published text, or that rests on usage alone, says
// so and can be switched off. Findings repeat no more of the text than the mark or word at fault, so that they can be
// logged.
//
// The package does not check spelling, does not read files (gongwen/read does), and judges the text alone: whether a
// figure is true is the business of package report. Rules may be added in later versions; codes never change.
package lint
