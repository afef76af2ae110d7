package grid

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Figure returns a number of a grid as a report cites it, an amount in 万元. It has no sources, because a grid keeps no documents.
func Figure(f fazhi.Figure, n int64) fazhi.Figure {
	f.Value = fazhi.Count{N: n}
	if f.Unit == "元" {
		f.Unit, f.Value = "万元", fazhi.Money(n)
	}
	return f
}

// Cited returns the figures that a text has a place for, {{ID}}.
func Cited(text string, figures []fazhi.Figure) []fazhi.Figure {
	return slices.DeleteFunc(slices.Clone(figures), func(f fazhi.Figure) bool { return !strings.Contains(text, "{{"+f.ID+"}}") })
}

// Span is what a paragraph on a period begins with.
func Span(p fazhi.Period) string {
	if p == fazhi.YearOf(p.From.Year()) {
		return "全年"
	}
	return "本期"
}

// Sentences joins pieces to sentences, each ended by a full stop; say returns what is said of a piece, empty if nothing is. A
// sentence does not begin with the mark that its first piece begins with, and one of which nothing is said is left out.
func Sentences[P any](sentences [][]P, say func(P) string) string {
	var b strings.Builder
	for _, sentence := range sentences {
		var said string
		for _, p := range sentence {
			said += say(p)
		}
		if said = strings.TrimPrefix(strings.TrimPrefix(said, "，"), "、"); said != "" {
			b.WriteString(said + "。")
		}
	}
	return b.String()
}
