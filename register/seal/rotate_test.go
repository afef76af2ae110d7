package seal_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

var errStore = errors.New("数据库断开")

// A failing store works so many times. In the end it may have kept what it says it has not.
type failing struct {
	*register.Memory
	reads, writes int
	kept          bool
}

func (f *failing) Secrets(ctx context.Context, q register.SecretQuery) iter.Seq2[register.Secret, error] {
	return func(yield func(register.Secret, error) bool) {
		for x, err := range f.Memory.Secrets(ctx, q) {
			if f.reads--; f.reads < 0 {
				yield(register.Secret{}, errStore)
				return
			}
			if !yield(x, err) {
				return
			}
		}
	}
}

func (f *failing) Reseal(ctx context.Context, s register.Scope, secrets []register.Secret) error {
	if f.writes--; f.writes >= 0 {
		return f.Memory.Reseal(ctx, s, secrets)
	}
	if f.kept {
		return errors.Join(errStore, f.Memory.Reseal(ctx, s, secrets))
	}
	return errStore
}

// underKey counts secrets by key, and fails unless everything opens to what was entered.
func underKey(t *testing.T, s *seal.Sealer, store register.Store, parties int) map[string]int {
	t.Helper()
	count := map[string]int{}
	for _, e := range entries(t, store) {
		restored, forgotten, err := s.Restore(e.Doc, e.Secrets)
		require.NoError(t, err)
		require.Empty(t, forgotten)
		require.Equal(t, string(mediationDoc(parties)), string(restored))
		for _, x := range e.Secrets {
			count[x.Key]++
		}
	}
	return count
}

const (
	docs    = 12
	parties = 30
	all     = docs * (3*parties + 1)
)

func TestRotate(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	store := book(t, s, docs, parties)
	before := entries(t, store)
	n, err := s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Zero(t, n, "everything is under the current key")

	require.NoError(t, keys.Add(organ, key(t, "2026")))
	n, err = s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Equal(t, all, n)
	require.Equal(t, map[string]int{"2026": all}, underKey(t, s, store, parties))
	for i, e := range entries(t, store) {
		require.Equal(t, before[i].Sum, e.Sum)
		require.Equal(t, string(before[i].Doc), string(e.Doc), "the trail stays")
		require.Equal(t, before[i].Secrets[0].Digest, e.Secrets[0].Digest)
		require.NotEqual(t, before[i].Secrets[0].Box, e.Secrets[0].Box)
	}
	require.NoError(t, keys.Destroy(organ, "2025"))
	require.Equal(t, map[string]int{"2026": all}, underKey(t, s, store, parties))
}

