package xlsx_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
	"github.com/stretchr/testify/require"
)

const benchRows = 20000

func benchSheet(b *testing.B) table.Sheet {
	list := make([]*record, benchRows)
	for i := range list {
		list[i] = &record{Name: "设备采购及安装合同", Person: "某某", Amount: fazhi.Money(i * 100), Signed: fazhi.DateOf(2024, 3, 1).AddDays(i % 300),
			Copies: fazhi.Count{N: int64(i)}, Pages: 12, Filed: i%2 == 0, Paper: fazhi.Number{Issuer: "泉鲤司", Year: 2024, Seq: i + 1},
			Tags: []string{"甲", "乙"}, Class: "买卖"}
	}
	s, err := table.SheetOf("2024", list)
	require.NoError(b, err)
	return s
}

func BenchmarkWrite(b *testing.B) {
	s := benchSheet(b)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, xlsx.Write(io.Discard, []table.Sheet{s}))
	}
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkRead(b *testing.B) {
	data := write(b, benchSheet(b))
	b.ReportAllocs()
	for b.Loop() {
		book, err := xlsx.Open("t.xlsx", bytes.NewReader(data), int64(len(data)), xlsx.Options{})
		require.NoError(b, err)
		records, _, err := table.Read[record](book, "", table.Options{})
		require.NoError(b, err)
		require.Len(b, records.All, benchRows)
	}
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkRowsOnly(b *testing.B) {
	data := write(b, benchSheet(b))
	for b.Loop() {
		book, err := xlsx.Open("t.xlsx", bytes.NewReader(data), int64(len(data)), xlsx.Options{})
		require.NoError(b, err)
		for _, err := range book.Rows("2024") {
			require.NoError(b, err)
		}
	}
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkRowsOfExcelize is the yardstick for BenchmarkRowsOnly.
func BenchmarkRowsOfExcelize(b *testing.B) {
	data := write(b, benchSheet(b))
	for b.Loop() {
		for range excelizeRows(b, data) {
		}
	}
	b.ReportMetric(float64(benchRows*b.N)/b.Elapsed().Seconds(), "rows/s")
}
