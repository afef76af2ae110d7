package statistics

import "github.com/fazhi-go/fazhi"

// A calendar counts by month, whatever the number of months that a case stays open: of states it notes only in which month
// they begin and end.
type calendar struct {
	period fazhi.Period
	months []fazhi.Period
	of     []uint16  // the month of each day
	flows  [][]int64 // by month and item
	turns  [][]int64 // by how much the number in a state rises or falls in a month
}

func newCalendar(p fazhi.Period, months []fazhi.Period, items int) calendar {
	c := calendar{period: p, months: months, of: make([]uint16, 0, p.To.DaysSince(p.From)+1)}
	for i, m := range months {
		for range m.To.DaysSince(m.From) + 1 {
			c.of = append(c.of, uint16(i))
		}
		c.flows = append(c.flows, make([]int64, items))
		c.turns = append(c.turns, make([]int64, items))
	}
	return c
}

// flow counts something in the month of a day of the period.
func (c *calendar) flow(on fazhi.Date, item int, n int64) {
	c.flows[c.of[on.DaysSince(c.period.From)]][item] += n
}

// spell counts a state at the end of each month that it covers.
func (c *calendar) spell(s *spell, item int) {
	from, until := c.month(s.from), len(c.months)
	if !s.until.IsZero() {
		until = c.month(s.until)
	}
	if from == len(c.months) {
		return
	}
	c.turns[from][item]++
	if until < len(c.months) {
		c.turns[until][item]--
	}
}

// month returns the first month that does not end before a day, their number if all do.
func (c *calendar) month(d fazhi.Date) int {
	switch {
	case !d.After(c.period.From):
		return 0
	case d.After(c.period.To):
		return len(c.months)
	}
	return int(c.of[d.DaysSince(c.period.From)])
}

// rows returns the numbers of each month: what happened in it, what it carried over, what was open at its end.
func (c *calendar) rows(states []state, at map[Item]int) [][]int64 {
	rows := make([][]int64, len(c.months))
	for m := range rows {
		rows[m] = append([]int64(nil), c.flows[m]...)
		for _, s := range states {
			open := at[s.open]
			rows[m][open] = c.turns[m][open]
			if m > 0 {
				rows[m][open] += rows[m-1][open]
				rows[m][at[s.carried]] += rows[m-1][open]
			}
		}
	}
	return rows
}
