package diff

import (
	"strings"
	"unicode/utf8"
)

// farthest is the number of insertions and deletions up to which two texts are compared sign by sign; of texts that differ more,
// the beginning and the end are shown as kept and the rest as replaced.
const farthest = 600

// runs returns how a text became another. Put together, the old sides are the one text and the new sides the other.
func runs(old, new string) []Run {
	head := commonPrefix(old, new)
	tail := commonSuffix(old[head:], new[head:])
	a, b := signs(old[head:len(old)-tail]), signs(new[head:len(new)-tail])
	l := &runList{}
	l.add(Run{old[:head], old[:head]})
	shortestWay(l, a, b)
	l.add(Run{old[len(old)-tail:], old[len(old)-tail:]})
	return l.list()
}

// commonPrefix returns the length of what both texts begin with, in whole signs.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		_, x := utf8.DecodeRuneInString(a[n:])
		_, y := utf8.DecodeRuneInString(b[n:])
		if x != y || a[n:n+x] != b[n:n+y] {
			break
		}
		n += x
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		_, x := utf8.DecodeLastRuneInString(a[:len(a)-n])
		_, y := utf8.DecodeLastRuneInString(b[:len(b)-n])
		if x != y || a[len(a)-n-x:len(a)-n] != b[len(b)-n-y:len(b)-n] {
			break
		}
		n += x
	}
	return n
}

// noUTF8 is what a byte that is no UTF-8 becomes as a sign, added to it.
const noUTF8 = utf8.MaxRune + 1

// signs cuts a text into its signs.
func signs(s string) []rune {
	list := make([]rune, 0, len(s)/3+1)
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") {
			r = noUTF8 + rune(s[i])
		}
		list = append(list, r)
	}
	return list
}

// textOf puts signs together again.
func textOf(signs ...rune) string {
	var b strings.Builder
	for _, r := range signs {
		if r >= noUTF8 {
			b.WriteByte(byte(r - noUTF8))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// shortestWay appends the fewest insertions and deletions that make b of a, after Eugene W. Myers, "An O(ND) Difference
// Algorithm and Its Variations" (1986).
func shortestWay(l *runList, a, b []rune) {
	trail := search(a, b)
	if trail == nil {
		l.add(Run{Old: textOf(a...)})
		l.add(Run{New: textOf(b...)})
		return
	}
	x, y := len(a), len(b)
	back := make([]Run, 0, max(x, y))
	for d := len(trail) - 1; d >= 0; d-- {
		start, down := 0, false
		if d > 0 {
			start, down = startOf(trail[d-1], d, x-y)
		}
		for x > start {
			x, y = x-1, y-1
			back = append(back, Run{textOf(a[x]), textOf(a[x])})
		}
		switch {
		case d > 0 && down:
			y--
			back = append(back, Run{New: textOf(b[y])})
		case d > 0:
			x--
			back = append(back, Run{Old: textOf(a[x])})
		}
	}
	for i := len(back) - 1; i >= 0; i-- {
		l.add(back[i])
	}
}

// search returns, for each number of edits, how far every diagonal reaches: trail[d][k+d] for the diagonal k. It is nil when the
// texts are farther apart than is looked at.
func search(a, b []rune) [][]int32 {
	var trail [][]int32
	for d := 0; d <= min(farthest, len(a)+len(b)); d++ {
		row := make([]int32, 2*d+1)
		for k := -d; k <= d; k += 2 {
			x := 0
			if d > 0 {
				x, _ = startOf(trail[d-1], d, k)
			}
			for x < len(a) && x-k < len(b) && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			row[k+d] = int32(x)
			if x == len(a) && x-k == len(b) {
				return append(trail, row)
			}
		}
		trail = append(trail, row)
	}
	return nil
}

// startOf returns where diagonal k begins after one more edit, and whether that was a step down, an insertion.
func startOf(last []int32, d, k int) (x int, down bool) {
	at := func(k int) int { return int(last[k+d-1]) }
	if k == -d || k != d && at(k-1) < at(k+1) {
		return at(k + 1), true
	}
	return at(k-1) + 1, false
}

// A runList puts signs together to runs: kept ones, and what was deleted before what was inserted in its place.
type runList struct {
	done     []Run
	kept     strings.Builder
	old, new strings.Builder // the edit before kept
}

func (l *runList) add(r Run) {
	if r.Kept() {
		l.kept.WriteString(r.Old)
		return
	}
	l.close(1)
	l.old.WriteString(r.Old)
	l.new.WriteString(r.New)
}

// close ends what was kept, so that an edit may follow. So few signs between two edits are only chance, and join them.
func (l *runList) close(chance int) {
	kept := l.kept.String()
	l.kept.Reset()
	if l.old.Len()+l.new.Len() > 0 && utf8.RuneCountInString(kept) <= chance {
		l.old.WriteString(kept)
		l.new.WriteString(kept)
		return
	}
	l.flush()
	if kept != "" {
		l.done = append(l.done, Run{kept, kept})
	}
}

// flush ends an edit.
func (l *runList) flush() {
	if l.old.Len() > 0 {
		l.done = append(l.done, Run{Old: l.old.String()})
	}
	if l.new.Len() > 0 {
		l.done = append(l.done, Run{New: l.new.String()})
	}
	l.old.Reset()
	l.new.Reset()
}

// list returns the runs.
func (l *runList) list() []Run {
	l.close(0)
	l.flush()
	return l.done
}
