package merkle_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// Whatever bit of a proof, a leaf or a head is changed, and whichever hash is missing, doubled or moved: it is refused.
func TestEveryBitOfAnInclusionProof(t *testing.T) {
	h := merkle.Hasher{}
	for _, x := range [][2]int64{{0, 1}, {0, 2}, {3, 7}, {6, 7}, {0, 8}, {7, 8}, {8, 9}, {20, 33}} {
		index, size := x[0], x[1]
		p, err := h.ProveInclusion(entries(size), index, size)
		require.NoError(t, err)
		leaf, head := sum(index), head(h, size)
		refused := func(p merkle.InclusionProof, head merkle.TreeHead) {
			require.ErrorIs(t, h.VerifyInclusion(p, leaf[:], head), merkle.ErrProof)
		}
		require.NoError(t, h.VerifyInclusion(p, leaf[:], head))
		for path := range changedPaths(p.Path) {
			refused(merkle.InclusionProof{Index: index, Size: size, Path: path}, head)
		}
		for other := range changedInts(index) {
			refused(merkle.InclusionProof{Index: other, Size: size, Path: p.Path}, head)
		}
		for other := range changedInts(size) {
			refused(merkle.InclusionProof{Index: index, Size: other, Path: p.Path}, head)
		}
		for other := range changedHashes(head.Root) {
			refused(p, merkle.TreeHead{Size: size, Root: other})
		}
		for other := range changedHashes(leaf) {
			require.ErrorIs(t, h.VerifyInclusion(p, other[:], head), merkle.ErrProof)
		}
	}
}

func TestEveryBitOfAConsistencyProof(t *testing.T) {
	h := merkle.Hasher{}
	for _, x := range [][2]int64{{1, 1}, {1, 2}, {3, 7}, {6, 7}, {4, 8}, {7, 8}, {8, 9}, {20, 33}, {32, 64}, {7, 7}} {
		p, err := h.ProveConsistency(entries(x[1]), x[0], x[1])
		require.NoError(t, err)
		old, now := head(h, x[0]), head(h, x[1])
		refused := func(p merkle.ConsistencyProof, old, now merkle.TreeHead) {
			require.ErrorIs(t, h.VerifyConsistency(p, old, now), merkle.ErrProof)
		}
		require.NoError(t, h.VerifyConsistency(p, old, now))
		for path := range changedPaths(p.Path) {
			refused(merkle.ConsistencyProof{Old: x[0], Size: x[1], Path: path}, old, now)
		}
		for other := range changedInts(x[0]) {
			refused(merkle.ConsistencyProof{Old: other, Size: x[1], Path: p.Path}, old, now)
		}
		for other := range changedInts(x[1]) {
			refused(merkle.ConsistencyProof{Old: x[0], Size: other, Path: p.Path}, old, now)
		}
		for other := range changedHashes(old.Root) {
			refused(p, merkle.TreeHead{Size: x[0], Root: other}, now)
		}
		for other := range changedHashes(now.Root) {
			refused(p, old, merkle.TreeHead{Size: x[1], Root: other})
		}
	}
}

// A proof of another place, or between other sizes, does not serve.
func TestProofsOfOtherPlaces(t *testing.T) {
	h := merkle.Hasher{}
	const size = 21
	now := head(h, size)
	for i := range int64(size) {
		p, err := h.ProveInclusion(entries(size), i, size)
		require.NoError(t, err)
		c, err := h.ProveConsistency(entries(size), i, size)
		require.NoError(t, err)
		for j := range int64(size) {
			if i == j {
				continue
			}
			leaf := sum(j)
			require.ErrorIs(t, h.VerifyInclusion(p, leaf[:], now), merkle.ErrProof)
			moved := merkle.InclusionProof{Index: j, Size: size, Path: p.Path}
			require.ErrorIs(t, h.VerifyInclusion(moved, leaf[:], now), merkle.ErrProof)
			require.ErrorIs(t, h.VerifyConsistency(c, head(h, j), now), merkle.ErrProof)
		}
	}
}

// The empty tree is the beginning of every tree, and only with its own root.
func TestConsistencyFromNothing(t *testing.T) {
	h := merkle.Hasher{}
	empty, now := head(h, 0), head(h, 5)
	for _, p := range []merkle.ConsistencyProof{{Size: 5}, {Size: 0}} {
		to := map[int64]merkle.TreeHead{0: empty, 5: now}[p.Size]
		require.NoError(t, h.VerifyConsistency(p, empty, to))
		require.ErrorIs(t, h.VerifyConsistency(p, merkle.TreeHead{}, to), merkle.ErrProof)
		p.Path = make([]merkle.Hash, 1)
		require.ErrorIs(t, h.VerifyConsistency(p, empty, to), merkle.ErrProof)
	}
	require.ErrorIs(t, h.VerifyConsistency(merkle.ConsistencyProof{}, empty, merkle.TreeHead{}), merkle.ErrProof)
}

// A history that was written anew is not consistent with the head that somebody kept.
func TestRewrittenHistory(t *testing.T) {
	h := merkle.Hasher{}
	kept := head(h, 50)
	rewritten := func(yield func([32]byte, error) bool) {
		for i := range int64(80) {
			leaf := sum(i)
			if i == 17 {
				leaf[0]++
			}
			if !yield(leaf, nil) {
				return
			}
		}
	}
	tree := h.NewTree()
	for leaf := range rewritten {
		tree.Append(leaf[:])
	}
	p, err := h.ProveConsistency(rewritten, 50, 80)
	require.NoError(t, err)
	require.ErrorIs(t, h.VerifyConsistency(p, kept, tree.Head()), merkle.ErrProof)
}

func TestProofsAsJSON(t *testing.T) {
	h := merkle.Hasher{}
	p, err := h.ProveInclusion(entries(3), 2, 3)
	require.NoError(t, err)
	text, err := json.Marshal(p)
	require.NoError(t, err)
	require.JSONEq(t, `{"index": 2, "size": 3, "path": ["`+p.Path[0].String()+`"]}`, string(text))
	var back merkle.InclusionProof
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, p, back)

	c, err := h.ProveConsistency(nil, 0, 3)
	require.NoError(t, err)
	text, err = json.Marshal(c)
	require.NoError(t, err)
	require.JSONEq(t, `{"old": 0, "size": 3, "path": []}`, string(text))
	require.Error(t, json.Unmarshal([]byte(`{"path": ["00"]}`), &back))
}

func changedInts(n int64) func(func(int64) bool) {
	return func(yield func(int64) bool) {
		for bit := range 64 {
			if !yield(n ^ 1<<bit) {
				return
			}
		}
	}
}

func changedHashes(h [32]byte) func(func(merkle.Hash) bool) {
	return func(yield func(merkle.Hash) bool) {
		for bit := range 256 {
			other := h
			other[bit/8] ^= 1 << (bit % 8)
			if !yield(other) {
				return
			}
		}
	}
}

func changedPaths(path []merkle.Hash) func(func([]merkle.Hash) bool) {
	return func(yield func([]merkle.Hash) bool) {
		for i, h := range path {
			for other := range changedHashes(h) {
				changed := slices.Clone(path)
				changed[i] = other
				if !yield(changed) {
					return
				}
			}
			if !yield(slices.Delete(slices.Clone(path), i, i+1)) || !yield(slices.Insert(slices.Clone(path), i, h)) {
				return
			}
		}
		yield(append(slices.Clone(path), merkle.Hash{}))
	}
}
