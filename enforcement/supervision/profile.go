package supervision

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// A Profile holds what the bureau's own documents say of supervision. The zero value sets no limit, knows no scheme and no
// catalogue of problems; what is not set is not checked.
type Profile struct {
	// Rule is the rule on supervision as issues cite it; empty: "本单位行政执法监督工作规定".
	Rule string
	// Schemes are the ways of supervision that have a name of their own. Nil: any name is taken.
	Schemes []Scheme
	// Sorts is the catalogue of sorts of problems (问题目录). Nil: any sort is taken.
	Sorts []string
	// Limits are the limits of that rule, for Flow, and for checks with a Calendar.
	Limits Limits
	// Calendar counts the days of checks; nil: the due dates of the ledger are taken as they are.
	Calendar *workday.Calendar
	// Requirements and InspectionRequirements are the bureau's own checks, typed as tables of conditions on the fields of
	// ProblemVocabulary and InspectionVocabulary; see rules.ReadRequirements. Those on working days need the Calendar.
	Requirements, InspectionRequirements []rules.Requirement
}

// A Scheme is one way of supervision with a name of its own, “8+4” or “1+X”, as a document of the bureau has it. Nothing of it
// is confirmed by a public source.
type Scheme struct {
	Name string `json:"name"`
	// Functions are the functions (职能) that it has, Partners those who may take part. Nil: any.
	Functions []string `json:"functions,omitempty"`
	Partners  []string `json:"partners,omitempty"`
}

// Limits are what the bureau's rule says about time. A limit that is zero is not set, and no clock begins.
type Limits struct {
	Notice        workday.Span // 通知期限, from the day on which the problem was found
	Rectification workday.Span // 整改期限, from the notice (通知)
	Again         workday.Span // 再次整改期限, from the return after a re-check (退回); zero: Rectification
	Recheck       workday.Span // 复查期限, from the rectification
}

func (l Limits) again() workday.Span { return cmp.Or(l.Again, l.Rectification) }

func (p Profile) rule() string { return cmp.Or(p.Rule, "本单位行政执法监督工作规定") }

// ErrProfile is wrapped by what Checks says about schemes and sorts of a profile.
var ErrProfile = errors.New("监督方案或者问题目录有误")

// vet names every scheme without a name, and every name that stands twice in a list.
func (p Profile) vet() error {
	var names []string
	faults := []error{distinct("问题目录", p.Sorts)}
	for _, s := range p.Schemes {
		names = append(names, s.Name)
		faults = append(faults, distinct("方案“"+s.Name+"”的职能", s.Functions), distinct("方案“"+s.Name+"”的联合单位", s.Partners))
	}
	return errors.Join(append(faults, distinct("监督方案", names))...)
}

func distinct(list string, names []string) error {
	for i, n := range names {
		if n == "" || slices.Contains(names[:i], n) {
			return fmt.Errorf("supervision: %w：%s第%d项没有名称，或者与前面的重复", ErrProfile, list, i+1)
		}
	}
	return nil
}

// Due returns the last day for the rectification of a problem as the limits have it: counted from the return after a
// re-check, else from the notice. It is the zero Date when there is no notice or no limit; the error is that of
// workday.Calendar.Due.
func (p Profile) Due(c *workday.Calendar, problem *Problem) (fazhi.Date, error) {
	start, limit := problem.Noticed, p.Limits.Rectification
	if !problem.Returned.IsZero() {
		start, limit = problem.Returned, p.Limits.again()
	}
	if start.IsZero() || limit.IsZero() {
		return fazhi.Date{}, nil
	}
	d, err := c.Due(workday.Term{Start: start, Span: limit})
	if err != nil {
		return fazhi.Date{}, fmt.Errorf("supervision: 推算整改期限：%w", err)
	}
	return d.End, nil
}

// due is Due for checks: the zero Date where it cannot be computed.
func (p Profile) due(problem *Problem) fazhi.Date {
	if p.Calendar == nil {
		return fazhi.Date{}
	}
	d, err := p.Due(p.Calendar, problem)
	if err != nil {
		return fazhi.Date{} // days of a year that the calendar does not know are not judged
	}
	return d
}

func (p Profile) clone() Profile {
	p.Sorts, p.Schemes = slices.Clone(p.Sorts), slices.Clone(p.Schemes)
	for i := range p.Schemes {
		s := &p.Schemes[i]
		s.Functions, s.Partners = slices.Clone(s.Functions), slices.Clone(s.Partners)
	}
	return p
}
