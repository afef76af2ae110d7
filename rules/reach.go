package rules

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Codes of what conditions of a rubric can never do.
const (
	IdleItem  fazhi.Code = "rules/item/unreachable"  // it applies to no document whatever
	NeverMet  fazhi.Code = "rules/item/never"        // no document whatever meets it
	AlwaysMet fazhi.Code = "rules/item/always"       // every document to which it applies meets it
	IdleGroup fazhi.Code = "rules/group/unreachable" // it applies to no document whatever
	Lacking   fazhi.Code = "rules/group/never"       // what it needs is never there
)

// claim is what a condition says of one field, apart from any document; holds is nil when it could not be compiled.
type claim struct {
	field  int
	values []any
	part   int // 1: the value must hold a part, or a list a text; -1: it must not; 0: neither
	holds  func(*guess) bool
}

// claim makes a claim of a condition about the n-th field.
func (f *Field[T]) claim(n int, r *relation, values []any) claim {
	c := claim{field: n, values: values, holds: f.guessed().test(r, values)}
	switch {
	case r.op == contains && r.not:
		c.part = -1
	case r.op == contains:
		c.part = 1
	}
	return c
}

// not is the opposite of a claim.
func (c claim) not() claim {
	if holds := c.holds; holds != nil {
		c.part, c.holds = -c.part, func(g *guess) bool { return !holds(g) }
	}
	return c
}

// guess is one value that a field may have: the accessor of its kind says which part of it.
type guess struct {
	given  bool // else the field is empty
	text   string
	number int64
	yes    bool
	list   []string
	paper  fazhi.Number
}

// guessed returns a field of the same kind whose documents are guesses.
func (f *Field[T]) guessed() *Field[*guess] {
	g := &Field[*guess]{column: f.column}
	switch {
	case f.ordered != nil:
		g.ordered = func(v *guess) (int64, bool) { return v.number, v.given }
	case f.list != nil:
		g.list = func(v *guess) []string { return v.list }
	case f.yes != nil:
		g.yes = func(v *guess) (bool, bool) { return v.yes, v.given }
	case f.number != nil:
		g.number = func(v *guess) (fazhi.Number, bool) { return v.paper, v.given }
	default:
		g.text = func(v *guess) (string, bool) { return v.text, v.given }
	}
	return g
}

// strange stands in no condition, because rubrics hold no control characters.
const strange = "\x00"

// guesses returns values of one field that decide whether claims about it can hold together: if any value fulfils them
// all, one of these does. They are: no value; each value that the claims name, and of ordered ones those beside it,
// because truth changes nowhere else; and one that is nobody's, with all the parts that must be in it.
func guesses(claims []claim) []guess {
	list := []guess{{}}
	other := guess{given: true, text: strange, paper: fazhi.Number{Issuer: strange, Year: 1, Seq: 1}}
	for i := range claims {
		for _, v := range claims[i].values {
			switch v := v.(type) {
			case string:
				list = append(list, guess{given: true, text: v, list: []string{v}})
				if claims[i].part > 0 {
					other.text, other.list = other.text+v+strange, append(other.list, v)
				}
			case fazhi.Number:
				list = append(list, guess{given: true, paper: v})
			case bool: // both are there anyway
			default:
				n := numberOf(v)
				list = append(list, guess{given: true, number: n - 1}, guess{given: true, number: n}, guess{given: true, number: n + 1})
			}
		}
	}
	if other.list == nil {
		other.list = []string{strange}
	}
	list = append(list, other)
	other.yes = true
	return append(list, other)
}

// Bounds of the work on one question and on all of a rubric, in guesses tried. No table that people type comes near.
const (
	maxGuesses = 100_000
	allGuesses = 1_000_000
)

// search asks whether lists of conditions can hold together for any document whatever. Fields are taken to be
// independent and to have any value of their kind: so "no" is certain, also for documents that know less.
type search struct {
	left int // of one question
	all  int
}

// ask reports whether lists can hold together; true, too, when it takes too long to find out.
func (s *search) ask(lists ...[][]claim) bool {
	s.left = min(maxGuesses, s.all)
	before := s.left
	found := s.possible(nil, lists)
	s.all = max(0, s.all-(before-s.left))
	return found
}

