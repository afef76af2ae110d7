package sql_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
)

// BenchmarkAppend adds documents with a number each: callers at a time, organs in turn.
func BenchmarkAppend(b *testing.B) {
	for _, e := range engines(b) {
		for _, c := range []struct{ callers, organs int }{{1, 1}, {8, 1}, {64, 1}, {8, 1000}, {64, 1000}, {512, 1000}} {
			b.Run(fmt.Sprintf("%s/%d-callers/%d-organs", e.name, c.callers, c.organs), func(b *testing.B) {
				e.bench(b, c.callers, c.organs)
			})
		}
	}
}

func (e *engine) bench(b *testing.B, callers, organs int) {
	s := e.store(b, sql.Options{})
	names := make([]string, organs)
	for i := range names {
		names[i] = name()
	}
	ctx := context.Background()
	var warm sync.WaitGroup
	for _, organ := range names {
		warm.Go(func() {
			key := keyOf(organ, ref(-1))
			_, err := s.Append(ctx, key, give(key))
			require.NoError(b, err)
		})
	}
	warm.Wait()
	b.ResetTimer()
	var next atomic.Int64
	var all sync.WaitGroup
	for range callers {
		all.Go(func() {
			for i := int(next.Add(1)); i <= b.N; i = int(next.Add(1)) {
				key := keyOf(names[i%organs], ref(i))
				key.ReqID = fmt.Sprintf("R-%d", i)
				if _, err := s.Append(ctx, key, give(key)); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "entries/s")
}

// BenchmarkEntries reads a book from its beginning to its end.
func BenchmarkEntries(b *testing.B) {
	for _, e := range engines(b) {
		b.Run(e.name, func(b *testing.B) {
			s := e.store(b, sql.Options{})
			organ := name()
			for i := range 10_000 / 100 {
				key := keyOf(organ, ref(i))
				_, err := s.Append(b.Context(), key, many(key, 100))
				require.NoError(b, err)
			}
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				for _, err := range s.Entries(b.Context(), register.Query{Scope: register.Scope{Organ: organ}}) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				require.Equal(b, 10_000, n)
			}
			b.ReportMetric(float64(b.N)*10_000/b.Elapsed().Seconds(), "entries/s")
		})
	}
}

// many answers with n entries.
func many(key register.Key, n int) func(register.Prior) ([]register.Entry, error) {
	return func(p register.Prior) ([]register.Entry, error) {
		var out []register.Entry
		for range n {
			made, err := give(key)(p)
			if err != nil {
				return nil, err
			}
			out = append(out, made...)
			p.Head = register.Head{Organ: p.Head.Organ, Seq: made[0].Seq, Sum: made[0].Sum, At: made[0].At}
			p.Serials[0]++
		}
		return out, nil
	}
}
