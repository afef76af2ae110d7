package course

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// track says where the run stands on a day.
func (r *run) track(on fazhi.Date) Track {
	t := Track{State: r.state, Next: r.next(on)}
	for i := range r.clocks {
		t.Clocks = append(t.Clocks, r.clock(&r.clocks[i], on))
	}
	return t
}

func (r *run) clock(t *tracked, on fazhi.Date) Clock {
	c := Clock{Name: t.Clock, Start: t.Start, Span: t.Span, Due: t.Due, Ended: t.ended, Provisional: t.Provisional, Basis: t.Basis}
	if d, err := r.calendar.Deadline(r.machine.Term(t.Running)); err == nil {
		c.Why = d.Why
	}
	after, follows := reconsideration.ConsequenceOf(t.Running)
	ran := on
	if !t.ended.IsZero() {
		ran = t.ended
	}
	noted := follows && t.by == after.Step && !ran.Before(after.On)
	switch {
	case t.lost:
		c.Status, c.Ended = Ended, fazhi.Date{}
	case follows && (ran.After(t.Due) || noted):
		c.Status = Missed
	case t.kept:
		c.Status = Met
	case !t.ended.IsZero():
		c.Status = Ended
	case t.Due.IsZero():
		c.Status = Paused
	default:
		c.Status = Runs
	}
	if follows && !ran.Before(after.On) && (c.Status == Missed || c.Status == Runs) {
		c.Consequence = &after
	}
	return c
}

// next returns the steps that may follow, with what stands against each on the day.
func (r *run) next(on fazhi.Date) []Choice {
	var all []Choice
	for _, step := range r.machine.Next(r.state) {
		all = append(all, Choice{Step: step.Name, Roles: step.Roles, Against: r.against(step, on)})
	}
	return all
}

// against tries a step as each of those who may take it, and returns what stands against the last.
func (r *run) against(step lifecycle.Step, on fazhi.Date) fazhi.Issues {
	roles := step.Roles
	if len(roles) == 0 {
		roles = []string{""}
	}
	var issues fazhi.Issues
	for _, role := range slices.Clone(roles) {
		_, err := r.machine.Take(r.calendar, r.state, lifecycle.Move{Step: step.Name, On: on, Role: role, Doc: r.doc})
		var refused *lifecycle.Refused
		switch {
		case err == nil:
			return nil
		case errors.As(err, &refused):
			issues = refused.Reasons
		default:
			issues = fazhi.Issues{{Code: CodeCalendar, Message: err.Error()}}
		}
	}
	return issues
}
