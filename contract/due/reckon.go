package due

import (
	"errors"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A reckoned day is a last day with what is uncertain about it.
type reckoned struct {
	day         fazhi.Date
	provisional bool
	note        string
}

// agreed is a day that needs no reckoning.
func agreed(d fazhi.Date) reckoned { return reckoned{day: d} }

// last reckons the last day of a limit, by 民法典 arts. 201 to 203. Without the notice of a year a limit of days, months or
// years stays where it is, which can only be too early; one of working days has no day.
func (f *Finder) last(start fazhi.Date, span workday.Span) reckoned {
	t := workday.Term{Start: start, Span: span}
	d, err := f.calendar.Due(t)
	missing := (*workday.NoCalendarError)(nil)
	if !errors.As(err, &missing) {
		return reckoned{day: d.End, provisional: err == nil && d.Provisional}
	}
	r := reckoned{provisional: true, note: strconv.Itoa(missing.Year) + "年的放假安排没有公布"}
	if span.Unit == workday.WorkingDays {
		r.note += "，按工作日计算的期限不能推算"
		return r
	}
	t.Rest = workday.Unmoved
	if d, err = f.calendar.Due(t); err == nil {
		r.day = d.End
		r.note += "，届满日暂定"
	}
	return r
}

func days(n int) workday.Span     { return workday.Span{N: n, Unit: workday.CalendarDays} }
func workdays(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
