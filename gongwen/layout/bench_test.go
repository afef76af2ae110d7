package layout_test

import (
	"testing"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

func BenchmarkLay(b *testing.B) {
	fonts, doc := embedded(b), report()
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := layout.Lay(doc, gongwen.GB9704(), fonts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewFonts(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		embedded(b)
	}
}
