// Package canon writes JSON in its one canonical form, so that equal documents have equal bytes and equal digests.
//
//	line, err := canon.Append(nil, data)
//
// The form is that of RFC 8785, the JSON Canonicalization Scheme: no blanks, members sorted by the UTF-16 code units of
// their names, strings with as few escapes as can be, numbers as ECMAScript prints them. What this package writes, every
// other implementation of the RFC leaves as it is.
//
// It accepts less than RFC 8785 does, because nothing may be lost in silence. The RFC turns 9007199254740993 into
// 9007199254740992 and 0.1000000000000000055 into 0.1; here a number whose canonical form denotes another decimal value
// than the one that was written is refused. Compared are the decimal values, as a reader with decimals sees them, not the
// doubles in between: 9223372036854775808 is a double, but its canonical form is 9223372036854776000, so it is refused.
// Only -0 becomes 0, which is the same value. Write what is larger or finer as a string, and money in whole fen.
//
// Refused as well, each with its place: a name given twice in an object, also when it is escaped in two ways; bytes that
// are not UTF-8; half of a surrogate pair, also as an escape; anything after the text; a byte order mark; more than
// [MaxDepth] arrays and objects in each other; a text longer than [MaxSize]. Characters are not normalized: an é of one
// and an é of two code points stay different.
//
// The work is that of reading and sorting, n·log n for n bytes in the worst case, and the memory a small multiple of n.
//
// The canonical form is fixed for ever; the wording of reasons may get better.
package canon
