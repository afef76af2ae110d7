package indicators

import (
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
)

// maxYears is the longest period that is counted.
const maxYears = 100

// monthsOf cuts a period at the ends of months; nil if it has no days, is open or too long.
func monthsOf(p fazhi.Period) []fazhi.Period {
	if p.From.IsZero() || p.To.IsZero() || p.To.Before(p.From) || p.To.Year()-p.From.Year() >= maxYears {
		return nil
	}
	var months []fazhi.Period
	for from := p.From; !from.IsZero() && !from.After(p.To); {
		y, m, _ := from.Date()
		next := fazhi.DateOf(y+int(m/time.December), m%time.December+1, 1)
		to := next.AddDays(-1)
		if next.IsZero() || to.After(p.To) {
			to = p.To
		}
		months = append(months, fazhi.Period{From: from, To: to})
		from = to.AddDays(1)
	}
	return months
}

// monthName returns "2024年3月" for what lies in one month.
func monthName(p fazhi.Period) string {
	y, m, _ := p.From.Date()
	return fmt.Sprintf("%d年%d月", y, int(m))
}

// calendar tells in which month of the period a day lies.
type calendar struct {
	from  fazhi.Date
	month []int16 // by the number of days since from
}

func newCalendar(months []fazhi.Period) calendar {
	c := calendar{from: months[0].From}
	for i, m := range months {
		for range m.To.DaysSince(m.From) + 1 {
			c.month = append(c.month, int16(i))
		}
	}
	return c
}

// of returns the number of the month, and false when the day does not lie in the period.
func (c *calendar) of(d fazhi.Date) (int, bool) {
	n := d.DaysSince(c.from)
	if n < 0 || n >= len(c.month) || d.IsZero() {
		return 0, false
	}
	return int(c.month[n]), true
}
