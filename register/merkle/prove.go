package merkle

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// ProveInclusion reads the first leaves of a list, size of them, and proves that the tree over them has the leaf at
// index. It holds no more than a few hundred hashes at any time and leaves the list once it has read enough. An index or a
// size that cannot be, and a list that is too short, are ErrSize, wrapped; an error of the list comes back wrapped.
func (h Hasher) ProveInclusion(leaves iter.Seq2[[32]byte, error], index, size int64) (InclusionProof, error) {
	if size < 1 || size > MaxSize || index < 0 || index >= size {
		return InclusionProof{}, sizeError("应当是 0 ≤ 序号 < 规模")
	}
	path, err := h.roots(leaves, size, inclusionSpans(index, size))
	if err != nil {
		return InclusionProof{}, err
	}
	return InclusionProof{Index: index, Size: size, Path: path}, nil
}

// ProveConsistency reads the first leaves of a list, size of them, and proves that the tree over them begins with the tree
// over the first old ones. The empty tree is the beginning of every tree, and its proof has no hashes and reads no
// leaves; nor does that of a tree for itself. Errors and memory are as with ProveInclusion.
func (h Hasher) ProveConsistency(leaves iter.Seq2[[32]byte, error], old, size int64) (ConsistencyProof, error) {
	if old < 0 || old > size || size > MaxSize {
		return ConsistencyProof{}, sizeError("应当是 0 ≤ 原规模 ≤ 规模")
	}
	if old == 0 || old == size {
		return ConsistencyProof{Old: old, Size: size, Path: []Hash{}}, nil
	}
	path, err := h.roots(leaves, size, consistencySpans(old, size))
	if err != nil {
		return ConsistencyProof{}, err
	}
	return ConsistencyProof{Old: old, Size: size, Path: path}, nil
}

// roots computes the roots of subtrees that do not overlap, in one pass over the leaves, and returns them in the order of
// the spans.
func (h Hasher) roots(leaves iter.Seq2[[32]byte, error], size int64, spans []span) ([]Hash, error) {
	c := collector{hasher: h, todo: slices.SortedFunc(slices.Values(spans), fromLeft), roots: make(map[span]Hash)}
	if err := c.read(leaves, size); err != nil {
		return nil, err
	}
	path := make([]Hash, 0, len(spans))
	for _, s := range spans {
		path = append(path, c.roots[s])
	}
	return path, nil
}

func fromLeft(a, b span) int { return cmp.Compare(a.from, b.from) }

// A collector is a pass over the leaves.
type collector struct {
	hasher Hasher
	todo   []span // not finished, from left to right
	tree   *Tree  // of the first of them
	roots  map[span]Hash
}

func (c *collector) read(leaves iter.Seq2[[32]byte, error], size int64) error {
	if leaves == nil {
		return sizeError("没有给出条目")
	}
	c.tree = c.hasher.NewTree()
	at := int64(0)
	for leaf, err := range leaves {
		if err != nil {
			return fmt.Errorf("merkle: %w", err)
		}
		c.take(at, leaf[:])
		if at++; at == size {
			return nil
		}
	}
	return sizeError("条目少于给出的规模")
}

func (c *collector) take(at int64, leaf []byte) {
	if len(c.todo) == 0 || at < c.todo[0].from {
		return
	}
	c.tree.Append(leaf)
	if at+1 == c.todo[0].to {
		c.roots[c.todo[0]] = c.tree.Root()
		c.todo, c.tree = c.todo[1:], c.hasher.NewTree()
	}
}
