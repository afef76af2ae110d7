//go:build tools

package crashtest

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/sqlite"
)

// Another program holds the file and does not let go. Whoever waits is told why, and may try again.
func TestLocked(t *testing.T) {
	q := newTrial(t).inquest(place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
	store, err := sqlite.Open(t.Context(), q.place.At, sqlite.Options{Wait: 10 * time.Millisecond})
	require.NoError(t, err)
	q.fill(store, "甲", 9, time.Now)

	db, err := q.place.Raw()
	require.NoError(t, err)
	defer db.Close()
	conn, err := db.Conn(t.Context())
	require.NoError(t, err)
	_, err = conn.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	require.NoError(t, err)
	book, err := newBook(store, time.Now)
	require.NoError(t, err)
	a := q.addition("乙", 0)
	q.ledger.take(message{Kind: asked, Ask: &a})
	e, err := a.put(t.Context(), book)
	require.ErrorContains(t, err, "另一进程占用数据库过久")
	q.ledger.take(answer(&a, e, err))
	require.Empty(t, q.ledger.unanswered(), "it is certain that nothing was kept")

	_, err = conn.ExecContext(t.Context(), "ROLLBACK")
	require.NoError(t, err)
	require.NoError(t, conn.Close())
	q.hold(store)
	q.fill(store, "丙", 9, time.Now)
	require.NoError(t, store.Close())
	q.end()
}
