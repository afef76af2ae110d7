package crashtest

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
)

// A clock that runs back: a little is made good, more is an error, and nothing is lost by either.
func TestClock(t *testing.T) {
	q := newTrial(t).inquest(place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
	store, err := q.place.Open(t.Context())
	require.NoError(t, err)
	now := time.Date(2025, time.March, 4, 5, 6, 7, 0, time.UTC)
	clock := func() time.Time { return now }
	last := now
	q.fill(store, "准", 9, clock)

	now = last.Add(-time.Minute)
	q.fill(store, "慢一分钟", 9, clock)
	q.hold(store)
	for _, e := range q.entries {
		require.Equal(t, last, e.At, "within Skew an entry has the time of the one before")
	}

	now = last.Add(-time.Minute - time.Millisecond)
	book, err := newBook(store, clock)
	require.NoError(t, err)
	a := q.addition("慢得多", 0)
	_, err = a.put(t.Context(), book)
	require.ErrorIs(t, err, register.ErrClock)
	require.ErrorContains(t, err, "系统时间早于登记簿最后一条的时间")
	q.ledger.take(message{Kind: rejected, Ask: &a, Text: err.Error()})

	now = last.Add(time.Second)
	q.fill(store, "又准", 9, clock)
	require.NoError(t, store.Close())
	q.end()
}
