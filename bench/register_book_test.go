package bench

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/archive"
	"github.com/fazhi-go/fazhi/register/audit"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

var scope = register.Scope{Organ: "鲤城区司法局"}

// entriesWanted is how many entries the book of BenchmarkBook has: FAZHI_BENCH_ENTRIES, otherwise 100,000.
func entriesWanted(tb testing.TB) int64 {
	text := os.Getenv("FAZHI_BENCH_ENTRIES")
	if text == "" {
		return 100_000
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1000 {
		tb.Fatal("FAZHI_BENCH_ENTRIES is not a number of at least 1000")
	}
	return n
}

// BenchmarkBook writes a book of one organ in batches, reads and verifies it, takes it out and opens it. The metrics
// first-heap-MiB and last-heap-MiB are the most heap during the first and the last tenth of the entries: of 10,000,000
// the first million and the last.
func BenchmarkBook(b *testing.B) {
	l := &long{path: filepath.Join(b.TempDir(), "book.db"), n: entriesWanted(b)}
	written := newMeter(l.n)
	start, used := time.Now(), cpu(b)
	l.write(b, written)
	wall, spent := time.Since(start), cpu(b)-used
	b.Run("write", func(b *testing.B) {
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(float64(l.n)/wall.Seconds(), "entries/s")
		b.ReportMetric(spent.Seconds()/float64(l.n)*1e6, "cpu-s/M")
		written.tell(b)
	})
	b.Run("verify", l.verify)
	b.Run("archive-export", l.export)
	b.Run("archive-verify", l.verifyArchive)
	b.Run("open", func(b *testing.B) { benchmarkOpen(b, func() string { return l.path }) })
}

// A long is a file with a book of n entries.
type long struct {
	path    string
	n       int64
	archive string
}

func open(tb testing.TB, path string) *sqlite.Store {
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// batchOf is how many entries are written in one transaction.
const batchOf = 1000

// write fills the book.
func (l *long) write(tb testing.TB, m *meter) {
	s := open(tb, l.path)
	defer s.Close()
	for done := int64(0); done < l.n; {
		n := min(batchOf, l.n-done)
		if err := appendTo(s, n); err != nil {
			tb.Fatal(err)
		}
		done += n
		m.pass(done)
	}
}

var counter = register.Counter{Series: series, Year: 2024}

// appendTo adds n entries, with a document and a number each, in one transaction.
func appendTo(s register.Store, n int64) error {
	key := register.Key{Scope: scope, Ref: fazhi.Ref{Kind: "contract", ID: "HT-0"}, Counters: []register.Counter{counter}}
	_, err := s.Append(context.Background(), key, func(p register.Prior) ([]register.Entry, error) {
		out := make([]register.Entry, n)
		for i := range out {
			if err := next(&out[i], p.Head, p.Serials[0]+i); err != nil {
				return nil, err
			}
			p.Head = register.Head{Organ: scope.Organ, Seq: out[i].Seq, Sum: out[i].Sum, At: out[i].At}
		}
		return out, nil
	})
	return err
}

// next makes the entry after a head.
func next(e *register.Entry, h register.Head, serial int) error {
	id := fmt.Sprintf("HT-%08d", serial)
	doc, err := json.Marshal(newPaper(id))
	if err != nil {
		return err
	}
	*e = register.Entry{
		Organ: scope.Organ, Seq: h.Seq + 1, Ref: fazhi.Ref{Kind: "contract", ID: id}, Act: register.Added, Step: "登记",
		Numbers: []register.Numbered{{Series: series, Year: 2024, Serial: serial, Text: fmt.Sprintf("泉鲤司〔2024〕%d号", serial)}},
		At:      time.Date(2024, time.May, 20, 1, 2, 3, 0, time.UTC), On: fazhi.DateOf(2024, time.May, 20),
		By: "jb1", ReqID: "R-" + id, Doc: doc, Prev: h.Sum,
	}
	line, err := e.AppendLine(nil)
	e.Sum = sha256.Sum256(line)
	return err
}

// read measures one reading of the whole book.
func (l *long) read(b *testing.B, once func(*meter) error) {
	m := newMeter(l.n)
	start := cpu(b)
	for b.Loop() {
		m.restart()
		if err := once(m); err != nil {
			b.Fatal(err)
		}
	}
	seconds := (cpu(b) - start).Seconds() / float64(b.N)
	b.ReportMetric(seconds/float64(l.n)*1e6, "cpu-s/M")
	b.ReportMetric(float64(l.n)*float64(b.N)/b.Elapsed().Seconds(), "entries/s")
	m.tell(b)
}

func (l *long) verify(b *testing.B) {
	s := open(b, l.path)
	defer s.Close()
	l.read(b, func(m *meter) error {
		return l.sound(audit.Verify(context.Background(), meteredStore{s, m}, scope, audit.Options{}))
	})
}

// sound reports whether a result is that of a book without a fault.
func (l *long) sound(r *audit.Result, err error) error {
	if err == nil && (len(r.Faults) > 0 || r.Entries != l.n) {
		err = fmt.Errorf("%d entries, faults %v", r.Entries, r.Faults)
	}
	return err
}

func (l *long) export(b *testing.B) {
	s := open(b, l.path)
	defer s.Close()
	l.read(b, func(m *meter) error {
		return archive.Export(context.Background(), io.Discard, meteredStore{s, m}, scope, archive.Options{})
	})
}

func (l *long) verifyArchive(b *testing.B) {
	if l.archive == "" {
		l.archive = l.path + ".archive"
		l.writeArchive(b)
	}
	l.read(b, func(m *meter) error {
		file, err := os.Open(l.archive)
		if err != nil {
			return err
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			return err
		}
		return l.sound(archive.Verify(&meteredReader{Reader: file, meter: m, size: info.Size()}, archive.Options{}))
	})
}

func (l *long) writeArchive(b *testing.B) {
	s := open(b, l.path)
	defer s.Close()
	file, err := os.Create(l.archive)
	if err != nil {
		b.Fatal(err)
	}
	if err := archive.Export(context.Background(), file, s, scope, archive.Options{}); err != nil {
		b.Fatal(err)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkOpenAfterKill opens a file whose program was killed: what it wrote last is still in the log beside the file.
func BenchmarkOpenAfterKill(b *testing.B) {
	dir := b.TempDir()
	l := &long{path: filepath.Join(dir, "book.db"), n: 8000}
	s := open(b, l.path)
	defer s.Close()
	for range l.n / batchOf {
		if err := appendTo(s, batchOf); err != nil {
			b.Fatal(err)
		}
	}
	n := 0
	benchmarkOpen(b, func() string {
		n++
		left := filepath.Join(dir, fmt.Sprint(n, ".db"))
		copyFile(b, left, l.path)
		copyFile(b, left+"-wal", l.path+"-wal")
		return left
	})
}

func copyFile(b *testing.B, to, from string) {
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// benchmarkOpen measures Open alone, neither the copying before it nor the closing after it.
func benchmarkOpen(b *testing.B, path func() string) {
	var took time.Duration
	for b.Loop() {
		at := path()
		start := time.Now()
		s := open(b, at)
		took += time.Since(start)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(took.Microseconds())/1000/float64(b.N), "ms/open")
}

// TestBook shows that what BenchmarkBook measures works, on few entries.
func TestBook(t *testing.T) {
	l := &long{path: filepath.Join(t.TempDir(), "book.db"), n: 1500}
	l.write(t, newMeter(l.n))
	s := open(t, l.path)
	defer s.Close()
	m := newMeter(l.n)
	if err := l.sound(audit.Verify(t.Context(), meteredStore{s, m}, scope, audit.Options{})); err != nil {
		t.Error(err)
	}
	if m.first == 0 || m.last == 0 {
		t.Error("the meter has seen nothing")
	}
}
