// Package doubles finds disputes that were registered twice (重复登记的纠纷): the same parties and the same matter before two
// people's mediation committees, or before one at two times. No finding shows a name.
//
//	digester, err := doubles.New(key)             // 32 random bytes or more, that only those who compare have
//	print := digester.Print(d)                    // what is left of a dispute for comparing
//	result, err := doubles.Find(prints, doubles.Options{Decided: &decisions})
//	err = decisions.Decide(doubles.Decision{A: f.A, B: f.B, Same: true, Reason: …, Role: …, On: …})
//	c = decisions.Merged(d.Ledger())              // with 并入编号, so that it is not counted again
//
// A Print holds keyed digests (HMAC-SHA-256) instead of names, numbers, addresses and words, so that two committees, or two
// counties, exchange prints and compare without telling each other who came to them: Write and Read.
//
// # What a print still tells
//
// Prints are personal data that were de-identified, not anonymous ones (个人信息保护法第七十三条): whoever has the key can try
// names and numbers against them, and equal digests show that somebody came again. Keep the key apart from the prints, give
// prints to those alone who compare, and take a new key for another purpose. Nothing here keeps a key.
//
// # What a finding says
//
//   - Certain (确定): every party has the same identity number or credit code on both sides, the sort or the matter agrees, and
//     the days of acceptance are near each other or the matter agrees.
//   - Likely (很可能): all parties agree by name or better, and the sort and a near day or matter, or matter and a near day, agree.
//   - Possible (可能): some parties agree, or all but in names that many have.
//
// A finding is never a verdict: a person decides, gives a reason, and is named by a role. Of confirmed doubles the one accepted
// first stays, the others get its number; pairs that were refused are not shown again.
//
// How near days and matters are is set by Options; its defaults are this package's own, no published rule has any. Names with
// 某, stars or crosses, placeholders, and numbers whose check character is wrong are not known and prove nothing; two different
// valid numbers prove that a name is borne by two persons.
//
// The package does not read the account of facts, does not know that two names are of one person, and does not merge files.
// The form of prints and the labels of digests stay as they are; levels may change with a note.
package doubles
