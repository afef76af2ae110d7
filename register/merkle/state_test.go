package merkle_test

import (
	"crypto/sha256"
	"crypto/sha512"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// A job that stops after every leaf and goes on from what it saved comes to the same root.
func TestStateGoesOn(t *testing.T) {
	h := merkle.Hasher{}
	state, err := h.NewTree().MarshalBinary()
	require.NoError(t, err)
	for i := range int64(300) {
		tree := h.NewTree()
		require.NoError(t, tree.UnmarshalBinary(state))
		leaf := sum(i)
		tree.Append(leaf[:])
		require.EqualValues(t, i+1, tree.Size())
		state, err = tree.MarshalBinary()
		require.NoError(t, err)
	}
	var tree merkle.Tree
	require.NoError(t, tree.UnmarshalBinary(state))
	require.Equal(t, head(h, 300), tree.Head())
}

func TestStateIsStrict(t *testing.T) {
	tree := merkle.Hasher{}.NewTree()
	for leaf := range entries(11) {
		tree.Append(leaf[:])
	}
	want := tree.Head()
	state, err := tree.MarshalBinary()
	require.NoError(t, err)
	refused := func(state []byte) {
		require.ErrorIs(t, tree.UnmarshalBinary(state), merkle.ErrState)
		require.Equal(t, want, tree.Head(), "a refused state leaves the tree as it is")
	}
	for i := range state {
		refused(state[:i])
		for bit := range 8 {
			changed := append([]byte(nil), state...)
			changed[i] ^= 1 << bit
			refused(changed)
		}
	}
	refused(append(state, 0))
	refused(make([]byte, 1<<20))

	other, err := merkle.New(sha512.New512_256)
	require.NoError(t, err)
	require.ErrorIs(t, other.NewTree().UnmarshalBinary(state), merkle.ErrState, "another hash function")
}

// Sizes that do not fit the hashes are refused though the check sum is right.
func TestStateWithWrongSize(t *testing.T) {
	state, err := merkle.Hasher{}.NewTree().MarshalBinary()
	require.NoError(t, err)
	start := len(state) - 40
	for bit := range 64 {
		body := append([]byte(nil), state[:start+8]...)
		body[start+bit/8] ^= 1 << (bit % 8)
		sum := sha256.Sum256(body)
		require.ErrorIs(t, new(merkle.Tree).UnmarshalBinary(append(body, sum[:]...)), merkle.ErrState)
	}
}
