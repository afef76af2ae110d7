package score

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// plain reports whether a mark is one that rubric.Sum certainly takes. It saves asking Sum, which decides about all others,
// for nearly every mark of every document.
func plain(i *rubric.Item, m *rubric.Mark) bool {
	switch m.Verdict {
	case rubric.Met:
		return m.Points == i.Points && m.Times == 0
	case rubric.NotMet:
		return m.Points >= 0 && m.Points < i.Points && usual(i, m)
	}
	return m.Verdict <= rubric.NotApplicable && m.Points == 0 && m.Times == 0
}

// usual reports whether points are taken in the item's own way.
func usual(i *rubric.Item, m *rubric.Mark) bool {
	taken := i.Points - m.Points
	switch {
	case i.Each > 0:
		return !i.Whole && m.Times > 0 && m.Points == i.Kept(m.Times)
	case i.Whole:
		return m.Points == 0 && m.Times == 0
	case i.Most > 0:
		return m.Times == 0 && taken >= i.Least && taken <= i.Most
	}
	return m.Times == 0
}

// allowed asks rubric.Sum about the i-th mark and reports what it says.
func (j *joining[T]) allowed(i, at int, given *rubric.Mark) bool {
	r := &j.model.rubric
	if plain(&r.Items[at], given) {
		return true
	}
	_, issues := rubric.Sum(rubric.Rubric{Items: r.Items[at : at+1], Groups: r.Groups}, []rubric.Mark{*given})
	for _, issue := range issues {
		issue.Path = fazhi.At(i) + issue.Path[len("/0"):]
		j.issues = append(j.issues, issue)
	}
	return len(issues) == 0
}
