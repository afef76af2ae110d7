package report

import (
	"iter"

	"github.com/fazhi-go/fazhi"
)

// Count gives f the number of documents for which in reports true, and remembers which they are. The other fields of f
// stay as they are.
func Count[D fazhi.Document](f fazhi.Figure, docs []D, in func(D) bool) fazhi.Figure {
	f.From = sourceOf(docs, in)
	f.Value = fazhi.Count{N: f.From.Count}
	return f
}

// Sum gives f the sum of a quantity of the documents for which in reports true: counts, rates or amounts, all of one
// kind, beginning with zero. A sum out of range leaves the value nil, which prints as undefined.
func Sum[D fazhi.Document, Q fazhi.Quantity](f fazhi.Figure, docs []D, in func(D) bool, of func(D) Q) fazhi.Figure {
	f.From = sourceOf(docs, in)
	var zero Q
	var sum fazhi.Quantity = zero
	for _, d := range docs {
		if !in(d) {
			continue
		}
		next, ok := sum.Plus(of(d))
		if !ok {
			f.Value = nil
			return f
		}
		sum = next
	}
	f.Value = sum
	return f
}

// Share gives f the share of the documents that hit among those for which of reports true. Those are what it counts.
func Share[D fazhi.Document](f fazhi.Figure, docs []D, of, hit func(D) bool) fazhi.Figure {
	f.From = sourceOf(docs, of)
	f.Value = shareOf(docs, of, hit)
	return f
}

// Change gives f the change of a share from one group of the documents to another, in percentage points: from those for
// which before reports true, the year before, to those for which now does. Both groups are what it counts.
func Change[D fazhi.Document](f fazhi.Figure, docs []D, now, before, hit func(D) bool) fazhi.Figure {
	f.From = sourceOf(docs, func(d D) bool { return now(d) || before(d) })
	f.Value = fazhi.Points{Now: shareOf(docs, now, hit), Before: shareOf(docs, before, hit)}
	return f
}

func shareOf[D fazhi.Document](docs []D, of, hit func(D) bool) fazhi.Rate {
	var rate fazhi.Rate
	for _, d := range docs {
		if !of(d) {
			continue
		}
		rate.Den++
		if hit(d) {
			rate.Num++
		}
	}
	return rate
}

// Distinct gives f the number of different values among the documents for which in reports true. Empty values do not
// count.
func Distinct[D fazhi.Document](f fazhi.Figure, docs []D, in func(D) bool, value func(D) string) fazhi.Figure {
	f.From = sourceOf(docs, in)
	seen := make(map[string]struct{})
	for _, d := range docs {
		if v := value(d); in(d) && v != "" {
			seen[v] = struct{}{}
		}
	}
	f.Value = fazhi.Count{N: int64(len(seen))}
	return f
}

func sourceOf[D fazhi.Document](docs []D, in func(D) bool) fazhi.Source {
	return fazhi.SourceOf(refs(docs, in))
}

func refs[D fazhi.Document](docs []D, in func(D) bool) iter.Seq[fazhi.Ref] {
	return func(yield func(fazhi.Ref) bool) {
		for _, d := range docs {
			if in(d) && !yield(fazhi.RefOf(d)) {
				return
			}
		}
	}
}
