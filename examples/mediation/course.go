package main

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/workday"
)

// A course tells which clocks run for a dispute: it takes the steps that the ledger records through the flow. What was recorded
// happened, so the gates are left open; that a step should not have been taken is for check.
type course struct {
	machine  *lifecycle.Machine
	calendar *workday.Calendar
}

func newCourse(p mediation.Profile) (*course, error) {
	flow := dispute.Flow(p)
	for i := range flow.Steps {
		flow.Steps[i].Gates = nil
	}
	machine, err := lifecycle.Compile(flow)
	return &course{machine: machine, calendar: p.Calendar}, err
}

// running are the clocks that run on a day. A step that cannot follow the one before is passed over.
func (c *course) running(d *dispute.Dispute, today fazhi.Date) ([]lifecycle.Running, error) {
	var state lifecycle.State
	for _, m := range steps(d) {
		if m.On.After(today) {
			break
		}
		next, err := c.machine.Take(c.calendar, state, m)
		var no *lifecycle.Refused
		switch {
		case err == nil:
			state = next
		case !errors.As(err, &no):
			return nil, err
		}
	}
	return state.Running, nil
}

// steps are those that a dispute records, by day, and of one day in the order of the procedure.
func steps(d *dispute.Dispute) []lifecycle.Move {
	var moves []lifecycle.Move
	add := func(step string, on fazhi.Date) {
		if !on.IsZero() {
			moves = append(moves, lifecycle.Move{Step: step, On: on, Doc: d})
		}
	}
	for _, r := range d.Referrals {
		add("移送", r.Sent)
		if r.Material != r.Accepted { // else 接收 says it
			add("签收材料", r.Material)
		}
		add("接收", r.Accepted)
		add("拒收", r.Refused)
	}
	add("受理", d.Accepted)
	for _, t := range d.Talks {
		add("调解", t.On)
	}
	for _, a := range d.Appraisals {
		add("鉴定", a.From)
		add("鉴定结束", a.To)
	}
	ended(d, add)
	agreed(d, add)
	for _, r := range d.Referrals {
		add("反馈", r.Fed)
		add("退回", r.Returned)
	}
	slices.SortStableFunc(moves, func(a, b lifecycle.Move) int { return a.On.Compare(b.On) })
	return moves
}

// ended adds the end without an agreement.
func ended(d *dispute.Dispute, add func(string, fazhi.Date)) {
	switch c := d.Ledger(); c.Result {
	case "不成功":
		add("调解不成", c.Closed)
	case "终止":
		add("终止", c.Closed)
	}
}

// agreed adds the agreement, and what a court did with it.
func agreed(d *dispute.Dispute, add func(string, fazhi.Date)) {
	if c := d.Ledger(); c.Result == "成功" {
		add("达成协议", c.Closed)
	}
	add("协议生效", d.Effective().On)
	court := d.Court
	if court == nil {
		return
	}
	add("申请司法确认", court.Applied)
	add("法院立案", court.Accepted)
	if step := map[string]string{"确认有效": "司法确认有效", "驳回": "驳回司法确认", "不予受理": "驳回司法确认", "撤回": "撤回司法确认"}[court.Result]; step != "" {
		add(step, court.Decided)
	}
	if court.Result == "确认有效" && unperformed(d) {
		add("履行期限届满", lastDue(d))
	}
	add("申请执行", court.Executed)
}

// unperformed reports whether a part of the agreement is not done.
func unperformed(d *dispute.Dispute) bool {
	return slices.ContainsFunc(d.Performed, func(p dispute.Performance) bool { return p.Done.IsZero() })
}

// lastDue is the last day of the last part.
func lastDue(d *dispute.Dispute) (last fazhi.Date) {
	for _, p := range d.Performed {
		if p.Due.After(last) {
			last = p.Due
		}
	}
	return last
}