// Wherever it is interrupted, nothing is lost, and the next run does the rest.
func TestRotateInterrupted(t *testing.T) {
	for _, kept := range []bool{false, true} {
		for _, limit := range []failing{
			{reads: 0}, {reads: 1}, {reads: 100, writes: 9}, {reads: 255, writes: 9}, {reads: 300, writes: 9}, {reads: 700, writes: 9}, {reads: all, writes: 9},
			{reads: 9 * all, writes: 0}, {reads: 9 * all, writes: 1}, {reads: 9 * all, writes: 2}, {reads: 9 * all, writes: 3},
		} {
			keys := ring(t)
			s := newSealer(t, options(keys))
			store := limit
			store.Memory, store.kept = book(t, s, docs, parties), kept
			require.NoError(t, keys.Add(organ, key(t, "2026")))
			n, err := s.Rotate(t.Context(), &store, scope())
			require.ErrorIs(t, err, errStore, "%+v", limit)
			done := underKey(t, s, store.Memory, parties)["2026"]
			require.LessOrEqual(t, n, done)
			rest, err := s.Rotate(t.Context(), store.Memory, scope())
			require.NoError(t, err)
			require.Equal(t, all, done+rest)
			require.Equal(t, map[string]int{"2026": all}, underKey(t, s, store.Memory, parties))
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := newSealer(t, options(ring(t)))
	_, err := s.Rotate(ctx, book(t, s, 1, 1), scope())
	require.ErrorIs(t, err, context.Canceled)
}

// Boxes that do not open do not hold up the others, and are named without their values.
func TestRotateGoesOnPastBadBoxes(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	store := book(t, s, docs, parties)
	var bad []register.Secret
	for _, e := range entries(t, store) {
		for i, x := range e.Secrets {
			if i%4 == 0 {
				x.Box[30] ^= 1
				bad = append(bad, x)
			}
		}
	}
	bad[3].Key = "没有"
	require.NoError(t, store.Reseal(t.Context(), scope(), bad))
	require.NoError(t, keys.Add(organ, key(t, "2026")))
	n, err := s.Rotate(t.Context(), store, scope())
	require.ErrorIs(t, err, seal.ErrBox)
	require.ErrorIs(t, err, seal.ErrKey)
	require.Equal(t, all-len(bad), n)
	require.ErrorContains(t, err, "seal: 第1条 /address：")
	require.ErrorContains(t, err, fmt.Sprintf("另有%d处", len(bad)-20))
	var place *seal.Error
	require.ErrorAs(t, err, &place)
	require.EqualValues(t, 1, place.Seq)
	requireNothingPersonal(t, err.Error())
}

// Each document has its key.
type byDocument struct{ *seal.Keyring }

func (k byDocument) Current(organ string, ref fazhi.Ref) (seal.Key, error) {
	if ref == (fazhi.Ref{}) {
		return seal.Key{}, seal.ErrKey
	}
	return k.Key(organ, "for-"+ref.ID)
}

// With a key for each document, destroying one forgets one document.
func TestKeyForEachDocument(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	store := book(t, s, 3, 100)
	for i := range 3 {
		require.NoError(t, keys.Add(organ, key(t, fmt.Sprintf("for-TJ-2025-%d", i+1))))
	}
	s = newSealer(t, options(byDocument{keys}))
	n, err := s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Equal(t, 903, n)
	n, err = s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Zero(t, n)
	require.Equal(t, map[string]int{"for-TJ-2025-1": 301, "for-TJ-2025-2": 301, "for-TJ-2025-3": 301}, underKey(t, s, store, 100))

	require.NoError(t, keys.Destroy(organ, "for-TJ-2025-2"))
	for i, e := range entries(t, store) {
		restored, forgotten, err := s.Restore(e.Doc, e.Secrets)
		require.NoError(t, err)
		if i != 1 {
			require.Empty(t, forgotten)
			continue
		}
		require.Len(t, forgotten, 301)
		require.Equal(t, string(e.Doc), string(restored))
	}
	n, err = s.Rotate(t.Context(), store, scope())
	require.NoError(t, err, "what is forgotten is passed over")
	require.Zero(t, n)
	_, _, err = s.Seal(organ, fazhi.Ref{Kind: kind, ID: "TJ-2025-2"}, mediationDoc(1))
	require.ErrorIs(t, err, seal.ErrForgotten)
}

func TestRotateMakesNewDigests(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	store := book(t, s, 2, 1)
	require.Equal(t, 2, found(t, s, store, seal.IDNumber, idNo))
	require.NoError(t, keys.Add(organ, key(t, "2026")))
	require.NoError(t, keys.SetIndex(organ, []byte("another index key")))
	require.Zero(t, found(t, s, store, seal.IDNumber, idNo))
	_, err := s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Equal(t, 2, found(t, s, store, seal.IDNumber, idNo))

	// A class that is no longer indexed loses its digests; a path that is no field any more keeps its own.
	o := options(keys)
	o.Index = []seal.Class{seal.Phone}
	o.Fields[kind] = o.Fields[kind][1:]
	require.NoError(t, keys.Add(organ, key(t, "2027")))
	_, err = newSealer(t, o).Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Zero(t, found(t, s, store, seal.IDNumber, idNo))
	require.Equal(t, 2, found(t, s, store, seal.Phone, phone))
	require.Equal(t, 2, found(t, s, store, seal.PersonName, name))
}

func TestScopes(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	store := book(t, s, 1, 1)
	for _, o := range []string{"", register.AllOrgans} {
		_, err := s.Rotate(t.Context(), store, register.Scope{Organ: o})
		require.ErrorIs(t, err, register.ErrScope)
		_, err = s.Forget(t.Context(), store, register.Scope{Organ: o}, ref)
		require.ErrorIs(t, err, register.ErrScope)
	}
	_, err := s.Rotate(t.Context(), store, register.Scope{Organ: "另一司法局"})
	require.ErrorIs(t, err, seal.ErrKey, "it has no index key")
}
