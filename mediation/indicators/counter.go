package indicators

import (
	"crypto/sha256"
	"iter"
	"maps"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// A Counter counts disputes, one after another, for one period. Its memory depends on how many rows there are, and is sixteen
// bytes, as a map holds them, for each dispute's number. A Counter is not for use by several goroutines at once: let each have
// its own and Merge the grids. Make one with New; the zero Counter counts nothing.
type Counter struct {
	plan
	places places
	total  []int64
	months []int64 // rows of the months
	rows   []*rows
	adds   []add // of the dispute under way
	notes  notes

	seen   map[digest]struct{} // nil: numbers are not compared
	visits map[digest]struct{} // of screenings
	merged []merged
}

// A plan is what counters of one grid share. It is not changed once it is made.
type plan struct {
	unit     string
	period   fazhi.Period
	form     *form
	axes     []axis
	split    []fazhi.Period // the months
	calendar calendar
	counties *list // nil: every code that can be one
}

// An add is by how much a dispute raises an item, and in which month, -1 for what no month has of its own.
type add struct {
	item, month int
	n           int64
}

type digest [16]byte

// digestOf returns that of a number, which is unique within its county.
func digestOf(county, serial string) digest {
	sum := sha256.Sum256([]byte(county + "\x00" + serial))
	return digest(sum[:16])
}

// New returns a counter for a unit and a period: a month, a year or any other with both its ends. What is wrong with the
// arguments is returned together: ErrUnit, ErrPeriod, ErrAxis, ErrCounty.
func New(unit string, p fazhi.Period, s Settings) (*Counter, error) {
	plan, err := newPlan(unit, p, s)
	if err != nil {
		return nil, err
	}
	c := plan.counter(MaxRows)
	c.seen, c.visits = make(map[digest]struct{}), make(map[digest]struct{})
	return c, nil
}

func newPlan(unit string, p fazhi.Period, s Settings) (*plan, error) {
	f := newForm()
	if err := s.vet(f, unit, p); err != nil {
		return nil, err
	}
	months := monthsOf(p)
	return &plan{unit: unit, period: p, form: f, axes: f.choose(s.Axes), split: months, calendar: newCalendar(months), counties: s.counties()}, nil
}

// counter returns a counter that tells so many values of a property apart and does not compare numbers.
func (p *plan) counter(most int) *Counter {
	width := len(p.form.items)
	c := &Counter{plan: *p, places: newPlaces(), total: make([]int64, width), months: make([]int64, len(p.split)*width)}
	for i := range c.axes {
		var listed *list
		if c.axes[i].name == ByCounty {
			listed = c.counties
		}
		c.rows = append(c.rows, newRows(width, most, listed))
	}
	return c
}

// Count gives every record of a sequence to every counter: the month, the quarter and the year in one pass.
func Count[R mediation.Record](records iter.Seq[R], counters ...*Counter) {
	for r := range records {
		for _, c := range counters {
			c.Add(r.Ledger())
		}
	}
}

// Add counts a dispute. It does not keep it.
func (c *Counter) Add(d *mediation.Case) {
	if c.form == nil || d == nil || c.double(d) {
		return
	}
	c.adds = c.adds[:0]
	c.tell(d)
	if !c.raise(d.Row, "/amount") {
		return
	}
	for i := range c.axes {
		if a := &c.axes[i]; a.of != nil {
			c.book(i, a.of(d))
		}
	}
}

// Screen counts a screening. It does not keep it.
func (c *Counter) Screen(s *Screening) {
	if c.form == nil || s == nil || c.repeated(s) {
		return
	}
	c.adds = c.adds[:0]
	c.screening(s)
	if !c.raise(s.Row, "/found") {
		return
	}
	for i := range c.axes {
		switch a := &c.axes[i]; {
		case a.of == nil: // 统计单位: the total
		case a.screening == nil:
			c.raiseRow(c.rows[i].row(Screened))
		default:
			c.book(i, a.screening(s))
		}
	}
}

// raise adds to the total and the months, or leaves them as they were if a number would be out of range. Rows are never more
// than the total. It reports whether there is anything to add to the rows.
func (c *Counter) raise(row table.Row, at fazhi.Path) bool {
	for i, a := range c.adds {
		sum := c.total[a.item] + a.n // both at most mostOfAll
		if sum > mostOfAll {
			for _, done := range c.adds[:i] {
				c.total[done.item] -= done.n
			}
			c.notes.note(BadAmount, row, at, "与前面的合计超出范围，这一行没有计入")
			return false
		}
		c.total[a.item] = sum
	}
	for _, a := range c.adds {
		if a.month >= 0 {
			c.months[a.month*len(c.total)+a.item] += a.n
		}
	}
	return len(c.adds) > 0
}

// book adds to the numbers of a value of an axis.
func (c *Counter) book(axis int, value string) {
	r := c.rows[axis]
	switch place, listed := r.find(value); {
	case listed:
		c.raiseRow(r.listedRow(place))
	case value == "":
		c.raiseRow(r.row(Blank))
	case c.axes[axis].name == ByCounty && (c.counties != nil || !isCounty(value)):
		c.notes.elsewhere++
		c.raiseRow(r.row(Elsewhere))
	default:
		c.raiseRow(r.row(value))
	}
}

func (c *Counter) raiseRow(row []int64) {
	for _, a := range c.adds {
		row[a.item] += a.n
	}
}

// join adds what another counter of the same plan has counted after this one. Where a sum would be out of range nothing of it
// is added, and the issues say so.
func (c *Counter) join(from *Counter) {
	for i, n := range from.total {
		if c.total[i]+n > mostOfAll {
			c.notes.lost++
			return
		}
	}
	plusAll(c.total, from.total)
	plusAll(c.months, from.months)
	for i := range c.rows {
		c.rows[i].join(from.rows[i])
	}
	c.notes.join(&from.notes)
}

// reset makes a counter as it was when it was new. It has never compared numbers.
func (c *Counter) reset() {
	clear(c.total)
	clear(c.months)
	for _, r := range c.rows {
		r.reset()
	}
	c.notes.reset()
}

// Grid returns what has been counted so far. Its numbers agree with each other. The issues say what was not counted and why.
func (c *Counter) Grid() (*Grid, fazhi.Issues) {
	if c.form == nil {
		return new(Grid), nil
	}
	g := &Grid{Unit: c.unit, Period: c.period, Total: c.counts(c.total)}
	for i, m := range c.split {
		g.Months = append(g.Months, Row{Name: monthName(m), Counts: c.counts(c.months[i*len(c.total):][:len(c.total)])})
	}
	g.carry()
	n := c.notes.copy()
	for i := range c.axes {
		made := Axis{Name: c.axes[i].name, Rows: c.table(c.rows[i])}
		if c.axes[i].of == nil {
			made.Rows = append(made.Rows, Row{Name: c.unit, Counts: maps.Clone(g.Total)})
		}
		if len(c.rows[i].names) > MaxRows {
			n.crowded = append(n.crowded, made.Name)
		}
		c.axes[i].sort(made.Rows)
		g.Axes = append(g.Axes, made)
	}
	c.follow(&n)
	return g, n.issues()
}

// table returns the rows of a property: the first MaxRows, and Rest for all others.
func (c *Counter) table(r *rows) []Row {
	list := make([]Row, 0, min(len(r.names), MaxRows+1))
	rest := make([]int64, r.width)
	for i, name := range r.names {
		if i >= MaxRows || name == Rest {
			plusAll(rest, r.cellsOf(i))
			continue
		}
		list = append(list, Row{Name: name, Counts: c.counts(r.cellsOf(i))})
	}
	if counts := c.counts(rest); len(counts) > 0 {
		list = append(list, Row{Name: Rest, Counts: counts})
	}
	return list
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
