// Package redact makes public copies of texts, official documents and Word files: personal data are masked, what does not
// show is taken out, and a report says where, never what.
//
//	r, err := redact.New(redact.Options{Names: names, Context: true})
//	public, report, err := r.Document(d)   // *gongwen.Document
//	data, report, err = r.DOCX(data)       // a .docx file
//	issues, err := r.Check(public)         // what masking may have missed; CheckText, CheckDOCX
//
// # What is masked
//
// Names of people that the caller lists, and with Options.Context those that follow words like 申请人： (see Options); they
// keep the surname (张某, 欧阳某), and two people with the same mask are told apart (张某甲, 张某乙). Identity numbers
// (公民身份号码) with a right check digit, telephone numbers, bank cards, e-mail addresses, plates of vehicles, passports and
// permits, certificates of real estate (不动产权证书编号), and addresses below the county become ××××, also when digits are spelled (一三八…); so do such numbers of
// any form after a label (身份证号：…), in a table also when the label is the head of the column or the cell before. The rules
// follow art. 8 to 11 of the Supreme People's Court's rules on publishing judgments (法释〔2016〕19号), since no national
// rule for decisions on reconsideration is known: so lawyers and legal workers named as agents with their office, the legal
// representatives (法定代表人) of organisations, days of birth, judges and officials stay unless they are listed. Unified social credit codes (统一社会信用代码) are not personal and stay.
//
// # What it does not do
//
// It does not recognise health, religion or other sensitive facts, trade secrets, people who are described but not named,
// nor what an image shows; names are not guessed without a list or a label. It cannot tell the address or telephone of an
// office from that of a person: Options.Keep does. A masked copy is not anonymous in the sense of 个人信息保护法 art. 73;
// a person has to read it before it is published. A document with a secrecy mark (密级) is refused.
//
// How much is missed and masked for nothing in 30 invented decisions, with and without a list of names, is in
// testdata/scores.txt; what the check finds of it in testdata/check.txt.
//
// Masking a masked text changes nothing. Time grows with the length of the text. Values of Kind and codes of issues stay;
// what is recognised grows.
package redact
