package amend

import (
	"slices"

	"github.com/fazhi-go/fazhi/statute"
)

// An insertion is a new article that has no place yet.
type insertion struct {
	op      int
	node    *statute.Node
	chapter *statute.Node // that the decision names; nil: none
}

// A numbered is an article that the decision gives a number.
type numbered struct {
	op     int
	node   *statute.Node
	number statute.Num
}

// renumber notes what number a part is to have.
func (e *editor) renumber(i int) string {
	op, n := e.ops[i], e.at[i][0]
	switch {
	case i > 0 && e.ops[i-1].Kind == Merge && e.ops[i-1].At == op.At && e.reasons[i-1] != "":
		return e.reasons[i-1]
	case n.Kind == statute.Article:
		e.numbered = append(e.numbered, numbered{i, n, op.To.Article})
	case n.Kind.IsDivision():
		relabel(n, op.To.number())
	case n.Kind == statute.Item, n.Kind == statute.Paragraph:
		// looked at when all are in their places
	default:
		return whyUnit
	}
	return ""
}

// number gives articles and items their places and numbers, when everything else is done.
func (e *editor) number() {
	e.order()
	for i, op := range e.ops {
		if op.Kind != Renumber || e.reasons[i] != "" {
			continue
		}
		n := e.at[i][0]
		if (n.Kind == statute.Item || n.Kind == statute.Paragraph) && place(n) != op.To.number().N {
			e.reasons[i] = whyStands
		} else if n.Kind == statute.Item {
			relabel(n, op.To.number())
		}
	}
	for list := range e.lists {
		for k, n := range of(list, statute.Item) {
			if e.adjust {
				relabel(n, statute.Num{N: k + 1})
			}
		}
	}
}

// place returns the how manyth of its kind n is in its parent.
func place(n *statute.Node) int {
	if n.Parent() == nil {
		return 0
	}
	return slices.Index(of(n.Parent(), n.Kind), n) + 1
}

// A slot is an article with its number afterwards.
type slot struct {
	node   *statute.Node
	number statute.Num
	op     int // that gives it the number; -1: none
	fresh  bool
	home   *statute.Node
}

// order puts new articles in their places and numbers all.
func (e *editor) order() {
	if len(e.fresh)+len(e.numbered) == 0 && !(e.adjust && e.articles) {
		return
	}
	given := e.given()
	rest := e.rest(given)
	if restarts(rest) {
		e.refuse(given, whyRestarts)
		return
	}
	var all []slot
	if e.adjust {
		all = e.sequence(given, rest)
	} else {
		all = e.between(given, rest)
	}
	for i := range all {
		e.settle(all, i)
	}
	for _, s := range all {
		switch {
		case s.op < 0 || e.reasons[s.op] == "":
			relabel(s.node, s.number)
		case s.fresh:
			s.node.Remove() // the others of an operation that failed
		}
	}
}

// given returns the articles whose number the decision gives, by number. Of two with the same number the first counts.
func (e *editor) given() []slot {
	var list []slot
	for _, f := range e.fresh {
		list = append(list, slot{f.node, f.node.Num, f.op, true, f.chapter})
	}
	for _, n := range e.numbered {
		if e.reasons[n.op] == "" && isIn(n.node, e.text.Root) {
			list = append(list, slot{n.node, n.number, n.op, false, nil})
		}
	}
	slices.SortStableFunc(list, func(a, b slot) int { return a.number.Compare(b.number) })
	kept := list[:0]
	for _, s := range list {
		if len(kept) > 0 && kept[len(kept)-1].number == s.number {
			e.reasons[s.op] = whyTaken
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// rest returns the other articles, in their order.
func (e *editor) rest(given []slot) []slot {
	named := map[*statute.Node]bool{}
	for _, s := range given {
		named[s.node] = true
	}
	var list []slot
	for _, n := range articlesOf(e.text.Root) {
		if !named[n] {
			list = append(list, slot{n, n.Num, -1, false, nil})
		}
	}
	return list
}

// restarts reports whether articles do not count through the whole text.
func restarts(rest []slot) bool {
	highest := 0
	for _, s := range rest {
		if s.number.N < highest-mostPlaces/10 || s.number.N == 1 && highest > 1 {
			return true
		}
		highest = max(highest, s.number.N)
	}
	return false
}

func (e *editor) refuse(list []slot, why string) {
	for _, s := range list {
		e.reasons[s.op] = why
	}
}

// sequence counts through: where the next number is given, that article stands, else the next of the rest.
func (e *editor) sequence(given, rest []slot) []slot {
	var all []slot
	last := statute.Num{}
	for len(given)+len(rest) > 0 {
		sub, next := statute.Num{N: last.N, Sub: last.Sub + 1}, statute.Num{N: last.N + 1}
		switch {
		case len(given) > 0 && (given[0].number == sub || given[0].number == next):
			last = given[0].number
			all, given = append(all, given[0]), given[1:]
		case len(rest) == 0:
			e.refuse(given, whyBeyond)
			given = nil
		default:
			if last = next; rest[0].number.Sub > 0 && sub.N > 0 {
				last = sub
			}
			rest[0].number = last
			all, rest = append(all, rest[0]), rest[1:]
		}
	}
	return all
}

// between keeps the numbers of the rest, and puts what is given between them.
func (e *editor) between(given, rest []slot) []slot {
	all := slices.Clone(rest)
	for _, g := range given {
		if slices.ContainsFunc(all, func(s slot) bool { return s.number == g.number }) {
			e.reasons[g.op] = whyTaken
			continue
		}
		at := slices.IndexFunc(all, func(s slot) bool { return s.number.Compare(g.number) > 0 })
		if at < 0 {
			at = len(all)
		}
		all = slices.Insert(all, at, g)
	}
	return all
}

// settle puts an article whose number is given where it belongs. When it is open in which chapter that is, it stays out, and
// its number stays free.
func (e *editor) settle(all []slot, i int) {
	s := &all[i]
	if s.op < 0 || e.reasons[s.op] != "" || e.stands(all, i) {
		return
	}
	var before, after *statute.Node
	for k := i - 1; k >= 0 && before == nil; k-- {
		before = inTree(all[k].node, e.text.Root)
	}
	for k := i + 1; k < len(all) && after == nil; k++ {
		if all[k].op < 0 {
			after = all[k].node
		}
	}
	switch {
	case before == nil && after == nil:
		e.reasons[s.op] = whyNowhere
	case before != nil && (after == nil || after.Parent() == before.Parent() || s.home == before.Parent()) && (s.home == nil || s.home == before.Parent()):
		before.InsertAfter(s.node)
	case after != nil && (before == nil || s.home == after.Parent()) && (s.home == nil || s.home == after.Parent()):
		put([]*statute.Node{s.node}, nil, after)
	default:
		e.reasons[s.op] = whyChapter
	}
}

// stands reports whether an article of the text stands behind the one before it already.
func (e *editor) stands(all []slot, i int) bool {
	if all[i].fresh {
		return false
	}
	have := articlesOf(e.text.Root)
	at := slices.Index(have, all[i].node)
	for k := i - 1; k >= 0; k-- {
		if inTree(all[k].node, e.text.Root) != nil {
			return at > 0 && have[at-1] == all[k].node
		}
	}
	return at == 0
}

func inTree(n, root *statute.Node) *statute.Node {
	if isIn(n, root) {
		return n
	}
	return nil
}
