package workday

import (
	"time"

	"github.com/fazhi-go/fazhi"
)

// IsWorkday reports whether a day is a working day, make-up workdays among them. It is a *NoCalendarError when the year
// is not known, and ErrRange for the zero Date.
func (c *Calendar) IsWorkday(d fazhi.Date) (bool, error) {
	r, err := c.runOf(d)
	if err != nil {
		return false, err
	}
	return r.isWorking(d), nil
}

// Day returns what the calendar says of a day: whether it is off, and the name of the holiday if a notice names it. Errors
// are those of IsWorkday.
func (c *Calendar) Day(d fazhi.Date) (Day, error) {
	r, err := c.runOf(d)
	if err != nil {
		return Day{}, err
	}
	return Day{Date: d, Name: c.named[d].Name, Off: !r.isWorking(d)}, nil
}

// Workdays counts the working days of a period, both ends included; 0 when it ends before it begins. An open end is
// ErrRange, a year that is not known a *NoCalendarError.
func (c *Calendar) Workdays(p fazhi.Period) (int, error) {
	from, err := c.runOf(p.From)
	if err != nil {
		return 0, err
	}
	to, err := c.runOf(p.To)
	switch {
	case err != nil:
		return 0, err
	case p.To.Before(p.From):
		return 0, nil
	case from != to:
		return 0, &NoCalendarError{Year: from.last().Year() + 1}
	}
	return to.rank(p.To.AddDays(1)) - from.rank(p.From), nil
}

// Provisional reports whether a day of the period, both ends included, a zero end open, may still change: it lies in the last days of
// December before a year whose notice is not known, or in a year whose notice is unfinished. Years that are not known do
// not count; asking for their days is an error anyway.
func (c *Calendar) Provisional(p fazhi.Period) bool {
	if c == nil {
		return false
	}
	if p.To.IsZero() {
		p.To = fazhi.DateOf(9999, time.December, 31)
	}
	return len(c.unsureIn(p.From, p.To)) > 0
}
