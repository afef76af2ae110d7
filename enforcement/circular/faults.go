package circular

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
)

// faults counts the faults by stage, and the most common ones by item. Stages stand in the order of how many files have
// a fault of them, faults likewise by share; what is equal, by name.
func (s *Summary) faults() ([]StageRow, []FaultRow) {
	t := &tally{byRubric: make(map[string]int64), stages: []StageRow{}}
	for i := range s.Files {
		t.file(&s.Files[i])
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
	return t.stages, rows[:atMost(s.Policy.Common, 10, len(rows))]
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

func (t *tally) file(r *FileRow) {
	t.byRubric[r.Rubric]++
	stages := make(map[string]bool)
	for i := range r.Faults {
		f := &r.Faults[i]
		entry := t.fault(r.Rubric, f)
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
func (s *Summary) good() []GoodFile {
	var best []*FileRow
	for i := range s.Files {
		if r := &s.Files[i]; s.Policy.rank(r.Grade) == 0 && !r.Vetoed && !r.Score.IsZero() {
			best = append(best, r)
		}
	}
	slices.SortStableFunc(best, func(a, b *FileRow) int {
		return cmp.Or(b.Score.Compare(a.Score), cmp.Compare(len(a.Faults), len(b.Faults)))
	})
	files := []GoodFile{}
	for _, r := range best[:atMost(s.Policy.Good, 5, len(best))] {
		files = append(files, GoodFile{File: r.File, Unit: r.Unit, Sort: r.Sort, Score: r.Score})
	}
	return files
}

// rectify lists what must be put right: unit by unit in the order in which they handed in, file by file.
func (s *Summary) rectify(units []*unit) []Rectification {
	list := []Rectification{}
	for _, u := range units {
		for i := range s.Files {
			if r := &s.Files[i]; r.Unit == u.row.Unit && s.Policy.mustRectify(r) {
				list = append(list, rectifications(r, s.Policy.Due)...)
			}
		}
	}
	return list
}

func (p *Policy) mustRectify(r *FileRow) bool {
	from := 1
	if p.Rectify != "" {
		from = p.rank(p.Rectify)
	}
	return r.Vetoed || p.rank(r.Grade) >= from
}

func rectifications(r *FileRow, due fazhi.Date) []Rectification {
	list := make([]Rectification, len(r.Faults))
	for i, f := range r.Faults {
		list[i] = Rectification{Unit: r.Unit, File: r.File, Item: f.Item, Name: f.Name, Veto: f.Veto,
			Reasons: append([]string{}, f.Reasons...), Due: due}
	}
	return list
}
