package lifecycle_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/lifecycle"
)

// moves are those of the benchmarks and of the test on what is allocated; each begins from a state that it may follow.
func moves(t testing.TB) map[string]func() (lifecycle.State, error) {
	w := walkLetters(t)
	w.doc = &letter{Reviewed: day("2024-03-01")}
	from := func(s lifecycle.State, step, on string) func() (lifecycle.State, error) {
		move := lifecycle.Move{Step: step, On: day(on), Role: "科长", Doc: w.doc}
		return func() (lifecycle.State, error) { return w.machine.Take(w.calendar, s, move) }
	}
	zero := w.state
	received := w.take("收到", "2024-03-01").state
	paused := w.take("中止", "2024-03-06").state
	return map[string]func() (lifecycle.State, error){
		"start two clocks": from(zero, "收到", "2024-03-01"),
		"stop a clock":     from(received, "办理", "2024-03-04"),
		"extend a clock":   from(received, "延长", "2024-03-04"),
		"pause":            from(received, "中止", "2024-03-06"),
		"resume":           from(paused, "恢复", "2024-03-08"),
		"final, with gate": from(received, "办结", "2024-03-06"),
		"refused":          from(received, "恢复", "2024-03-06"),
	}
}

// Of a pause each clock costs the error of workday that says so.
func TestTakeAllocatesLittle(t *testing.T) {
	moves := moves(t)
	for name, most := range map[string]float64{
		"start two clocks": 1, "stop a clock": 1, "extend a clock": 1, "pause": 10, "resume": 3, "final, with gate": 0,
	} {
		_, err := moves[name]()
		require.NoError(t, err)
		require.LessOrEqual(t, testing.AllocsPerRun(100, func() { _, _ = moves[name]() }), most, name)
	}
}

func BenchmarkTake(b *testing.B) {
	all := moves(b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		take := all[name]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = take()
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	flow := letters()
	b.ReportAllocs()
	for b.Loop() {
		_, _ = lifecycle.Compile(flow)
	}
}
