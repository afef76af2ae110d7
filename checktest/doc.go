// Package checktest is the kit for checks: whoever writes checks, inside this module or outside, describes cases that a
// lawyer can read and lets Run prove the rules that every check obeys.
//
// A case is one text file with the ending .txt: a sentence, the document, and what is to be found, one line for each
// issue with its code and its path. A line without a path means the whole document; no line means that the document is
// in order.
//
//	没有审查日期就签订。
//	-- doc.json --
//	{"serial": "HT-2", "name": "租赁合同", "signed": "2024-05-01"}
//	-- want --
//	contract/review/before-signing /reviewed
//
// Two more sections may follow: law, the day whose law decides, and today, the day of the run. Without them both are
// 2025-01-01; law alone missing is the same day as today.
//
// Start with Run in a test of your own, and with Codes, which keeps the list of codes for ever. Decode reads the documents
// of the cases. The kit does not judge whether a rule is good law. Further rules may be added to it when a fault is found
// that it should have caught; the form of the cases stays.
package checktest
