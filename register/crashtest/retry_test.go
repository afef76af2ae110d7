package crashtest

import (
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
)

// retry makes the requests again whose outcome nobody was told, twice each, as whoever asked would. Nobody else may be
// writing.
func (q *inquest) retry(store register.Store) {
	q.t.Helper()
	book, err := newBook(store, time.Now)
	require.NoError(q.t, err)
	for _, a := range q.ledger.unanswered() {
		before := q.byReq[a.ReqID]
		q.row.unsaid += len(before)
		m := q.again(book, &a)
		if len(before) > 0 {
			require.Equal(q.t, kept, m.Kind, "%s was in the book: %s", a.ReqID, m.Text)
			require.Equal(q.t, before[0], entryKey{m.Entry.Organ, m.Entry.Seq}, a.ReqID)
		}
		require.Equal(q.t, m, q.again(book, &a), a.ReqID)
		q.once(store, &a, m)
		q.ledger.take(m)
	}
	require.Empty(q.t, q.ledger.unanswered())
}

// again makes a request again.
func (q *inquest) again(book *register.Book, a *ask) message {
	q.t.Helper()
	e, err := a.put(q.t.Context(), book)
	m := answer(a, e, err)
	require.Contains(q.t, []kind{kept, rejected}, m.Kind, m.Text)
	return m
}

// once looks for the entries of a request, of which there may be one, with as many numbers as were asked for.
func (q *inquest) once(store register.Store, a *ask, m message) {
	q.t.Helper()
	n := 0
	query := register.Query{Scope: register.Scope{Organ: a.Organ}, ReqID: a.ReqID}
	for e, err := range store.Entries(q.t.Context(), query) {
		require.NoError(q.t, err)
		n++
		if e.Act != register.Refused {
			require.Len(q.t, e.Numbers, len(a.Series), a.ReqID)
		}
	}
	if m.Kind == kept {
		require.Equal(q.t, 1, n, a.ReqID)
	} else {
		require.Zero(q.t, n, a.ReqID)
	}
}
