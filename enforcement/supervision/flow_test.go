package supervision_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one problem.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      *supervision.Problem
	state    lifecycle.State
}

func follow(t *testing.T, p supervision.Profile, x supervision.Problem) *way {
	t.Helper()
	machine, err := lifecycle.Compile(supervision.Flow(p))
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar(t), doc: &x}
}

func (w *way) try(step, on string) error {
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: day(on), Doc: w.doc})
	if err == nil {
		w.state = next
	}
	return err
}

func (w *way) take(step, on string) *way {
	w.Helper()
	require.NoError(w, w.try(step, on))
	return w
}

func noticed() supervision.Problem {
	return supervision.Problem{Serial: "WT-1", Organ: "甲局", Notice: number(1), Noticed: day("2024-07-15"), Due: day("2024-08-14")}
}

// A re-check that fails leads back; the limits are those of the profile.
func TestWayOfAProblem(t *testing.T) {
	w := follow(t, local(t), noticed()).take("发现", "2024-07-08")
	require.Equal(t, "2024-07-15", w.state.Due().String())
	w.take("通知", "2024-07-15")
	require.Equal(t, "2024-08-14", w.state.Due().String())
	w.take("整改", "2024-08-12").take("整改", "2024-08-13")
	require.Equal(t, "2024-08-22", w.state.Due().String(), "补报之日起七个工作日")
	w.doc.Result = supervision.Failed
	w.take("复查", "2024-08-20").take("退回", "2024-09-02")
	require.Equal(t, "2024-09-14", w.state.Due().String(), "9月14日为调休上班的星期六")
	require.ErrorContains(t, w.try("办结", "2024-09-03"), "不能接在")
	w.doc.Result = supervision.Passed
	w.take("整改", "2024-09-10").take("复查", "2024-09-12")
	require.ErrorContains(t, w.try("退回", "2024-09-13"), "enforcement/supervision/recheck/failed")
	w.take("办结", "2024-09-13")
	require.Empty(t, w.state.Running)
}

// Unset limits do not run.
func TestWayWithoutLimits(t *testing.T) {
	w := follow(t, supervision.Profile{}, noticed()).take("发现", "2024-07-08").take("通知", "2024-07-15").take("整改", "2024-08-12")
	require.True(t, w.state.Due().IsZero())
}

func TestGates(t *testing.T) {
	bare := follow(t, supervision.Profile{}, supervision.Problem{}).take("发现", "2024-07-08")
	err := bare.try("通知", "2024-07-15")
	require.ErrorContains(t, err, "enforcement/supervision/problem/organ")
	var refused *lifecycle.Refused
	require.ErrorAs(t, err, &refused)
	require.Len(t, refused.Reasons, 2)
	require.ErrorContains(t, bare.try("整改", "2024-07-15"), "不能接在")

	w := follow(t, supervision.Profile{}, noticed()).take("发现", "2024-07-08").take("通知", "2024-07-15").take("整改", "2024-08-12")
	require.ErrorContains(t, w.try("复查", "2024-08-13"), "enforcement/supervision/recheck/stated")
	w.doc.Result = supervision.Failed
	require.ErrorContains(t, w.take("复查", "2024-08-13").try("办结", "2024-08-14"), "enforcement/supervision/closing")
}
