package crashtest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/crash"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

// A memory is a store in memory.
type memory struct {
	register.Store
	register.Cursors
}

// Close does nothing.
func (memory) Close() error { return nil }

// BenchmarkDeliver is one event: read from the book, sent, answered, its position kept.
func BenchmarkDeliver(b *testing.B) {
	for _, store := range []struct {
		name string
		open func(b *testing.B) (crash.Keeper, error)
	}{
		{"memory", func(*testing.B) (crash.Keeper, error) {
			return memory{register.NewMemory(), register.NewMemoryCursors()}, nil
		}},
		{"sqlite", func(b *testing.B) (crash.Keeper, error) {
			return crash.Place{Engine: "sqlite", At: filepath.Join(b.TempDir(), "book.db")}.Open(b.Context())
		}},
	} {
		for _, sink := range []struct {
			name  string
			reach func(b *testing.B) order
		}{
			{"nothing", func(*testing.B) order { return order{} }},
			{"webhook", func(b *testing.B) order { return newReceiver(b).reach(order{Holder: "a"}) }},
			{"NATS-sync-always", func(b *testing.B) order { return newBus(b, true).reach(order{}) }},
			{"NATS-sync-2m", func(b *testing.B) order { return newBus(b, false).reach(order{}) }},
		} {
			b.Run(store.name+"/"+sink.name, func(b *testing.B) {
				s, err := store.open(b)
				require.NoError(b, err)
				defer s.Close()
				deliver(b, s, sink.reach(b))
			})
		}
	}
}

// deliver delivers as many events as the benchmark asks for, in one pass.
func deliver(b *testing.B, store crash.Keeper, o order) {
	b.Helper()
	var sink events.Sink = events.SinkFunc(func(context.Context, *events.Envelope) error { return nil })
	if o != (order{}) {
		var err error
		sink, err = o.sink()
		require.NoError(b, err)
	}
	fill(b, store, b.N)
	d, err := events.New(subscription(sink), events.Options{Store: store, Cursors: store, Holder: "a", Now: time.Now})
	require.NoError(b, err)
	b.ResetTimer()
	n, err := d.Pass(b.Context())
	b.StopTimer()
	require.NoError(b, err)
	require.Equal(b, b.N, n)
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "events/s")
}
