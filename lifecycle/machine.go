package lifecycle

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A Machine is a flow that has been checked and can be followed. Compile makes it; the zero Machine knows no step. It does
// not change, and goroutines may share it.
type Machine struct {
	flow  Flow
	index map[string]int
}

// Compile checks a flow, as Vet does, and returns the machine that follows it. The flow may be changed afterwards.
func Compile(f Flow) (*Machine, error) {
	if err := f.Vet(); err != nil {
		return nil, err
	}
	m := &Machine{flow: f.Clone(), index: make(map[string]int, len(f.Steps))}
	for i := range m.flow.Steps {
		m.index[m.flow.Steps[i].Name] = i
	}
	return m, nil
}

// Kind returns the kind of document that the flow is for.
func (m *Machine) Kind() fazhi.Kind { return m.flow.Kind }

// Flow returns a copy of the flow.
func (m *Machine) Flow() Flow { return m.flow.Clone() }

// Step returns a copy of one step.
func (m *Machine) Step(name string) (Step, bool) {
	i, ok := m.index[name]
	if !ok {
		return Step{}, false
	}
	return m.flow.Steps[i].clone(), true
}

// Next returns the steps that may follow by their order, in the order of the flow; roles and gates are not asked. There are
// none after a final step and for a state that the flow does not know.
func (m *Machine) Next(s State) []Step {
	var next []Step
	for i := range m.flow.Steps {
		if step := &m.flow.Steps[i]; step.follows(s) {
			next = append(next, step.clone())
		}
	}
	return next
}

// Term returns the period of a running clock as package workday counts it, with the article that says how.
func (m *Machine) Term(r Running) workday.Term {
	t := r.Term()
	t.Pauses = slices.Clone(r.Pauses)
	for i := range m.flow.Steps {
		for _, c := range m.flow.Steps[i].Starts {
			if c.Name == r.Clock && c.Basis == r.Basis && c.Span.Unit == r.Span.Unit {
				t.Rule = c.Rule
				return t
			}
		}
	}
	return t
}

// follows reports whether a step may come next by its order.
func (s *Step) follows(state State) bool {
	if state.Step == "" {
		return s.First
	}
	return slices.Contains(s.After, state.Step)
}
