package lifecycle

import (
	"fmt"
	"reflect"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// Take takes a step and returns the state after it. What stands against the step is a *Refused with every reason. A
// document of the wrong kind is ErrDocument; a year whose days off must be known and are not is a
// *workday.NoCalendarError. With an error the state is the zero State, and the one given stays.
func (m *Machine) Take(cal *workday.Calendar, s State, move Move) (State, error) {
	i, known := m.index[move.Step]
	if !known {
		return State{}, &Refused{Reasons: []fazhi.Issue{m.reason(UnknownStep, "办理流程中没有这一步骤")}}
	}
	step := &m.flow.Steps[i]
	if err := m.fits(step, move.Doc); err != nil {
		return State{}, err
	}
	s, err := s.refresh(cal)
	if err != nil {
		return State{}, err
	}
	if reasons := m.against(step, s, move); len(reasons) > 0 {
		return State{}, &Refused{Reasons: reasons}
	}
	next := State{Step: step.Name, On: move.On}
	if next.On.Before(s.On) {
		next.On = s.On // noted late
	}
	if step.Final {
		return next, nil
	}
	if next.Running, err = step.clocks(cal, s, move); err != nil {
		return State{}, err
	}
	return next, nil
}

// fits reports a document that the flow is not for, or that is missing although the step asks for it.
func (m *Machine) fits(step *Step, d fazhi.Document) error {
	switch {
	case isNil(d) && step.asks():
		return fmt.Errorf("lifecycle: %w：没有文件", ErrDocument)
	case !isNil(d) && d.Kind() != m.flow.Kind:
		return fmt.Errorf("lifecycle: %w：流程用于 %s", ErrDocument, m.flow.Kind)
	}
	return nil
}

// isNil reports whether there is no document, a nil pointer in the interface among them.
func isNil(d fazhi.Document) bool {
	if d == nil {
		return true
	}
	v := reflect.ValueOf(d)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// asks reports whether a step looks at the document.
func (s *Step) asks() bool {
	for i := range s.Starts {
		if s.Starts[i].When != nil {
			return true
		}
	}
	return len(s.Gates) > 0
}
