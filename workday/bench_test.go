package workday_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/workday"
)

// terms are those of the benchmarks and of the test that nothing is allocated.
func terms() []workday.Term {
	start := day("2024-02-08")
	return []workday.Term{
		{Start: start, Span: span("5wd")},
		{Start: start, Span: span("-5wd")},
		{Start: day("2024-08-03"), Span: span("60d")},
		{Start: start, Span: span("3m")},
		{Start: start, Span: span("1y")},
		{Start: start, Span: span("500wd")},
		{Start: start, Span: span("30wd"), Pauses: []workday.Pause{
			pause("2024-04-01", "2024-04-10"), pause("2024-03-01", "2024-03-10"), pause("2024-03-05", "2024-03-20"), pause("2024-05-01", "2024-05-10"),
			pause("2024-01-01", "2024-02-10"), pause("2025-03-01", "2025-03-10"), pause("2025-04-01", "2025-04-10"), pause("2025-05-01", "2025-05-10"),
		}},
	}
}

func TestDueAllocatesNothing(t *testing.T) {
	c := stateCouncil(t)
	for _, term := range terms() {
		require.Zero(t, testing.AllocsPerRun(100, func() { _, _ = c.Due(term) }), term.Span)
		_, err := c.Due(term)
		require.NoError(t, err)
	}
}

func BenchmarkDue(b *testing.B) {
	c := stateCouncil(b)
	for _, term := range terms() {
		b.Run(label(term), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = c.Due(term)
			}
		})
	}
}

func BenchmarkDeadline(b *testing.B) {
	c := stateCouncil(b)
	for _, term := range terms() {
		b.Run(label(term), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = c.Deadline(term)
			}
		})
	}
}

func BenchmarkStateCouncil(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = workday.StateCouncil()
	}
}

func label(t workday.Term) string {
	if len(t.Pauses) > 0 {
		return fmt.Sprintf("%v-%d-pauses", t.Span, len(t.Pauses))
	}
	return t.Span.String()
}
