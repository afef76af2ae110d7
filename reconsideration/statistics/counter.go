package statistics

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Errors of counters.
var (
	ErrUnit   = errors.New("statistics: 没有统计单位")
	ErrPeriod = errors.New("statistics: 统计期间应当有首日和末日，首日不晚于末日，不超过一百年")
)

// A Counter counts records of one ledger, one after another, for one period. Its memory depends on how many organs and
// months there are, not on how many cases. A Counter is not for use by several goroutines at once: let each have its own
// and Merge the grids. Make one with OfCases or OfSuits; the zero Counter counts nothing.
type Counter[D any] struct {
	grid    Grid
	form    *form
	at      map[Item]int
	ways    map[Item]int
	carried map[Item]Item
	tell    func(*D, *life)
	of      []func(*D) string

	total   []int64
	axes    []map[string][]int64
	months  calendar
	life    life
	adds    []add // of the record under way
	undated int64
}

// An add is by how much a record raises an item.
type add struct {
	item int
	n    int64
}

func newCounter[D any](unit string, name Form, p fazhi.Period, properties []property[D], tell func(*D, *life)) (*Counter[D], error) {
	months := monthsOf(p)
	switch {
	case unit == "":
		return nil, ErrUnit
	case months == nil:
		return nil, ErrPeriod
	}
	f := formOf(name)
	c := &Counter[D]{
		grid: Grid{Form: name, Unit: unit, Period: p}, form: f, at: f.index(), carried: make(map[Item]Item), tell: tell,
		ways: make(map[Item]int), total: make([]int64, len(f.items)), months: newCalendar(p, months, len(f.items)),
	}
	for _, s := range f.states {
		c.carried[s.open] = s.carried
	}
	for _, way := range f.ways {
		c.ways[way] = c.at[way]
	}
	for _, property := range properties {
		c.of = append(c.of, property.of)
		c.axes = append(c.axes, make(map[string][]int64))
	}
	return c, nil
}

// Count gives every record of a sequence to every counter: the quarter, the half-year and the year in one pass.
func Count[D any](records iter.Seq[*D], counters ...*Counter[D]) {
	for d := range records {
		for _, c := range counters {
			c.Add(d)
		}
	}
}

// Add counts a record. It does not keep it.
func (c *Counter[D]) Add(d *D) {
	if c.form == nil {
		return
	}
	c.life.reset()
	if d != nil {
		c.tell(d, &c.life)
	}
	if len(c.life.events) == 0 {
		c.undated++
		return
	}
	c.adds = c.adds[:0]
	c.events()
	c.spells()
	if len(c.adds) == 0 {
		return
	}
	raise(c.total, c.adds)
	for i, of := range c.of {
		raise(c.row(i, of(d)), c.adds)
	}
}

func raise(row []int64, adds []add) {
	for _, a := range adds {
		row[a.item] += a.n
	}
}

// events notes what happened in the period.
func (c *Counter[D]) events() {
	for i := range c.life.events {
		e := &c.life.events[i]
		if !c.grid.Period.Contains(e.on) {
			continue
		}
		item := c.item(e)
		c.adds = append(c.adds, add{item, e.n})
		c.months.flow(e.on, item, e.n)
	}
}

func (c *Counter[D]) item(e *event) int {
	if !e.way {
		return c.at[e.item]
	}
	if way, known := c.ways[e.item]; known {
		return way
	}
	return c.at[Unlisted]
}

// spells notes in which state the case was before the period and at its end.
func (c *Counter[D]) spells() {
	before := c.grid.Period.From.AddDays(-1)
	for i := range c.life.spells {
		s := &c.life.spells[i]
		if s.covers(before) {
			item := c.at[c.carried[s.state]]
			c.adds = append(c.adds, add{item, 1})
			c.months.flow(c.grid.Period.From, item, 1)
		}
		if s.covers(c.grid.Period.To) {
			c.adds = append(c.adds, add{c.at[s.state], 1})
		}
		c.months.spell(s, c.at[s.state])
	}
}

// row returns the numbers of a value of an axis.
func (c *Counter[D]) row(axis int, name string) []int64 {
	rows := c.axes[axis]
	if name == "" {
		name = Blank
	}
	row := rows[name]
	if row == nil && len(rows) >= MaxRows {
		name, row = Rest, rows[Rest]
	}
	if row == nil {
		row = make([]int64, len(c.form.items))
		rows[strings.Clone(name)] = row
	}
	return row
}

// Grid returns what has been counted so far. Its numbers agree with each other. The issue says how many records have no
// date at all and could not be counted.
func (c *Counter[D]) Grid() (*Grid, fazhi.Issues) {
	g := c.grid
	if c.form == nil {
		return &g, nil
	}
	g.Total = c.counts(c.total)
	g.Axes = []Axis{{Name: UnitAxis, Rows: []Row{{Name: g.Unit, Counts: c.counts(c.total)}}}}
	for i, rows := range c.axes {
		a := c.form.axes[i+1]
		made := Axis{Name: a.name, Rows: make([]Row, 0, len(rows))}
		for name, row := range rows {
			made.Rows = append(made.Rows, Row{Name: name, Counts: c.counts(row)})
		}
		a.sort(made.Rows)
		g.Axes = append(g.Axes, made)
	}
	for i, row := range c.months.rows(c.form.states, c.at) {
		g.Months = append(g.Months, Row{Name: monthName(c.months.months[i]), Counts: c.counts(row)})
	}
	if c.undated == 0 {
		return &g, nil
	}
	return &g, fazhi.Issues{{Code: Undated, Severity: fazhi.Warning, Message: fmt.Sprintf("有%d件没有任何日期，没有计入", c.undated)}}
}

// counts turns numbers by place into numbers by item, with the sums.
func (c *Counter[D]) counts(row []int64) Counts {
	counts := make(Counts)
	for i, n := range row {
		if n != 0 {
			counts[c.form.items[i].item] = n
		}
	}
	for _, s := range c.form.sums {
		if n := counts.sum(s.right); n != 0 {
			counts[s.left[0]] = n
		}
	}
	return counts
}
