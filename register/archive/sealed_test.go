package archive_test

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/seal"
)

// sealing makes a book of a kind whose members are all personal.
func sealing(t *testing.T, store register.Store) *register.Book {
	t.Helper()
	ring := seal.NewKeyring()
	key, err := seal.AES256GCM().Generate(strings.Repeat("钥", 64), rand.Reader)
	require.NoError(t, err)
	require.NoError(t, ring.Add(organ, key))
	sealer, err := seal.New(seal.Options{Keys: ring, Fields: map[fazhi.Kind][]seal.Field{"notice": {{Path: "/*"}}}})
	require.NoError(t, err)
	book, err := register.New(store, register.Options{Now: func() time.Time { return noon }, Sealer: sealer})
	require.NoError(t, err)
	return book
}

// document has n members, each with a value of so many bytes.
func document(n, size int) []byte {
	var b strings.Builder
	value := strings.Repeat("a", size)
	for i := range n {
		fmt.Fprintf(&b, `,"%05d":"%s"`, i, value)
	}
	return []byte("{" + b.String()[1:] + "}")
}

// Whatever the package seal lets into a book goes through an archive.
func TestAllThatCanBeSealed(t *testing.T) {
	store := register.NewMemory()
	book := sealing(t, store)
	add := func(id string, doc []byte) error {
		_, err := book.Add(t.Context(), register.Request{
			Scope: scope(), Doc: &register.Raw{Of: fazhi.Ref{Kind: "notice", ID: id}, JSON: doc},
		})
		return err
	}
	require.NoError(t, add("many", document(10_000, 10)))
	require.NoError(t, add("long", document(40, 64<<10)))
	require.NoError(t, add("path", []byte(`{"`+strings.Repeat("长", 399)+`":"a"}`)))
	require.ErrorIs(t, add("too long", document(1, 13<<20)), seal.ErrDocument)

	text := export(t, store)
	result, err := archive.Verify(bytes.NewReader(text), archive.Options{})
	require.NoError(t, err)
	require.Empty(t, result.Faults)
	to := register.NewMemory()
	kept, err := archive.Restore(t.Context(), bytes.NewReader(text), to, scope(), archive.Options{})
	require.NoError(t, err)
	require.EqualValues(t, 3, kept)
	require.True(t, bytes.Equal(text, export(t, to)))
}
