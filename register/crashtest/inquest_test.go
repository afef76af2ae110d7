package crashtest

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// An inquest holds the books of a place against what was told, again and again.
type inquest struct {
	t      *trial
	place  place
	ledger *ledger
	row    row

	last    map[string]checkpoint.Checkpoint // by organ
	entries map[entryKey]register.Entry      // as last read
	byReq   map[string][]entryKey
	wrong   []string
}

func (t *trial) inquest(p place) *inquest {
	return &inquest{t: t, place: p, ledger: newLedger(), row: row{engine: p.Engine}, last: make(map[string]checkpoint.Checkpoint)}
}

// note notes what is wrong.
func (q *inquest) note(count *int, format string, values ...any) {
	*count++
	if len(q.wrong) < 20 {
		q.wrong = append(q.wrong, fmt.Sprintf(format, values...))
	}
}

// hold reads and verifies the books, in which others may be writing. Nothing may be wrong.
func (q *inquest) hold(store register.Store) {
	q.t.Helper()
	q.examine(store)
	require.Zero(q.t, q.row.broken(), "%s\n%s", &q.row, strings.Join(q.wrong, "\n"))
}

// examine counts what is wrong.
func (q *inquest) examine(store register.Store) {
	q.t.Helper()
	kept, absent := q.ledger.seen()
	q.entries, q.byReq = make(map[entryKey]register.Entry), make(map[string][]entryKey)
	for _, organ := range organs() {
		q.certify(store, organ)
		q.read(store, organ)
	}
	for id, w := range kept {
		q.compare(id, w)
	}
	for id, why := range absent {
		if at := q.byReq[id]; len(at) > 0 {
			q.note(&q.row.ghosts, "%s: in the book at %v, in spite of the answer %s", id, at, why)
		}
	}
	q.row.acknowledged, q.row.entries = len(kept), len(q.entries)
}

// certify verifies a book against the checkpoint of the last time, and makes a new one.
func (q *inquest) certify(store register.Store, organ string) {
	q.t.Helper()
	var previous *checkpoint.Checkpoint
	if c, ok := q.last[organ]; ok {
		previous = &c
	}
	c, result, err := audit.Certify(q.t.Context(), store, register.Scope{Organ: organ}, audit.Options{}, previous, time.Now())
	if previous == nil && errors.Is(err, register.ErrNotFound) {
		return // killed before its first entry
	}
	require.NoError(q.t, err)
	for _, f := range result.Faults {
		q.note(&q.row.faults, "%s: %s", organ, f)
	}
	if result.Well() {
		q.last[organ] = c
	}
}

// read reads a book, and counts by itself.
func (q *inquest) read(store register.Store, organ string) {
	q.t.Helper()
	counters := make(map[register.Counter]int)
	var seq int64
	for e, err := range store.Entries(q.t.Context(), register.Query{Scope: register.Scope{Organ: organ}}) {
		require.NoError(q.t, err)
		if seq++; e.Seq != seq {
			q.note(&q.row.gaps, "%s: entry %d instead of %d", organ, e.Seq, seq)
		}
		at := entryKey{organ, e.Seq}
		q.entries[at] = e
		if q.byReq[e.ReqID] = append(q.byReq[e.ReqID], at); len(q.byReq[e.ReqID]) > 1 {
			q.note(&q.row.doubles, "%s: kept twice, %v", e.ReqID, q.byReq[e.ReqID])
		}
		for _, n := range e.Numbers {
			c := register.Counter{Series: n.Series, Year: n.Year}
			switch last := counters[c]; {
			case n.Serial <= last:
				q.note(&q.row.doubles, "%s: %v at entry %d, after %d", organ, n, e.Seq, last)
			case n.Serial > last+1:
				q.note(&q.row.gaps, "%s: %v at entry %d, after %d", organ, n, e.Seq, last)
			}
			counters[c] = n.Serial
		}
	}
}

// compare looks for an entry that was acknowledged.
func (q *inquest) compare(id string, w witnessed) {
	e, ok := q.entries[entryKey{w.Organ, w.Seq}]
	if !ok || e.ReqID != id || !reflect.DeepEqual(*witness(&e), w) {
		q.note(&q.row.lost, "%s: acknowledged as %v, in the book %v", id, w, e)
	}
}
