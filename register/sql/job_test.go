package sql

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A request that has been asked for its entries may have been kept when its caller leaves; one that has not was not.
func TestWithdraw(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	next := func(register.Prior) ([]register.Entry, error) { return nil, nil }

	j := &job{next: next, done: make(chan struct{})}
	_, err := j.wait(ctx)
	require.ErrorIs(t, err, context.Canceled)
	require.NotErrorIs(t, err, register.ErrUnknown)
	_, err = j.ask(register.Prior{})
	require.ErrorIs(t, err, context.Canceled, "next is not called for nobody")

	j = &job{next: next, done: make(chan struct{})}
	_, err = j.ask(register.Prior{})
	require.NoError(t, err)
	_, err = j.wait(ctx)
	require.ErrorIs(t, err, context.Canceled)
	require.ErrorIs(t, err, register.ErrUnknown)

	j = &job{next: next, done: make(chan struct{})}
	j.finish([]register.Entry{{Seq: 7}}, nil)
	kept, err := j.withdraw(ctx.Err())
	require.NoError(t, err, "the answer is there")
	require.EqualValues(t, 7, kept[0].Seq)
}

func TestText(t *testing.T) {
	my, pg := MySQL(), PostgreSQL()
	require.Equal(t, "SELECT organ, seq, head, at_ms FROM fz_book WHERE organ IN ($1, $2) ORDER BY organ FOR UPDATE", pg.text(lockBooks, 2))
	require.Equal(t, "UPDATE fz_book SET seq = CASE organ WHEN ? THEN CAST(? AS signed) END, head = CASE organ WHEN ? THEN ? END,"+
		" at_ms = CASE organ WHEN ? THEN CAST(? AS signed) END WHERE organ IN (?)", my.text(moveBooks, 1))
}

func TestSizes(t *testing.T) {
	for n, want := range map[int]int{1: 1, 2: 2, 3: 2, 63: 32, 64: 64, 1000: 64} {
		require.Equal(t, want, whole(n))
	}
	for n, want := range map[int]int{1: 1, 2: 2, 3: 4, 33: 64, 64: 64} {
		require.Equal(t, want, padded(n, maxRows))
	}
}

// No two references are one text, and each comes back.
func TestDocOf(t *testing.T) {
	require.Equal(t, "contract:HT:1", docOf(fazhi.Ref{Kind: "contract", ID: "HT:1"}))
	seen := make(map[string]bool)
	for _, kind := range []fazhi.Kind{"a", "a:b", "a%3Ab", "a%", "a%25", "a:"} {
		for _, id := range []string{"x", "b:x", ":x", "%3Ax"} {
			r := fazhi.Ref{Kind: kind, ID: id}
			require.False(t, seen[docOf(r)])
			seen[docOf(r)] = true
			require.Equal(t, r, refOf(docOf(r)))
		}
	}
}

func TestRetryState(t *testing.T) {
	require.True(t, retryState(errors.Join(stateError("40001"))))
	require.True(t, retryState(stateError("40P01")))
	require.False(t, retryState(stateError("23505")))
	require.False(t, retryState(context.Canceled))
}

// A stateError is what drivers of PostgreSQL return.
type stateError string

func (e stateError) Error() string    { return string(e) }
func (e stateError) SQLState() string { return string(e) }
