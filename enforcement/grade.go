package enforcement

// A Grade is the result of a review (等次).
type Grade string

// grades are the grades by the least points that they take, from the best. The mean is compared unrounded: 89.99 is 良好.
var grades = [...]struct {
	Grade
	least Score
}{
	{"优秀", 90_00},
	{"良好", 80_00},
	{"合格", 60_00},
	{"不合格", 0},
}

// GradeOf returns the grade of the mean of some scores, compared without rounding. It is empty without scores.
func GradeOf(scores ...Score) Grade {
	var sum Score
	for _, s := range scores {
		sum += s
	}
	for _, g := range grades {
		if len(scores) > 0 && sum >= g.least*Score(len(scores)) {
			return g.Grade
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
