package lifecycle

import "github.com/fazhi-go/fazhi"

// A State is where a document stands: the step noted last, the latest day of a step, and the clocks that run. The zero State is that of a
// document that has not begun. Take makes states and changes none.
type State struct {
	Step    string     `json:"step,omitempty"`
	On      fazhi.Date `json:"on,omitzero"`
	Running []Running  `json:"running,omitempty"` // in the order in which they began
}

// Due returns the earliest last day of the clocks that run and are not paused, the zero Date if there is none.
func (s State) Due() fazhi.Date {
	var due fazhi.Date
	for i := range s.Running {
		if d := s.Running[i].Due; due.IsZero() || !d.IsZero() && d.Before(due) {
			due = d
		}
	}
	return due
}

// Clock returns the running clock of a name.
func (s State) Clock(name string) (Running, bool) {
	for i := range s.Running {
		if s.Running[i].Clock == name {
			return s.Running[i], true
		}
	}
	return Running{}, false
}
