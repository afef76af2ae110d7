// Package diff compares two versions of a text by its structure: which articles, paragraphs, items and chapters came in, went
// out, were changed, moved or only given another number.
//
//	r := diff.Compare(old, new)
//	fmt.Print(r)                    // for a person
//	json.Marshal(r)                 // for a program
//	text, err := diff.Apply(old, r) // the new text, byte for byte
//
// Every node of the old text stands in the result exactly once, and so does every node of the new one. Articles are paired by
// equal text first, then by number and likeness, then by likeness alone, so that a new article in the middle does not make all
// that follow it look changed. The time grows with the size of the texts, whatever they are.
//
// The package does not say what a change means, and it does not know why one was made; package amend reads the decision.
// Results are values and may be read by several goroutines. Names of kinds in JSON stay.
package diff
