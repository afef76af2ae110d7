package contract

import (
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// inOrder reports a day that is before another one that it should not be before. Days that are not given say nothing.
func inOrder(p *fazhi.Pass, earlier, later fazhi.Date, at fazhi.Path, message string) {
	if !earlier.IsZero() && !later.IsZero() && later.Before(earlier) {
		p.Report(at, message)
	}
}

// dateOrder leaves out what the checks of review and filing say.
func dateOrder(p *fazhi.Pass, c *Contract) {
	contractOrder(p, c)
	itemOrder(p, c)
}

func contractOrder(p *fazhi.Pass, c *Contract) {
	inOrder(p, c.Submitted, c.Received, "/received", "受理日期早于送审日期")
	inOrder(p, c.Submitted, c.Reviewed, "/reviewed", "审查日期早于送审日期")
	inOrder(p, c.Received, c.Reviewed, "/reviewed", "审查日期早于受理日期")
	inOrder(p, c.Awarded, c.Signed, "/signed", "签订日期早于中标通知日期")
	inOrder(p, c.Signed, c.Announced, "/announced", "公告日期早于签订日期")
	inOrder(p, c.Signed, c.CopyFiled, "/copyFiled", "采购备案日期早于签订日期")
	inOrder(p, c.Begins, c.Expires, "/expires", "届满日期早于起始日期")
	inOrder(p, c.Notice, c.Expires, "/notice", "续约通知日期晚于届满日期")
	inOrder(p, c.Signed, c.Completed, "/completed", "履行完毕日期早于签订日期")
	inOrder(p, c.Completed, c.Archived, "/archived", "归档日期早于履行完毕日期")
}

func itemOrder(p *fazhi.Pass, c *Contract) {
	for i := range c.Payments {
		y := &c.Payments[i]
		inOrder(p, y.Since, y.Due, fazhi.At("payments", i, "due"), "应付日期早于起算日期")
	}
	for i := range c.Deliveries {
		d := &c.Deliveries[i]
		inOrder(p, d.Due, d.AcceptBy, fazhi.At("deliveries", i, "acceptBy"), "应验收日期早于应交付日期")
		inOrder(p, d.Delivered, d.Accepted, fazhi.At("deliveries", i, "accepted"), "验收日期早于实际交付日期")
	}
	for i := range c.Deposits {
		d := &c.Deposits[i]
		inOrder(p, d.Received, d.ReturnDue, fazhi.At("deposits", i, "returnDue"), "应退日期早于收取日期")
		inOrder(p, d.Received, d.Returned, fazhi.At("deposits", i, "returned"), "退还日期早于收取日期")
	}
	for i := range c.Changes {
		x := &c.Changes[i]
		inOrder(p, c.Signed, x.Signed, fazhi.At("changes", i, "signed"), "变更的签订日期早于合同的签订日期")
		inOrder(p, x.Submitted, x.Reviewed, fazhi.At("changes", i, "reviewed"), "变更的审查日期早于送审日期")
	}
	for i := range c.Disputes {
		d := &c.Disputes[i]
		inOrder(p, d.Begun, d.Ended, fazhi.At("disputes", i, "ended"), "了结日期早于发生日期")
	}
}

// futureDates judges the days of what has happened.
func futureDates(p *fazhi.Pass, c *Contract) {
	if p.Today.IsZero() {
		return
	}
	for _, d := range [...]struct {
		day fazhi.Date
		at  fazhi.Path
	}{
		{c.Awarded, "/awarded"}, {c.Submitted, "/submitted"}, {c.Received, "/received"}, {c.Reviewed, "/reviewed"},
		{c.Deliberated, "/deliberated"}, {c.Signed, "/signed"}, {c.Filed, "/filed"}, {c.Announced, "/announced"},
		{c.CopyFiled, "/copyFiled"}, {c.Completed, "/completed"}, {c.Archived, "/archived"},
	} {
		if d.day.After(p.Today) {
			p.Report(d.at, inFuture)
		}
	}
	futureItems(p, c)
}

const inFuture = "已经发生的事，日期晚于今日"

func futureItems(p *fazhi.Pass, c *Contract) {
	past := func(day fazhi.Date, list string, i int, name string) {
		if day.After(p.Today) {
			p.Report(fazhi.At(list, i, name), inFuture)
		}
	}
	for i := range c.Payments {
		past(c.Payments[i].Paid, "payments", i, "paid")
	}
	for i := range c.Deliveries {
		past(c.Deliveries[i].Delivered, "deliveries", i, "delivered")
		past(c.Deliveries[i].Accepted, "deliveries", i, "accepted")
	}
	for i := range c.Deposits {
		past(c.Deposits[i].Received, "deposits", i, "received")
		past(c.Deposits[i].Returned, "deposits", i, "returned")
	}
	for i := range c.Changes {
		past(c.Changes[i].Submitted, "changes", i, "submitted")
		past(c.Changes[i].Reviewed, "changes", i, "reviewed")
		past(c.Changes[i].Signed, "changes", i, "signed")
	}
	for i := range c.Disputes {
		past(c.Disputes[i].Begun, "disputes", i, "begun")
		past(c.Disputes[i].Ended, "disputes", i, "ended")
	}
}

// A limit is a period that something should be done in.
type limit struct {
	since, done fazhi.Date
	span        workday.Span
}

// within reports what was done after the last day of its limit, which a day off moves (民法典第二百零三条). The calendar is asked
// only where it can decide; where it does not know the year, that is what is reported.
func (j *judge) within(p *fazhi.Pass, l limit, at fazhi.Path, message string) {
	earliest := l.earliest()
	switch {
	case l.since.IsZero() || !l.done.After(earliest):
		return
	case l.span.Unit != workday.WorkingDays && l.done.DaysSince(earliest) > longestRest:
		p.Report(at, message)
		return
	}
	last, known := j.last(l.since, l.span)
	switch {
	case !known:
		p.Report(at, "没有该年的放假安排，期限的末日不能确定，请核对："+message)
	case l.done.After(last):
		p.Report(at, message)
	}
}

// longestRest is more than any run of days off.
const longestRest = 31

// earliest returns a day before which the limit cannot end, whatever days are off.
func (l *limit) earliest() fazhi.Date {
	switch l.span.Unit {
	case workday.Months:
		return monthsLater(l.since, l.span.N)
	case workday.Years:
		return monthsLater(l.since, 12*l.span.N)
	}
	return l.since.AddDays(l.span.N)
}

// last returns the last day of a period; known is false if the calendar does not have its year.
func (j *judge) last(since fazhi.Date, span workday.Span) (last fazhi.Date, known bool) {
	deadline, err := j.calendar.Due(workday.Term{Start: since, Span: span})
	return deadline.End, err == nil
}

// monthsLater returns the corresponding day n months later, or the last day of that month (民法典第二百零二条).
func monthsLater(d fazhi.Date, n int) fazhi.Date {
	year, month, day := d.Date()
	months := year*12 + int(month) - 1 + n
	for ; day > 28; day-- {
		if later := dateOf(months, day); !later.IsZero() {
			return later
		}
	}
	return dateOf(months, day)
}

// dateOf returns a day of a month that is counted from the year nought.
func dateOf(months, day int) fazhi.Date {
	return fazhi.DateOf(months/12, time.Month(months%12+1), day)
}
