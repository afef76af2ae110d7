package main

import (
	"time"

	"github.com/fazhi-go/fazhi"
)

// months are so many whole months from the first day of one, within a year.
func months(from fazhi.Date, n int) fazhi.Period {
	year, first, _ := from.Date()
	next := fazhi.DateOf(year, first+time.Month(n), 1)
	if first+time.Month(n) > time.December {
		next = fazhi.DateOf(year+1, time.January, 1)
	}
	return fazhi.Period{From: from, To: next.AddDays(-1)}
}

// yearBefore is the same period a year earlier: whole months stay whole.
func yearBefore(p fazhi.Period) fazhi.Period {
	year, first, _ := p.From.Date()
	_, last, _ := p.To.Date()
	return months(fazhi.DateOf(year-1, first, 1), int(last-first)+1)
}
