package table_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

type entry struct {
	table.Row
	Serial string      `table:"编号,required"`
	Street string      `table:"街道"`
	On     fazhi.Date  `table:"日期,required"`
	Fee    fazhi.Money `table:"金额"`
	Open   *bool       `table:"公开"`
}

// list is a folding that keeps everything: any order but that of the file shows.
func list(workers int) table.Folding[entry, []entry] {
	return table.Folding[entry, []entry]{
		Add:     func(to *[]entry, e *entry) error { *to = append(*to, *e); return nil },
		Merge:   func(to, from *[]entry) { *to = append(*to, *from...) },
		Workers: workers,
	}
}

// ledger is a file with what files have: empty lines, totals, bad cells, quotes, long and short rows.
func ledger(r *rand.Rand, rows int) string {
	var b strings.Builder
	b.WriteString("某局台账\n\n编号,街道,日期,金额,公开" + strings.Repeat(",", 1100*r.IntN(2)) + strings.Repeat("备注", r.IntN(2)) + "\n")
	for n := range rows {
		b.WriteString([]string{
			fmt.Sprintf("%d,东湖街道,2024-03-%02d,%d.5,是\n", n, n%31+1, n), fmt.Sprintf("%d,\"西\n湖\",2024/3/1,\"1,200\",\r\n", n),
			"\n", "\n\n\n", ",,,,\n", "合计,,,9,\n", fmt.Sprintf("%d,,去年,-1,\n", n), fmt.Sprintf("%d,南\n", n), ",甲,2024-01-01,2,否,多\n",
			fmt.Sprintf("%d,东,2024-12-31,3,否%sx\n", n, strings.Repeat(",", 1100)), strings.Repeat(",", 1100) + "x\n",
			fmt.Sprintf("'=%d,北,2024-12-31,3万元,否\n", n),
		}[min(r.IntN(20), 11)])
	}
	return b.String()
}

func TestFoldFindsWhatReadFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		text := ledger(r, n*n)
		if n%7 == 6 {
			text += "9,\"甲\"乙,2024-01-01\n" + ledger(r, 20)
		}
		whole := must(table.CSV("t.csv", []byte(text)))
		read, want, readErr := table.Read[entry](whole, "", table.Options{})
		for _, size := range []int{20, 100, 1000} {
			folded, issues, err := table.Fold(t.Context(), must(inBlocks([]byte(text), size)), "", table.Options{}, list(1+n%4))
			require.Equal(t, fmt.Sprint(readErr), fmt.Sprint(err))
			require.Equal(t, want, issues)
			if readErr != nil {
				require.Nil(t, folded)
				continue
			}
			require.Equal(t, read.Tally, folded.Tally)
			require.Len(t, *folded.Result, len(read.All))
			for i, e := range *folded.Result {
				origin, _ := read.All[i].Origin("/on")
				again, _ := e.Origin("/on")
				require.Equal(t, origin, again)
				e.Row = read.All[i].Row
				require.Equal(t, *read.All[i], e)
			}
		}
	}
}

// Rows that are compared with each other are read in order, with the same result.
func TestFoldOfUniqueColumns(t *testing.T) {
	type numbered struct {
		table.Row
		Serial string `table:"编号,unique"`
	}
	count := table.Folding[numbered, int]{Add: func(n *int, _ *numbered) error { *n++; return nil },
		Merge: func(n, more *int) { *n += *more }, Workers: 3}
	data := []byte("编号\n" + strings.Repeat("甲\n乙\n", 300))
	for repeats, want := range map[bool]int{false: 2, true: 600} {
		folded, issues, err := table.Fold(t.Context(), must(inBlocks(data, 16)), "", table.Options{Repeats: repeats}, count)
		require.NoError(t, err)
		require.Equal(t, want, *folded.Result)
		require.Equal(t, 600-want, folded.Bad)
		require.Equal(t, 600-want, issues.Count(fazhi.Error))
	}
	_, _, err := table.Fold(t.Context(), must(inBlocks(data, 16)), "表", table.Options{Repeats: true}, count)
	require.ErrorIs(t, err, table.ErrNoSheet)
	_, _, err = table.Fold(t.Context(), must(inBlocks(data, 16)), "", table.Options{}, table.Folding[int, int]{})
	require.ErrorContains(t, err, "不是结构类型")
}

// source hides that a CSVFile is one, so that it is read row by row.
type source struct{ table.Source }

