package bench

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"runtime/metrics"
	"testing"

	"github.com/fazhi-go/fazhi/register"
)

// A meter looks at the memory of the process while n entries go by, a thousand times. The heap is live objects and those
// not yet collected; the engine's own memory is outside of it, and in the resident set.
type meter struct {
	n, next     int64
	first, last uint64 // the most heap within the first tenth of the entries, and within the last
	resident    uint64
}

func newMeter(n int64) *meter {
	runtime.GC()
	return &meter{n: n}
}

// pass notes that so many entries have gone by.
func (m *meter) pass(done int64) {
	if done < m.next {
		return
	}
	m.next = done + m.n/1000
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	heap := sample[0].Value.Uint64()
	if done <= m.n/10 {
		m.first = max(m.first, heap)
	}
	if done > m.n-m.n/10 {
		m.last = max(m.last, heap)
	}
	m.resident = max(m.resident, resident())
}

// restart is for another pass over the same entries.
func (m *meter) restart() { m.next = 0 }

// resident returns the resident set, 0 where the system does not tell.
func resident() uint64 {
	var size, pages uint64
	data, err := os.ReadFile("/proc/self/statm")
	if err == nil {
		_, err = fmt.Sscan(string(data), &size, &pages)
	}
	if err != nil {
		return 0
	}
	return pages * uint64(os.Getpagesize())
}

// tell reports the memory. It is a fault if the heap grows with the entries.
func (m *meter) tell(b *testing.B) {
	const mib = 1 << 20
	b.ReportMetric(float64(m.first)/mib, "first-heap-MiB")
	b.ReportMetric(float64(m.last)/mib, "last-heap-MiB")
	b.ReportMetric(float64(m.resident)/mib, "resident-MiB")
	if m.last > 2*m.first+16*mib {
		b.Errorf("the heap grows with the entries: %d bytes, then %d", m.first, m.last)
	}
}

// A meteredStore counts the entries that are read.
type meteredStore struct {
	register.Store
	meter *meter
}

// Entries is that of the store.
func (s meteredStore) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		for e, err := range s.Store.Entries(ctx, q) {
			s.meter.pass(e.Seq)
			if !yield(e, err) {
				return
			}
		}
	}
}

// A meteredReader counts entries by the share of the file that has been read.
type meteredReader struct {
	io.Reader
	meter      *meter
	read, size int64
}

// Read is that of the reader.
func (r *meteredReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.read += int64(n)
	r.meter.pass(int64(float64(r.read) / float64(r.size) * float64(r.meter.n)))
	return n, err
}
