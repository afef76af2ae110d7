// Package han writes and reads Chinese numerals and amounts of money in words.
//
// Numerals (汉字数字) are those of parts, chapters, sections and articles
// (编、章、节、条): Numeral(110) is 一百一十, as in 第一百一十条. Amounts in words
// (中文大写金额) are those of bills, receipts and contracts: Amount(140950) is
// 壹仟肆佰零玖元伍角. They follow 正确填写票据和结算凭证的基本规定, which is
// annex one (附一) of 支付结算办法 (银发〔1997〕393号), called 附一 below.
// 票据法 article 8 makes a bill void whose words and figures differ; for
// contracts there is no such rule, so that comparing them is the caller's work.
//
// Both parsers rest on one idea. The text is first read for its value without
// regard to form; the value is then spelled by the rules; and the text is
// compared with that spelling sign by sign. So a text is read if and only if
// the rules write its value so, and the first sign that differs is the place of
// the error. What the comparison forgives is all the leniency there is.
//
// The package does not find numbers in running text, does not read decimals or
// the dates of bills (票据的出票日期), and knows no currency but 人民币. What
// Numeral and Amount write stays as it is, for it ends up in signed documents.
package han

import "strconv"

// An Error says what is wrong with a numeral or an amount, and where. It never
// repeats the text itself.
type Error struct {
	Pos int    // index of the character (rune) in the text, from 0; its length when something is missing at the end
	Msg string // what is wrong there, in Chinese
}

// Error gives the place, counted from 1, and the message.
func (e *Error) Error() string {
	return "第" + strconv.Itoa(e.Pos+1) + "字：" + e.Msg
}

const (
	msgMissing  = "此处没有写完"
	msgOverflow = "数值超出范围"
	msgNegative = "零没有负数"
)
