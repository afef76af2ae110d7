// Package audit verifies books: that no entry was changed, dropped, put in, moved or cut off, and that every series of
// numbers runs without a gap.
//
//	result, err := audit.Verify(ctx, store, scope, audit.Options{Checkpoints: known})
//	result.Faults // what is wrong, entry by entry
//
// A chain shows by itself what was changed inside a book. Whoever holds the database can also rewrite all of it, or cut
// off its end, and make a chain that is whole again; only a checkpoint that somebody else has kept shows that. Certify makes
// one over the book as it is now, to be signed by the package checkpoint and handed out: printed in the yearly report,
// sent to the superior organ, given to the archive. Prove shows that one entry stands in a book of which somebody has a
// checkpoint, without the others.
//
// Everything is one pass over the entries; the sums are computed again from the entries themselves. Memory grows with the
// series of numbers and with the void documents, not with the entries.
//
// What is not in the chain is not verified: encrypted personal data (package seal opens it against its commitment), the
// positions of subscribers, and whether a number text or a ReqID occurs twice, which stores refuse when they keep an entry.
//
// Codes of faults never change.
package audit
