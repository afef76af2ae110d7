package bench

import (
	"bufio"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/fazhi-go/fazhi/mediation"
	tables "github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// stored are the lines of a ledger as an office program keeps them: numbers, in the columns of numbers, and days are numbers,
// texts are shared.
func stored(lines iter.Seq[[]string], numbers ...int) iter.Seq[tables.Raw] {
	return func(yield func(tables.Raw) bool) {
		raw := tables.Raw{}
		for row := range lines {
			raw.Row++
			raw.Cells = raw.Cells[:0]
			for at, text := range row {
				c := tables.Cell{Text: text}
				if day, err := time.Parse(time.DateOnly, text); err == nil {
					c = tables.Cell{Type: tables.DateCell, Text: strconv.Itoa(int(day.Unix()/86400) + 25569)}
				} else if raw.Row > 1 && slices.Contains(numbers, at) {
					c.Type = tables.NumberCell
				}
				raw.Cells = append(raw.Cells, c)
			}
			if !yield(raw) {
				return
			}
		}
	}
}

// BenchmarkWorkbook reads the same workbook with both libraries, in turn: ours checks every cell and makes records, excelize
// gives the texts of its rows. The metric x-excelize is how many times the processor time of ours it takes.
//
//	go test -run '^$' -bench Workbook -benchtime 1x
//	FAZHI_BENCH_ROWS=200000 go test -run '^$' -bench Workbook -benchtime 3x
func BenchmarkWorkbook(b *testing.B) {
	rows := ledgerRows(b)
	f, size := temporary(b, func(w *bufio.Writer) { fail(b, tabletest.Workbook(w, mediation.Sheet, stored(disputes(rows), 6, 7))) })
	var ours, theirs time.Duration
	for b.Loop() {
		start := cpu(b)
		if n := readOurs(b, f, size); n != rows {
			b.Fatalf("%d of %d rows", n, rows)
		}
		middle := cpu(b)
		if n := readTheirs(b, f, size); n != rows+1 {
			b.Fatalf("%d of %d rows", n, rows+1)
		}
		ours, theirs = ours+middle-start, theirs+cpu(b)-middle
	}
	all := float64(rows) * float64(b.N)
	b.ReportMetric(all/ours.Seconds(), "rows/cpu-s")
	b.ReportMetric(all/theirs.Seconds(), "excelize-rows/cpu-s")
	b.ReportMetric(theirs.Seconds()/ours.Seconds(), "x-excelize")
}

func readOurs(b *testing.B, f *os.File, size int64) (n int) {
	book, err := xlsx.Open("人民调解.xlsx", f, size, xlsx.Options{MaxUnpacked: 2 << 30})
	fail(b, err)
	cases := tables.Each[mediation.Case](book, "", tables.Options{})
	for range cases.All() {
		n++
	}
	fail(b, cases.Err())
	fail(b, cases.Issues().Err())
	fail(b, book.Close())
	return n
}

func readTheirs(b *testing.B, f *os.File, size int64) (n int) {
	_, err := f.Seek(0, 0)
	fail(b, err)
	book, err := excelize.OpenReader(f, excelize.Options{RawCellValue: true, UnzipSizeLimit: 2 << 30})
	fail(b, err)
	rows, err := book.Rows(mediation.Sheet)
	fail(b, err)
	for rows.Next() {
		cells, err := rows.Columns()
		fail(b, err)
		if len(cells) < 12 || strings.TrimSpace(cells[0]) == "" {
			b.Fatal("a row without cells")
		}
		n++
	}
	fail(b, rows.Close())
	fail(b, book.Close())
	return n
}
