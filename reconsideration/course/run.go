package course

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// A run takes the events of one track, one after another.
type run struct {
	calendar *workday.Calendar
	machine  *lifecycle.Machine
	doc      fazhi.Document
	at       fazhi.Path // of the events
	state    lifecycle.State
	clocks   []tracked
	taken    []Event
	places   []fazhi.Path // of the events that were taken
	issues   fazhi.Issues

	lawOfStep bool
}

// A tracked clock is the last that was seen of one, and what ended it.
type tracked struct {
	lifecycle.Running
	ended fazhi.Date
	by    string // the step that ended it
	kept  bool   // the step was the thing itself
	lost  bool   // it was done, but on a day that the events do not tell; ended is the day that shows it
}

// take takes the events up to a day; zero: all.
func (r *run) take(events []Event, until fazhi.Date) error {
	for _, i := range r.inOrder(events) {
		if !until.IsZero() && events[i].On.After(until) {
			break
		}
		if err := r.step(events[i], r.at.At(i)); err != nil {
			return fmt.Errorf("course: %s：%w", r.at.At(i), err)
		}
	}
	return nil
}

// inOrder returns the places of events by their days. It reports and leaves out those without a day, and those that stand after a
// later one and may not be noted late. It looks at all of them, whatever the day asked for, so that a replay and Check agree.
func (r *run) inOrder(events []Event) []int {
	var order []int
	var latest fazhi.Date
	for i, e := range events {
		step, _ := r.machine.Step(e.Step)
		switch {
		case e.On.IsZero():
			r.report(fazhi.Issue{Code: lifecycle.WrongDate, Path: r.at.At(i, "on"), Message: "没有日期"})
			continue
		case e.On.Before(latest) && !step.Late:
			r.report(fazhi.Issue{Code: lifecycle.WrongDate, Path: r.at.At(i, "on"), Message: "日期早于前面的事件"})
			continue
		case !step.Late && e.On.After(latest):
			latest = e.On
		}
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return events[i].On.Compare(events[j].On) })
	return order
}

func (r *run) report(i fazhi.Issue) { r.issues = append(r.issues, i) }

func (r *run) step(e Event, at fazhi.Path) error {
	before := r.state
	after, err := r.machine.Take(r.calendar, before, lifecycle.Move{Step: e.Step, On: e.On, Role: e.Role, Doc: r.doc})
	var refused *lifecycle.Refused
	switch {
	case errors.As(err, &refused):
		for _, reason := range refused.Reasons {
			reason.Path = at
			r.issues = append(r.issues, reason)
		}
		return nil
	case err != nil:
		return err
	}
	r.state, r.taken, r.places = after, append(r.taken, e), append(r.places, at)
	r.follow(e)
	r.accept()
	return nil
}

// follow brings the clocks up to the state after an event.
func (r *run) follow(e Event) {
	step, _ := r.machine.Step(e.Step)
	for i := range r.clocks {
		t := &r.clocks[i]
		if !t.ended.IsZero() {
			continue
		}
		if now, ok := r.state.Clock(t.Clock); ok && now.Start == t.Start {
			t.Running = now
			continue
		}
		t.ended, t.by, t.kept = e.On, e.Step, slices.Contains(step.Stops, t.Clock) && !isIdle(t.Clock, e.Step)
	}
	for _, now := range r.state.Running {
		if !slices.ContainsFunc(r.clocks, func(t tracked) bool { return t.Clock == now.Clock && t.Start == now.Start && t.ended.IsZero() }) {
			r.clocks = append(r.clocks, tracked{Running: now})
		}
	}
}

// accept lets the case document say when it was accepted, which steps after the decision ask for.
func (r *run) accept() {
	c, ok := r.doc.(*reconsideration.Case)
	if clock, runs := r.state.Clock(reconsideration.DecisionClock); ok && runs {
		c.Accepted = cmp.Or(c.Accepted, clock.Start)
	}
}

// version is the name of the law that decides what is done on a day: that of acceptance, or that of the day itself; empty where
// that is not known.
func (r *run) version(on fazhi.Date) string {
	c, ok := r.doc.(*reconsideration.Case)
	if ok && !r.lawOfStep {
		on = c.Accepted
	}
	v, err := law.On(on)
	if !ok || err != nil {
		return ""
	}
	return v.Name
}

// last returns the last event of one of the steps on or before a day.
func last(events []Event, on fazhi.Date, steps ...string) (Event, bool) {
	var found Event
	for _, e := range events {
		if slices.Contains(steps, e.Step) && !e.On.After(on) && !e.On.Before(found.On) {
			found = e
		}
	}
	return found, found.Step != ""
}
