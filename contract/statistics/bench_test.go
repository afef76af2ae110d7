package statistics_test

import (
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/statistics"
)

// A hundred thousand invented contracts with their payments, changes and disputes into the grid of a year: all properties.
//
//	go test -run '^$' -bench Count -benchtime 5x ./contract/statistics
func BenchmarkCount(b *testing.B) {
	const n = 100_000
	contracts := newMaker(1, false).contracts(n)
	b.ReportAllocs()
	for b.Loop() {
		c, err := statistics.New(unit, fazhi.YearOf(2024), settings(b))
		require.NoError(b, err)
		statistics.Count(slices.Values(contracts), c)
		g, _ := c.Grid()
		require.NotZero(b, g.Total[statistics.Signed])
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "contracts/s")
}

// A million contracts, made one after another, so that memory is that of the counter.
//
//	go test -run '^$' -bench Million -benchtime 1x ./contract/statistics
func BenchmarkMillion(b *testing.B) {
	const n = 1_000_000
	for b.Loop() {
		m := newMaker(1, false)
		c, err := statistics.New(unit, fazhi.YearOf(2024), settings(b))
		require.NoError(b, err)
		before := live()
		for i := range n {
			c.Add(m.contract(i))
		}
		b.ReportMetric(float64(live()-before)/n, "kept-B/contract")
		g, _ := c.Grid()
		require.Empty(b, g.Check())
	}
}

// Comparing a grid with all its rows.
func BenchmarkCheck(b *testing.B) {
	g, _ := count(b, fazhi.YearOf(2024), settings(b), newMaker(1, false).contracts(10_000)...)
	for b.Loop() {
		require.Empty(b, g.Check())
	}
}

// live returns how many bytes are in use after a collection.
func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
