package crashtest

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
)

// drain delivers what the followers that were killed have left.
func (q *inquest) drain(store keeper) {
	q.t.Helper()
	f := newFollower(store, "最后", func(_ context.Context, e *register.Event) error {
		q.ledger.take(message{Kind: delivered, Entry: witness(&e.Entry)})
		return nil
	})
	f.SaveEvery = 500
	ctx, cancel := context.WithTimeout(q.t.Context(), time.Minute)
	defer cancel()
	for q.ledger.distinct() < len(q.entries) {
		_, err := f.Pass(ctx)
		require.NoError(q.t, err, "delivered %d of %d entries", q.ledger.distinct(), len(q.entries))
	}
}

// deliveries asserts that each entry was delivered, unaltered, and those of a document in their order.
func (q *inquest) deliveries() {
	q.t.Helper()
	require.Equal(q.t, len(q.entries), q.ledger.distinct())
	q.row.retold = q.ledger.doubles
	waiting := make(map[docKey][]int64) // in each document's order
	for at, e := range q.entries {
		d := docKey{at.organ, e.Ref}
		waiting[d] = append(waiting[d], at.seq)
	}
	for _, list := range waiting {
		slices.SortFunc(list, cmp.Compare[int64])
	}
	for _, w := range q.ledger.told {
		e := q.entries[entryKey{w.Organ, w.Seq}]
		require.Equal(q.t, *witness(&e), w, "delivered otherwise than it is kept")
		d := docKey{w.Organ, w.Ref}
		if list := waiting[d]; len(list) > 0 && list[0] <= w.Seq {
			require.Equal(q.t, list[0], w.Seq, "%v: delivered before an earlier entry of the document", d)
			waiting[d] = list[1:]
		}
	}
}
