// Package merkle computes the Merkle trees of RFC 6962, over any hash of 32 bytes: SHA-256, or SM3 (GB/T 32905).
//
//	hasher, err := merkle.New(sm3.New)
//	tree := hasher.NewTree()
//	for _, entry := range entries {
//		tree.Append(entry.Sum[:])
//	}
//	head := tree.Head() // how many leaves, and their root
//
// A register book (登记簿) is a list that only grows. The root of the tree over its entries is 32 bytes that stand for all
// of them; whoever got the root from the organ at one time can later be shown, with a few more hashes,
//
//   - that one entry is in the book, without seeing the others: Hasher.ProveInclusion, Hasher.VerifyInclusion;
//   - that a later book begins with the earlier one, so that nothing was altered, taken out or put in between:
//     Hasher.ProveConsistency, Hasher.VerifyConsistency.
//
// The leaves of a book are the 32-byte sums of its entries, and the leaf of entry n, counted from 1, has the index n-1.
// A leaf is H(0x00 ‖ data), a node H(0x01 ‖ left ‖ right), and the tree without leaves H("") (RFC 6962, 2.1).
//
// Nothing holds the leaves in memory. A Tree is as many hashes as its size has binary ones, and a proof takes one pass
// over the leaves. There is no storage here, no signature and no name of the hash; packages checkpoint and gm have them.
//
// A root says nothing by itself: it is evidence only when somebody else has kept it.
//
// The hashes, the JSON of proofs and the bytes of a saved Tree stay as they are.
package merkle
