package bench

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/bench/internal/counties"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
	tables "github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// The mediation of a nation: FAZHI_BENCH_ROWS disputes of 2,844 counties in a file of about 170 bytes a row, read, checked and counted.
//
//	FAZHI_BENCH_ROWS=18400000 go test -run '^$' -bench '^BenchmarkMediation$' -benchtime 1x
//
// The peers are what one would write without the library: they add four sums and check nothing. The metric peak-MiB is the
// most memory that the process had (VmHWM), rows/cpu-s are rows for each second of processor time, user and system.
func BenchmarkMediation(b *testing.B) {
	rows := ledgerRows(b)
	f := nation(b, rows)
	info, err := f.Stat()
	fail(b, err)
	b.Run("fazhi", func(b *testing.B) {
		inRows(b, rows, info.Size(), func() { countNation(b, f, info.Size(), rows) })
	})
	b.Run("lines-4-sums", func(b *testing.B) {
		inRows(b, rows, info.Size(), func() { vetSums(b, rows, lineSums(b, rewound(b, f))) })
	})
	b.Run("encoding-csv-4-sums", func(b *testing.B) {
		inRows(b, rows, info.Size(), func() { vetSums(b, rows, csvSums(b, rewound(b, f))) })
	})
}

// BenchmarkMediationWorkbook does the same with the rows of a workbook, at most 1,000,000: shared has the texts in a table of
// their own, as office programs write them, inline has every text in its cell, as xlsx.Write does.
func BenchmarkMediationWorkbook(b *testing.B) {
	rows := min(ledgerRows(b), 1_000_000)
	ledger := nation(b, rows)
	for _, form := range []struct {
		name  string
		write func(*testing.B, io.Writer, iter.Seq[[]string])
	}{{"shared", sharedBook}, {"inline", inlineBook}} {
		b.Run(form.name, func(b *testing.B) {
			f, size := temporary(b, func(w *bufio.Writer) { form.write(b, w, lines(b, rewound(b, ledger))) })
			inRows(b, rows, size, func() {
				book, err := xlsx.Open("人民调解.xlsx", f, size, xlsx.Options{MaxUnpacked: 4 << 30})
				fail(b, err)
				vetNation(b, rows, scan(b, book))
				fail(b, book.Close())
			})
		})
	}
}

// inRows reports rows and bytes for each second.
func inRows(b *testing.B, rows int, size int64, one func()) {
	b.Helper()
	b.SetBytes(size)
	perRow(b, rows, one)
	b.ReportMetric(float64(size)/float64(rows), "B/row")
	b.ReportMetric(highWater(b), "peak-MiB")
}

// highWater returns the most memory that the process had in RAM, in MiB. What rusage says may be that of the parent.
func highWater(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	fail(b, err)
	_, rest, found := strings.Cut(string(status), "VmHWM:")
	if !found {
		b.Fatal("no VmHWM")
	}
	kib, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
	fail(b, err)
	return kib / 1024
}

// nation writes a ledger, the same every time.
func nation(b *testing.B, rows int) *os.File {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "人民调解.csv"))
	fail(b, err)
	b.Cleanup(func() { fail(b, f.Close()) })
	fail(b, counties.Write(f, rows))
	return f
}

func rewound(b *testing.B, f *os.File) io.Reader {
	b.Helper()
	_, err := f.Seek(0, io.SeekStart)
	fail(b, err)
	return f
}

// lines returns the header and the rows of a ledger.
func lines(b *testing.B, ledger io.Reader) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		r := csv.NewReader(ledger)
		r.ReuseRecord = true
		for {
			line, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			fail(b, err)
			if !yield(line) {
				return
			}
		}
	}
}

func sharedBook(b *testing.B, out io.Writer, ledger iter.Seq[[]string]) {
	b.Helper()
	fail(b, tabletest.Workbook(out, mediation.Sheet, stored(ledger, people, amount)))
}

func inlineBook(b *testing.B, out io.Writer, ledger iter.Seq[[]string]) {
	b.Helper()
	columns, err := tables.ColumnsOf[mediation.Case]()
	fail(b, err)
	s := tables.Sheet{Name: mediation.Sheet}
	for line := range ledger {
		if s.Columns == nil {
			for _, name := range line {
				s.Columns = append(s.Columns, columns[slices.IndexFunc(columns, func(c tables.Column) bool { return c.Name == name })])
			}
			continue
		}
		row := make([]any, len(line))
		for i, text := range line {
			row[i], err = s.Columns[i].Parse(text)
			fail(b, err)
		}
		s.Rows = append(s.Rows, row)
	}
	fail(b, xlsx.Write(out, []tables.Sheet{s}))
}

