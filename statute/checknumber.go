package statute

import (
	"strconv"

	"github.com/fazhi-go/fazhi/internal/han"
)

// A run is a sequence of numbers of one kind, of which the last is judged when the next is known.
type run struct {
	node    *Node // the last that was judged, nil if none was
	num     Num   // its number, or the one that it should have
	waiting *Node
}

// isCounted reports whether nodes of the kind have numbers in a sequence.
func (k Kind) isCounted() bool {
	return k.isDivision() || k == Article || k == Clause || k == Item || k == Point
}

// count takes the next node of its kind.
func (c *checker) count(n *Node) {
	r := &c.runs[n.Kind]
	if r.waiting != nil {
		c.judge(r, r.waiting, n)
	}
	r.waiting = n
}

// endRuns judges what waits, and begins anew.
func (c *checker) endRuns() {
	for i := range c.runs {
		r := &c.runs[i]
		if r.waiting != nil {
			c.judge(r, r.waiting, nil)
		}
		if r.node != nil && r.node.Kind == Article {
			c.swallowed(r.node, r.num)
		}
		*r = run{}
	}
}

// judge compares a number with what stands before and behind it.
func (c *checker) judge(r *run, n, next *Node) {
	goesOn, begins := false, true
	if r.node != nil {
		goesOn, begins = related(r.node, n)
	}
	var was Num
	if goesOn {
		was = r.num
	}
	if n.Num.follows(was) || begins && n.Num == (Num{N: 1}) {
		r.node, r.num = n, n.Num
		return
	}
	r.num = c.misnumbered(r, n, was, next, goesOn)
	r.node = n
}

// misnumbered reports a number that does not follow, and returns with which number the sequence goes on.
func (c *checker) misnumbered(r *run, n *Node, was Num, next *Node, goesOn bool) Num {
	expected, behind := Num{N: was.N + 1}, Num{N: was.N + 2}
	if n.Num.Sub > 0 {
		expected, behind = Num{was.N, was.Sub + 1}, Num{was.N, was.Sub + 2}
	}
	follower := Num{}
	if next != nil {
		if on, anew := related(n, next); on && !(anew && next.Num.N == 1) {
			follower = next.Num
		}
	}
	switch {
	case follower == behind:
		c.report(faultWrong, n, "%s应为%s", written(n.Kind, n.Num), written(n.Kind, expected))
		return expected
	case n.Num == was:
		c.report(faultDuplicate, n, "%s重复", written(n.Kind, n.Num))
	case n.Num.Compare(was) > 0:
		c.missing(r, n, was, goesOn)
	case n.Num.N == 1:
		c.report(faultRestart, n, "%s之后序号重新从%s开始", written(n.Kind, was), written(n.Kind, n.Num))
	default:
		c.report(faultOrder, n, "%s排在%s之后", written(n.Kind, n.Num), written(n.Kind, was))
		if follower.follows(was) {
			return was
		}
	}
	return n.Num
}

// related says how n may count after prev: on from it, and from one.
func related(prev, n *Node) (goesOn, begins bool) {
	elsewhere := prev.parent != n.parent
	switch n.Kind {
	case Part:
		return true, false
	case Subpart:
		return true, elsewhere
	case Chapter: // through the whole or within each 编; names without articles before them are contents
		return true, elsewhere || prev.first == nil
	case Section:
		return !elsewhere, elsewhere || prev.first == nil
	case Article:
		return true, elsewhere && prev.Up(Part) != n.Up(Part)
	case Clause:
		return true, elsewhere || n.Up(Annex) != nil
	case Item:
		return !elsewhere || prev.holder() == n.holder(), n.prev != prev
	}
	return true, n.prev != prev
}

// holder returns the article or clause that an item belongs to, or what holds it otherwise.
func (n *Node) holder() *Node {
	for n = n.parent; n.Kind == Paragraph || n.Kind == Item; n = n.parent {
	}
	return n
}

// written writes a number as the label of its kind has it.
func written(k Kind, n Num) string {
	switch k {
	case Item:
		return "（" + han.Numeral(n.N) + "）"
	case Point:
		return strconv.Itoa(n.N) + "."
	case Clause:
		return han.Numeral(n.N) + "、"
	}
	s := "第" + han.Numeral(n.N) + kinds[k].name
	if n.Sub > 0 {
		s += "之" + han.Numeral(n.Sub)
	}
	return s
}
