//go:build tools && linux

package crashtest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
)

// A full disk, on a file system of its own. The same store goes on when there is room again.
func TestDiskFull(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=16m"), "to mount a disk takes root")
	t.Cleanup(func() { require.NoError(t, syscall.Unmount(folder, 0)) })
	q := newTrial(t).inquest(place{Engine: "sqlite", At: filepath.Join(folder, "book.db")})
	q.row.engine += " disk full"
	store, err := q.place.Open(t.Context())
	require.NoError(t, err)
	for round := range 3 {
		q.row.rounds++
		q.fill(store, fmt.Sprint("有余", round), 30, time.Now)
		ballast := filepath.Join(folder, "ballast")
		fillUp(q.t, ballast)
		q.overfill(store, fmt.Sprint("已满", round))
		require.NoError(q.t, os.Remove(ballast))
		q.hold(store)
	}
	q.retry(store)
	require.NoError(t, store.Close())
	q.end()
}

// fillUp makes a file that takes all the room that is left.
func fillUp(t *trial, path string) {
	t.Helper()
	file, err := os.Create(path)
	require.NoError(t, err)
	for block := make([]byte, 4096); err == nil; {
		_, err = file.Write(block)
	}
	require.ErrorIs(t, err, syscall.ENOSPC)
	require.NoError(t, file.Close())
}

// overfill makes requests until three have met the full disk, which must say so.
func (q *inquest) overfill(store register.Store, name string) {
	q.t.Helper()
	book, err := newBook(store, time.Now)
	require.NoError(q.t, err)
	for i, met := 0, 0; met < 3; i++ {
		require.Less(q.t, i, 10_000, "the disk does not fill up")
		a := q.addition(name, i)
		q.ledger.take(message{Kind: asked, Ask: &a})
		e, err := a.put(q.t.Context(), book)
		q.ledger.take(answer(&a, e, err))
		if err != nil {
			met++
			require.Contains(q.t, err.Error(), "磁盘已满，没有登记")
			require.False(q.t, errors.Is(err, register.ErrUnknown), "a full disk is certain: %v", err)
		}
	}
}
