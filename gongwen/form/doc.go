// Package form holds letters as data: opinions (意见书), decisions (决定书), notices (通知书), agreements (协议书),
// circulation sheets (传阅单) and reminders (催办函). A Spec says which fields a letter has and where they stand; New checks
// it and says all its mistakes at once; Fill puts values in and returns a gongwen.Document.
//
//	letter, err := form.New(form.Reminder())
//	doc, issues, err := letter.Fill(form.Values{"承办单位": "开元街道办事处", …})
//
// # Text
//
// The texts of a Spec are fixed words with two marks:
//
//	{当事人}            the value of a field
//	{金额:大写}         an amount in words; {金额:大小写} both ways
//	[，电话{电话}]       is printed only if all fields in it have values; it does not nest
//
// An optional field stands only in brackets, in a part whose condition makes sure that it is there, or alone in a cell of
// a table. So a field left empty leaves no gap and no stray mark, and New refuses a Spec in which it would. The signs
// { } [ ] do not occur in fixed words; values may hold them.
//
// Three names need no declaration: {项} is the item of a list of plain texts, {序} the number of an item, {依据} the articles
// of Spec.Laws whose conditions hold.
//
// # Conditions
//
// If and When hold conditions that must all be true: "第三人" (the field has a value), "!第三人" (it has none),
// "结果=维持|变更" (a choice has one of these values).
//
// # Values
//
// Fill takes Go values (fazhi.Date, fazhi.Money, fazhi.Number, fazhi.PersonName, …) or the strings that people type
// ("2025-02-17", "1.2万元"), so values decoded from JSON work as they are. Nothing is invented: a required field without a
// value is an issue. A Spec is kept as JSON (ReadSpec).
//
// # What it does not do
//
// The package does not know who may issue which letter, computes no deadlines and does not number; it neither draws nor
// stores. The letters that it comes with are skeletons: the wording of a bureau or of a ministry's forms is put in by
// changing the Spec, which is a new value each time. They print personal data as given; package redact makes public copies.
//
// Codes of issues never change; what New accepts stays accepted, and the JSON of a Spec stays readable.
package form
