package circular

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
)

// faults counts the faults by stage, and the most common ones by item. Stages stand in the order of how many files have
// a fault of them, faults likewise by share; what is equal, by name.
func (c *counting) faults() ([]StageRow, []FaultRow) {
	t := &tally{byRubric: make(map[string]int64), stages: []StageRow{}}
	for _, r := range c.taken {
		t.file(r)
	}
	rows := make([]FaultRow, len(t.faults))
	for i, f := range t.faults {
		rows[i] = f.row
		rows[i].Files.Den = t.byRubric[f.row.Rubric]
		rows[i].Units = len(f.units)
	}
	slices.SortFunc(rows, compareFaults)
	slices.SortFunc(t.stages, func(a, b StageRow) int {
		return cmp.Or(cmp.Compare(b.Files, a.Files), cmp.Compare(b.Faults, a.Faults), cmp.Compare(a.Stage, b.Stage))
	})
	return t.stages, rows[:atMost(c.in.Policy.Common, 10, len(rows))]
}

// compareFaults puts the fault of more files first, then the one of the larger share.
func compareFaults(a, b FaultRow) int {
	return cmp.Or(cmp.Compare(b.Files.Num, a.Files.Num), cmp.Compare(b.Files.Num*a.Files.Den, a.Files.Num*b.Files.Den),
		cmp.Compare(a.Rubric, b.Rubric), cmp.Compare(a.Item, b.Item))
}

// atMost returns how many of n are named: what the policy says, where zero is the usual and less is none.
func atMost(policy, usual, n int) int { return min(max(cmp.Or(policy, usual), 0), n) }

// tally counts faults.
type tally struct {
	byRubric map[string]int64 // files scored
	faults   []*fault
	stages   []StageRow
}

// fault is what is counted of one item.
type fault struct {
	row   FaultRow
	units map[string]bool
}

func (t *tally) file(r *review.Settled) {
	name := rubricOf(r)
	t.byRubric[name]++
	stages := make(map[string]bool)
	for i := range r.Faults {
		f := &r.Faults[i]
		entry := t.fault(name, f)
		entry.row.Files.Num++
		entry.units[r.Unit] = true
		stage := t.stage(f.Stage)
		stage.Faults++
		if !stages[f.Stage] {
			stages[f.Stage] = true
			stage.Files++
		}
	}
}

// rubricOf returns the rubric that a file was scored by, "" if nobody has.
func rubricOf(r *review.Settled) string {
	if len(r.Opinions) == 0 {
		return ""
	}
	return r.Opinions[0].Result.Rubric
}

func (t *tally) fault(name string, f *review.Fault) *fault {
	i := slices.IndexFunc(t.faults, func(e *fault) bool { return e.row.Rubric == name && e.row.Item == f.Item })
	if i < 0 {
		i = len(t.faults)
		t.faults = append(t.faults, &fault{units: make(map[string]bool), row: FaultRow{Rubric: name, Item: f.Item,
			Name: f.Name, Stage: f.Stage, Basis: f.Basis, Veto: f.Veto, Files: fazhi.Rate{}}})
	}
	return t.faults[i]
}

func (t *tally) stage(name string) *StageRow {
	i := slices.IndexFunc(t.stages, func(r StageRow) bool { return r.Stage == name })
	if i < 0 {
		i = len(t.stages)
		t.stages = append(t.stages, StageRow{Stage: name})
	}
	return &t.stages[i]
}

// good names files of the best grade: the highest scores first, then fewer faults, then the number.
func (c *counting) good() []GoodFile {
	var best []*review.Settled
	for _, r := range c.taken {
		if c.rank(r.Grade) == 0 && !r.Vetoed && !r.Final.IsZero() {
			best = append(best, r)
		}
	}
	slices.SortStableFunc(best, func(a, b *review.Settled) int {
		return cmp.Or(b.Final.Compare(a.Final), cmp.Compare(len(a.Faults), len(b.Faults)))
	})
	files := []GoodFile{}
	for _, r := range best[:atMost(c.in.Policy.Good, 5, len(best))] {
		files = append(files, GoodFile{File: r.File, Unit: r.Unit, Sort: r.Sort, Score: r.Final})
	}
	return files
}

// rectify lists what must be put right: unit by unit in the order of Received, file by file.
func (c *counting) rectify() []Rectification {
	list := []Rectification{}
	for _, u := range c.byUnit {
		for _, r := range c.taken {
			if r.Unit == u.row.Unit && c.mustRectify(r) {
				list = append(list, rectifications(r, c.in.Policy.Due)...)
			}
		}
	}
	return list
}

func (c *counting) mustRectify(r *review.Settled) bool {
	from := 1
	if c.in.Policy.Rectify != "" {
		from = c.rank(c.in.Policy.Rectify)
	}
	return r.Vetoed || c.rank(r.Grade) >= from
}

func rectifications(r *review.Settled, due fazhi.Date) []Rectification {
	list := make([]Rectification, len(r.Faults))
	for i, f := range r.Faults {
		list[i] = Rectification{Unit: r.Unit, File: r.File, Item: f.Item, Name: f.Name, Veto: f.Veto,
			Reasons: append([]string{}, f.Reasons...), Due: due}
	}
	return list
}
