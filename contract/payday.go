package contract

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// The longest term that may be agreed with a small or medium-sized enterprise, and the one where none was, in days.
const (
	longestTerm = 60
	usualTerm   = 30
)

// PayTerm returns the term in which a payment of the contract is to be made, for a calendar to find its last day, which a day
// off moves (民法典第二百零三条): the day that was agreed, or so many days after what it follows. A small or medium-sized enterprise is
// paid for what it delivered within thirty days, and within sixty at most where something else was agreed; where the government
// delays acceptance, they run from the day by which it was to accept. Of what was handed over and is not accepted yet, that is
// the latest day.
//
// The Basis of the term is the article that sets it, empty where it was agreed. ok is false where no day is known. The kinds
// are those of IsPurchase.
func (c *Contract) PayTerm(y *Payment, kinds ...string) (t workday.Term, ok bool) {
	return c.payTerm(y, c.LawOn(fazhi.Date{}), kinds)
}

func (c *Contract) payTerm(y *Payment, day fazhi.Date, kinds []string) (workday.Term, bool) {
	law, small := c.smallLaw(day, kinds)
	if !small || !c.isForWork(y) {
		return agreedTerm(y, y.Since)
	}
	since, delayed := c.payableFrom(y)
	basis := law.Term
	if delayed {
		basis = law.Delayed
	}
	agreed, ok := agreedTerm(y, since)
	switch {
	case since.IsZero():
		return agreed, ok
	case !ok:
		return workday.Term{Start: since, Span: days(usualTerm), Basis: basis}, true
	case rawEnd(agreed).After(since.AddDays(longestTerm)):
		return workday.Term{Start: since, Span: days(longestTerm), Basis: basis + "（最长六十日）"}, true
	case delayed && y.Due.IsZero():
		agreed.Basis = law.Delayed
	}
	return agreed, true
}

// agreedTerm returns what was agreed: the day itself, or a term from the day it runs from.
func agreedTerm(y *Payment, since fazhi.Date) (workday.Term, bool) {
	switch {
	case !y.Due.IsZero():
		return workday.Term{Start: y.Due.AddDays(-1), Span: days(1)}, true
	case !since.IsZero() && y.Days > 0:
		return workday.Term{Start: since, Span: days(y.Days)}, true
	}
	return workday.Term{}, false
}

// rawEnd returns the last day of a term of days, wherever it falls.
func rawEnd(t workday.Term) fazhi.Date { return t.Start.AddDays(t.Span.N) }

// isForWork reports whether a payment is for what was delivered, accepted or settled, so that the 条例 sets its term. Rent that
// is paid on fixed days follows no delivery.
func (c *Contract) isForWork(y *Payment) bool {
	switch y.Basis {
	case "预付", "质保期满", "其他":
		return false
	case "约定日期":
		return y.Direction == Pay && c.Sort != "租赁"
	}
	return y.Direction == Pay
}

// payableFrom returns the day from which the term of a payment runs. One on acceptance runs from the day by which the
// government was to accept, if that was delayed (第十条第二款, 2020年第九条第二款).
func (c *Contract) payableFrom(y *Payment) (since fazhi.Date, delayed bool) {
	if y.Basis != "验收合格" {
		return y.Since, false
	}
	by := c.acceptBy(y.Since)
	if by.IsZero() || !y.Since.IsZero() && !by.Before(y.Since) {
		return y.Since, false
	}
	return by, true
}

// acceptBy returns the day by which what was accepted on a day was to be accepted, and where that is not known, everything. It
// is zero unless each of these has such a day that the government let pass. The ledger does not say which payment follows which
// delivery; of several days the last one holds, which can only be too late.
func (c *Contract) acceptBy(accepted fazhi.Date) fazhi.Date {
	known := !accepted.IsZero() && c.hasAccepted(accepted)
	var last fazhi.Date
	for i := range c.Deliveries {
		d := &c.Deliveries[i]
		if d.By == Government || known && d.Accepted != accepted {
			continue
		}
		if !d.isDelayed() {
			return fazhi.Date{}
		}
		if d.AcceptBy.After(last) {
			last = d.AcceptBy
		}
	}
	return last
}

func (c *Contract) hasAccepted(day fazhi.Date) bool {
	for i := range c.Deliveries {
		if d := &c.Deliveries[i]; d.By != Government && d.Accepted == day {
			return true
		}
	}
	return false
}

// isDelayed reports whether something was handed over in time to be accepted by the day that was agreed, and was not, or not
// yet. What was found bad is not accepted late.
func (d *Delivery) isDelayed() bool {
	bad := d.Result == "不合格" || d.Result == "部分合格"
	return !bad && !d.AcceptBy.IsZero() && !d.Delivered.IsZero() && !d.Delivered.After(d.AcceptBy) &&
		(d.Accepted.IsZero() || d.Accepted.After(d.AcceptBy))
}

// LimitationOf returns the period in which a claim that fell due on a day lapses, and its article. It was two years where they
// were over before the 民法总则 came into force.
func LimitationOf(due fazhi.Date) (span workday.Span, basis string) {
	if two := monthsLater(due, 24); !two.IsZero() && two.Before(fazhi.DateOf(2017, 10, 1)) {
		return workday.Span{N: 2, Unit: workday.Years}, "民法通则第一百三十五条"
	}
	basis = "民法典第一百八十八条第一款"
	if three := monthsLater(due, 36); !three.IsZero() && three.Before(fazhi.DateOf(2021, 1, 1)) {
		basis = "民法总则第一百八十八条第一款"
	}
	return workday.Span{N: 3, Unit: workday.Years}, basis
}
