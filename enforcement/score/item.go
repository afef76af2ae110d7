package score

import (
	"slices"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// item is a leaf of the tree: what an item that earns or adds keeps, what one that deducts takes.
func (t *telling[T]) item(i int, role rubric.Role) Node {
	item, mark := &t.model.rubric.Items[i], &t.marks[i]
	f := t.finding(i)
	n := Node{Level: OfItem, Name: item.Name, Rule: Rule{Operation: Given}, Item: f, Value: exactly(f.Kept)}
	switch role {
	case rubric.Earns:
		of := item.Points
		if mark.Verdict == rubric.NotApplicable {
			of = 0
		}
		n.Of = &of
	case rubric.Deducts:
		n.Value = exactly(f.Lost)
	}
	return n
}

// finding says what was found for the i-th item.
func (t *telling[T]) finding(i int) *Finding {
	item, mark, auto := &t.model.rubric.Items[i], &t.marks[i], &t.auto[i]
	f := &Finding{ID: item.ID, Role: item.Role, Basis: item.Basis, Rule: ruleWords(item), Points: item.Points,
		Verdict: mark.Verdict, Kept: mark.Points, Times: mark.Times, Reason: mark.Reason, By: ByProgram}
	if f.Basis == "" {
		f.Basis = t.model.rubric.Basis
	}
	if mark.Verdict == rubric.NotMet && item.Role != rubric.Adds {
		f.Lost = item.Points - mark.Points
	}
	switch {
	case mark.Verdict == rubric.NotJudged:
		f.By = ByNobody
	case auto.Verdict == rubric.NotJudged:
		f.By = ByPerson
	case mark.Verdict != auto.Verdict || mark.Points != auto.Points:
		f.By, f.Auto = ByPerson, &Automatic{auto.Verdict, auto.Points, auto.Reason}
	}
	f.Evidence = t.evidence(i)
	return f
}

// evidence tells what was looked at for the i-th item: what the conditions ask for, and the places that a person names.
func (t *telling[T]) evidence(i int) []Evidence {
	list := []Evidence{}
	add := func(e Evidence) {
		if !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	if look := t.model.subject.Look; look != nil {
		for _, c := range t.conditions(i) {
			for _, e := range look(t.x, c) {
				add(e)
			}
		}
	}
	for _, path := range t.marks[i].Paths {
		if !slices.Contains(t.auto[i].Paths, path) {
			add(Evidence{Path: path})
		}
	}
	return list
}

// conditions are those that decide about an item: of one that does not apply only what it applies to.
func (t *telling[T]) conditions(i int) []rubric.Condition {
	item := &t.model.rubric.Items[i]
	list := slices.Clone(item.Applies)
	if n := t.model.group(item); n >= 0 {
		g := &t.model.rubric.Groups[n]
		list = slices.Concat(g.Applies, g.Needs, item.Applies)
	}
	if t.auto[i].Verdict == rubric.NotApplicable {
		return list
	}
	return append(list, item.Meets...)
}
