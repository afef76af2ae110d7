package statistics

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/workday"
)

// A deadline is a limit that runs from one day of a contract until another. It counts in the period in which its last day
// lies, whether or not it was kept, so that the numbers of quarters add up to the year's.
type deadline struct {
	due, late   Item
	span        workday.Span
	start, done func(*contract.Contract) fazhi.Date // a zero start: the limit does not run
}

// deadlines returns all; one whose limit is not set has the zero span.
func deadlines(limits contract.Limits) []deadline {
	type c = contract.Contract
	days := func(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
	month := workday.Span{N: 30, Unit: workday.CalendarDays}
	return []deadline{
		{ReviewDue, ReviewLate, limits.Review, reviewFrom, func(d *c) fazhi.Date { return d.Reviewed }},
		{SigningDue, SigningLate, month, awardedOn, func(d *c) fazhi.Date { return d.Signed }},
		{FilingDue, FilingLate, limits.Filing, func(d *c) fazhi.Date { return d.Signed }, func(d *c) fazhi.Date { return d.Filed }},
		{PublishingDue, PublishingLate, days(2), publicFrom, func(d *c) fazhi.Date { return d.Announced }},
		{CopyDue, CopyLate, days(7), copyFrom, func(d *c) fazhi.Date { return d.CopyFiled }},
	}
}

func reviewFrom(d *contract.Contract) fazhi.Date {
	return when(d.Opinion != "不属审查范围", cmp.Or(d.Received, d.Submitted), fazhi.Date{})
}

// awardedOn is the day of the award (政府采购法第四十六条; of tenders, works of procurement among them, 招标投标法第四十六条).
func awardedOn(d *contract.Contract) fazhi.Date {
	if d.IsTendered() {
		return when(true, d.Awarded, fazhi.DateOf(2000, 1, 1))
	}
	return when(d.Procurement, d.Awarded, procurementFrom())
}

func publicFrom(d *contract.Contract) fazhi.Date {
	return when(d.IsAnnounced(), d.Signed, fazhi.DateOf(2015, 3, 1)) // 政府采购法实施条例
}

func copyFrom(d *contract.Contract) fazhi.Date {
	return when(d.Procurement, d.Signed, procurementFrom())
}

// procurementFrom is the first day of the 政府采购法.
func procurementFrom() fazhi.Date { return fazhi.DateOf(2003, 1, 1) }

// when returns the day if something holds and the law was in force.
func when(holds bool, on, law fazhi.Date) fazhi.Date {
	if !holds || on.Before(law) {
		return fazhi.Date{}
	}
	return on
}

// deadline counts one limit of a contract.
func (c *Counter) deadline(d *contract.Contract, l *deadline) {
	start := l.start(d)
	if l.span.IsZero() || start.IsZero() || !c.near(start, l.span) {
		return
	}
	end, known := c.end(start, l.span)
	if known && c.one(l.due, end) && isLate(l.done(d), end) {
		c.add(l.late, 1)
	}
}

func isLate(done, end fazhi.Date) bool { return done.IsZero() || done.After(end) }

// near reports whether a limit that begins on a day can end in the period, so that days long ago ask for no calendar.
func (c *Counter) near(start fazhi.Date, span workday.Span) bool {
	if start.After(c.grid.Period.To) {
		return false
	}
	latest := start.AddDays(span.N*longest(span.Unit) + restDays)
	return latest.IsZero() || !latest.Before(c.grid.Period.From)
}

// restDays is more than any run of days off.
const restDays = 31

// longest returns no less days than a unit can take, days off and all.
func longest(u workday.Unit) int {
	switch u {
	case workday.CalendarDays:
		return 1
	case workday.WorkingDays:
		return 3
	case workday.Months:
		return 31
	}
	return 366
}

// end returns the last day of a limit. It is not known in a year whose days off are not.
func (c *Counter) end(start fazhi.Date, span workday.Span) (fazhi.Date, bool) {
	due, err := c.settings.Profile.Calendar.Due(workday.Term{Start: start, Span: span})
	if err != nil {
		c.notes.uncounted++
		c.notes.year(err)
		return fazhi.Date{}, false
	}
	c.notes.unsure(due.Provisional)
	return due.End, true
}

// workdays counts the working days after one day up to another.
func (c *Counter) workdays(after, until fazhi.Date) (int, bool) {
	switch {
	case after.IsZero() || until.Before(after):
		c.notes.untimed++
		return 0, false
	case after == until:
		return 0, true
	}
	p := fazhi.Period{From: after.AddDays(1), To: until}
	n, err := c.settings.Profile.Calendar.Workdays(p)
	if err != nil {
		c.notes.uncounted++
		c.notes.year(err)
		return 0, false
	}
	c.notes.unsure(c.settings.Profile.Calendar.Provisional(p))
	return n, true
}
