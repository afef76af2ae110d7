package casecode_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/register"
)

// Organs of the tests. No such district exists.
const (
	bureau    = "沧澜区司法局"
	committee = "沧澜区第一人民调解委员会"
)

// A counting store counts the queries.
type counting struct {
	register.Store
	queries atomic.Int64
	whole   atomic.Int64 // those that name neither number, document nor request
}

func (c *counting) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	c.queries.Add(1)
	if q.Number == "" && q.ReqID == "" && q.Ref == (fazhi.Ref{}) {
		c.whole.Add(1)
	}
	return c.Store.Entries(ctx, q)
}

// newBook makes a book by the rules of the tests; each entry is a second later than the one before.
func newBook(t testing.TB, store register.Store) *register.Book {
	t.Helper()
	series, err := casecode.SeriesOf(organ)
	require.NoError(t, err)
	series.Hold = 30
	var ticks atomic.Int64
	book, err := register.New(store, register.Options{
		Now: func() time.Time {
			return time.Date(2025, time.June, 2, 1, 0, 0, 0, time.UTC).Add(time.Duration(ticks.Add(1)) * time.Second)
		},
		Series: []register.Series{series},
		Hooks:  register.Hooks{Before: casecode.Once(store, nil)},
		Skew:   time.Hour,
	})
	require.NoError(t, err)
	return book
}

func in(organ string) register.Scope { return register.Scope{Organ: organ} }

// request is one for a document known as JSON.
func request(organ string, ref fazhi.Ref, step string, on fazhi.Date) register.Request {
	return register.Request{Scope: in(organ), Ref: ref, Step: step, On: on, Doc: &register.Raw{Of: ref, JSON: json.RawMessage(`{}`)}, By: "wu01"}
}

func caseRef(i int) fazhi.Ref {
	return fazhi.Ref{Kind: "reconsideration", ID: fmt.Sprint("沧澜复〔2025〕", i, "号")}
}

func issue(t testing.TB, book *register.Book, i int, on fazhi.Date) casecode.Code {
	t.Helper()
	code, _, err := casecode.Issue(t.Context(), book, request(bureau, caseRef(i), "收到", on))
	require.NoError(t, err)
	return code
}

func step(t testing.TB, book *register.Book, organ string, ref fazhi.Ref, name string, on fazhi.Date) {
	t.Helper()
	_, err := book.Step(t.Context(), request(organ, ref, name, on))
	require.NoError(t, err)
}

func day(month time.Month, d int) fazhi.Date { return fazhi.DateOf(2025, month, d) }

func newKey(t *testing.T, seed string) casecode.Key {
	t.Helper()
	k, err := casecode.NewKey(bytes.Repeat([]byte(seed), 32))
	require.NoError(t, err)
	return k
}
