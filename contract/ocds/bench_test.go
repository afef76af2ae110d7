package ocds_test

import (
	"bytes"
	"io"
	"runtime"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/contract/ocds"
)

// BenchmarkWrite publishes one contract of 14 releases after the other:
//
//	go test -run ^$ -bench Write -benchtime 20000x ./contract/ocds
//
// heap-MB is what is live at the end, whatever the number of contracts.
func BenchmarkWrite(b *testing.B) {
	e := exporter(b, ocds.Settings{})
	w, c, n := e.ReleaseWriter(io.Discard), full(), 0
	b.ReportAllocs()
	for b.Loop() {
		c.Serial = strconv.Itoa(n)
		n++
		list, _ := e.Releases(c, nil)
		for i := range list {
			require.NoError(b, w.Write(&list[i]))
		}
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapAlloc)/1e6, "heap-MB")
}

// BenchmarkRecord publishes records, which are merged.
func BenchmarkRecord(b *testing.B) {
	e, c := exporter(b, ocds.Settings{}), full()
	w := e.RecordWriter(io.Discard)
	for b.Loop() {
		list, _ := e.Releases(c, nil)
		record, err := ocds.RecordOf(list)
		require.NoError(b, err)
		require.NoError(b, w.Write(&record))
	}
}

func BenchmarkImport(b *testing.B) {
	data := pack(b, ocds.Settings{}, releases(b, full(), ocds.Settings{}))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, _, err := ocds.Import("p.json", bytes.NewReader(data))
		require.NoError(b, err)
	}
}
