//go:build unix

package contract_test

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
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

const (
	benchRows  = 1_000_000
	benchSheet = "政府合同"
)

// contracts are the rows of an invented ledger of ten columns, the same every time.
func contracts(rows int) iter.Seq[table.Raw] {
	return func(yield func(table.Raw) bool) {
		raw := table.Raw{Row: 1}
		for _, name := range strings.Fields("合同编号 合同名称 承办单位 合同相对方 合同金额 审查日期 审查意见 签订日期 备案日期 履行状态") {
			raw.Cells = append(raw.Cells, table.Cell{Text: name})
		}
		more := yield(raw)
		r := rand.New(rand.NewPCG(1, 9))
		text := func(format string, n int) table.Cell { return table.Cell{Text: fmt.Sprintf(format, r.IntN(n))} }
		day := func(n int) table.Cell { return table.Cell{Type: table.DateCell, Text: strconv.Itoa(45300 + n)} }
		for n := 0; more && n < rows; n++ {
			reviewed := r.IntN(300)
			raw.Row = n + 2
			raw.Cells = append(raw.Cells[:0], table.Cell{Text: fmt.Sprintf("HT-2024-%07d", n+1)}, text("第%d号设备采购及安装合同", 5000),
				text("某局第%d科", 40), text("某某第%d工程有限公司", 3000),
				table.Cell{Type: table.NumberCell, Text: fmt.Sprintf("%d.%d", 1+r.IntN(9_000_000), r.IntN(9)+1)},
				day(reviewed), table.Cell{Text: "通过"}, day(reviewed+5), day(reviewed+20), table.Cell{Text: []string{"履行中", "履行完毕"}[n%2]})
			more = yield(raw)
		}
	}
}

// workbook writes the ledger into a file.
func workbook(b *testing.B) *os.File {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "政府合同.xlsx"))
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, f.Close()) })
	w := bufio.NewWriter(f)
	require.NoError(b, tabletest.Workbook(w, benchSheet, contracts(benchRows)))
	require.NoError(b, w.Flush())
	return f
}

// cpu returns the processor time of the process so far, user and system.
func cpu(b *testing.B) time.Duration {
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkReadWorkbook reads a workbook of a million contracts from a file, record by record; with checks, each is judged
// by all checks of a county without rules of its own. One run, with all that reading takes:
//
//	go test -run '^$' -bench ReadWorkbook -benchtime 1x ./contract
func BenchmarkReadWorkbook(b *testing.B) {
	f := workbook(b)
	info, err := f.Stat()
	require.NoError(b, err)
	checks, err := contract.Checks(contract.Profile{})
	require.NoError(b, err)
	for _, c := range []struct {
		name   string
		checks []fazhi.Check
	}{{"read", nil}, {"checks", checks}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			start := cpu(b)
			for b.Loop() {
				readAndCheck(b, f, info.Size(), c.checks)
			}
			b.ReportMetric(float64(benchRows*b.N)/(cpu(b)-start).Seconds(), "rows/cpu-s")
		})
	}
}

func readAndCheck(b *testing.B, f *os.File, size int64, checks []fazhi.Check) {
	book, err := xlsx.Open("政府合同.xlsx", f, size, xlsx.Options{})
	require.NoError(b, err)
	today := fazhi.DateOf(2025, 1, 1)
	read := table.Each[contract.Contract](book, benchSheet, table.Options{})
	for c := range read.All() {
		if checks != nil {
			_, err := fazhi.Validate(b.Context(), c, c.LawOn(today), today, checks)
			require.NoError(b, err)
		}
	}
	require.NoError(b, read.Err())
	require.Empty(b, read.Issues())
	require.Equal(b, benchRows, read.Tally().Good)
	require.NoError(b, book.Close())
}
