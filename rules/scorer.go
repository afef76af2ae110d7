package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Scorer scores documents by one rubric. It does not change and may be used by several goroutines at once if the
// accessors of the vocabulary may. The zero Scorer knows no items; CompileRubric makes one.
type Scorer[T any] struct {
	rubric  rubric.Rubric
	tests   []func(T) bool // the conditions, each once
	groups  []grouped      // the first is of items without a declared one
	items   []scored
	result  rubric.Result // of a document that nobody has looked at
	paths   []fazhi.Path  // of all marks, one after the other
	formula *rubric.Formula
}

// scored is one item that can be asked.
type scored struct {
	applies, meets   query
	group            int
	person           bool          // there is nothing to ask: a person judges
	points, kept     rubric.Points // when it is met, and when it is not
	times            int           // how many faults the latter is
	unmet            string        // the reason
	firstPath, paths int           // where its paths begin and end
}

// CompileRubric checks a rubric, by rubric.Vet, and its conditions, against a vocabulary, and returns what scores
// documents by it. With an error among the issues the scorer is nil. The issues name all faults with the cell where it
// is known; their paths are those of the rubric's JSON, "/items/3/meets/0/field". Items and groups whose conditions no
// document whatever can fulfil are faults too; an item that no document can miss is told as a warning.
func CompileRubric[T any](v *Vocabulary[T], r rubric.Rubric) (*Scorer[T], fazhi.Issues) {
	r = clone(r)
	c := &compiler[T]{vocabulary: v, relations: relations(), at: r.At, issues: rubric.Vet(r), search: search{all: allGuesses}}
	s := &Scorer[T]{rubric: r}
	if len(r.Items) > rubric.MaxItems || len(r.Groups) > rubric.MaxGroups {
		return nil, c.issues
	}
	s.groups = append(s.groups, grouped{})
	for i := range r.Groups {
		s.groups = append(s.groups, c.group(i, &r.Groups[i]))
	}
	for i := range r.Items {
		s.items = append(s.items, s.item(c, i))
	}
	s.tests = c.tests
	if c.issues.Count(fazhi.Error) > 0 {
		return nil, c.issues
	}
	s.formula = rubric.NewFormula(r)
	s.result = rubric.Result{Rubric: r.ID, Version: r.Version, Digest: r.Digest()}
	for i := range r.Items {
		s.result.Marks = append(s.result.Marks, rubric.Mark{Item: r.Items[i].ID})
	}
	return s, c.issues
}

// item compiles the conditions of the i-th item.
func (s *Scorer[T]) item(c *compiler[T], i int) scored {
	item := &s.rubric.Items[i]
	made := scored{points: item.Points, person: len(item.Meets) == 0, firstPath: len(s.paths), group: s.groupOf(item)}
	made.kept, made.times = unmet(item)
	applies := c.list(fazhi.At("items", i, "applies"), fmt.Sprintf("第%d项的适用条件，", i+1), item.Applies)
	meets := c.list(fazhi.At("items", i, "meets"), fmt.Sprintf("第%d项的合格条件，", i+1), item.Meets)
	made.applies, made.meets = applies.query, meets.query
	c.reachItem(i, &s.groups[made.group].claims, applies.claims, meets.claims)
	made.unmet = "没有达到合格条件：" + InWords(item.Meets)
	g := &s.groups[made.group]
	for _, path := range slices.Concat(g.paths, applies.paths, meets.paths) {
		if path != "" && !slices.Contains(s.paths[made.firstPath:], path) {
			s.paths = append(s.paths, path)
		}
	}
	made.paths = len(s.paths)
	return made
}

// unmet returns what an item keeps that does not meet its conditions, which is one fault, and how many faults that is
// when each of them is counted.
func unmet(i *rubric.Item) (kept rubric.Points, times int) {
	switch {
	case i.Each > 0:
		return i.Kept(1), 1
	case i.Most > 0:
		return i.Points - i.Most, 0
	}
	return 0, 0
}

// list compiles a list of conditions that has a place.
func (c *compiler[T]) list(base fazhi.Path, where string, conditions []rubric.Condition) *compiled[T] {
	c.base, c.where = base, where
	return c.compile(conditions[:min(len(conditions), rubric.MaxConditions)])
}

// Rubric returns a copy of the rubric.
func (s *Scorer[T]) Rubric() rubric.Rubric { return clone(s.rubric) }

// Formula returns what turns the marks into a score and a grade.
func (s *Scorer[T]) Formula() *rubric.Formula { return cmp.Or(s.formula, new(rubric.Formula)) }

// Score judges a document: one mark for each item, in the order of the rubric. An item whose 适用条件 do not hold, or
// whose group's do not, is not applicable. Where what its group needs is missing it is not met and keeps nothing,
// whoever would have judged it. Else it is met, and has all its points, or not met, by its 合格条件, which is one fault;
// one without waits for a person. The same document gives the same result. The work is linear in the number of
// conditions, and nothing is allocated but the result.
func (s *Scorer[T]) Score(doc T) rubric.Result {
	var r rubric.Result
	s.ScoreInto(&r, doc)
	return r
}

// ScoreInto is Score for one who looks at very many results and keeps none: r is the zero Result or an earlier result of
// this scorer, whose slices are used again, so that nothing is allocated.
func (s *Scorer[T]) ScoreInto(r *rubric.Result, doc T) {
	if r.Digest != s.result.Digest || len(r.Marks) != len(s.items) {
		*r = s.blank()
	}
	e := examination[T]{scorer: s, doc: doc}
	for n := range s.groups {
		e.standings[n] = e.standing(&s.groups[n])
	}
	for i := range s.items {
		e.judge(&s.items[i], &r.Marks[i])
	}
	r.AddUp(s.rubric.Items)
}

// blank returns a result of nobody else, with the places that the marks name.
func (s *Scorer[T]) blank() rubric.Result {
	r := s.result
	r.Marks = slices.Clone(s.result.Marks)
	paths := slices.Clone(s.paths)
	for i := range s.items {
		r.Marks[i].Paths = paths[s.items[i].firstPath:s.items[i].paths:s.items[i].paths]
	}
	return r
}

// clone copies a rubric, so that nobody else can change it.
func clone(r rubric.Rubric) rubric.Rubric {
	r.Floor, r.Ceiling, r.Veto = copied(r.Floor), copied(r.Ceiling), copied(r.Veto)
	r.Grades, r.Groups, r.Items = slices.Clone(r.Grades), slices.Clone(r.Groups), slices.Clone(r.Items)
	for i := range r.Groups {
		g := &r.Groups[i]
		g.Veto, g.Applies, g.Needs = copied(g.Veto), slices.Clone(g.Applies), slices.Clone(g.Needs)
	}
	for i := range r.Items {
		r.Items[i].Applies = slices.Clone(r.Items[i].Applies)
		r.Items[i].Meets = slices.Clone(r.Items[i].Meets)
	}
	return r
}

// copied returns a pointer to a copy, nil for nil.
func copied[V any](p *V) *V {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
