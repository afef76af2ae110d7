package sql

import (
	"context"
	"crypto/sha256"
	dbsql "database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Pages are bounded by what they take, secrets too, however many entries they have room for.
func TestPagesOfLargeSecrets(t *testing.T) {
	const n, size = 7, 3 << 20
	s := storeOfSecrets(t, n, size)
	scope := register.Scope{Organ: "甲"}
	p := pages{store: s, query: register.Query{Scope: scope, Secrets: true}, limit: firstPage}
	seq := int64(0)
	for !p.last {
		require.NoError(t, p.next(t.Context()))
		require.LessOrEqual(t, len(p.items), 2)
		for _, i := range p.items {
			seq++
			require.Equal(t, seq, i.entry.Seq)
			require.Len(t, i.entry.Secrets, 1)
			require.Len(t, i.entry.Secrets[0].Box, size)
		}
	}
	require.EqualValues(t, n, seq)

	q := register.SecretQuery{Scope: scope}
	page, full, err := s.secrets(t.Context(), &q, register.Secret{Path: lastPath})
	require.NoError(t, err)
	require.Len(t, page, 2)
	require.True(t, full)
	read := 0
	for _, err := range s.Secrets(t.Context(), q) {
		require.NoError(t, err)
		read++
	}
	require.Equal(t, n, read)
}

// Secrets count in what a transaction may hold.
func TestBatchOfLargeSecrets(t *testing.T) {
	b := newBatch(&desk{}, []*job{{key: register.Key{Scope: register.Scope{Organ: "甲"}}}})
	b.books["甲"] = &book{}
	e := secretive("甲", 1, 3<<20)
	b.keep(register.Key{Scope: register.Scope{Organ: "甲"}}, []register.Entry{e}, []string{"line"})
	require.Greater(t, b.bytes, 3<<20)
}

// secretive is an entry with one secret.
func secretive(organ string, seq int64, size int) register.Entry {
	r := fazhi.Ref{Kind: "contract", ID: fmt.Sprint("HT-", seq)}
	return register.Entry{
		Organ: organ, Seq: seq, Ref: r, Act: register.Added,
		Secrets: []register.Secret{{Organ: organ, Seq: seq, Path: "/name", Ref: r, Key: "k", Box: make([]byte, size)}},
	}
}

// storeOfSecrets has a book of 甲 with a large secret in each entry.
func storeOfSecrets(t *testing.T, n, size int) *Store {
	dsn := "file:" + filepath.Join(t.TempDir(), "book.db") + "?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"
	db, err := dbsql.Open("sqlite", dsn)
	require.NoError(t, err)
	s, err := Open(context.Background(), db, SQLite(), Options{Migrate: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()); require.NoError(t, db.Close()) })
	for range n {
		key := register.Key{Scope: register.Scope{Organ: "甲"}}
		_, err := s.Append(t.Context(), key, func(p register.Prior) ([]register.Entry, error) {
			e := secretive("甲", p.Head.Seq+1, size)
			e.Prev = p.Head.Sum
			line, err := e.AppendLine(nil)
			e.Sum = sha256.Sum256(line)
			return []register.Entry{e}, err
		})
		require.NoError(t, err)
	}
	return s
}
