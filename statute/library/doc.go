// Package library holds the texts that others cite, each with its versions and the days on which they are in force, and looks up
// what a text cites of them.
//
//	l, err := library.New(
//		library.Law{Name: "泉源区占道条例", Versions: []library.Version{
//			{From: d2020, Until: d2024, Text: first},
//			{From: d2024, Text: second, Renumbered: map[statute.Num]statute.Num{{N: 8}: {N: 9}}},
//		}},
//	)
//	issues, tally := l.Check(text, written, today)
//
// Check reports what has become wrong with the citations of a text: a law that is repealed (一部已经废止的法), an article that the
// version in force does not have, an article that has another number now. What the library does not hold is counted and is no
// issue, since no library holds everything.
//
// The package does not say which law a text should cite, and compares no contents. A Library does not change after New and may be
// used by several goroutines. Codes of issues stay.
package library
