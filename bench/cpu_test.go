package bench

import (
	"syscall"
	"testing"
	"time"
)

// cpu returns the processor time of the process so far.
func cpu(tb testing.TB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// perCPU runs one b.N times and reports finished documents for each second of processor time.
func perCPU(b *testing.B, one func()) {
	b.Helper()
	b.ReportAllocs()
	one() // what is done once per process is not what is measured here
	start := cpu(b)
	for b.Loop() {
		one()
	}
	b.ReportMetric(float64(b.N)/(cpu(b)-start).Seconds(), "docs/cpu-s")
}
