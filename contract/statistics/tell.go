package statistics

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// tell notes all that a contract adds.
func (c *Counter) tell(d *contract.Contract) {
	c.amount(d, "/amount", d.Amount)
	c.review(d)
	c.signing(d)
	c.changes(d)
	c.disputes(d)
	for i := range c.deadlines {
		c.deadline(d, &c.deadlines[i])
	}
	c.payments(d)
}

// add raises an item; numbers of nothing are left out.
func (c *Counter) add(item Item, n int64) {
	if n > 0 {
		c.adds = append(c.adds, add{c.form.at[item], n})
	}
}

// one raises an item by one if a day lies in the period, and says whether it does.
func (c *Counter) one(item Item, on fazhi.Date) bool {
	in := c.grid.Period.Contains(on)
	if in {
		c.add(item, 1)
	}
	return in
}

// amount returns an amount in yuan as it is added. One that is negative or too large is an issue, and adds nothing.
func (c *Counter) amount(d *contract.Contract, at fazhi.Path, m fazhi.Money) int64 {
	switch {
	case !d.InYuan():
		return 0
	case m < 0 || m > mostOfAll:
		c.notes.note(BadAmount, d, at, "金额是负数，或者过大，没有计入")
		return 0
	}
	return int64(m)
}

// own returns the contract's own amount, which tell has looked at: zero where it cannot be added.
func own(d *contract.Contract) int64 {
	if !d.InYuan() || d.Amount < 0 || d.Amount > mostOfAll {
		return 0
	}
	return int64(d.Amount)
}

func (c *Counter) review(d *contract.Contract) {
	c.one(Submitted, d.Submitted)
	if !c.one(Reviewed, d.Reviewed) {
		return
	}
	c.add(c.form.group(Reviewed).part(d.Opinion), 1)
	c.add(ReviewedAmount, own(d))
	if d.Advised() {
		c.add(Commented, 1)
		c.add(c.form.group(Commented).part(d.Adopted), 1)
	}
	if days, known := c.workdays(cmp.Or(d.Received, d.Submitted), d.Reviewed); known {
		c.add(Timed, 1)
		c.add(ReviewDays, int64(days))
	}
}

func (c *Counter) signing(d *contract.Contract) {
	if c.one(Signed, d.Signed) {
		c.add(SignedAmount, own(d))
		if unseen := d.Reviewed.IsZero() || d.Reviewed.After(d.Signed); unseen && d.Opinion != "不属审查范围" {
			c.add(Unreviewed, 1)
		}
	}
	c.one(Filed, d.Filed)
	c.one(Ended, d.Completed)
	if c.isOpen(d.Signed, d.Completed) {
		c.add(Outstanding, 1)
		c.add(OutstandingAmount, own(d))
	}
}

// isOpen reports whether something had begun by the end of the period and had not ended.
func (c *Counter) isOpen(begun, ended fazhi.Date) bool {
	to := c.grid.Period.To
	return !begun.IsZero() && !begun.After(to) && (ended.IsZero() || ended.After(to))
}

func (c *Counter) changes(d *contract.Contract) {
	for i := range d.Changes {
		x := &d.Changes[i]
		c.notes.dateless(x.Signed)
		if !c.one(Changes, x.Signed) {
			continue
		}
		c.add(c.form.group(Changes).part(x.Sort), 1)
		at := fazhi.At("changes", i, "amount")
		if x.Amount < 0 && -x.Amount > 0 { // the smallest number has no positive one
			c.add(Decrease, c.amount(d, at, -x.Amount))
			continue
		}
		c.add(Increase, c.amount(d, at, x.Amount))
	}
}

func (c *Counter) disputes(d *contract.Contract) {
	for i := range d.Disputes {
		x := &d.Disputes[i]
		c.notes.dateless(x.Begun)
		if c.one(Disputes, x.Begun) {
			c.add(c.form.group(Disputes).part(x.Way), 1)
			c.add(DisputeAmount, c.amount(d, fazhi.At("disputes", i, "amount"), x.Amount))
		}
		if c.one(Settled, x.Ended) {
			c.add(c.form.group(Settled).part(x.Result), 1)
		}
		if c.isOpen(x.Begun, x.Ended) {
			c.add(OpenDisputes, 1)
		}
	}
}

// isDated reports whether a contract has any date by which it could count.
func isDated(d *contract.Contract) bool {
	return !cmp.Or(d.Submitted, d.Reviewed, d.Signed, d.Filed, d.Completed, d.Awarded, d.Received).IsZero()
}
