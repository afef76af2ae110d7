package statistics_test

import (
	"bytes"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
	"github.com/fazhi-go/fazhi/table"
)

// A million typed cases into the whole grid of a year: all axes and months.
//
//	go test -run '^$' -bench Million -benchtime 5x ./reconsideration/statistics
func BenchmarkMillionCases(b *testing.B) {
	cases := newMaker(1, false).cases(1_000_000)
	begun := processor(b)
	for b.Loop() {
		c, err := statistics.OfCases(unit, fazhi.YearOf(2024))
		require.NoError(b, err)
		statistics.Count(slices.Values(cases), c)
		g, _ := c.Grid()
		require.NotZero(b, g.Total[statistics.Concluded])
	}
	perMillion(b, begun, 1_000_000)
}

// A hundred thousand cases from the text of a CSV ledger with all its columns: reading and counting.
func BenchmarkCSV(b *testing.B) {
	sheet, err := table.SheetOf(reconsideration.Sheet, newMaker(1, false).cases(100_000))
	require.NoError(b, err)
	var text bytes.Buffer
	require.NoError(b, table.WriteCSV(&text, sheet))
	b.SetBytes(int64(text.Len()))
	begun := processor(b)
	for b.Loop() {
		src, err := table.CSV("台账.csv", text.Bytes())
		require.NoError(b, err)
		cases, issues, err := reconsideration.Read(src, "")
		require.NoError(b, err)
		require.Empty(b, issues)
		require.NotZero(b, caseGrid(b, fazhi.YearOf(2024), cases).Total[statistics.Concluded])
	}
	perMillion(b, begun, 100_000)
}

// Comparing a grid with all its rows and months.
func BenchmarkCheck(b *testing.B) {
	g := caseGrid(b, fazhi.YearOf(2024), newMaker(1, false).cases(10_000))
	for b.Loop() {
		require.Empty(b, g.Check())
	}
}

// perMillion reports the CPU time of a million cases, garbage collection and all, when each loop counted so many.
func perMillion(b *testing.B, begun time.Duration, cases int) {
	b.Helper()
	b.ReportMetric((processor(b)-begun).Seconds()*1e6/float64(cases*b.N), "cpu-s/M")
}

// processor returns the CPU time of this process.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
