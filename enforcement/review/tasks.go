package review

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Tasks returns what each reviewer of the two sides is to do, in the order of their numbers. Files stand in the order of
// the draw; those that are not prepared are left out.
func (r *Round) Tasks(files []Assigned) []Task {
	c := r.collect(files)
	for i := range r.Drawn.Picks {
		for _, reviewer := range r.Drawn.Picks[i].Reviewers {
			c.add(reviewer, "", r.Drawn.Picks[i].ID)
		}
	}
	return c.list()
}

// ThirdTasks returns what the third reviewers are to do: those drawn in reserve for the files that wait for one. A file whose
// two sides may still agree in a talk is among TalkTasks, not here, unless such a talk was tried.
func (r *Round) ThirdTasks(files []Assigned, results []Settled) []Task {
	c := r.collect(files)
	waiting := make(map[string]bool)
	for i := range results {
		waiting[results[i].File] = results[i].Awaits == Third
	}
	for i := range r.Drawn.Picks {
		if p := &r.Drawn.Picks[i]; waiting[p.ID] && p.Reserve != "" {
			c.add(p.Reserve, Third, p.ID)
		}
	}
	return c.list()
}

// TalkTasks returns the talks that are to be held, one for each file: the sheet shows the items on which both sides agree as
// settled and leaves those on which they differ, with what each of them said. Where they stay apart, 不能一致 can be chosen: see
// Apart. Results without the opinions of both sides are passed over.
func (r *Round) TalkTasks(files []Assigned, results []Settled) []Task {
	at := byFile(files)
	var list []Task
	for i := range results {
		s := &results[i]
		a := at[s.File]
		if s.Awaits != Agreed || a == nil || a.Rubric == nil {
			continue
		}
		one, two := s.opinion(Counsel), s.opinion(Empowering)
		if !one.covers(a.Rubric) || !two.covers(a.Rubric) {
			continue
		}
		list = append(list, Task{Round: r.Name, Reviewer: one.Reviewer + "、" + two.Reviewer, Role: Agreed,
			Files: []Assigned{{Case: a.Case, Rubric: a.Rubric, Auto: common(a.Rubric, one, two)}}})
	}
	return list
}

// common returns the marks on which two opinions agree; of others what each says stands as the reason of an open mark.
func common(r *rubric.Rubric, a, b *Opinion) []rubric.Mark {
	marks := make([]rubric.Mark, len(r.Items))
	for i := range marks {
		x, y := &a.Result.Marks[i], &b.Result.Marks[i]
		if sameMark(x, y) {
			marks[i] = *x
			continue
		}
		marks[i].Item = r.Items[i].ID
		said := Counsel + "：" + view(&r.Items[i], x) + "；" + Empowering + "：" + view(&r.Items[i], y)
		if len(said) <= rubric.MaxText {
			marks[i].Reason = said
		}
	}
	return marks
}

// view says a mark in words.
func view(item *rubric.Item, m *rubric.Mark) string {
	text := m.Verdict.String()
	if m.Verdict == rubric.NotMet && item.Points > m.Points {
		text += "，扣" + (item.Points - m.Points).String() + "分"
	}
	if m.Reason != "" {
		text += "（" + strings.TrimRight(m.Reason, "。；") + "）"
	}
	return text
}

// collecting is the work on tasks of several reviewers.
type collecting struct {
	round     *Round
	files     map[string]*Assigned
	reviewers map[string]sample.Reviewer
	tasks     map[string]*Task
}

func (r *Round) collect(files []Assigned) *collecting {
	c := &collecting{round: r, files: byFile(files), reviewers: make(map[string]sample.Reviewer), tasks: make(map[string]*Task)}
	for _, reviewer := range r.Drawn.Plan.Panel.Reviewers {
		c.reviewers[reviewer.ID] = reviewer
	}
	return c
}

// add gives a file to a reviewer, in the role that he was drawn for or in another.
func (c *collecting) add(id string, role Role, file string) {
	a, reviewer := c.files[file], c.reviewers[id]
	if a == nil || a.Rubric == nil {
		return
	}
	t := c.tasks[id]
	if t == nil {
		t = &Task{Round: c.round.Name, Reviewer: id, Role: cmp.Or(role, reviewer.Role), Unit: reviewer.Unit, Override: c.round.Policy.Override}
		c.tasks[id] = t
	}
	t.Files = append(t.Files, *a)
}

func (c *collecting) list() []Task {
	list := make([]Task, 0, len(c.tasks))
	for _, t := range c.tasks {
		list = append(list, *t)
	}
	slices.SortFunc(list, func(a, b Task) int { return cmp.Compare(a.Reviewer, b.Reviewer) })
	return list
}

func compareUsed(a, b Used) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Version, b.Version), cmp.Compare(a.Digest.String(), b.Digest.String()))
}
