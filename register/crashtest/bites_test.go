package crashtest

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Books that do not agree with what was told are found out.
func TestInquestBites(t *testing.T) {
	q := newTrial(t).inquest(place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
	store, err := q.place.Open(t.Context())
	require.NoError(t, err)
	defer store.Close()
	q.fill(store, "甲", 20, time.Now)
	q.hold(store)

	a := ask{ReqID: "乙", Organ: organs()[0]}
	w := q.ledger.kept["甲-3"]
	q.ledger.take(message{Kind: kept, Ask: &a, Entry: &w})
	q.ledger.take(message{Kind: rejected, Ask: &ask{ReqID: "甲-5"}})
	w.Seq = 1000
	q.ledger.take(message{Kind: kept, Ask: &ask{ReqID: "甲-7"}, Entry: &w})
	q.examine(store)
	require.Equal(t, 2, q.row.lost, "one under another request, one not there")
	require.Equal(t, 1, q.row.ghosts)
	require.Zero(t, q.row.gaps+q.row.doubles+q.row.faults)
}

// fill makes n requests, one after another, by the clock given.
func (q *inquest) fill(store register.Store, name string, n int, now func() time.Time) {
	q.t.Helper()
	book, err := newBook(store, now)
	require.NoError(q.t, err)
	for i := range n {
		a := q.addition(name, i)
		q.ledger.take(message{Kind: asked, Ask: &a})
		e, err := a.put(q.t.Context(), book)
		require.NoError(q.t, err)
		q.ledger.take(answer(&a, e, nil))
	}
}

// addition is the request of a new document, for the organs in turn.
func (q *inquest) addition(name string, i int) ask {
	a := ask{ReqID: fmt.Sprint(name, "-", i), Organ: organs()[i%3], Act: register.Added, Series: []string{issued, received}}
	a.Ref = fazhi.Ref{Kind: "contract", ID: a.ReqID}
	return a
}
