package workday

import (
	"time"

	"github.com/fazhi-go/fazhi"
)

// A run is a stretch of years without a gap, counted through: so the n-th working day after another is found without
// going from day to day.
type run struct {
	first  fazhi.Date
	before []int32 // before[i]: how many working days lie before the day first+i; one more entry than days
	days   []int32 // days[k]: the k-th working day is first+days[k]
}

func (r *run) addYear(year int, named map[fazhi.Date]Day) {
	for d := fazhi.DateOf(year, time.January, 1); d.Year() == year; d = d.AddDays(1) {
		if isWorking(d, named) {
			r.days = append(r.days, int32(len(r.before)-1))
		}
		r.before = append(r.before, int32(len(r.days)))
	}
}

// isWorking is the whole rule: what a notice names is as it says, the rest by the day of the week.
func isWorking(d fazhi.Date, named map[fazhi.Date]Day) bool {
	if n, ok := named[d]; ok {
		return !n.Off
	}
	return !isWeekend(d)
}

func (r *run) last() fazhi.Date { return r.first.AddDays(len(r.before) - 2) }

func (r *run) contains(d fazhi.Date) bool {
	i := d.DaysSince(r.first)
	return i >= 0 && i < len(r.before)-1
}

// rank returns how many working days of the run lie before d, which is in the run or the day after it.
func (r *run) rank(d fazhi.Date) int { return int(r.before[d.DaysSince(r.first)]) }

// at returns the k-th working day, from 0.
func (r *run) at(k int) (fazhi.Date, bool) {
	if k < 0 || k >= len(r.days) {
		return fazhi.Date{}, false
	}
	return r.first.AddDays(int(r.days[k])), true
}

func (r *run) isWorking(d fazhi.Date) bool {
	i := d.DaysSince(r.first)
	return r.before[i+1] > r.before[i]
}

// runOf returns the run in which a day lies.
func (c *Calendar) runOf(d fazhi.Date) (*run, error) {
	if d.IsZero() {
		return nil, rangeError()
	}
	if c != nil {
		for i := range c.runs { // one, or a few
			if c.runs[i].contains(d) {
				return &c.runs[i], nil
			}
		}
	}
	return nil, &NoCalendarError{Year: d.Year()}
}
