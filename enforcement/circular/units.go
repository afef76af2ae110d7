package circular

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// unit is what is counted of one unit.
type unit struct {
	row   UnitRow
	total total
}

// ranked puts the units in order and gives them their places.
func (c *counting) ranked() []UnitRow {
	ordered := slices.Clone(c.units)
	slices.SortStableFunc(ordered, func(a, b *unit) int { return b.total.compare(a.total) })
	rows := make([]UnitRow, len(ordered))
	for i, u := range ordered {
		u.row.Scored, u.row.Mean, u.row.Grade = u.total.files, u.total.points(), c.s.Policy.gradeOf(u.total)
		switch {
		case u.total.files == 0:
		case i > 0 && u.total.compare(ordered[i-1].total) == 0:
			u.row.Rank = rows[i-1].Rank
		default:
			u.row.Rank = i + 1
		}
		rows[i] = u.row
	}
	return rows
}

// total is the exact sum of the scores of so many files, in hundredths of points.
type total struct {
	files int
	sum   *big.Rat
}

func newTotal() total { return total{sum: new(big.Rat)} }

// add counts a score, if there is one.
func (t *total) add(s rubric.Score) {
	if !s.IsZero() {
		t.files++
		t.sum.Add(t.sum, s.Rat())
	}
}

// mean is zero without files.
func (t total) mean() *big.Rat {
	if t.files == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(t.sum, big.NewRat(int64(t.files), 1))
}

// compare compares two means exactly; none is below any.
func (t total) compare(u total) int {
	if t.files == 0 || u.files == 0 {
		return cmp.Compare(min(t.files, 1), min(u.files, 1))
	}
	return t.mean().Cmp(u.mean())
}

// points returns the mean rounded for reading, halves away from zero.
func (t total) points() rubric.Points {
	n, err := strconv.ParseInt(t.mean().FloatString(0), 10, 64)
	if err != nil {
		return 0 // above all scores that there can be
	}
	return rubric.Points(n)
}

// rank returns the place of a grade from the best, -1 if there is no such grade.
func (p *Policy) rank(grade string) int {
	return slices.IndexFunc(p.Grades, func(g rubric.Grade) bool { return g.Name == grade })
}

// gradeOf returns the grade of a mean, compared exactly.
func (p *Policy) gradeOf(t total) string {
	for i, g := range p.Grades {
		if t.files > 0 && (i == len(p.Grades)-1 || t.mean().Cmp(big.NewRat(int64(g.Least), 1)) >= 0) {
			return g.Name
		}
	}
	return ""
}
