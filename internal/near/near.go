// Package near finds the name that a person probably meant, for messages such as 没有“罚款金领”，是不是“罚款金额”？
// Headers of ledgers and rules typed by officials share it. It keeps no state.
package near

import "strings"

// longest is the length in characters above which two words are not compared: names are short, and the work grows with
// the product of the lengths.
const longest = 64

// Name returns the name that is nearest to word, the first one when several are equally near, and false when none is
// near: at most one character in three may be wrong, left out, added or swapped with its neighbour. A name that
// contains the word, or is contained in it, counts as near when both have two characters or more. A name equal to the
// word is no suggestion and is passed over.
func Name(word string, names []string) (string, bool) {
	w := []rune(word)
	best, least := "", longest+1
	for _, name := range names {
		if name == word {
			continue
		}
		if d, ok := distance(w, []rune(name)); ok && d < least {
			best, least = name, d
		}
	}
	return best, best != ""
}

// distance returns how far apart two words are, and whether that is near.
func distance(a, b []rune) (int, bool) {
	if len(a) == 0 || len(b) == 0 || len(a) > longest || len(b) > longest {
		return 0, false
	}
	d := edits(a, b)
	if d <= max(1, max(len(a), len(b))/3) && d < min(len(a), len(b)) {
		return d, true
	}
	part := len(a) > 1 && len(b) > 1 &&
		(strings.Contains(string(a), string(b)) || strings.Contains(string(b), string(a)))
	return d, part
}

// edits returns the optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
func edits(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, x := range a {
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
