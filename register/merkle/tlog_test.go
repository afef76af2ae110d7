package merkle_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// stored is a log of golang.org/x/mod/sumdb/tlog, which computes the same trees another way.
type stored struct{ hashes []tlog.Hash }

func (s *stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	list := make([]tlog.Hash, 0, len(indexes))
	for _, i := range indexes {
		list = append(list, s.hashes[i])
	}
	return list, nil
}

func (s *stored) append(t testing.TB, n int64) {
	leaf := sum(n)
	hashes, err := tlog.StoredHashes(n, leaf[:], s)
	require.NoError(t, err)
	s.hashes = append(s.hashes, hashes...)
}

func (s *stored) head(t testing.TB, size int64) merkle.TreeHead {
	root, err := tlog.TreeHash(size, s)
	require.NoError(t, err)
	return merkle.TreeHead{Size: size, Root: merkle.Hash(root)}
}

// compareInclusion makes a proof, compares it with that of tlog and verifies it.
func (s *stored) compareInclusion(t testing.TB, index int64, head merkle.TreeHead) {
	h := merkle.Hasher{}
	p, err := h.ProveInclusion(entries(head.Size), index, head.Size)
	require.NoError(t, err)
	want, err := tlog.ProveRecord(head.Size, index, s)
	require.NoError(t, err)
	require.True(t, slices.EqualFunc(want, p.Path, equalHash), "%d of %d", index, head.Size)
	leaf := sum(index)
	require.NoError(t, h.VerifyInclusion(p, leaf[:], head), "%d of %d", index, head.Size)
}

func (s *stored) compareConsistency(t testing.TB, old, new merkle.TreeHead) {
	h := merkle.Hasher{}
	p, err := h.ProveConsistency(entries(new.Size), old.Size, new.Size)
	require.NoError(t, err)
	if old.Size > 0 {
		want, err := tlog.ProveTree(new.Size, old.Size, s)
		require.NoError(t, err)
		require.True(t, slices.EqualFunc(want, p.Path, equalHash), "%d to %d", old.Size, new.Size)
	}
	require.NoError(t, h.VerifyConsistency(p, old, new), "%d to %d", old.Size, new.Size)
}

func equalHash(a tlog.Hash, b merkle.Hash) bool { return merkle.Hash(a) == b }

// The roots of all sizes up to 300 are those of tlog; so are all proofs up to the size of 100, and every seventh after it.
func TestAgainstTlog(t *testing.T) {
	s := &stored{}
	tree := merkle.Hasher{}.NewTree()
	heads := []merkle.TreeHead{tree.Head()}
	require.Equal(t, s.head(t, 0).Size, tree.Size())
	for size := int64(1); size <= 300; size++ {
		s.append(t, size-1)
		leaf := sum(size - 1)
		tree.Append(leaf[:])
		head := tree.Head()
		require.Equal(t, s.head(t, size), head)
		heads = append(heads, head)
		for old := range size + 1 {
			if size > 100 && (size-old)%7 != 0 {
				continue
			}
			s.compareConsistency(t, heads[old], head)
			if old < size {
				s.compareInclusion(t, old, head)
			}
		}
	}
}

func TestAgainstTlogBig(t *testing.T) {
	s := &stored{}
	sizes := []int64{4095, 4096, 4097, 65535, 65537, 70001}
	size := int64(0)
	for _, next := range sizes {
		old := s.head(t, size)
		if size == 0 {
			old = merkle.Hasher{}.NewTree().Head()
		}
		for ; size < next; size++ {
			s.append(t, size)
		}
		now := s.head(t, size)
		require.Equal(t, now, head(merkle.Hasher{}, size))
		s.compareConsistency(t, old, now)
		for _, index := range []int64{0, 1, size / 3, size / 2, size - 2, size - 1} {
			s.compareInclusion(t, index, now)
		}
	}
}
