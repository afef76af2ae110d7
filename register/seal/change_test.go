package seal_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/seal"
)

// A watched store counts what is read, and does something before the first write.
type watched struct {
	*register.Memory
	reads  int
	before func()
}

func (w *watched) Secrets(ctx context.Context, q register.SecretQuery) iter.Seq2[register.Secret, error] {
	return func(yield func(register.Secret, error) bool) {
		for x, err := range w.Memory.Secrets(ctx, q) {
			if w.reads++; !yield(x, err) {
				return
			}
		}
	}
}

func (w *watched) Reseal(ctx context.Context, s register.Scope, secrets []register.Secret) error {
	if before := w.before; before != nil {
		w.before = nil
		before()
	}
	return w.Memory.Reseal(ctx, s, secrets)
}

// Each secret is read once, but for the one that ends a batch.
func TestSecretsAreReadOnce(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	const docs, all = 500, 2000
	store := &watched{Memory: book(t, s, docs, 1)}
	require.NoError(t, keys.Add(organ, key(t, "2026")))
	n, err := s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Equal(t, all, n)
	require.LessOrEqual(t, store.reads, all+all/256)

	store.reads = 0
	n, err = s.ForgetKey(t.Context(), store, scope(), "2026")
	require.NoError(t, err)
	require.Equal(t, all, n)
	require.LessOrEqual(t, store.reads, all+all/256)

	store.reads = 0
	n, err = s.ForgetKey(t.Context(), store, scope(), "2026")
	require.NoError(t, err)
	require.Zero(t, n)
	require.Equal(t, all, store.reads)
}

// What is forgotten while Rotate has it in hand stays forgotten.
func TestForgetWhileRotating(t *testing.T) {
	keys := ring(t)
	s := newSealer(t, options(keys))
	store := &watched{Memory: book(t, s, 2, 1)}
	store.before = func() {
		n, err := s.Forget(t.Context(), store.Memory, scope(), ref)
		require.NoError(t, err)
		require.Equal(t, 4, n)
	}
	require.NoError(t, keys.Add(organ, key(t, "2026")))
	n, err := s.Rotate(t.Context(), store, scope())
	require.NoError(t, err)
	require.Equal(t, 8, n, "those that Rotate had read count")
	list := entries(t, store)
	for _, x := range list[0].Secrets {
		require.Empty(t, x.Box)
		require.Empty(t, x.Digest)
	}
	for _, x := range list[1].Secrets {
		require.Equal(t, "2026", x.Key)
		_, err := s.Open(list[1].Doc, x)
		require.NoError(t, err)
	}
}

// A value that no archive could hold is refused before it is kept.
func TestLongestValue(t *testing.T) {
	s := newSealer(t, options(ring(t)))
	doc := func(value string) []byte { return fmt.Appendf(nil, `{"address":"%s"}`, value) }
	for _, value := range []string{
		strings.Repeat("a", 64<<10),
		strings.Repeat("路", 64<<10/3),
		strings.Repeat(`\n`, 64<<10), // 128 KiB as it is written
	} {
		public, secrets, err := s.Seal(organ, ref, doc(value))
		require.NoError(t, err)
		require.Len(t, secrets, 1)
		restored, _, err := s.Restore(public, secrets)
		require.NoError(t, err)
		require.Equal(t, string(doc(value)), string(restored))
	}
	for _, value := range []string{strings.Repeat("a", 64<<10+1), strings.Repeat("路", 64<<10/3+1), strings.Repeat(`\n`, 64<<10+1)} {
		public, secrets, err := s.Seal(organ, ref, doc(value))
		require.ErrorIs(t, err, seal.ErrDocument)
		require.EqualError(t, err, "seal: /address：文件不能加密：这一处个人信息超过64 KiB")
		var place *seal.Error
		require.ErrorAs(t, err, &place)
		require.Equal(t, fazhi.Path("/address"), place.Path)
		require.Nil(t, public)
		require.Nil(t, secrets)
	}
}
