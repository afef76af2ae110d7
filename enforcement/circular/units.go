package circular

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// unit is what is counted of one unit.
type unit struct {
	row                UnitRow
	received, reviewed map[casefile.Sort]int
	total              *big.Rat // of the scores, in hundredths
}

// known returns a unit that handed files in, nil if there is none of that name.
func (c *counting) known(name string) *unit {
	i := slices.IndexFunc(c.byUnit, func(u *unit) bool { return u.row.Unit == name })
	if i < 0 {
		return nil
	}
	return c.byUnit[i]
}

// unit returns a unit, a new one if there is none of that name.
func (c *counting) unit(name string) *unit {
	u := c.known(name)
	if u == nil {
		u = &unit{row: UnitRow{Unit: name, Grades: make([]int, len(c.in.Policy.Grades))}, total: new(big.Rat),
			received: make(map[casefile.Sort]int), reviewed: make(map[casefile.Sort]int)}
		c.byUnit = append(c.byUnit, u)
	}
	return u
}

func (u *unit) count(r *review.Settled, rank int) {
	u.reviewed[r.Sort]++
	u.row.Reviewed++
	u.row.Grades[rank]++
	if r.Vetoed {
		u.row.Vetoed++
	}
	if !r.Final.IsZero() {
		u.row.Scored++
		u.total.Add(u.total, r.Final.Rat())
	}
}

// units puts the units in order and gives them their places; it also sets the mean of all.
func (c *counting) units() []UnitRow {
	all := new(big.Rat)
	for _, u := range c.byUnit {
		for _, n := range u.received {
			u.row.Received += n
		}
		all.Add(all, u.total)
		c.summary.Scored += u.row.Scored
		u.row.Mean = rounded(mean(u.total, u.row.Scored))
		u.row.Grade = c.in.Policy.gradeOf(mean(u.total, u.row.Scored), u.row.Scored)
	}
	c.summary.Mean = rounded(mean(all, c.summary.Scored))
	ordered := slices.Clone(c.byUnit)
	slices.SortStableFunc(ordered, compareUnits)
	rows := make([]UnitRow, len(ordered))
	for i, u := range ordered {
		switch {
		case u.row.Scored == 0:
		case i > 0 && compareUnits(ordered[i-1], u) == 0:
			u.row.Rank = ordered[i-1].row.Rank
		default:
			u.row.Rank = i + 1
		}
		rows[i] = u.row
	}
	return rows
}

// compareUnits puts the better mean first, units without one last.
func compareUnits(a, b *unit) int {
	if a.row.Scored == 0 || b.row.Scored == 0 {
		return cmp.Compare(min(b.row.Scored, 1), min(a.row.Scored, 1))
	}
	return mean(b.total, b.row.Scored).Cmp(mean(a.total, a.row.Scored))
}

// mean divides a sum of scores by their number; zero for none.
func mean(total *big.Rat, n int) *big.Rat {
	if n == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(total, big.NewRat(int64(n), 1))
}

// rounded returns hundredths as points, halves away from zero.
func rounded(r *big.Rat) rubric.Points {
	n, err := strconv.ParseInt(r.FloatString(0), 10, 64)
	if err != nil {
		return 0 // above all scores that there can be
	}
	return rubric.Points(n)
}

// rank returns the place of a grade from the best, -1 if there is no such grade.
func (p *Policy) rank(grade string) int {
	return slices.IndexFunc(p.Grades, func(g rubric.Grade) bool { return g.Name == grade })
}

// gradeOf returns the grade of a mean of n scores, compared exactly.
func (p *Policy) gradeOf(mean *big.Rat, n int) string {
	for i, g := range p.Grades {
		if n > 0 && (i == len(p.Grades)-1 || mean.Cmp(big.NewRat(int64(g.Least), 1)) >= 0) {
			return g.Name
		}
	}
	return ""
}
