package lifecycle

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Flow is the way of one kind of document (办理流程): its steps, as data. Order is the order in which steps are shown.
type Flow struct {
	Kind  fazhi.Kind
	Name  string // 政府合同办理流程; reasons cite it
	Steps []Step
}

// A Step is one thing that is done with a document and noted in the register (办理步骤). Steps are known by their names.
type Step struct {
	Name  string   // 审查; what entries of a register carry
	Doc   string   // one sentence, in Chinese
	First bool     // a document may begin with it
	After []string // names of the steps that it may follow, its own among them if it may be repeated
	Roles []string // who may take it, any one of them; empty: anybody
	Gates []Gate   // what must hold besides the order; all are asked

	// Starts are the clocks that begin with the step, Stops the names of clocks that end with it; one that does not run
	// is no mistake. Both are done on the day of the step, stopping first.
	Starts []Clock
	Stops  []string

	// Pauses says that no running clock counts from the day of the step on (中止), Resumes that they count again from the
	// day of the step on (恢复). Only names the clocks that are meant; empty: all. A pause that begins during another takes
	// its place, and one resumption ends it.
	Pauses, Resumes bool
	Only            []string

	// Late says that the step may be noted after others that came later (补记), as when a proof of delivery (送达回证) comes
	// back: its day may be before that of the last step. Clocks begin with its own day. A register that keeps one day an
	// entry compares the step after it with that day.
	Late bool

	// Numbers are the names of the number series from which the step draws (发文字号、登记号); the register gives them.
	Numbers []string

	// Final says that nothing may follow (办结); all clocks stop.
	Final bool
}

// A Gate is a condition on a step, besides the order (办理条件): no signing without review.
//
// From and Until are the first and the last day on which its law is in force; zero means open. Open judges the document
// and the state before the step; it is pure, changes nothing, and may be called by several goroutines at once.
type Gate struct {
	Code  fazhi.Code // of the reason when the gate is closed; that of a check, if it says the same
	Doc   string     // what must hold, one sentence in Chinese; the message of the reason
	Basis string     // article, clause or local rule
	Path  fazhi.Path // place in the document that decides; may be empty
	From  fazhi.Date
	Until fazhi.Date
	Open  func(State, Move) bool
}

// A Move is a step about to be taken: which, on which day, by whom, with which document. Role may be empty where anybody
// may take the step. Doc may be nil where no gate and no condition of a clock asks for it.
type Move struct {
	Step string
	On   fazhi.Date
	Role string
	Doc  fazhi.Document
}

// For turns a condition on documents of one Go type into the Open of a Gate or the When of a Clock. It does not hold for a
// document of another type.
func For[D fazhi.Document](holds func(State, Move, D) bool) func(State, Move) bool {
	return func(s State, m Move) bool {
		d, ok := m.Doc.(D)
		return ok && holds(s, m, d)
	}
}

// Index returns the place of a step in Steps, -1 when there is no such step.
func (f *Flow) Index(step string) int {
	return slices.IndexFunc(f.Steps, func(s Step) bool { return s.Name == step })
}

// Clone returns a copy that shares nothing with f that can be changed.
func (f *Flow) Clone() Flow {
	c := *f
	c.Steps = slices.Clone(f.Steps)
	for i := range c.Steps {
		c.Steps[i] = f.Steps[i].clone()
	}
	return c
}

func (s *Step) clone() Step {
	c := *s
	c.After, c.Roles, c.Gates = slices.Clone(s.After), slices.Clone(s.Roles), slices.Clone(s.Gates)
	c.Starts, c.Stops, c.Only = slices.Clone(s.Starts), slices.Clone(s.Stops), slices.Clone(s.Only)
	c.Numbers = slices.Clone(s.Numbers)
	return c
}

// inForce reports whether a law with these first and last days is in force; it always is on a day that is not known.
func inForce(from, until, on fazhi.Date) bool {
	return fazhi.Period{From: from, To: until}.Contains(on) || on.IsZero()
}
