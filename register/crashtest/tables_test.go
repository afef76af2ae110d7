package crashtest

import (
	"fmt"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
)

// tables asserts that the tables beside the entries say what the entries say. The database is asked, not the store.
func (q *inquest) tables() {
	q.t.Helper()
	q.numbersTable()
	q.countersTable()
	q.docsTable()
}

func (q *inquest) numbersTable() {
	q.t.Helper()
	want := make(map[string]bool)
	for at, e := range q.entries {
		for _, n := range e.Numbers {
			want[fmt.Sprint(at.organ, n.Series, n.Year, n.Serial, n.Text, at.seq)] = true
		}
	}
	q.each("SELECT organ, series, yr, serial, num_text, seq FROM fz_number", func(scan func(...any)) {
		var organ, series, text string
		var year, serial, seq int64
		scan(&organ, &series, &year, &serial, &text, &seq)
		row := fmt.Sprint(organ, series, year, serial, text, seq)
		require.True(q.t, want[row], row)
		delete(want, row)
	})
	require.Empty(q.t, want)
}

func (q *inquest) countersTable() {
	q.t.Helper()
	type counter struct {
		organ string
		register.Counter
	}
	want := make(map[counter]int)
	for at, e := range q.entries {
		for _, n := range e.Numbers {
			c := counter{at.organ, register.Counter{Series: n.Series, Year: n.Year}}
			want[c] = max(want[c], n.Serial)
		}
	}
	q.each("SELECT organ, series, yr, last_serial FROM fz_counter", func(scan func(...any)) {
		var c counter
		var last int
		scan(&c.organ, &c.Series, &c.Year, &last)
		require.Equal(q.t, want[c], last, c)
		delete(want, c)
	})
	require.Empty(q.t, want)
}

func (q *inquest) docsTable() {
	q.t.Helper()
	want := make(map[docKey]entryKey)
	for at, e := range q.entries {
		if d := (docKey{at.organ, e.Ref}); e.Act != register.Refused && at.seq > want[d].seq {
			want[d] = at
		}
	}
	q.each("SELECT organ, doc, seq, step FROM fz_doc", func(scan func(...any)) {
		var at entryKey
		var doc, step string
		scan(&at.organ, &doc, &at.seq, &step)
		e := q.entries[at]
		d := docKey{at.organ, e.Ref}
		require.Equal(q.t, []any{e.Ref.String(), e.Step, want[d]}, []any{doc, step, at})
		delete(want, d)
	})
	require.Empty(q.t, want)
}

// each calls fn with each row of a query.
func (q *inquest) each(query string, fn func(scan func(...any))) {
	q.t.Helper()
	db, err := q.place.Raw()
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
