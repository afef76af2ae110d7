package statute_test

import (
	"runtime"
	"testing"

	"github.com/fazhi-go/fazhi/statute"
)

// What reading the corpus costs: the tree with its numbers, citations alone, and all of it.
func BenchmarkCorpus(b *testing.B) {
	var cites []statute.Cite
	for _, c := range []struct {
		name string
		one  func(text string)
	}{
		{"parse", func(text string) { statute.Parse("", text) }},
		{"cites", func(text string) { cites = statute.AppendCites(cites[:0], text) }},
		{"all", func(text string) {
			parsed, _ := statute.Parse("", text)
			parsed.CheckCites()
		}},
	} {
		b.Run(c.name, func(b *testing.B) { overCorpus(b, c.one) })
	}
}

// overCorpus does one thing with every text, and reports what that allocates for each article.
func overCorpus(b *testing.B, one func(text string)) {
	b.Helper()
	texts := corpus(b)
	size, articles := 0, 0
	for _, text := range texts {
		size += len(text)
		articles += len(articleLine.FindAllString(text, -1))
	}
	b.SetBytes(int64(size))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		for _, text := range texts {
			one(text)
		}
	}
	runtime.ReadMemStats(&after)
	n := float64(b.N * articles)
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/n, "allocs/article")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/n, "B/article")
}
