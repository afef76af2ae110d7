// Package documents holds the official documents of people's mediation (人民调解文书) as data: registration, notices, records, the
// agreement (人民调解协议书) and the registration of oral ones, referral letters, the application for judicial confirmation, and the
// cover, contents and back of the file.
//
//	letter, err := form.New(documents.Agreement())
//	values := documents.AgreementValues(d)      // what is known of the dispute
//	values["各方责任"] = "…"                     // what the writer adds
//	paper, issues, err := letter.Fill(values)   // what is missing is an issue; nothing is invented
//
// A paper that is written several times, as the record of a talk, has values by the number of the talk, visit or referral, from 0;
// a number that there is not gives what is known of the whole dispute.
//
// # Law
//
// The documents rest on 人民调解法, 民事诉讼法第二百零五条 (text of 2023) and, for the papers that a court asks for,
// 最高人民法院关于适用《民事诉讼法》的解释第三百五十四条. The forms that 司法部 issued in 2010 (人民调解文书格式) were not at hand; of them
// only the list of parts of a file and of the fields of its cover are followed. The wording is this package's own, and a bureau that
// has forms changes the Specs. Time limits and grounds that rest on local or ministerial rules (the month of mediation, what may not
// be accepted) are fields, and no document states one of itself.
//
// # Public copies
//
// Mediation is confidential where a party wants it (人民调解法第十五条、第二十三条), so every paper says 不予公开 as its 公开属性, and
// package redact makes no public copy of it. Where all parties agree to publication, clear Spec.Disclosure, fill the paper again and
// mask it with the names that Names returns.
//
// # What it does not do
//
// The package computes no periods, judges no agreement (package dispute does) and gives no numbers. Papers carry personal data.
//
// Keys of documents and names of fields stay; documents and optional fields are only ever added.
package documents
