package bench

import (
	"bufio"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi/mediation"
	tables "github.com/fazhi-go/fazhi/table"
)

// ledgerRows is how long the generated ledgers are, FAZHI_BENCH_ROWS if it is set.
func ledgerRows(b *testing.B) int {
	b.Helper()
	text, set := os.LookupEnv("FAZHI_BENCH_ROWS")
	if !set {
		return 1_000_000
	}
	n, err := strconv.Atoi(text)
	fail(b, err)
	return n
}

// perRow runs one and reports rows for each second of processor time, and the most memory that the process ever had.
func perRow(b *testing.B, rows int, one func()) {
	b.Helper()
	b.ReportAllocs()
	start := cpu(b)
	for b.Loop() {
		one()
	}
	b.ReportMetric(float64(b.N)*float64(rows)/(cpu(b)-start).Seconds(), "rows/cpu-s")
	b.ReportMetric(float64(b.N)*float64(rows)/b.Elapsed().Seconds(), "rows/s")
	var u syscall.Rusage
	fail(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	b.ReportMetric(float64(u.Maxrss)/1024, "peak-MiB")
}

// disputes are the rows of an invented ledger of mediation, about 100 bytes each, the same every time.
func disputes(rows int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		more := yield(strings.Split("编号,调解委员会,乡镇街道,受理日期,纠纷来源,纠纷类型,当事人人数,涉及金额,调解结果,调解日期,协议形式,签名盖章齐全,媒体报道日期", ","))
		r := rand.New(rand.NewPCG(10, 10))
		pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
		day := func(month int) string { return fmt.Sprintf("2024-%02d-%02d", month, r.IntN(28)+1) }
		for n := 0; more && n < rows; n++ {
			street, month := r.IntN(20), r.IntN(11)+1
			more = yield([]string{strconv.Itoa(n + 1), fmt.Sprintf("第%d调委会", street*7+r.IntN(7)), fmt.Sprintf("第%d街道", street), day(month),
				pick("当事人申请", "主动调解", "公安移交", "其他"), pick("婚姻家庭", "邻里", "合同", "损害赔偿", "劳动争议"), strconv.Itoa(2 + r.IntN(4)),
				fmt.Sprintf("%d.%02d", r.IntN(200_000), r.IntN(100)), pick("成功", "成功", "成功", "不成功"), day(month + 1), pick("书面", "口头"), "是", ""})
		}
	}
}

// temporary makes a file that write fills.
func temporary(b *testing.B, write func(*bufio.Writer)) (file *os.File, size int64) {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "ledger"))
	fail(b, err)
	b.Cleanup(func() { fail(b, f.Close()) })
	w := bufio.NewWriterSize(f, 1<<20)
	write(w)
	fail(b, w.Flush())
	info, err := f.Stat()
	fail(b, err)
	return f, info.Size()
}

// BenchmarkCSV reads a ledger of mediation from a file of any size: the rows alone; folded into a sum by several goroutines,
// also when every cell has quotes and when the file is in GB 18030; and record by record, with the numbers of the cases
// compared with each other. The year of the nation:
//
//	FAZHI_BENCH_ROWS=18400000 go test -run '^$' -bench CSV/fold/plain -benchtime 1x
func BenchmarkCSV(b *testing.B) {
	rows := ledgerRows(b)
	b.Run("rows", func(b *testing.B) {
		src := textFile(b, rows, plain)
		perRow(b, rows, func() {
			for _, err := range src.Rows("") {
				fail(b, err)
			}
		})
	})
	for _, c := range []struct {
		name string
		line func(row []string) string
	}{{"plain", plain}, {"quoted", quoted}, {"gb18030", inGB(b)}} {
		b.Run("fold/"+c.name, func(b *testing.B) {
			src := textFile(b, rows, c.line)
			perRow(b, rows, func() { foldCases(b, src, rows) })
		})
	}
	b.Run("each", func(b *testing.B) {
		src := textFile(b, rows, plain)
		perRow(b, rows, func() { eachCase(b, src, rows) })
	})
}

func plain(row []string) string { return strings.Join(row, ",") + "\r\n" }

func quoted(row []string) string { return `"` + strings.Join(row, `","`) + "\"\r\n" }

func inGB(b *testing.B) func(row []string) string {
	encoder := simplifiedchinese.GB18030.NewEncoder()
	return func(row []string) string {
		text, err := encoder.String(plain(row))
		fail(b, err)
		return text
	}
}

// textFile makes a CSV file of lines.
func textFile(b *testing.B, rows int, line func(row []string) string) *tables.CSVFile {
	b.Helper()
	f, size := temporary(b, func(w *bufio.Writer) {
		for row := range disputes(rows) {
			_, err := w.WriteString(line(row))
			fail(b, err)
		}
	})
	src, err := tables.OpenCSV("人民调解.csv", f, size)
	fail(b, err)
	return src
}

func eachCase(b *testing.B, src tables.Source, rows int) {
	cases, n := tables.Each[mediation.Case](src, "", tables.Options{}), 0
	for range cases.All() {
		n++
	}
	fail(b, cases.Err())
	if n != rows {
		b.Fatalf("%d of %d rows", n, rows)
	}
}

func foldCases(b *testing.B, src tables.Source, rows int) {
	type sums struct{ cases, amount int64 }
	folded, issues, err := tables.Fold(b.Context(), src, "", tables.Options{Repeats: true}, tables.Folding[mediation.Case, sums]{
		Add:   func(s *sums, c *mediation.Case) error { s.cases++; s.amount += int64(c.Amount); return nil },
		Merge: func(s, later *sums) { s.cases += later.cases; s.amount += later.amount },
	})
	fail(b, err)
	if len(issues) > 0 || folded.Result.cases != int64(rows) {
		b.Fatalf("%d of %d rows, %v", folded.Result.cases, rows, issues)
	}
}
