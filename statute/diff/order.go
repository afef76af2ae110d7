package diff

import (
	"slices"

	"github.com/fazhi-go/fazhi/statute"
)

// outOfOrder returns the new nodes that were moved: those outside of the longest sequence that stands in the same order in both
// lists. Headings and what stands under them are looked at apart.
func outOfOrder(old []*statute.Node, pair map[*statute.Node]*statute.Node, new []*statute.Node, headings bool) []*statute.Node {
	place := make(map[*statute.Node]int, len(new))
	for j, n := range new {
		place[n] = j
	}
	var order []int
	for _, o := range old {
		j, here := place[pair[o]]
		if here && isHeading(o.Kind) == headings {
			order = append(order, j)
		}
	}
	stays := rising(order)
	var moved []*statute.Node
	for _, j := range order {
		if _, ok := slices.BinarySearch(stays, j); !ok {
			moved = append(moved, new[j])
		}
	}
	return moved
}

// rising returns the longest rising sequence within numbers that are all different.
func rising(numbers []int) []int {
	var ends []int // places of the lowest ends of sequences, by length
	before := make([]int, len(numbers))
	for i, x := range numbers {
		at, _ := slices.BinarySearchFunc(ends, x, func(e, x int) int { return numbers[e] - x })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	sequence := make([]int, len(ends))
	if len(ends) > 0 {
		for i, at := len(ends)-1, ends[len(ends)-1]; i >= 0; i, at = i-1, before[at] {
			sequence[i] = numbers[at]
		}
	}
	return sequence
}
