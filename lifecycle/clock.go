package lifecycle

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A Clock is a limit that begins with a step (期限). Several may have one name: the same limit under an old and a new law,
// or in different procedures.
type Clock struct {
	Name  string       // 审理期限; what Stops and registers call it
	Span  workday.Span // never counted back; zero: a local rule has not set it, and no clock begins
	Basis string       // the article that sets the limit
	Rule  string       // the article that says how it is counted; may be empty
	Rest  workday.Rest // what happens to a last day that is a day off

	// From and Until are the first and the last day of the law; the day of the step decides. Zero means open.
	From, Until fazhi.Date

	// Extends says that Span is added to the running clock of this name (延长), which keeps its first day, its Rest and its
	// pauses, instead of beginning one. Without such a clock in the same unit the step is refused.
	Extends bool

	// When is a condition on the document and on the state before the step; nil holds always. It is as pure as a gate.
	// Of several clocks of one name the first that holds is taken.
	When func(State, Move) bool
}

func (c *Clock) begins(s State, m Move) bool {
	return !c.Span.IsZero() && inForce(c.From, c.Until, m.On) && (c.When == nil || c.When(s, m))
}

// A Running clock is a limit that has begun in one case, as a register keeps it. It needs no flow to be read.
type Running struct {
	Clock  string          `json:"clock"`
	Start  fazhi.Date      `json:"start"` // the day of the step, not counted
	Span   workday.Span    `json:"span"`
	Rest   workday.Rest    `json:"rest,omitzero"`
	Pauses []workday.Pause `json:"pauses,omitempty"`

	// Due is the last day; zero while the clock is paused.
	Due fazhi.Date `json:"due,omitzero"`

	// Provisional says that a notice to come may move Due: see workday.Calendar.Provisional and the rule of this package.
	Provisional bool `json:"provisional,omitempty"`

	Basis string `json:"basis,omitempty"`
}

// Paused reports whether the clock stands still (中止).
func (r *Running) Paused() bool { return slices.ContainsFunc(r.Pauses, isOpen) }

// Term returns the period as package workday counts it, so that Calendar.Deadline can explain it. Its Rule is empty; see
// Machine.Term.
func (r *Running) Term() workday.Term {
	return workday.Term{Start: r.Start, Span: r.Span, Basis: r.Basis, Pauses: r.Pauses, Rest: r.Rest}
}

func isOpen(p workday.Pause) bool { return p.To.IsZero() }
