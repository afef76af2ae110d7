package diff

import (
	"cmp"
	"slices"
)

// gramsOf returns the pairs of neighbouring signs of a text, sorted.
func (p *part) gramsOf() []uint64 {
	if p.grams == nil {
		p.grams = shingles(p.text, 2)
		slices.Sort(p.grams)
	}
	return p.grams
}

// shingles returns the runs of n signs, n at most 3. A shorter text is one run.
func shingles(text string, n int) []uint64 {
	found := make([]uint64, 0, len(text)/3+1)
	var run uint64
	seen := 0
	for _, r := range text {
		run = (run<<21 | uint64(r)) & (1<<(21*n) - 1)
		if seen++; seen >= n {
			found = append(found, run)
		}
	}
	if len(found) == 0 && seen > 0 {
		found = append(found, run)
	}
	return found
}

// likeness returns how much of two texts is the same, from 0 to 1: twice the pairs of signs that both have, by those of each.
func likeness(a, b *part) float64 {
	x, y := a.gramsOf(), b.gramsOf()
	if len(x)+len(y) == 0 {
		return 1
	}
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return float64(2*both) / float64(len(x)+len(y))
}

const (
	common     = 16 // a run of signs that more parts have says nothing
	candidates = 4  // parts that a part is compared with
)

// A guess is a pair that may be one.
type guess struct {
	old, new int
	likeness float64
}

// alike pairs what is left by likeness, the likest first. A part is compared only with the few that share its rare runs of
// signs, so that the time stays in proportion to the text.
func (m *matching) alike() {
	index := m.index()
	var guesses []guess
	for i := range m.old {
		if m.old[i].taken {
			continue
		}
		for _, j := range m.candidates(&m.old[i], index) {
			if l := likeness(&m.old[i], &m.new[j]); l >= alikeAlone {
				guesses = append(guesses, guess{i, j, l})
			}
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return cmp.Compare(b.likeness, a.likeness) })
	for _, g := range guesses {
		if o, n := &m.old[g.old], &m.new[g.new]; !o.taken && !n.taken {
			m.take(o, n)
		}
	}
}

// index says which new parts have a run of three signs; common runs are cut short.
func (m *matching) index() map[uint64][]int {
	index := map[uint64][]int{}
	for j := range m.new {
		if m.new[j].taken {
			continue
		}
		for _, s := range shingles(m.new[j].text, 3) {
			if found := index[s]; len(found) <= common && (len(found) == 0 || found[len(found)-1] != j) {
				index[s] = append(found, j)
			}
		}
	}
	return index
}

// candidates returns the new parts that share most with an old one.
func (m *matching) candidates(o *part, index map[uint64][]int) []int {
	shared := map[int]int{}
	for _, s := range shingles(o.text, 3) {
		if found := index[s]; len(found) <= common {
			for _, j := range found {
				if m.new[j].key.class == o.key.class {
					shared[j]++
				}
			}
		}
	}
	best := make([]int, 0, len(shared))
	for j := range shared {
		best = append(best, j)
	}
	slices.SortFunc(best, func(a, b int) int { return cmp.Or(shared[b]-shared[a], a-b) })
	return best[:min(len(best), candidates)]
}
