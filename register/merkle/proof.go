package merkle

// An InclusionProof shows that a tree has a certain leaf. Its JSON is an object of two numbers and a list of hexadecimal
// hashes. Size and Index say what was asked for; VerifyInclusion takes nothing from them on trust.
type InclusionProof struct {
	Index int64  `json:"index"` // of the leaf, from 0
	Size  int64  `json:"size"`  // of the tree
	Path  []Hash `json:"path"`  // the neighbours on the way to the root, that of the leaf first (RFC 6962, 2.1.1)
}

// A ConsistencyProof shows that a tree begins with the leaves of an earlier one. Its JSON is an object of two numbers and
// a list of hexadecimal hashes.
type ConsistencyProof struct {
	Old  int64  `json:"old"`  // size of the earlier tree
	Size int64  `json:"size"` // size of the later tree
	Path []Hash `json:"path"` // RFC 6962, 2.1.2
}
