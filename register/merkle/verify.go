package merkle

import "math/bits"

// VerifyInclusion checks that the tree of a head has the leaf with this data at the index of the proof. The head is one
// that the caller has reason to trust, from a signed checkpoint for instance; the size and the root are taken from there.
// A proof that does not hold is ErrProof, wrapped.
func (h Hasher) VerifyInclusion(p InclusionProof, data []byte, head TreeHead) error {
	if p.Size != head.Size {
		return proofError("证明所指的规模与检查点不同")
	}
	if p.Index < 0 || p.Index >= p.Size || p.Size > MaxSize {
		return proofError("序号超出规模")
	}
	w := h.worker()
	c := climb{w: w, node: p.Index, last: p.Size - 1, new: w.leaf(data)}
	for _, neighbour := range p.Path {
		if !c.step(neighbour) {
			return proofError("散列值过多")
		}
	}
	if c.last != 0 || c.new != head.Root {
		return proofError("算出的根与检查点不同")
	}
	return nil
}

// VerifyConsistency checks that the tree of the head new begins with all leaves of the tree of the head old, so that
// nothing was altered, taken out or put in. Both heads are ones that the caller has reason to trust. The empty tree is the
// beginning of every tree. A proof that does not hold is ErrProof, wrapped.
func (h Hasher) VerifyConsistency(p ConsistencyProof, old, new TreeHead) error {
	if p.Old != old.Size || p.Size != new.Size {
		return proofError("证明所指的规模与检查点不同")
	}
	if p.Old < 0 || p.Old > p.Size || p.Size > MaxSize {
		return proofError("规模不符")
	}
	if p.Old == 0 || p.Old == p.Size {
		return h.verifySame(p, old, new)
	}
	w := h.worker()
	c, path, ok := consistencyClimb(w, p, old.Root)
	if !ok {
		return proofError("散列值过少")
	}
	for _, neighbour := range path {
		if !c.step(neighbour) {
			return proofError("散列值过多")
		}
	}
	if c.last != 0 || c.old != old.Root || c.new != new.Root {
		return proofError("算出的根与检查点不同")
	}
	return nil
}

// verifySame checks the two cases in which there is nothing to compute: from the empty tree, and from a tree to itself.
func (h Hasher) verifySame(p ConsistencyProof, old, new TreeHead) error {
	empty := h.worker().sum(nil)
	switch {
	case len(p.Path) > 0:
		return proofError("散列值过多")
	case p.Old == 0 && old.Root != empty, p.Size == 0 && new.Root != empty:
		return proofError("空表的根不符")
	case p.Old == p.Size && old.Root != new.Root:
		return proofError("规模相同而根不同")
	}
	return nil
}

// consistencyClimb begins at the greatest full tree that both trees end the earlier leaves with. Where the earlier tree
// is full itself, that is its root, and the path does not repeat it.
func consistencyClimb(w *worker, p ConsistencyProof, old Hash) (climb, []Hash, bool) {
	path := p.Path
	start := old
	if p.Old&(p.Old-1) != 0 {
		if len(path) == 0 {
			return climb{}, nil, false
		}
		start, path = path[0], path[1:]
	}
	full := bits.TrailingZeros64(uint64(p.Old))
	return climb{w: w, node: (p.Old - 1) >> full, last: (p.Size - 1) >> full, old: start, new: start}, path, true
}

// A climb goes from a node to the root (RFC 9162, 2.1.3.2 and 2.1.4.2).
type climb struct {
	w          *worker
	node, last int64 // the place of the node in its row, and of the last one there
	old, new   Hash  // what was computed so far, of the earlier tree and of the later one
}

// step goes to the next node that the neighbour makes. It reports false at the root.
func (c *climb) step(neighbour Hash) bool {
	if c.last == 0 {
		return false
	}
	if c.node&1 == 0 && c.node != c.last {
		c.new = c.w.node(c.new, neighbour)
		c.node, c.last = c.node>>1, c.last>>1
		return true
	}
	c.old, c.new = c.w.node(neighbour, c.old), c.w.node(neighbour, c.new)
	for c.node&1 == 0 && c.node != 0 {
		c.node, c.last = c.node>>1, c.last>>1
	}
	c.node, c.last = c.node>>1, c.last>>1
	return true
}
