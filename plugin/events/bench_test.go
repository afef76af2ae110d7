package events_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// What a dispatcher costs beside the receiver: events of a book on SQLite to a sink that takes all.
func BenchmarkDeliver(b *testing.B) {
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "book.db"), sqlite.Options{})
	require.NoError(b, err)
	defer store.Close()
	now := func() time.Time { return time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC) }
	book, err := register.New(store, register.Options{Now: now})
	require.NoError(b, err)
	const n = 1000
	for i := range n {
		_, err := book.Add(b.Context(), register.Request{Scope: register.Scope{Organ: organ}, Doc: doc(fmt.Sprintf("HT-%d", i))})
		require.NoError(b, err)
	}
	sink := events.SinkFunc(func(_ context.Context, e *events.Envelope) error { _, err := e.Encode(); return err })
	for name, x := range map[string]struct {
		every  int
		filter events.Filter
		want   int
	}{
		"saveEvery=1":  {1, events.Filter{}, n},
		"saveEvery=50": {50, events.Filter{}, n},
		"nothing":      {1, events.Filter{Acts: []register.Act{register.Voided}}, 0},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d, err := events.New(
					events.Subscription{Name: fmt.Sprintf("%s-%d-%d", name, b.N, i), Sink: sink, Filter: x.filter, Content: events.Content{Facts: true}},
					events.Options{Store: store, Cursors: store, Holder: "p1", Now: now, SaveEvery: x.every})
				require.NoError(b, err)
				done, err := d.Pass(b.Context())
				require.NoError(b, err)
				require.Equal(b, x.want, done)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "entries/s")
		})
	}
}

// A pass with one new event while 10,000 documents are held up.
func BenchmarkHeld(b *testing.B) {
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "book.db"), sqlite.Options{})
	require.NoError(b, err)
	defer store.Close()
	now := func() time.Time { return time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC) }
	book, err := register.New(store, register.Options{Now: now})
	require.NoError(b, err)
	add := func(id string) {
		_, err := book.Add(b.Context(), register.Request{Scope: register.Scope{Organ: organ}, Doc: doc(id)})
		require.NoError(b, err)
	}
	const n = 10_000
	for i := range n {
		add(fmt.Sprintf("HT-%d", i))
	}
	poison := true
	d, err := events.New(
		events.Subscription{Name: "held", Sink: events.SinkFunc(func(context.Context, *events.Envelope) error {
			if poison {
				return events.ErrReject
			}
			return nil
		})},
		events.Options{Store: store, Cursors: store, Holder: "p1", Now: now, SaveEvery: 1000})
	require.NoError(b, err)
	_, err = d.Pass(b.Context())
	require.NoError(b, err)
	poison = false
	i := 0
	for b.Loop() {
		b.StopTimer()
		add(fmt.Sprintf("NEW-%d", i))
		i++
		b.StartTimer()
		done, err := d.Pass(b.Context())
		require.NoError(b, err)
		require.Equal(b, 1, done)
	}
}
