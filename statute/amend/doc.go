// Package amend reads amending decisions (修改决定, 修正案) as operations and applies them to the text that they amend.
//
//	ops, issues := amend.Parse(decision)
//	text, failed := amend.Apply(base, ops)
//	for _, f := range failed { fmt.Println(f) } // 第三条：原文没有这些文字
//
// Places are meant as decisions mean them: 第五条 in 将第五条修改为 is the article of the text before, 第六条 in 作为第六条 that of the
// text after. Articles that the decision does not name get other numbers only where it says so (条文顺序作相应调整). What cannot be
// read is an operation of kind Unread with an issue, and what cannot be applied is returned with the reason: nothing is guessed.
// What no operation names stays as it is.
//
// The package does not follow citations of articles that got another number; package diff names these numbers. It knows no law:
// whether a decision may amend a text is for others to say.
//
// The forms of sentences that are read are those found in published decisions and those of the usual drafting practice; more may
// be added. Values of Kind and codes of issues stay.
package amend