// ways are how a folding may be run without a difference.
func ways(data string, each func(name string, src table.Source, workers, block int)) {
	file := must(table.CSV("t.csv", []byte(data)))
	each("rows", source{file}, 0, 0)
	for _, workers := range []int{0, 1, 2, 5, math.MaxInt} {
		for _, block := range []int{1, 30, 300, 0, math.MaxInt} {
			each(fmt.Sprint(workers, " workers, blocks of ", block), file, workers, block)
		}
	}
}

func TestFoldSaysWhatIsMissing(t *testing.T) {
	src := must(table.CSV("t.csv", []byte("编号,日期\n")))
	_, _, err := table.Fold(t.Context(), src, "", table.Options{}, table.Folding[entry, int]{Workers: -1, Block: -1})
	for _, what := range []string{"没有 Add", "没有 Merge", "Workers 是负数", "Block 是负数"} {
		require.ErrorContains(t, err, what)
	}
	folding := list(1)
	folding.Merge = nil
	_, _, err = table.Fold(t.Context(), src, "", table.Options{}, folding)
	require.EqualError(t, err, "table: Folding 没有 Merge", "also when there is nothing to merge")
}

// A result may be any type, and a block of one byte shows what Merge does even with three rows.
func TestFoldMergesEveryRow(t *testing.T) {
	const data = "编号,日期\n1,2024-01-01\n2,2024-01-02\n3,2024-01-03\n"
	ways(data, func(name string, src table.Source, workers, block int) {
		merged := 0
		folded, issues, err := table.Fold(t.Context(), src, "", table.Options{HeaderRows: 1}, table.Folding[entry, string]{
			Add:     func(to *string, e *entry) error { *to += e.Serial; return nil },
			Merge:   func(to, from *string) { *to += *from; merged++ },
			Workers: workers, Block: block,
		})
		require.NoError(t, err, name)
		require.Empty(t, issues)
		require.Equal(t, "123", *folded.Result, name)
		if block == 1 {
			require.GreaterOrEqual(t, merged, 3, name)
		}
	})
}

// The first error of Add in the order of the file ends the reading, with the issues of the rows before it.
func TestFoldEndsWithTheErrorOfAdd(t *testing.T) {
	var b strings.Builder
	b.WriteString("编号,日期\n")
	for n := range 500 {
		fmt.Fprintf(&b, "%d,2024-01-01\n%d,去年\n", n, n)
	}
	stop := errors.New("stop")
	ways(b.String(), func(name string, src table.Source, workers, block int) {
		folding := list(workers)
		folding.Block = block
		folding.Add = func(_ *[]entry, e *entry) error {
			if len(e.Serial) == 3 && e.Serial > "122" {
				return fmt.Errorf("%s: %w", e.Serial, stop)
			}
			return nil
		}
		folded, issues, err := table.Fold(t.Context(), src, "", table.Options{}, folding)
		require.ErrorIs(t, err, stop, name)
		require.EqualError(t, err, "123: stop", name)
		require.Nil(t, folded)
		require.Len(t, issues, 123, name)
	})
}

// The context is looked at also where no row is a record.
func TestFoldEndsWithItsContext(t *testing.T) {
	for _, row := range []string{"1,2024-01-01\n", "1,去年\n"} {
		ways("编号,日期\n"+strings.Repeat(row, 500), func(name string, src table.Source, workers, block int) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			folding := list(workers)
			folding.Block = block
			folded, _, err := table.Fold(ctx, src, "", table.Options{}, folding)
			require.Equal(t, context.Canceled, err, name)
			require.Nil(t, folded)

			ctx, cancel = context.WithCancel(t.Context())
			folding.Add = func(*[]entry, *entry) error { cancel(); return nil }
			_, _, err = table.Fold(ctx, src, "", table.Options{}, folding)
			if cancel(); strings.HasSuffix(row, "01\n") {
				require.Equal(t, context.Canceled, err, name)
			}

			ctx, cancel = context.WithCancel(t.Context())
			made := new(atomic.Int32)
			folding.New = func() *[]entry {
				if made.Add(1) == 4 {
					cancel()
				}
				return new([]entry)
			}
			_, _, err = table.Fold(ctx, src, "", table.Options{}, folding)
			if cancel(); workers > 0 && workers < 3 && block > 0 && block < 100 {
				require.Equal(t, context.Canceled, err, name)
			}
		})
	}
}

