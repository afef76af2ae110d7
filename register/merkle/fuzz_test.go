package merkle_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/merkle"
)

// A state that is read is written back byte for byte.
func FuzzUnmarshalBinary(f *testing.F) {
	tree := merkle.Hasher{}.NewTree()
	for i := range int64(4) {
		state, err := tree.MarshalBinary()
		require.NoError(f, err)
		f.Add(state)
		leaf := sum(i)
		tree.Append(leaf[:])
	}
	f.Fuzz(func(t *testing.T, state []byte) {
		tree := merkle.Hasher{}.NewTree()
		if err := tree.UnmarshalBinary(state); err != nil {
			require.ErrorIs(t, err, merkle.ErrState)
			require.Zero(t, tree.Size())
			return
		}
		again, err := tree.MarshalBinary()
		require.NoError(t, err)
		require.True(t, bytes.Equal(state, again))
		tree.Append(nil)
		tree.Root()
	})
}

func FuzzParseHash(f *testing.F) {
	f.Add(merkle.Hash{1}.String())
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		h, err := merkle.ParseHash(text)
		if err != nil {
			require.ErrorIs(t, err, merkle.ErrHash)
			require.Zero(t, h)
			return
		}
		require.Equal(t, text, h.String())
	})
}

// No proof makes the verification fail in another way than with ErrProof, and none from outside holds for a root that
// nobody computed.
func FuzzVerify(f *testing.F) {
	h := merkle.Hasher{}
	p, err := h.ProveConsistency(entries(9), 5, 9)
	require.NoError(f, err)
	text, err := json.Marshal(p)
	require.NoError(f, err)
	f.Add(text)
	f.Add([]byte(`{"index": 4611686018427387903, "old": -1, "size": 4611686018427387904, "path": []}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var in merkle.InclusionProof
		if json.Unmarshal(text, &in) == nil {
			require.ErrorIs(t, h.VerifyInclusion(in, nil, merkle.TreeHead{Size: in.Size}), merkle.ErrProof)
		}
		var c merkle.ConsistencyProof
		if json.Unmarshal(text, &c) == nil {
			err := h.VerifyConsistency(c, merkle.TreeHead{Size: c.Old, Root: merkle.Hash{1}}, merkle.TreeHead{Size: c.Size})
			require.ErrorIs(t, err, merkle.ErrProof)
		}
	})
}
