package review

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// ErrGrades is wrapped by what Profile says about rubrics that do not fit together.
var ErrGrades = errors.New("各评分标准的等次不一致")

// Profile returns the profile by which package enforcement checks a ledger of files that were settled by this policy and by
// rubrics. These must have the same grades, because a ledger has one set of them; without any grades the usual ones are
// taken. What a veto leaves at best is that of the mildest rubric.
func (p *Policy) Profile(rubrics ...rubric.Rubric) (enforcement.Profile, error) {
	profile := enforcement.Profile{Rule: p.Name, Single: p.Single, Tolerance: enforcement.Score(p.Talk), ByGrade: p.ByGrade,
		Limits: enforcement.Limits{Objection: p.Objection, Rectification: p.Rectification}}
	best := -1
	for i := range rubrics {
		r := &rubrics[i]
		if !slices.Equal(r.Grades, rubrics[0].Grades) {
			return enforcement.Profile{}, fmt.Errorf("review: %w：第%d个与第1个不同", ErrGrades, i+1)
		}
		if at := vetoedAt(r); best < 0 || at < best {
			best = at
		}
	}
	if len(rubrics) == 0 || len(rubrics[0].Grades) == 0 {
		return profile, nil
	}
	for i, g := range rubrics[0].Grades {
		band := enforcement.Band{Grade: enforcement.Grade(g.Name), Least: enforcement.Score(g.Least)}
		if i == len(rubrics[0].Grades)-1 {
			band.Least = 0 // the last grade takes all that is left
		}
		profile.Bands = append(profile.Bands, band)
	}
	profile.Vetoed = profile.Bands[best].Grade
	return profile, nil
}

// vetoedAt returns the place of the best grade that a veto of the rubric leaves.
func vetoedAt(r *rubric.Rubric) int {
	best := len(r.Grades) - 1
	see := func(v *rubric.Veto) {
		switch {
		case v == nil || v.Effect == rubric.VetoNoted || v.Effect == rubric.VetoDeduct:
			best = 0
		case v.Effect == rubric.VetoCap:
			best = min(best, max(0, slices.IndexFunc(r.Grades, func(g rubric.Grade) bool { return g.Name == v.Grade })))
		}
	}
	for i := range r.Items {
		if !r.Items[i].Veto {
			continue
		}
		veto := r.Veto
		for n := range r.Groups {
			if r.Groups[n].Name == r.Items[i].Group && r.Groups[n].Veto != nil {
				veto = r.Groups[n].Veto
			}
		}
		see(veto)
	}
	return best
}