func countNation(b *testing.B, f *os.File, size int64, rows int) {
	b.Helper()
	src, err := tables.OpenCSV("人民调解.csv", f, size)
	fail(b, err)
	vetNation(b, rows, scan(b, src))
}

func scan(b *testing.B, src tables.Source) *indicators.Scanned {
	b.Helper()
	s := indicators.Scan{
		Unit: "全国", Period: fazhi.YearOf(2024), Today: fazhi.DateOf(2025, 4, 1),
		Settings: indicators.Settings{
			Axes:     []string{indicators.ByCounty, indicators.BySort},
			Counties: counties.Codes(),
		},
	}
	found, err := s.Run(context.Background(), src, "")
	fail(b, err)
	return found
}

// vetNation looks whether every row was read, all numbers agree, and the counties add up to the nation in every item.
func vetNation(b *testing.B, rows int, s *indicators.Scanned) {
	b.Helper()
	if issues := s.Grid.Check(); len(issues) > 0 || s.Tally.Good != rows || len(s.Read) > 0 {
		b.Fatalf("%d of %d rows, %d issues", s.Tally.Good, rows, len(issues)+len(s.Read))
	}
	sum, rowsOf := indicators.Counts{}, s.Grid.Axis(indicators.ByCounty)
	for _, county := range rowsOf {
		for item, n := range county.Counts {
			sum[item] += n
		}
	}
	for _, d := range indicators.Items() {
		if sum[d.Item] != s.Grid.Total[d.Item] {
			b.Fatalf("%s: %d of the counties, %d of the nation", d.Item, sum[d.Item], s.Grid.Total[d.Item])
		}
	}
	if want := min(rows, counties.Total); len(rowsOf) > want || rows > 100_000 && len(rowsOf) < want {
		b.Fatalf("%d counties", len(rowsOf))
	}
	b.ReportMetric(float64(s.Found.Rows), "faulty-rows")
}

// sums are what a reader that checks nothing adds up.
type sums struct{ cases, succeeded, people, fen int64 }

func vetSums(b *testing.B, rows int, s sums) {
	b.Helper()
	if s.cases != int64(rows) || s.succeeded == 0 || s.people < 2*s.cases || s.fen == 0 {
		b.Fatalf("%+v of %d rows", s, rows)
	}
}

// Where the cells of a row are.
const (
	people = 8
	amount = 9
	result = 10
)

// add adds a row, or returns false when its numbers cannot be read.
func (s *sums) add(count, yuan, outcome string) bool {
	n, err := strconv.ParseInt(count, 10, 64)
	fen, err2 := strconv.ParseInt(strings.Replace(yuan, ".", "", 1), 10, 64)
	s.cases++
	s.people += n
	s.fen += fen
	if outcome == "成功" {
		s.succeeded++
	}
	return err == nil && err2 == nil
}

// lineSums cuts lines at their commas.
func lineSums(b *testing.B, in io.Reader) (s sums) {
	b.Helper()
	r := bufio.NewReaderSize(in, 1<<20)
	_, err := r.ReadSlice('\n')
	fail(b, err)
	for {
		line, err := r.ReadSlice('\n')
		if errors.Is(err, io.EOF) {
			return s
		}
		fail(b, err)
		var cells [result + 1][]byte
		for i := range cells {
			cells[i], line, _ = bytes.Cut(line, []byte{','})
		}
		if !s.add(string(cells[people]), string(cells[amount]), string(cells[result])) {
			b.Fatal("no numbers")
		}
	}
}

// csvSums reads with encoding/csv.
func csvSums(b *testing.B, in io.Reader) (s sums) {
	b.Helper()
	r := csv.NewReader(bufio.NewReaderSize(in, 1<<20))
	r.ReuseRecord = true
	_, err := r.Read()
	fail(b, err)
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return s
		}
		fail(b, err)
		if !s.add(cells[people], cells[amount], cells[result]) {
			b.Fatal("no numbers")
		}
	}
}
