package seal_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

func TestForget(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	store := book(t, s, 3, 200)
	second := fazhi.Ref{Kind: kind, ID: "TJ-2025-2"}
	n, err := s.Forget(t.Context(), store, scope(), second)
	require.NoError(t, err)
	require.Equal(t, 601, n)
	n, err = s.Forget(t.Context(), store, scope(), second)
	require.NoError(t, err)
	require.Zero(t, n, "it is done")
	require.Equal(t, 400, found(t, s, store, seal.IDNumber, idNo))

	list := entries(t, store)
	for _, x := range list[1].Secrets {
		require.Empty(t, x.Box)
		require.Empty(t, x.Digest)
	}
	_, err = s.Open(list[1].Doc, list[1].Secrets[0])
	require.ErrorIs(t, err, seal.ErrForgotten)
	restored, forgotten, err := s.Restore(list[1].Doc, list[1].Secrets)
	require.NoError(t, err)
	require.Len(t, forgotten, 601)
	require.Equal(t, string(list[1].Doc), string(restored))

	require.NoError(t, keys.Add(organ, key(t, "2026")))
	n, err = s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Equal(t, 1202, n, "what is forgotten stays so")
}

// Nothing is forgotten because a name was left out.
func TestForgetNeedsAName(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	store := book(t, s, 1, 1)
	for _, r := range []fazhi.Ref{{}, {Kind: kind}, {ID: "1"}} {
		_, err := s.Forget(t.Context(), store, scope(), r)
		require.ErrorIs(t, err, seal.ErrQuery)
	}
	_, err := s.ForgetKey(t.Context(), store, scope(), "")
	require.ErrorIs(t, err, seal.ErrQuery)
	require.Equal(t, map[string]int{"2025": 4}, underKey(t, s, store, 1))
}

// A key that is destroyed takes everything under it along, in every copy of the database; the digests go by ForgetKey.
func TestDestroyedKey(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	store := book(t, s, 2, 1)
	require.NoError(t, keys.Add(organ, key(t, "2026")))
	enter(t, store, s, organ, "TJ-2026-1", mediationDoc(1))
	require.NoError(t, keys.Destroy(organ, "2025"))

	list := entries(t, store)
	_, err := s.Open(list[0].Doc, list[0].Secrets[0])
	require.ErrorIs(t, err, seal.ErrForgotten)
	_, err = s.Open(list[2].Doc, list[2].Secrets[0])
	require.NoError(t, err)
	n, err := s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Zero(t, n)
	require.Equal(t, 3, found(t, s, store, seal.IDNumber, idNo))

	n, err = s.ForgetKey(t.Context(), store, scope(), "2025")
	require.NoError(t, err)
	require.Equal(t, 8, n)
	require.Equal(t, 1, found(t, s, store, seal.IDNumber, idNo))
}

func TestForgetInterrupted(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	for writes := range 2 {
		store := failing{Memory: register.NewMemory(), reads: 1 << 20, writes: writes}
		enter(t, store.Memory, s, organ, ref.ID, mediationDoc(100))
		_, err := s.Forget(t.Context(), &store, scope(), ref)
		if writes == 0 {
			require.ErrorIs(t, err, errStore)
			_, err = s.Forget(t.Context(), store.Memory, scope(), ref)
		}
		require.NoError(t, err)
		for _, x := range entries(t, store.Memory)[0].Secrets {
			require.Empty(t, x.Box)
		}
	}
}
