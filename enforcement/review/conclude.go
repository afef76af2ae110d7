package review

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// conclude writes the result down.
func (s *Settler) conclude(w *work, d decision) Settled {
	r := Settled{File: w.file.File, Digest: w.file.Digest, Unit: w.file.Unit, Sort: w.file.Sort, Strata: slices.Clone(w.file.Strata),
		Reviewed: w.file.Reviewed, Opinions: w.opinions, Refused: w.refused, Way: d.way, Why: d.why, Awaits: d.awaits, Final: d.final,
		Faults: s.faults(d.deciding)}
	if r.Strata == nil {
		r.Strata = []string{}
	}
	if r.Opinions == nil {
		r.Opinions = []Opinion{}
	}
	r.Vetoed = slices.ContainsFunc(d.deciding, func(o Opinion) bool { return o.Outcome.Vetoes > 0 })
	if d.way != Undecided {
		r.Grade = s.grade(d)
	}
	return r
}

// grade is what the final score is called, or less if a veto of a deciding opinion left less.
func (s *Settler) grade(d decision) string {
	worst := s.rank(s.formula.GradeOf(d.final))
	for i := range d.deciding {
		o := &d.deciding[i].Outcome
		if o.Score.IsZero() || o.Grade != s.formula.GradeOf(o.Score) {
			worst = max(worst, s.rank(o.Grade))
		}
	}
	if worst < 0 {
		return ""
	}
	return s.rubric.Grades[worst].Name
}

// rank returns the place of a grade from the best, -1 for none.
func (s *Settler) rank(grade string) int {
	return slices.IndexFunc(s.rubric.Grades, func(g rubric.Grade) bool { return g.Name == grade })
}

// faults lists the items that some of the deciding opinions do not find met, in the order of the rubric.
func (s *Settler) faults(deciding []Opinion) []Fault {
	list := []Fault{}
	for i := range s.rubric.Items {
		item := &s.rubric.Items[i]
		if item.Role == rubric.Adds {
			continue // a bonus that is not earned is no fault
		}
		if f, found := s.fault(i, item, deciding); found {
			list = append(list, f)
		}
	}
	return list
}

func (s *Settler) fault(i int, item *rubric.Item, deciding []Opinion) (f Fault, found bool) {
	lost := make([]rubric.Score, len(deciding))
	for n := range deciding {
		m := &deciding[n].Result.Marks[i]
		lost[n] = rubric.ScoreOf(0)
		if m.Verdict != rubric.NotMet {
			continue
		}
		found = true
		lost[n] = rubric.ScoreOf(item.Points - m.Points)
		if m.Reason != "" && !slices.Contains(f.Reasons, m.Reason) {
			f.Reasons = append(f.Reasons, m.Reason)
		}
	}
	if !found {
		return Fault{}, false
	}
	f.Item, f.Name, f.Group, f.Stage, f.Veto, f.Lost = item.ID, item.Name, item.Group, s.stage(item.Group), item.Veto, rubric.Mean(lost...)
	if f.Basis = item.Basis; f.Basis == "" {
		f.Basis = s.rubric.Basis
	}
	if f.Reasons == nil {
		f.Reasons = []string{}
	}
	return f, true
}

// stage returns the stage that faults of a group are counted under.
func (s *Settler) stage(group string) string {
	for i := range s.rubric.Groups {
		if g := &s.rubric.Groups[i]; g.Name == group && g.Stage != "" {
			return g.Stage
		}
	}
	return group
}

// says tells an opinion's outcome in words.
func says(o *rubric.Outcome) string {
	text := "不计分"
	if !o.Score.IsZero() {
		text = o.Score.String() + "分"
	}
	if o.Grade != "" {
		text += "（" + o.Grade + "）"
	}
	if o.Vetoes > 0 {
		text += "、认定一票否决" + strconv.Itoa(o.Vetoes) + "项"
	}
	return text
}

// inWords writes a difference of scores: 0.5, and 5.00… where two decimals do not hold it.
func inWords(gap *big.Rat) string {
	whole := new(big.Int).Quo(gap.Num(), gap.Denom())
	text := rubric.Points(whole.Int64()).String()
	if !gap.IsInt() {
		return rubric.Points(whole.Int64()).Fixed() + "…"
	}
	return text
}
