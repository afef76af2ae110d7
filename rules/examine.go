package rules

import "github.com/fazhi-go/fazhi/rules/rubric"

// query is a list of conditions by their numbers, with orElse between alternatives. Without any it holds.
type query []int32

// orElse begins another alternative.
const orElse = -1

// standing is how a document stands to a group.
type standing uint8

const (
	inside  standing = iota // its items are to be judged
	outside                 // the group does not apply
	lacking                 // what it needs is missing
)

// maxAnswers is how many answers are remembered. Conditions above, of which no known rubric has so many, are asked again
// each time.
const maxAnswers = 512

// The reasons why an item does not apply. They are short, because most items of a rubric do not apply to most documents and the
// digest of a result is over all reasons; the rubric, which the result names, holds the condition.
const (
	unfitItem  = "不具备适用条件"
	unfitGroup = "所在分组不具备适用条件"
)

// examination is the work on one document. Conditions that several items share are asked once.
type examination[T any] struct {
	scorer    *Scorer[T]
	doc       T
	answers   [maxAnswers]int8 // 0: not asked, 1: it holds, -1: it does not
	standings [1 + rubric.MaxGroups]standing
}

func (e *examination[T]) holds(q query) bool {
	so := true
	for _, n := range q {
		switch {
		case n != orElse:
			so = so && e.ask(n)
		case so:
			return true
		default:
			so = true
		}
	}
	return so
}

func (e *examination[T]) ask(n int32) bool {
	if n < maxAnswers && e.answers[n] != 0 {
		return e.answers[n] > 0
	}
	return e.askFirst(n)
}

// askFirst asks a condition that has no answer yet.
func (e *examination[T]) askFirst(n int32) bool {
	yes := e.scorer.tests[n](e.doc)
	if n < maxAnswers {
		e.answers[n] = -1
		if yes {
			e.answers[n] = 1
		}
	}
	return yes
}

func (e *examination[T]) standing(g *grouped) standing {
	switch {
	case !e.holds(g.applies):
		return outside
	case !e.holds(g.needs):
		return lacking
	}
	return inside
}

// judge fills in the mark of an item, all but its name and its paths.
func (e *examination[T]) judge(i *scored, m *rubric.Mark) {
	m.Verdict, m.Points, m.Times, m.Reason = rubric.NotMet, 0, 0, ""
	group := e.standings[i.group]
	switch {
	case group == outside:
		m.Verdict, m.Reason = rubric.NotApplicable, unfitGroup
	case !e.holds(i.applies):
		m.Verdict, m.Reason = rubric.NotApplicable, unfitItem
	case group == lacking:
		m.Reason = e.scorer.groups[i.group].lacks
	case i.person:
		m.Verdict = rubric.NotJudged
	case e.holds(i.meets):
		m.Verdict, m.Points = rubric.Met, i.points
	default:
		m.Points, m.Times, m.Reason = i.kept, i.times, i.unmet
	}
}
