package statistics

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/workday"
)

// payments counts what fell due in the period, and what is overdue and unpaid at its end.
func (c *Counter) payments(d *contract.Contract) {
	var o owed
	for i := range d.Payments {
		c.payment(d, i, &o)
	}
	if o.payments == 0 {
		return
	}
	c.add(Unpaid, 1)
	c.add(UnpaidAmount, o.amount)
	if c.grid.Rules.purchase(d) {
		c.add(UnpaidPurchase, 1)
		c.add(UnpaidPurchaseAmount, o.amount)
		c.add(UnpaidDisputedAmount, o.disputed)
	}
}

// owed is what a contract owes at the end of the period.
type owed struct {
	payments         int
	amount, disputed int64
}

// direction are the items of money that goes one way.
type direction struct{ due, dueAmount, late, lateAmount Item }

func directionOf(d contract.Direction) (direction, bool) {
	switch d {
	case contract.Pay:
		return direction{PayingDue, PayingDueAmount, PayingLate, PayingLateAmount}, true
	case contract.Receive:
		return direction{GainDue, GainDueAmount, GainLate, GainLateAmount}, true
	}
	return direction{}, false
}

func (c *Counter) payment(d *contract.Contract, i int, o *owed) {
	p := &d.Payments[i]
	items, known := directionOf(p.Direction)
	end := c.lastDay(d, p)
	if !known || end.IsZero() || d.Signed.IsZero() {
		c.notes.endless++
		return
	}
	if end.After(c.grid.Period.To) {
		return
	}
	whole := c.amount(d, fazhi.At("payments", i, "amount"), p.Amount)
	if c.one(items.due, end) {
		c.add(items.dueAmount, whole)
		if left, late := unpaid(p, end); late {
			c.add(items.late, 1)
			c.add(items.lateAmount, min(left, whole))
		}
	}
	if left, late := unpaid(p, c.grid.Period.To); late && p.Direction == contract.Pay && !d.Signed.After(c.grid.Period.To) {
		o.owe(min(left, whole), p.Disputed)
	}
}

// owe adds a payment. A sum beyond mostOfAll stays there, and is refused when it is added to the others.
func (o *owed) owe(n int64, disputed bool) {
	o.payments++
	o.amount = min(o.amount+n, mostOfAll+1)
	if disputed {
		o.disputed = min(o.disputed+n, mostOfAll+1)
	}
}

// unpaid returns what had not been paid on a day, and whether anything had not. What was paid before a payment was
// complete is not dated, so that one that was completed later counts whole.
func unpaid(p *contract.Payment, on fazhi.Date) (int64, bool) {
	switch {
	case p.Paid.IsZero() && p.Done():
		return 0, false
	case p.Paid.IsZero():
		return int64(max(p.Amount-max(p.PaidSoFar, 0), 0)), true
	}
	return int64(max(p.Amount, 0)), p.Paid.After(on)
}

// lastDay returns the day by which a payment is due, as contract.Contract.PayTerm has it, moved on if it is a day off
// (民法典第二百零三条).
func (c *Counter) lastDay(d *contract.Contract, p *contract.Payment) fazhi.Date {
	term, ok := d.PayTerm(p, c.grid.Rules.Purchases...)
	if !ok {
		return fazhi.Date{}
	}
	return c.after(term.Start, term.Span.N)
}

// after returns the last of so many days after one, moved on if it is a day off. Days that cannot matter ask for no calendar.
func (c *Counter) after(start fazhi.Date, n int) fazhi.Date {
	span := workday.Span{N: n, Unit: workday.CalendarDays}
	last := start.AddDays(n)
	if last.IsZero() || last.After(c.grid.Period.To) || !c.near(start, span) {
		return last
	}
	due, err := c.settings.Profile.Calendar.Due(workday.Term{Start: start, Span: span})
	if err != nil {
		c.notes.unmoved++
		c.notes.year(err)
		return last
	}
	c.notes.unsure(due.Provisional)
	return due.End
}