// A panic reaches the caller, as the end of the goroutine does, and leaves no goroutine behind.
func TestFoldPanics(t *testing.T) {
	data := "编号,日期\n" + strings.Repeat("1,2024-01-01\n", 500) + "2,2024-01-01\n" + strings.Repeat("1,2024-01-01\n", 500)
	ways(data, func(name string, src table.Source, workers, block int) {
		for want, fall := range map[any]func(){"fall": func() { panic("fall") }, nil: runtime.Goexit} {
			inAdd, inMerge, inNew := list(workers), list(workers), list(workers)
			inAdd.Add = func(_ *[]entry, e *entry) error {
				if e.Serial == "2" {
					fall()
				}
				return nil
			}
			inMerge.Merge = func(_, _ *[]entry) { fall() }
			made := new(atomic.Int32)
			inNew.New = func() *[]entry {
				if made.Add(1) == 4 {
					fall()
				}
				return nil
			}
			inNew.Add, inNew.Merge = func(*[]entry, *entry) error { return nil }, func(_, _ *[]entry) {}
			for i, folding := range []table.Folding[entry, []entry]{inAdd, inMerge, inNew} {
				folding.Block = block
				whole, panics := foldAside(t, src, folding)
				if i > 0 && (name == "rows" || block != 30 && block != 1 && block != 300) {
					require.True(t, whole, name)
					continue
				}
				require.False(t, whole, name)
				require.Equal(t, want, panics, name)
			}
		}
	})
}

// foldAside folds on a goroutine of its own and waits until all that it started have ended. It reports whether Fold returned,
// and what it panicked with if it did not.
func foldAside(t *testing.T, src table.Source, f table.Folding[entry, []entry]) (whole bool, panics any) {
	synctest.Test(t, func(t *testing.T) {
		var group sync.WaitGroup
		group.Go(func() {
			defer func() { panics = recover() }()
			_, _, err := table.Fold(t.Context(), src, "", table.Options{}, f)
			assert.NoError(t, err)
			whole = true
		})
		group.Wait()
	})
	return whole, panics
}

// The encoding is told by more than a block, however small that is: 模 in GB 18030 looks like UTF-8.
func TestFoldOfSmallBlocksInGB(t *testing.T) {
	text := "no,on\n" + strings.Repeat("1,2024-01-01\n", 100_000) + "模,2024-01-01\n" + strings.Repeat("法治政府,2024-01-01\n", 3)
	data := must(simplifiedchinese.GB18030.NewEncoder().String(text))
	type row struct {
		No string `table:"no"`
	}
	src := must(table.OpenCSV("t.csv", strings.NewReader(data), int64(len(data))))
	for _, block := range []int{1, 0} {
		folded, _, err := table.Fold(t.Context(), src, "", table.Options{}, table.Folding[row, string]{
			Add:   func(to *string, r *row) error { *to += strings.TrimLeft(r.No, "1"); return nil },
			Merge: func(to, from *string) { *to += *from }, Block: block,
		})
		require.NoError(t, err, block)
		require.Equal(t, "模法治政府法治政府法治政府", *folded.Result)
	}
}

func TestFoldRecords(t *testing.T) {
	data := []byte(ledger(rand.New(rand.NewPCG(5, 6)), 700))
	columns := must(table.ColumnsOf[entry]())
	read, want, err := table.ReadColumns(must(table.CSV("t.csv", data)), "", columns, table.Options{})
	require.NoError(t, err)
	folded, issues, err := table.FoldRecords(t.Context(), must(inBlocks(data, 300)), "", columns, table.Options{}, table.Folding[table.Record, []string]{
		Add: func(to *[]string, r *table.Record) error {
			*to = append(*to, r.Text("编号")+r.Date("日期").String())
			return nil
		},
		Merge:   func(to, from *[]string) { *to = append(*to, *from...) },
		Workers: 3,
	})
	require.NoError(t, err)
	require.Equal(t, want, issues)
	require.Equal(t, read.Tally, folded.Tally)
	for i, r := range read.All {
		require.Equal(t, r.Text("编号")+r.Date("日期").String(), (*folded.Result)[i])
	}
	_, _, err = table.FoldRecords(t.Context(), must(inBlocks(data, 300)), "", nil, table.Options{}, table.Folding[table.Record, int]{})
	require.ErrorContains(t, err, "没有列")
}

