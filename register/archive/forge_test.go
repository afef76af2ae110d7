package archive_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// entry is one that a book could have written.
func entry(id string) register.Entry {
	return register.Entry{Ref: fazhi.Ref{Kind: "notice", ID: id}, Act: register.Added, Step: "登记", At: noon, On: fazhi.DateIn(noon)}
}

// numbered is an entry of a request that gives a number.
func numbered(id, req, series string, serial int, text string) register.Entry {
	e := entry(id)
	e.ReqID, e.Numbers = req, []register.Numbered{{Series: series, Year: 2024, Serial: serial, Text: text}}
	return e
}

// chained gives entries their organ, places and sums, after a head.
func chained(t testing.TB, head register.Head, entries ...register.Entry) []register.Entry {
	t.Helper()
	for i := range entries {
		e := &entries[i]
		e.Organ, e.Seq, e.Prev = organ, head.Seq+1, head.Sum
		line, err := e.AppendLine(nil)
		require.NoError(t, err)
		e.Sum = register.SHA256().Of(line)
		head = register.Head{Organ: organ, Seq: e.Seq, Sum: e.Sum, At: e.At}
	}
	return entries
}

// secret is one of an entry.
func secret(e register.Entry, path string, size int) register.Secret {
	return register.Secret{Organ: e.Organ, Seq: e.Seq, Ref: e.Ref, Path: fazhi.Path(path), Key: "k", Box: make([]byte, size)}
}

// forge writes an archive of entries, whose chain and digest are right whatever is in it.
func forge(t testing.TB, entries []register.Entry) []byte {
	t.Helper()
	var b strings.Builder
	head := register.Sum{}
	fmt.Fprintf(&b, `{"format":"fazhi-register/1","hash":"sha256","organ":%q,"size":%d}`+"\n", organ, len(entries))
	for i := range entries {
		line, err := entries[i].AppendLine(nil)
		require.NoError(t, err)
		b.Write(append(line, '\n'))
		for _, x := range entries[i].Secrets {
			text, err := json.Marshal(map[string]any{"secret": sorted(x)})
			require.NoError(t, err)
			b.Write(append(text, '\n'))
		}
		head = entries[i].Sum
	}
	digest := register.SHA256().Of([]byte(b.String()))
	return []byte(b.String() + fmt.Sprintf(`{"digest":"%s","head":"%s"}`+"\n", digest, head))
}

// sorted is a secret with its members in canonical order, as encoding/json writes a map.
func sorted(x register.Secret) map[string]any {
	m := map[string]any{"organ": x.Organ, "seq": x.Seq, "path": x.Path, "key": x.Key, "box": x.Box,
		"ref": map[string]any{"kind": x.Ref.Kind, "id": x.Ref.ID}}
	if len(x.Digest) > 0 {
		m["digest"] = x.Digest
	}
	return m
}

// file opens an empty store of a database.
func file(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), sqlite.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// keep appends entries to a store as one request.
func keep(t testing.TB, store register.Store, req string, entries ...register.Entry) {
	t.Helper()
	for i := range entries {
		entries[i].ReqID = req
	}
	key := register.Key{Scope: scope(), Ref: entries[0].Ref, ReqID: req}
	_, err := store.Append(t.Context(), key, func(p register.Prior) ([]register.Entry, error) {
		return chained(t, p.Head, entries...), nil
	})
	require.NoError(t, err)
}

// count returns how many entries a store has.
func count(t testing.TB, store register.Store) int {
	t.Helper()
	n := 0
	for _, err := range store.Entries(t.Context(), register.Query{Scope: scope()}) {
		require.NoError(t, err)
		n++
	}
	return n
}
