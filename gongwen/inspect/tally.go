package inspect

import (
	"cmp"
	"maps"
	"slices"
)

// A tally counts how often values occur.
type tally map[float64]int

func (t tally) add(v float64, n int) { t[v] += n }

// most returns the value that occurs most often, the smallest of several; 0 of an empty tally.
func (t tally) most() float64 {
	best, count := 0.0, 0
	for _, v := range slices.Sorted(maps.Keys(t)) {
		if t[v] > count {
			best, count = v, t[v]
		}
	}
	return best
}

// total returns how many values were counted.
func (t tally) total() int {
	n := 0
	for _, c := range t {
		n += c
	}
	return n
}

// ordered returns the keys of a count, the most frequent first.
func ordered[K cmp.Ordered](counts map[K]int) []K {
	return slices.SortedFunc(maps.Keys(counts), func(a, b K) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

// median returns the middle value, 0 of none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
