package lifecycle_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// A letter is a petition on its way through an invented office.
type letter struct {
	Reviewed fazhi.Date
	Urgent   bool
}

func (*letter) Kind() fazhi.Kind { return "letter" }
func (*letter) ID() string       { return "1" }
func (*letter) Title() string    { return "来信" }

// Origin says that every field of a letter stands in one cell.
func (*letter) Origin(fazhi.Path) (fazhi.Origin, bool) {
	return fazhi.Origin{File: "来信.xlsx", Cell: "C2"}, true
}

// letters is a flow with everything that a flow may have.
func letters() lifecycle.Flow {
	going := []string{"收到", "办理", "延长", "恢复"}
	return lifecycle.Flow{Kind: "letter", Name: "来信办理流程", Steps: []lifecycle.Step{
		{
			Name: "收到", Doc: "收到来信", First: true, Numbers: []string{"来信号"},
			Starts: []lifecycle.Clock{
				{Name: "回复期限", Span: span("15wd"), Basis: "某规定第二条", Until: day("2023-12-31")},
				{Name: "回复期限", Span: span("10wd"), Basis: "某规定第三条", Rule: "某规定第九条", From: day("2024-01-01")},
				{Name: "办理期限", Span: span("30d"), Basis: "某规定第四条", When: lifecycle.For(isUrgent)},
				{Name: "办理期限", Span: span("60d"), Basis: "某规定第五条"},
				{Name: "抄送期限", Basis: "本地规定"},
			},
		},
		{Name: "办理", Doc: "办理", After: going, Roles: []string{"承办人", "科长"}, Stops: []string{"回复期限", "抄送期限"}},
		{
			Name: "延长", Doc: "延长办理期限", After: going,
			Starts: []lifecycle.Clock{{Name: "办理期限", Span: span("30d"), Basis: "某规定第六条", Extends: true}},
		},
		{
			Name: "中止", Doc: "中止", After: going, Pauses: true,
			Starts: []lifecycle.Clock{{Name: "中止期限", Span: span("6m"), Basis: "某规定第七条"}},
		},
		{Name: "恢复", Doc: "恢复", After: []string{"中止"}, Resumes: true, Stops: []string{"中止期限"}},
		{
			Name: "办结", Doc: "答复来信人", After: going, Final: true,
			Gates: []lifecycle.Gate{{
				Code: "letter/review", Doc: "未经审核的，不得答复", Basis: "某规定第八条", Path: "/reviewed", From: day("2024-01-01"),
				Open: lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, l *letter) bool {
					return !l.Reviewed.IsZero() && !l.Reviewed.After(m.On)
				}),
			}},
		},
	}}
}

func isUrgent(_ lifecycle.State, _ lifecycle.Move, l *letter) bool { return l.Urgent }

// day reads a date of the tests; a test with a wrong date must not pass.
func day(text string) fazhi.Date {
	d, err := fazhi.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func span(text string) workday.Span {
	s, err := workday.ParseSpan(text)
	if err != nil {
		panic(err)
	}
	return s
}

func stateCouncil(t testing.TB) *workday.Calendar {
	t.Helper()
	c, err := workday.StateCouncil()
	require.NoError(t, err)
	return c
}

func compile(t testing.TB, f lifecycle.Flow) *lifecycle.Machine {
	t.Helper()
	m, err := lifecycle.Compile(f)
	require.NoError(t, err)
	return m
}

// A walk takes steps one after another.
type walk struct {
	testing.TB
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      fazhi.Document
	state    lifecycle.State
}

func walkLetters(t testing.TB) *walk {
	return &walk{TB: t, machine: compile(t, letters()), calendar: stateCouncil(t), doc: &letter{}}
}

func (w *walk) try(step, on string) error {
	w.Helper()
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: day(on), Role: "科长", Doc: w.doc})
	if err == nil {
		w.state = next
	}
	return err
}

func (w *walk) take(step, on string) *walk {
	w.Helper()
	require.NoError(w, w.try(step, on))
	return w
}

// due lists the clocks that run with their last days; a paused one has none, a provisional one a question mark.
func (w *walk) due() map[string]string {
	due := make(map[string]string)
	for _, r := range w.state.Running {
		due[r.Clock] = r.Due.String()
		if r.Provisional {
			due[r.Clock] += "?"
		}
	}
	return due
}

func codes(t testing.TB, err error) []string {
	t.Helper()
	var refused *lifecycle.Refused
	require.ErrorAs(t, err, &refused)
	require.ErrorIs(t, err, lifecycle.ErrRefused)
	var codes []string
	for _, r := range refused.Reasons {
		codes = append(codes, string(r.Code))
	}
	return codes
}
