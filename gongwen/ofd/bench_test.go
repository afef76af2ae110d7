package ofd_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
)

// BenchmarkReport sets and writes a report of ten pages whose characters differ a little from one to the next.
func BenchmarkReport(b *testing.B) {
	r, d, n := renderer(b), report(), 0
	body := d.Body
	for b.Loop() {
		n++
		varied := make([]rune, 8)
		for i := range varied {
			varied[i] = rune(0x4e00 + (n*977+i*131)%2000)
		}
		d.Body = append([]gongwen.Block{paragraph("本年度重点：" + string(varied) + "。")}, body...)
		_, err := r.Render(io.Discard, d)
		require.NoError(b, err)
	}
}

// BenchmarkPages writes the report when it has been set.
func BenchmarkPages(b *testing.B) {
	f := embedded(b)
	r, err := ofd.New(gongwen.GB9704(), f)
	require.NoError(b, err)
	pages, _, err := layout.Lay(report(), gongwen.GB9704(), f)
	require.NoError(b, err)
	for b.Loop() {
		require.NoError(b, r.RenderPages(io.Discard, pages))
	}
}
