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
// Everything is one pass over the entries, with a few kilobytes of memory for however many; the sums are computed again
// from the entries themselves.
//
// Codes of faults never change.
package audit