func TestEach(t *testing.T) {
	src := must(table.CSV("t.csv", []byte(ledger(rand.New(rand.NewPCG(3, 4)), 500))))
	want, issues, err := table.Read[entry](src, "", table.Options{})
	require.NoError(t, err)
	entries := table.Each[entry](src, "", table.Options{})
	for range 2 { // a loop begins anew
		got := slices.Collect(entries.All())
		require.NoError(t, entries.Err())
		require.Equal(t, issues, entries.Issues())
		require.Equal(t, want.Tally, entries.Tally())
		require.Len(t, got, len(want.All))
		require.NotSame(t, got[0], got[1])
	}
	for range entries.All() {
		break
	}
	require.NoError(t, entries.Err())
	require.Equal(t, 1, entries.Tally().Good)

	columns := must(table.ColumnsOf[entry]())
	records := table.EachRecord(src, "", columns, table.Options{})
	n := 0
	for record := range records.All() {
		require.Equal(t, want.All[n].Serial, record.Text("编号"))
		n++
	}
	require.NoError(t, records.Err())
	require.Equal(t, want.Tally, records.Tally())
	require.Len(t, records.Issues(), len(issues))

	for range table.EachRecord(src, "", nil, table.Options{}).All() {
		t.Fatal("no columns")
	}
	var none table.Stream[entry]
	require.Empty(t, slices.Collect(none.All()))
	bad := table.Each[int](src, "", table.Options{})
	require.Empty(t, slices.Collect(bad.All()))
	require.ErrorContains(t, bad.Err(), "不是结构类型")
}

// What a parser remembers of a column, and when it stops to remember, changes no value and no issue.
func TestTextsThatComeAgain(t *testing.T) {
	type row struct {
		Number int64       `table:"页数"`
		Fee    fazhi.Money `table:"金额"`
		Paper  string      `table:"文号,unique"`
	}
	var b strings.Builder
	b.WriteString("页数,金额,文号\n")
	for n := range 12_000 {
		fmt.Fprintf(&b, "%d,%d.5,%d\n", n%(1+n/10), n, n)
	}
	b.WriteString("一页,1,0\n一页,1,11999\n7,1,12000\n")
	rows, issues, err := table.Read[row](must(table.CSV("t.csv", []byte(b.String()))), "", table.Options{})
	require.NoError(t, err)
	for n, r := range rows.All[:12_000] {
		require.Equal(t, row{int64(n % (1 + n/10)), fazhi.Money(100*n + 50), fmt.Sprint(n)}, *r)
	}
	require.Equal(t, []string{"A12002 table/cell/integer /number", "C12002 table/cell/double /paper", "A12003 table/cell/integer /number",
		"C12003 table/cell/double /paper"}, found(issues))
	require.Contains(t, issues[1].Message, "与第 2 行重复")
	require.Contains(t, issues[3].Message, "与第 12001 行重复")
	require.Equal(t, 12_001, rows.Good)
}

// Long texts are not remembered: a few hundred rows would keep megabytes alive.
func TestLongTextsAreNotRemembered(t *testing.T) {
	type row struct {
		One   string `table:"甲"`
		Two   string `table:"乙"`
		Three string `table:"丙"`
	}
	src := generated{rows: 400, row: func(n int) []table.Cell {
		text := fmt.Sprint(n, strings.Repeat("长", 10_000))
		return []table.Cell{{Text: text}, {Text: text + "一"}, {Text: text + "二"}}
	}}
	n := 0
	rows := table.Each[row](src, "", table.Options{})
	for range rows.All() {
		if n++; n == 400 {
			var now runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&now)
			require.Less(t, now.HeapAlloc, uint64(16<<20), "of 36 MiB that were read")
		}
	}
	require.NoError(t, rows.Err())
	require.Equal(t, 400, n)
}

// generated is a sheet whose rows are made one at a time.
type generated struct {
	rows int
	row  func(n int) []table.Cell
}

func (generated) File() string     { return "g" }
func (generated) Sheets() []string { return []string{"表"} }
func (g generated) Rows(string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		more := yield(table.Raw{Row: 1, Cells: []table.Cell{{Text: "甲"}, {Text: "乙"}, {Text: "丙"}}}, nil)
		for n := 0; more && n < g.rows; n++ {
			more = yield(table.Raw{Row: n + 2, Cells: g.row(n)}, nil)
		}
	}
}
