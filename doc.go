// Package fazhi is the vocabulary that the packages of this module share: documents and where they came from, issues
// and the checks that find them, document numbers (发文字号), dates, money, and figures that know what they count.
//
// A county justice bureau (县级司法局) keeps ledgers; the packages below this one turn them into checked, numbered
// documents and into the annual report on building a rule-of-law government (法治政府建设年度报告). Start with the
// package of your trade — contract, normdoc, reconsideration, mediation, enforcement, activity — or with report; come
// here when you write a check, a plug-in or a kind of document of your own.
//
// The package does no input or output, keeps no state and takes today's date as an argument. All values may be used
// from several goroutines as long as nobody writes to them.
//
// Codes of issues never change their meaning and are never used again. Fields may be added to structs; build them with
// field names.
package fazhi
