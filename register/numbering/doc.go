// Package numbering writes and reads the numbers that registered documents are given: document numbers (发文字号),
// registration numbers (登记号), index numbers (索引号), case codes.
//
// A rule is a [Numberer], a pure function from a [Slot] to a text. Most rules are data, so a bureau keeps its own in a
// configuration file; a [Scheme] is such a rule:
//
//	scheme, err := numbering.Parse("RCDR-{year}-001{serial:4}")
//	text, err := scheme.Number(numbering.Slot{Year: 2018, Serial: 20}) // RCDR-2018-0010020
//	slot, err := scheme.Read("RCDR-2018-0010020")                      // the year and the serial again
//
// A pattern is written as the number is, with fields between braces; a brace itself is doubled:
//
//	{year}      the year in four digits, 1900 to 2099
//	{year:2}    the year in two digits, 1950 to 2049
//	{serial}    the serial (顺序号, of document numbers 发文顺序号) without leading zeros, up to nine digits
//	{serial:4}  the serial padded with zeros to four digits, 1 to 9; after 9999 there is no number
//	{check}     a check character (校验码) over all that stands before it, by the method of GB 32100-2015, for other lengths
//	            than the eighteen characters that the standard fixes
//
// A pattern has exactly one serial, and at most one year and one check character. What is read must have one meaning: a
// serial without padding does not stand beside digits. {check} covers digits and the capital letters of GB 32100-2015,
// which are those without I, O, S, V and Z; no other letters stand before it, and marks such as - are passed over.
//
// Reading is the strict inverse of writing. Habits of old papers are not forgiven; for document numbers see
// [fazhi.NormalizeNumber]. Errors name the character, and never a value of the text that was read.
//
// The package does not count. Which serial is next, without gaps and from many processes, is the business of the book.
//
// The language of patterns stays; it may get further fields. A Scheme never changes and may be used by any number of
// goroutines.
package numbering
