package crashtest

import (
	"fmt"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
)

// tables asserts that the tables beside the entries say what the entries say. The database is asked, not the store.
func (q *inquest) tables() {
	q.t.Helper()
	numbers, counters, docs := make(map[string]bool), make(map[register.Counter]map[string]int), make(map[docKey]entryKey)
	for at, e := range q.entries {
		for _, n := range e.Numbers {
			numbers[fmt.Sprint(at.organ, n.Series, n.Year, n.Serial, n.Text, at.seq)] = true
			c := register.Counter{Series: n.Series, Year: n.Year}
			if counters[c] == nil {
				counters[c] = make(map[string]int)
			}
			counters[c][at.organ] = max(counters[c][at.organ], n.Serial)
		}
		if d := (docKey{at.organ, e.Ref}); e.Act != register.Refused && at.seq > docs[d].seq {
			docs[d] = at
		}
	}
	q.each("SELECT organ, series, yr, serial, num_text, seq FROM fz_number", func(scan func(...any)) {
		var organ, series, text string
		var year, serial, seq int64
		scan(&organ, &series, &year, &serial, &text, &seq)
		row := fmt.Sprint(organ, series, year, serial, text, seq)
		require.True(q.t, numbers[row], row)
		delete(numbers, row)
	})
	require.Empty(q.t, numbers)
	q.each("SELECT organ, series, yr, last_serial FROM fz_counter", func(scan func(...any)) {
		var organ string
		var c register.Counter
		var last int
		scan(&organ, &c.Series, &c.Year, &last)
		require.Equal(q.t, counters[c][organ], last, c)
		delete(counters[c], organ)
	})
	for c, left := range counters {
		require.Empty(q.t, left, c)
	}
	q.each("SELECT organ, doc, seq, step FROM fz_doc", func(scan func(...any)) {
		var at entryKey
		var doc, step string
		scan(&at.organ, &doc, &at.seq, &step)
		e := q.entries[at]
		require.Equal(q.t, []any{e.Ref.String(), e.Step, docs[docKey{at.organ, e.Ref}]}, []any{doc, step, at})
		delete(docs, docKey{at.organ, e.Ref})
	})
	require.Empty(q.t, docs)
}

// each calls fn with each row of a query.
func (q *inquest) each(query string, fn func(scan func(...any))) {
	q.t.Helper()
	db, err := q.place.raw()
	require.NoError(q.t, err)
	defer db.Close()
	rows, err := db.QueryContext(q.t.Context(), query)
	require.NoError(q.t, err)
	defer rows.Close()
	for rows.Next() {
		fn(func(to ...any) { require.NoError(q.t, rows.Scan(to...)) })
	}
	require.NoError(q.t, rows.Err())
}
