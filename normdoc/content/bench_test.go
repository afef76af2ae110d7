package content_test

import (
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/normdoc/content"
	"github.com/fazhi-go/fazhi/statute"
)

// A document of forty articles, one of a single long sentence, one that is all beginnings of cues, and one that is all cues.
func BenchmarkChecks(b *testing.B) {
	all := checks(b, place())
	today := fazhi.DateOf(2025, 1, 1)
	for name, text := range map[string]string{
		"ordinary": strings.Repeat("第一条　区城管局负责临时占道的监督管理，街道办事处协助做好宣传、引导和劝离工作，有关部门按照各自职责配合。\n\n", 40),
		"one":      "第一条　" + strings.Repeat("街道办事处协助做好宣传", 600),
		"whole":    "第一条　" + strings.Repeat("必须经批准，未经同意不得经营，处以罚款，缴纳押金，提交证明，", 200),
		"cues":     "第一条　" + strings.Repeat("应当经应当报未经处以按照", 600),
	} {
		b.Run(name, func(b *testing.B) {
			parsed, _ := statute.Parse("", text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := fazhi.Validate(b.Context(), content.New(normdoc.Doc{}, parsed), today, today, all); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Every eleventh published text, parsed before.
func BenchmarkCorpus(b *testing.B) {
	all := checks(b, place())
	today := fazhi.DateOf(2025, 1, 1)
	var texts []*statute.Text
	size := 0
	for i, text := range corpus(b) {
		if i%11 == 5 {
			texts, size = append(texts, text), size+len(text.Format())
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			if _, err := fazhi.Validate(b.Context(), content.New(normdoc.Doc{}, text), today, today, all); err != nil {
				b.Fatal(err)
			}
		}
	}
}
