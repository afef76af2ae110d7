package lifecycle

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// refresh computes provisional days anew: the notice that was missing may be there now.
func (s State) refresh(cal *workday.Calendar) (State, error) {
	if !slices.ContainsFunc(s.Running, func(r Running) bool { return r.Provisional }) {
		return s, nil
	}
	s.Running = slices.Clone(s.Running)
	for i := range s.Running {
		if r := &s.Running[i]; r.Provisional {
			if err := r.settle(cal); err != nil {
				return State{}, err
			}
		}
	}
	return s, nil
}

// clocks returns the clocks that run after a step. Those of the state are not touched.
func (s *Step) clocks(cal *workday.Calendar, before State, m Move) ([]Running, error) {
	room := len(before.Running) + len(s.Starts)
	if room == 0 {
		return nil, nil
	}
	after := make([]Running, 0, room)
	for _, r := range before.Running {
		if slices.Contains(s.Stops, r.Clock) || s.replaces(r.Clock, before, m) {
			continue
		}
		if s.alter(&r, before, m) {
			if err := r.settle(cal); err != nil {
				return nil, err
			}
		}
		after = append(after, r)
	}
	return s.start(cal, after, before, m)
}

// start adds the clocks that begin.
func (s *Step) start(cal *workday.Calendar, running []Running, before State, m Move) ([]Running, error) {
	old := len(running)
	for i := range s.Starts {
		c := &s.Starts[i]
		if c.Extends || !c.begins(before, m) || hasClock(running[old:], c.Name) {
			continue
		}
		r := Running{Clock: c.Name, Start: m.On, Span: c.Span, Rest: c.Rest, Basis: c.Basis}
		if err := r.settle(cal); err != nil {
			return nil, err
		}
		running = append(running, r)
	}
	if len(running) == 0 {
		return nil, nil
	}
	return running, nil
}

func hasClock(running []Running, name string) bool {
	return slices.ContainsFunc(running, func(r Running) bool { return r.Clock == name })
}

// replaces reports whether a clock of this name begins anew.
func (s *Step) replaces(name string, before State, m Move) bool {
	for i := range s.Starts {
		if c := &s.Starts[i]; c.Name == name && !c.Extends && c.begins(before, m) {
			return true
		}
	}
	return false
}

// alter extends, pauses or resumes a clock and reports whether it did.
func (s *Step) alter(r *Running, before State, m Move) bool {
	altered := s.extend(r, before, m)
	meant := len(s.Only) == 0 || slices.Contains(s.Only, r.Clock)
	switch {
	case meant && s.Pauses:
		p := workday.Pause{Period: fazhi.Period{From: m.On}, Reason: s.Name}
		r.Pauses = append(slices.Clip(resumed(r.Pauses, m.On)), p)
		return true
	case meant && s.Resumes && r.Paused():
		r.Pauses = resumed(r.Pauses, m.On)
		return true
	}
	return altered
}

// extend adds to a clock, once a step.
func (s *Step) extend(r *Running, before State, m Move) bool {
	for i := range s.Starts {
		if c := &s.Starts[i]; c.Extends && c.Name == r.Clock && c.Span.Unit == r.Span.Unit && c.begins(before, m) {
			r.Span.N += c.Span.N
			r.Basis = c.Basis
			return true
		}
	}
	return false
}

// resumed ends open pauses with the day before; one that would have no day is dropped.
func resumed(pauses []workday.Pause, on fazhi.Date) []workday.Pause {
	if !slices.ContainsFunc(pauses, isOpen) {
		return pauses
	}
	var ended []workday.Pause
	for _, p := range pauses {
		if isOpen(p) {
			p.To = on.AddDays(-1)
		}
		if !p.To.Before(p.From) {
			ended = append(ended, p)
		}
	}
	return ended
}

// settle computes the last day.
func (r *Running) settle(cal *workday.Calendar) error {
	t := r.Term()
	d, err := cal.Due(t)
	if errors.Is(err, workday.ErrNoCalendar) && r.mayStay() {
		t.Rest = workday.Unmoved
		d, err = cal.Due(t)
		d.Provisional = true
	}
	switch {
	case errors.Is(err, workday.ErrSuspended):
		r.Due, r.Provisional = fazhi.Date{}, false
	case err != nil:
		return fmt.Errorf("lifecycle: 推算“%s”：%w", r.Clock, err)
	default:
		r.Due, r.Provisional = d.End, d.Provisional
	}
	return nil
}

// mayStay reports whether an unmoved last day can only be too early.
func (r *Running) mayStay() bool {
	return r.Span.Unit != workday.WorkingDays && r.Rest == workday.Statutory && !r.Span.Back()
}
