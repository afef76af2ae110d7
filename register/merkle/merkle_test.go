package merkle_test

import (
	"crypto/md5"
	"crypto/sha256"
	"errors"
	"hash"
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// sum is the sum of the entry with this index, as a book would have it.
func sum(i int64) [32]byte {
	return sha256.Sum256([]byte{byte(i >> 24), byte(i >> 16), byte(i >> 8), byte(i)})
}

// entries yields the sums of the first entries of a book.
func entries(size int64) iter.Seq2[[32]byte, error] {
	return func(yield func([32]byte, error) bool) {
		for i := range size {
			if !yield(sum(i), nil) {
				return
			}
		}
	}
}

func head(h merkle.Hasher, size int64) merkle.TreeHead {
	tree := h.NewTree()
	for leaf := range entries(size) {
		tree.Append(leaf[:])
	}
	return tree.Head()
}

func TestNew(t *testing.T) {
	_, err := merkle.New(nil)
	require.ErrorIs(t, err, merkle.ErrHash)
	_, err = merkle.New(md5.New)
	require.ErrorIs(t, err, merkle.ErrHash)
	_, err = merkle.New(func() hash.Hash { return nil })
	require.ErrorIs(t, err, merkle.ErrHash)
	h, err := merkle.New(sha256.New)
	require.NoError(t, err)
	require.Equal(t, head(merkle.Hasher{}, 77), head(h, 77), "the zero Hasher computes SHA-256")
}

// Leaves of every length are hashed whole, whatever the length of the buffer.
func TestLeavesOfEveryLength(t *testing.T) {
	h := merkle.Hasher{}
	for n := range 400 {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(i)
		}
		require.Equal(t, merkle.Hash(sha256.Sum256(data)), h.Sum(data))
		require.Equal(t, merkle.Hash(sha256.Sum256(append([]byte{0}, data...))), h.Leaf(data))
	}
}

func TestAppendDoesNotAllocate(t *testing.T) {
	tree := merkle.Hasher{}.NewTree()
	leaf := sum(1)
	for range 1 << 10 {
		tree.Append(leaf[:])
	}
	require.Zero(t, testing.AllocsPerRun(1000, func() {
		tree.Append(leaf[:])
		tree.Root()
	}))
}

func TestZeroTree(t *testing.T) {
	var tree merkle.Tree
	require.Zero(t, tree.Size())
	require.Equal(t, merkle.Hash(sha256.Sum256(nil)), tree.Root())
	tree.Append([]byte("x"))
	require.Equal(t, merkle.TreeHead{Size: 1, Root: merkle.Hasher{}.Leaf([]byte("x"))}, tree.Head())
}

func TestParseHash(t *testing.T) {
	want := merkle.Hash(sum(1))
	got, err := merkle.ParseHash(want.String())
	require.NoError(t, err)
	require.Equal(t, want, got)
	for _, wrong := range []string{"", "00", want.String()[:62], want.String() + "00", want.String()[:62] + "AA", want.String()[:62] + "zz"} {
		got, err = merkle.ParseHash(wrong)
		require.ErrorIs(t, err, merkle.ErrHash)
		require.Zero(t, got)
	}
}

func TestSizesThatCannotBe(t *testing.T) {
	h := merkle.Hasher{}
	const huge = 1<<63 - 1
	for _, x := range [][2]int64{{0, 0}, {-1, 1}, {1, 1}, {0, -1}, {-1 << 63, -1 << 63}, {5, huge}, {huge, huge}, {0, merkle.MaxSize + 1}} {
		p, err := h.ProveInclusion(entries(10), x[0], x[1])
		require.ErrorIs(t, err, merkle.ErrSize, "%v", x)
		require.Zero(t, p)
		require.ErrorIs(t, h.VerifyInclusion(merkle.InclusionProof{Index: x[0], Size: x[1]}, nil, merkle.TreeHead{Size: x[1]}), merkle.ErrProof)
	}
	for _, x := range [][2]int64{{-1, 1}, {2, 1}, {0, -1}, {-1 << 63, -1 << 63}, {5, huge}, {huge, huge}, {0, merkle.MaxSize + 1}} {
		p, err := h.ProveConsistency(entries(10), x[0], x[1])
		require.ErrorIs(t, err, merkle.ErrSize, "%v", x)
		require.Zero(t, p)
		for _, path := range [][]merkle.Hash{nil, make([]merkle.Hash, 1000)} {
			p := merkle.ConsistencyProof{Old: x[0], Size: x[1], Path: path}
			err := h.VerifyConsistency(p, merkle.TreeHead{Size: x[0]}, merkle.TreeHead{Size: x[1]})
			require.ErrorIs(t, err, merkle.ErrProof, "%v", x)
		}
	}
}

// The greatest sizes are computed as quickly as small ones.
func TestGreatestSize(t *testing.T) {
	h := merkle.Hasher{}
	for _, n := range []int{0, 1, 61, 62, 63, 100000} {
		path := make([]merkle.Hash, n)
		for _, at := range []int64{0, 1, 1 << 61, merkle.MaxSize - 1} {
			p := merkle.InclusionProof{Index: at, Size: merkle.MaxSize, Path: path}
			require.ErrorIs(t, h.VerifyInclusion(p, nil, merkle.TreeHead{Size: merkle.MaxSize}), merkle.ErrProof)
			c := merkle.ConsistencyProof{Old: at, Size: merkle.MaxSize, Path: path}
			require.ErrorIs(t, h.VerifyConsistency(c, merkle.TreeHead{Size: at}, merkle.TreeHead{Size: merkle.MaxSize}), merkle.ErrProof)
		}
	}
}

func TestLeavesThatFail(t *testing.T) {
	h := merkle.Hasher{}
	broken := errors.New("disk")
	leaves := func(yield func([32]byte, error) bool) {
		_ = yield(sum(0), nil) && yield([32]byte{}, broken)
	}
	_, err := h.ProveInclusion(leaves, 0, 3)
	require.ErrorIs(t, err, broken)
	_, err = h.ProveConsistency(leaves, 1, 3)
	require.ErrorIs(t, err, broken)
	for _, short := range []iter.Seq2[[32]byte, error]{nil, entries(0), entries(6)} {
		_, err = h.ProveInclusion(short, 6, 7)
		require.ErrorIs(t, err, merkle.ErrSize)
		_, err = h.ProveConsistency(short, 3, 7)
		require.ErrorIs(t, err, merkle.ErrSize)
	}
}

// A book goes on growing while a proof for an earlier checkpoint is made: nothing after its size is read.
func TestReadsNoFurther(t *testing.T) {
	h := merkle.Hasher{}
	read := int64(0)
	leaves := func(yield func([32]byte, error) bool) {
		for i := int64(0); ; i++ {
			read++
			if !yield(sum(i), nil) {
				return
			}
		}
	}
	_, err := h.ProveInclusion(leaves, 2, 9)
	require.NoError(t, err)
	require.EqualValues(t, 9, read)
	_, err = h.ProveConsistency(leaves, 2, 9)
	require.NoError(t, err)
	require.EqualValues(t, 18, read)
	for _, old := range []int64{0, 9} {
		_, err = h.ProveConsistency(nil, old, 9)
		require.NoError(t, err)
	}
}
