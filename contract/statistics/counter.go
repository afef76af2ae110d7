package statistics

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// A Counter counts contracts, one after another, for one period. Its memory depends on how many rows there are, and is
// sixteen bytes, as a map holds them, for each contract's number. A Counter is not for use by several goroutines at once: let
// each have its own and Merge the grids. Make one with New; the zero Counter counts nothing.
type Counter struct {
	grid      Grid
	form      *form
	axes      []axis
	settings  Settings
	deadlines []deadline

	seen  map[[16]byte]struct{}
	total []int64
	rows  []map[string][]int64
	adds  []add // of the contract under way
	notes notes
}

// An add is by how much a contract raises an item; it is never negative.
type add struct {
	item int
	n    int64
}

// New returns a counter for a unit and a period: a year, a quarter or any other with both its ends. What is wrong with the
// arguments is returned together: ErrUnit, ErrPeriod, ErrBands, ErrSpan.
func New(unit string, p fazhi.Period, s Settings) (*Counter, error) {
	if err := s.vet(unit, p); err != nil {
		return nil, err
	}
	calendar, err := s.calendar()
	if err != nil {
		return nil, fmt.Errorf("statistics: %w", err)
	}
	s.Profile.Calendar = calendar
	f, r := newForm(), s.rules()
	c := &Counter{
		grid: Grid{Unit: unit, Period: p, Rules: r}, form: f, axes: r.axes(f), settings: s, deadlines: deadlines(s.Profile.Limits),
		seen: make(map[[16]byte]struct{}), total: make([]int64, len(f.items)), notes: newNotes(),
	}
	c.rows = make([]map[string][]int64, len(c.axes))
	for i := range c.rows {
		c.rows[i] = make(map[string][]int64)
	}
	return c, nil
}

// Count gives every contract of a sequence to every counter: the quarter, the half-year and the year in one pass.
func Count(contracts iter.Seq[*contract.Contract], counters ...*Counter) {
	for d := range contracts {
		for _, c := range counters {
			c.Add(d)
		}
	}
}

// Add counts a contract. It does not keep it.
func (c *Counter) Add(d *contract.Contract) {
	if c.form == nil || d == nil || c.double(d) {
		return
	}
	c.adds = c.adds[:0]
	c.tell(d)
	switch {
	case len(c.adds) > 0 && c.raise():
		for i := range c.axes {
			c.row(i, c.axes[i].value(c.grid.Unit, d))
		}
		if !d.InYuan() {
			c.notes.foreign++
		}
	case len(c.adds) > 0:
		c.notes.note(BadAmount, d, "/amount", "与前面的合同合计超出范围，这份合同没有计入")
	case isDated(d):
		c.notes.outside++
	default:
		c.notes.undated++
	}
}

// double reports whether a contract of the same number was there before.
func (c *Counter) double(d *contract.Contract) bool {
	if d.Serial == "" {
		c.notes.unnumbered++
		return false
	}
	sum := sha256.Sum256([]byte(d.Serial))
	key := [16]byte(sum[:16])
	if _, found := c.seen[key]; found {
		c.notes.note(Double, d, "/serial", "合同编号与前面的一份合同相同，没有重复计入")
		return true
	}
	c.seen[key] = struct{}{}
	return false
}

// raise adds to the total, or leaves it as it was if a number would be out of range. Rows are never more than the total.
func (c *Counter) raise() bool {
	for i, a := range c.adds {
		sum, fits := grid.Plus(c.total[a.item], a.n)
		if !fits {
			for _, done := range c.adds[:i] {
				c.total[done.item] -= done.n
			}
			return false
		}
		c.total[a.item] = sum
	}
	return true
}

// row adds to the numbers of a value of an axis.
func (c *Counter) row(axis int, name string) {
	rows := c.rows[axis]
	row := rows[name]
	if row == nil && len(rows) >= MaxRows {
		name, row = Rest, rows[Rest]
	}
	if row == nil {
		row = make([]int64, len(c.form.items))
		rows[strings.Clone(name)] = row
	}
	for _, a := range c.adds {
		row[a.item] += a.n
	}
}

// value returns the name of a contract's row.
func (a *axis) value(unit string, d *contract.Contract) string {
	if a.of == nil {
		return unit
	}
	if v := a.of(d); v != "" {
		return v
	}
	return Blank
}

// Grid returns what has been counted so far. Its numbers agree with each other. The issues say what was not counted and why,
// and on what the numbers rest.
func (c *Counter) Grid() (*Grid, fazhi.Issues) {
	g := c.grid
	if c.form == nil {
		return &g, nil
	}
	g.Rules = c.settings.rules()
	g.Total = c.counts(c.total)
	for i, rows := range c.rows {
		made := Axis{Name: c.axes[i].name, Rows: make([]Row, 0, len(rows))}
		for name, row := range rows {
			made.Rows = append(made.Rows, Row{Name: name, Counts: c.counts(row)})
		}
		c.axes[i].sort(made.Rows)
		g.Axes = append(g.Axes, made)
	}
	return &g, c.notes.issues(&g.Rules)
}

// counts turns numbers by place into numbers by item.
func (c *Counter) counts(row []int64) Counts {
	counts := make(Counts)
	for i, n := range row {
		if n != 0 {
			counts[c.form.items[i].Item] = n
		}
	}
	return counts
}
