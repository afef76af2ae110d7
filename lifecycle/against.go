package lifecycle

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// against returns everything that stands against a step.
func (m *Machine) against(step *Step, s State, move Move) []fazhi.Issue {
	var reasons []fazhi.Issue
	if !step.follows(s) {
		reasons = append(reasons, m.outOfOrder(step, s))
	}
	if len(step.Roles) > 0 && !slices.Contains(step.Roles, move.Role) {
		reasons = append(reasons, m.reason(WrongRole, quote([]string{step.Name})+"应当由"+quote(step.Roles)+"办理"))
	}
	switch {
	case move.On.IsZero():
		reasons = append(reasons, m.reason(WrongDate, "没有日期"))
	case move.On.Before(s.On) && !step.Late:
		reasons = append(reasons, m.reason(WrongDate, "日期早于上一步骤"))
	}
	for i := range step.Gates {
		if g := &step.Gates[i]; inForce(g.From, g.Until, move.On) && !g.Open(s, move) {
			reasons = append(reasons, g.closed(move.Doc))
		}
	}
	for i := range step.Starts {
		if c := &step.Starts[i]; c.Extends && c.begins(s, move) && !c.finds(s) {
			reasons = append(reasons, m.reason(NoSuchClock, quote([]string{c.Name})+"没有进行，不能延长"))
		}
	}
	return reasons
}

// outOfOrder says what may come instead.
func (m *Machine) outOfOrder(step *Step, s State) fazhi.Issue {
	i, known := m.index[s.Step]
	switch {
	case s.Step == "":
		return m.reason(WrongOrder, "还没有开始办理，应当从"+m.nextNames(s)+"开始")
	case !known:
		return m.reason(UnknownState, "办理流程中没有文件所处的步骤")
	case m.flow.Steps[i].Final:
		return m.reason(AfterFinal, quote([]string{s.Step})+"之后不再办理")
	}
	return m.reason(WrongOrder, quote([]string{step.Name})+"不能接在"+quote([]string{s.Step})+"之后，接下来可以是"+m.nextNames(s))
}

func (m *Machine) nextNames(s State) string {
	var names []string
	for i := range m.flow.Steps {
		if step := &m.flow.Steps[i]; step.follows(s) {
			names = append(names, step.Name)
		}
	}
	return quote(names)
}

func quote(names []string) string { return "“" + strings.Join(names, "”“") + "”" }

func (m *Machine) reason(code fazhi.Code, message string) fazhi.Issue {
	return fazhi.Issue{Code: code, Message: message, Basis: m.flow.Name}
}

// closed is the reason that a gate gives.
func (g *Gate) closed(d fazhi.Document) fazhi.Issue {
	i := fazhi.Issue{Code: g.Code, Path: g.Path, Message: g.Doc, Basis: g.Basis}
	if l, ok := d.(fazhi.Located); ok {
		i.Origin, _ = l.Origin(g.Path)
	}
	return i
}

// finds reports whether the clock to be extended runs.
func (c *Clock) finds(s State) bool {
	r, ok := s.Clock(c.Name)
	return ok && r.Span.Unit == c.Span.Unit
}
