package circular

import (
	"slices"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
)

// count sets all that follows from what was handed in, the files and the policy.
func (s *Summary) count() {
	c := &counting{s: s, sorts: []SortRow{}, total: newTotal()}
	for _, r := range s.Handed {
		s.Received += r.Files
		c.sort(r.Sort).Received += r.Files
		c.unit(r.Unit).row.Received += r.Files
	}
	s.Grades = make([]int, len(s.Policy.Grades))
	for i := range s.Files {
		c.file(&s.Files[i])
	}
	s.Scored, s.Mean = c.total.files, c.total.points()
	s.Sorts, s.Units = c.sorts, c.ranked()
	s.Stages, s.Faults = s.faults()
	s.Good, s.Rectify = s.good(), s.rectify(c.units)
}

// counting is the work on one round.
type counting struct {
	s     *Summary
	sorts []SortRow
	units []*unit // in the order in which they are handed
	total total
}

func (c *counting) file(f *FileRow) {
	c.s.Reviewed++
	row, u := c.sort(f.Sort), c.unit(f.Unit)
	row.Reviewed++
	u.row.Reviewed++
	if rank := c.s.Policy.rank(f.Grade); rank >= 0 {
		c.s.Grades[rank]++
		row.Grades[rank]++
		u.row.Grades[rank]++
	}
	if f.Vetoed {
		c.s.Vetoed++
		u.row.Vetoed++
	}
	c.total.add(f.Score)
	u.total.add(f.Score)
}

// sort returns the row of a sort, a new one if there is none.
func (c *counting) sort(s casefile.Sort) *SortRow {
	i := slices.IndexFunc(c.sorts, func(r SortRow) bool { return r.Sort == s })
	if i < 0 {
		i = len(c.sorts)
		c.sorts = append(c.sorts, SortRow{Sort: s, Grades: make([]int, len(c.s.Policy.Grades))})
	}
	return &c.sorts[i]
}

// unit returns a unit, a new one if there is none of that name.
func (c *counting) unit(name string) *unit {
	i := slices.IndexFunc(c.units, func(u *unit) bool { return u.row.Unit == name })
	if i < 0 {
		i = len(c.units)
		c.units = append(c.units, &unit{row: UnitRow{Unit: name, Grades: make([]int, len(c.s.Policy.Grades))}, total: newTotal()})
	}
	return c.units[i]
}
