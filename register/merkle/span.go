package merkle

import (
	"math/bits"
	"slices"
)

// A span is the subtree over the leaves from, from+1, … to-1.
type span struct{ from, to int64 }

// middle returns where the right half of a subtree with several leaves begins: the left half has the greatest power of
// two of leaves that is smaller than the whole.
func (s span) middle() int64 {
	return s.from + 1<<(bits.Len64(uint64(s.to-s.from-1))-1)
}

// inclusionSpans lists the subtrees whose roots are the path of an inclusion proof, in the order of the path.
func inclusionSpans(index, size int64) []span {
	var path []span
	for s := (span{0, size}); s.to-s.from > 1; {
		middle := s.middle()
		left, right := span{s.from, middle}, span{middle, s.to}
		if index < middle {
			path, s = append(path, right), left
		} else {
			path, s = append(path, left), right
		}
	}
	slices.Reverse(path)
	return path
}

// consistencySpans lists the subtrees whose roots are the path of a consistency proof, in the order of the path. The
// earlier tree is not empty.
func consistencySpans(old, size int64) []span {
	var path []span
	s := span{0, size}
	for old < s.to {
		middle := s.middle()
		left, right := span{s.from, middle}, span{middle, s.to}
		if old <= middle {
			path, s = append(path, right), left
		} else {
			path, s = append(path, left), right
		}
	}
	if s.from > 0 {
		path = append(path, s)
	}
	slices.Reverse(path)
	return path
}