// avoidable reports whether lists can hold while another one does not: while in each of its alternatives something does
// not.
func (s *search) avoidable(other [][]claim, lists ...[][]claim) bool {
	for _, alternative := range other {
		var broken [][]claim
		for _, c := range alternative {
			broken = append(broken, []claim{c.not()})
		}
		lists = append(lists, broken)
	}
	return s.ask(lists...)
}

// possible reports whether some choice of one alternative of each list can hold, beside what has been chosen.
func (s *search) possible(chosen []claim, lists [][][]claim) bool {
	switch {
	case s.left <= 0:
		return true
	case !s.together(chosen):
		return false
	case len(lists) == 0:
		return true
	}
	if len(lists[0]) == 0 { // no conditions
		return s.possible(chosen, lists[1:])
	}
	return slices.ContainsFunc(lists[0], func(one []claim) bool {
		return s.possible(slices.Concat(chosen, one), lists[1:])
	})
}

// together reports whether claims can all hold: whether of each field some value fulfils those about it.
func (s *search) together(claims []claim) bool {
	s.left -= len(claims)
	claims = slices.DeleteFunc(slices.Clone(claims), func(c claim) bool { return c.holds == nil })
	slices.SortStableFunc(claims, func(a, b claim) int { return a.field - b.field })
	for len(claims) > 0 {
		n := 1
		for n < len(claims) && claims[n].field == claims[0].field {
			n++
		}
		if !s.field(claims[:n]) {
			return false
		}
		claims = claims[n:]
	}
	return true
}

// field reports whether claims about one field can all hold.
func (s *search) field(claims []claim) bool {
	list := guesses(claims)
	s.left -= len(list)
	for i := range list {
		s.left -= len(claims)
		if !slices.ContainsFunc(claims, func(c claim) bool { return !c.holds(&list[i]) }) {
			return true
		}
	}
	return false
}

// groupClaims are the conditions of a group; idle says that it is at fault, and its items need no more be looked at.
type groupClaims struct {
	applies, needs [][]claim
	idle           bool
}

// reachGroup reports a group that no document can reach.
func (c *compiler[T]) reachGroup(i int, applies, needs [][]claim) groupClaims {
	path, idle := fazhi.At("groups", i), true
	switch {
	case !c.search.ask(applies):
		c.say(path.At("applies"), IdleGroup, fazhi.Error, fmt.Sprintf("第%d组的适用条件不可能成立，这一组永远不适用", i+1))
	case !c.search.ask(applies, needs):
		c.say(path.At("needs"), Lacking, fazhi.Error, fmt.Sprintf("第%d组适用时，应有的条件不可能成立", i+1))
	default:
		idle = false
	}
	return groupClaims{applies, needs, idle}
}

// reachItem reports an item that no document can reach, meet or miss.
func (c *compiler[T]) reachItem(i int, g *groupClaims, own, meets [][]claim) {
	path := fazhi.At("items", i)
	switch {
	case g.idle:
	case !c.search.ask(g.applies, own):
		c.say(path.At("applies"), IdleItem, fazhi.Error, fmt.Sprintf("第%d项的适用条件不可能成立，这一项永远不适用", i+1))
	case !c.search.ask(g.applies, g.needs, own):
		c.say(path.At("applies"), IdleItem, fazhi.Error, fmt.Sprintf("第%d项的适用条件与分组应有的条件不可能同时成立", i+1))
	case len(meets) == 0:
	case !c.search.ask(g.applies, g.needs, own, meets):
		c.say(path.At("meets"), NeverMet, fazhi.Error, fmt.Sprintf("第%d项适用时，合格条件不可能成立", i+1))
	case len(g.needs) == 0 && !c.search.avoidable(meets, g.applies, own):
		c.say(path.At("meets"), AlwaysMet, fazhi.Warning, fmt.Sprintf("第%d项适用时，合格条件总是成立，不会有不合格的", i+1))
	}
}

func (c *compiler[T]) say(path fazhi.Path, code fazhi.Code, severity fazhi.Severity, message string) {
	c.issues = append(c.issues, fazhi.Issue{Code: code, Severity: severity, Path: path, Message: message})
	rubric.Locate(c.issues[len(c.issues)-1:], c.at)
}
