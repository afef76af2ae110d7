// Package documents holds the official documents of administrative reconsideration (行政复议文书) as data: notices, decisions for
// each outcome, the record of mediation (调解书), opinions (意见书), letters about normative documents and the receipt of
// delivery (送达回证).
//
//	doc, ok := documents.Of("维持")             // or range documents.All()
//	letter, err := form.New(doc.Spec)
//	paper, issues, err := letter.Fill(form.Values{"适用旧法": documents.OldLaw(accepted), …})
//	paper, err = documents.Stamp(paper, documents.Stamping{Code: "…", Link: "https://…"}) // if it is to carry a QR code
//
// # Law
//
// A document rests on 行政复议法 as revised in 2023, in force from 2024-01-01. Where the law before had the same document, its
// field 适用旧法 makes the document cite that law (2017年修正) and 行政复议法实施条例 of 2007 instead; OldLaw says when by
// the day of acceptance. The revised law has no article on that; deciding by acceptance is practice. Documents whose Spec has no
// such field did not exist before. Choices that the law which applies does not know rest on no article, and form.CodeLaw refuses
// them. 送达 follows the articles of 民事诉讼法 of 2023 (行政复议法 art. 88).
//
// # Number series
//
// Document.Series is a suggestion for the part of a document number that follows the organ's: 某政 + 行复决 + 〔2024〕12号. Places
// differ, and some number all documents of a case alike.
//
// # What it does not do
//
// The wording is this package's own; a bureau that has forms changes the Specs. The 《行政复议文书示范文本》 that 司法部 published
// in August 2025, fifteen forms for parties, were not read for it. The package computes no periods and does not know who may
// sign. Papers carry personal data; package redact makes public copies.
//
// Keys of documents and names of fields stay; documents and optional fields are only ever added.
package documents
