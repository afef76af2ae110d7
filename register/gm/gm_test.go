package gm_test

import (
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/gm"
	"github.com/fazhi-go/fazhi/register/merkle"
)

func unhex(t testing.TB, s string) []byte {
	b, err := hex.DecodeString(s)
	require.NoError(t, err)
	return b
}

// GB/T 32905-2016, A.1 and A.2; the hash of nothing is what tells SM3 from SHA-256 in package checkpoint.
func TestSM3(t *testing.T) {
	for text, want := range map[string]string{
		"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
		"abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd": "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
		"": "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
	} {
		h := gm.NewSM3()
		_, err := h.Write([]byte(text))
		require.NoError(t, err)
		require.Equal(t, want, hex.EncodeToString(h.Sum(nil)))
	}
}

// RFC 8998, A.1.
func TestSM4GCM(t *testing.T) {
	aead, err := gm.SM4GCM(unhex(t, "0123456789abcdeffedcba9876543210"))
	require.NoError(t, err)
	nonce := unhex(t, "00001234567800000000abcd")
	extra := unhex(t, "feedfacedeadbeeffeedfacedeadbeefabaddad2")
	plain := unhex(t, "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"+
		"eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa")
	sealed := aead.Seal(nil, nonce, plain, extra)
	require.Equal(t, "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"+
		"d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"+
		"83de3541e4c2b58177e065a9bf7b62ec", hex.EncodeToString(sealed))
	opened, err := aead.Open(nil, nonce, sealed, extra)
	require.NoError(t, err)
	require.Equal(t, plain, opened)
	for i := range sealed {
		sealed[i] ^= 1
		_, err := aead.Open(nil, nonce, sealed, extra)
		require.Error(t, err)
		sealed[i] ^= 1
	}
	_, err = aead.Open(nil, nonce, sealed, extra[1:])
	require.Error(t, err)
}

func TestSM4Keys(t *testing.T) {
	for _, n := range []int{0, 1, 15, 17, 24, 32} {
		aead, err := gm.SM4GCM(make([]byte, n))
		require.ErrorIs(t, err, checkpoint.ErrKey)
		require.Nil(t, aead)
	}
}

// A tree over SM3 is a tree like any other, and has nothing in common with that over SHA-256.
func TestTree(t *testing.T) {
	h, err := merkle.New(gm.NewSM3)
	require.NoError(t, err)
	leaves := func(yield func([32]byte, error) bool) {
		for i := range 100 {
			if !yield([32]byte{byte(i)}, nil) {
				return
			}
		}
	}
	tree, other := h.NewTree(), merkle.Hasher{}.NewTree()
	for leaf := range leaves {
		tree.Append(leaf[:])
		other.Append(leaf[:])
	}
	p, err := h.ProveInclusion(leaves, 42, 100)
	require.NoError(t, err)
	leaf := [32]byte{42}
	require.NoError(t, h.VerifyInclusion(p, leaf[:], tree.Head()))
	require.ErrorIs(t, merkle.Hasher{}.VerifyInclusion(p, leaf[:], tree.Head()), merkle.ErrProof)
	require.NotEqual(t, tree.Root(), other.Root())

	state, err := tree.MarshalBinary()
	require.NoError(t, err)
	require.ErrorIs(t, other.UnmarshalBinary(state), merkle.ErrState)
}
