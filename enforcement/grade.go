package enforcement

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// A Grade is the result of a review (等次).
//
// What a veto (一票否决) does to it differs from place to place: not 优秀, 不合格, or no points at all. The ledger checks a grade
// that was given by any of these rules, so its default is the mildest, 不得评为优秀, which the others keep, too. The rubrics of
// package enforcement/rubrics each follow one rule, 不合格 or zero points; a bureau that scores by such a rubric names that
// grade in Profile.Vetoed.
type Grade string

// A Band is a grade with the least points that it takes.
type Band struct {
	Grade Grade
	Least Score
}

// usual are the grades where no profile has others. The mean is compared unrounded: 89.99 is 良好.
func usual() []Band {
	return []Band{{"优秀", Points(90)}, {"良好", Points(80)}, {"合格", Points(60)}, {"不合格", 0}}
}

func (p Profile) bands() []Band {
	if len(p.Bands) == 0 {
		return usual()
	}
	return p.Bands
}

// ErrBands is wrapped by what Checks says about the grades of a profile.
var ErrBands = errors.New("等次的标准有误")

// vet reports bands that do not go down to no points, and a grade of vetoed files that is none of them.
func (p Profile) vet() error {
	bands := p.bands()
	if !slices.IsSortedFunc(bands, func(a, b Band) int { return cmp.Compare(b.Least, a.Least) }) || bands[len(bands)-1].Least != 0 {
		return fmt.Errorf("enforcement: %w：应当从高到低，最低的等次从零分起", ErrBands)
	}
	if p.rank(p.vetoed()) < 0 {
		return fmt.Errorf("enforcement: %w：一票否决的等次不在其中", ErrBands)
	}
	return nil
}

// rank returns the place of a grade from the best, -1 when there is no such grade.
func (p Profile) rank(g Grade) int {
	return slices.IndexFunc(p.bands(), func(b Band) bool { return b.Grade == g })
}

// vetoed is the best grade of a file with a veto.
func (p Profile) vetoed() Grade {
	bands := p.bands()
	return cmp.Or(p.Vetoed, bands[min(1, len(bands)-1)].Grade)
}

// fits reports whether the grade of a file follows from its scores and a veto.
func (p Profile) fits(f *File) bool {
	if f.Veto {
		return p.rank(f.Grade) >= p.rank(p.vetoed())
	}
	return f.Grade == p.GradeOf(f.Deciding()...)
}

// apart reports whether two scores call for a third opinion.
func (p Profile) apart(a, b Score) bool {
	return max(a-b, b-a) > p.tolerance() || p.ByGrade && p.GradeOf(a) != p.GradeOf(b)
}

// gradeDoc says the rule of grades; a profile's own is not repeated.
func (p Profile) gradeDoc() string {
	if len(p.Bands) == 0 && p.Vetoed == "" {
		return "九十分以上为优秀，八十分以上为良好，六十分以上为合格，不满六十分为不合格，按未经四舍五入的得分评定；有一票否决情形的不得评为优秀"
	}
	return "等次依本单位的标准，按未经四舍五入的得分评定；有一票否决情形的，不得高于规定的等次"
}

// GradeOf returns the grade of the mean of some scores by the usual bands, as Profile.GradeOf does by those of a profile.
func GradeOf(scores ...Score) Grade { return Profile{}.GradeOf(scores...) }

// GradeOf returns the grade of the mean of some scores, compared without rounding. It is empty without scores.
func (p Profile) GradeOf(scores ...Score) Grade {
	var sum Score
	for _, s := range scores {
		sum += s
	}
	for _, b := range p.bands() {
		if len(scores) > 0 && sum >= b.Least*Score(len(scores)) {
			return b.Grade
		}
	}
	return ""
}

// Deciding returns the scores whose mean is the result: the third opinion alone when there is one, else those of counsel
// and of the empowering department.
func (f *File) Deciding() []Score {
	if f.Arbiter != nil {
		return []Score{*f.Arbiter}
	}
	var scores []Score
	for _, s := range [...]*Score{f.Counsel, f.Empowering} {
		if s != nil {
			scores = append(scores, *s)
		}
	}
	return scores
}
