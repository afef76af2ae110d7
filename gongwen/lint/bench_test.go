package lint_test

import (
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// One megabyte of reports, and one of a single paragraph that is all faults.
func BenchmarkDocument(b *testing.B) {
	const megabyte = 1 << 20
	for name, text := range map[string]string{
		"报告": strings.Repeat(clean+"\n", megabyte/len(clean)),
		"一段": strings.Repeat("近7万余份,共15～30%%...截止目前“甲”、“乙”", megabyte/60),
	} {
		b.Run(name, func(b *testing.B) {
			d := &gongwen.Document{}
			for line := range strings.Lines(text) {
				d.Body = append(d.Body, gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(strings.TrimSpace(line))}})
			}
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				lint.Document(d, lint.Options{})
			}
		})
	}
}
