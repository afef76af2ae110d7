package sample

import "slices"

// A balance shares files among reviewers as evenly as their choices allow: no exchange of files would make the loads more
// even, so that the greatest load and the sum of squares are the least that can be.
type balance struct {
	choices [][]int // by file: reviewers that may have it, at least one
	chosen  []int   // by file
	load    []int   // by reviewer
}

func (b *balance) share() {
	b.chosen = make([]int, len(b.choices))
	for i, choices := range b.choices {
		best := choices[0]
		for _, n := range choices {
			if b.load[n] < b.load[best] {
				best = n
			}
		}
		b.chosen[i] = best
		b.load[best]++
	}
	for moved := true; moved; {
		moved = false
		for n := range b.load {
			for b.relieve(n) {
				moved = true
			}
		}
	}
}

// relieve passes files on along the shortest way from a reviewer to one who has at least two fewer.
func (b *balance) relieve(n int) bool {
	if b.load[n] < slices.Min(b.load)+2 {
		return false
	}
	reached, by := b.reach(n)
	for _, to := range reached {
		if b.load[to] > b.load[n]-2 {
			continue
		}
		b.load[n]--
		b.load[to]++
		for to != n {
			file := by[to]
			to, b.chosen[file] = b.chosen[file], to
		}
		return true
	}
	return false
}

// reach lists the reviewers who could take over files, from n or from one another, in the order of distance, n first; and
// by which file each was reached.
func (b *balance) reach(n int) (reached []int, by map[int]int) {
	held := make(map[int][]int)
	for file, who := range b.chosen {
		held[who] = append(held[who], file)
	}
	reached, by = []int{n}, map[int]int{n: -1}
	for i := 0; i < len(reached); i++ {
		for _, file := range held[reached[i]] {
			for _, to := range b.choices[file] {
				if _, seen := by[to]; !seen {
					by[to] = file
					reached = append(reached, to)
				}
			}
		}
	}
	return reached, by
}

// crowd returns the reviewers around the one with the greatest load, and how many files only they may have.
func (b *balance) crowd() (files int, who []int) {
	most := 0
	for n := range b.load {
		if b.load[n] > b.load[most] {
			most = n
		}
	}
	who, _ = b.reach(most)
	for _, n := range who {
		files += b.load[n]
	}
	return files, who
}
