package enforcement_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one file.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      *enforcement.File
	state    lifecycle.State
}

func follow(t *testing.T, p enforcement.Profile, f enforcement.File) *way {
	t.Helper()
	machine, err := lifecycle.Compile(enforcement.Flow(p))
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar, doc: &f}
}

func (w *way) try(step string, day int) error {
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: fazhi.DateOf(2024, 7, day), Doc: w.doc})
	if err == nil {
		w.state = next
	}
	return err
}

func (w *way) take(step string, day int) *way {
	w.Helper()
	require.NoError(w, w.try(step, day))
	return w
}

func points(n int) *enforcement.Score {
	s := enforcement.Points(n)
	return &s
}

// House policy sets the limits; unset they do not run.
func TestWayOfAFile(t *testing.T) {
	good := enforcement.File{Department: "区城管局", Reviewer: "市城管局", Counsel: points(90), Empowering: points(84), Grade: "良好"}
	w := follow(t, enforcement.Profile{Limits: enforcement.Limits{
		Objection: workday.Span{N: 5, Unit: workday.WorkingDays}, Rectification: workday.Span{N: 30, Unit: workday.CalendarDays},
	}}, good)
	w.take("抽取", 1).take("评查", 1).take("评查", 2).take("评定等次", 3).take("反馈", 4)
	require.Equal(t, "2024-07-11", w.state.Due().String())
	w.take("异议", 8)
	require.Empty(t, w.state.Running)
	w.take("复核", 9).take("评定等次", 10).take("反馈", 10).take("通报", 18)
	require.Equal(t, "2024-08-19", w.state.Due().String(), "8月17日为星期六")
	w.take("整改", 25).take("整改", 26).take("办结", 30)

	w = follow(t, enforcement.Profile{}, good).take("抽取", 1).take("评查", 2).take("评定等次", 3).take("反馈", 4).take("通报", 5)
	require.True(t, w.state.Due().IsZero())
	w.take("办结", 8)
}

// Gates say what the checks of the same codes say.
func TestGates(t *testing.T) {
	own := []enforcement.Band{{Grade: "优秀", Least: enforcement.Points(85)}, {Grade: "合格", Least: enforcement.Points(70)}, {Grade: "不合格"}}
	for _, x := range []struct {
		name    string
		profile enforcement.Profile
		file    enforcement.File
		codes   []fazhi.Code
	}{
		{"双评", enforcement.Profile{}, enforcement.File{Counsel: points(90), Empowering: points(80), Grade: "良好"}, nil},
		{"缺一个评分", enforcement.Profile{}, enforcement.File{Counsel: points(90), Grade: "优秀"}, []fazhi.Code{"enforcement/score/both"}},
		{"单评", enforcement.Profile{Single: true}, enforcement.File{Empowering: points(90), Grade: "优秀"}, nil},
		{"单评也没有", enforcement.Profile{Single: true}, enforcement.File{}, []fazhi.Code{"enforcement/score/both", "enforcement/grade"}},
		{"相差过大", enforcement.Profile{}, enforcement.File{Counsel: points(91), Empowering: points(80), Grade: "良好"}, []fazhi.Code{"enforcement/score/arbitration"}},
		{"限度放宽", enforcement.Profile{Tolerance: enforcement.Points(11)}, enforcement.File{Counsel: points(91), Empowering: points(80), Grade: "良好"}, nil},
		{"第三人评分", enforcement.Profile{}, enforcement.File{Counsel: points(95), Empowering: points(80), Arbiter: points(92), Grade: "优秀"}, nil},
		{"等次不符", enforcement.Profile{}, enforcement.File{Counsel: points(85), Empowering: points(80), Grade: "优秀"}, []fazhi.Code{"enforcement/grade"}},
		{"一票否决", enforcement.Profile{}, enforcement.File{Counsel: points(95), Empowering: points(95), Veto: true, Grade: "优秀"}, []fazhi.Code{"enforcement/grade"}},
		{"等次不同也要第三人评分", enforcement.Profile{ByGrade: true}, enforcement.File{Counsel: points(91), Empowering: points(89), Grade: "优秀"}, []fazhi.Code{"enforcement/score/arbitration"}},
		{"本单位的等次", enforcement.Profile{Bands: own}, enforcement.File{Counsel: points(85), Empowering: points(85), Grade: "优秀"}, nil},
		{"一票否决为不合格", enforcement.Profile{Vetoed: "不合格"}, enforcement.File{Counsel: points(95), Empowering: points(95), Veto: true, Grade: "合格"}, []fazhi.Code{"enforcement/grade"}},
		{"一票否决为不合格，相符", enforcement.Profile{Vetoed: "不合格"}, enforcement.File{Counsel: points(95), Empowering: points(95), Veto: true, Grade: "不合格"}, nil},
		{"一票否决，降等", enforcement.Profile{}, enforcement.File{Counsel: points(95), Empowering: points(95), Veto: true, Grade: "合格"}, nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			err := follow(t, x.profile, x.file).take("抽取", 1).take("评查", 2).take("第三人评分", 3).try("评定等次", 4)
			if x.codes == nil {
				require.NoError(t, err)
				return
			}
			var refused *lifecycle.Refused
			require.ErrorAs(t, err, &refused)
			var codes []fazhi.Code
			for _, r := range refused.Reasons {
				codes = append(codes, r.Code)
			}
			require.Equal(t, x.codes, codes)
		})
	}
}

func TestNobodyReviewsHisOwnFile(t *testing.T) {
	err := follow(t, enforcement.Profile{}, enforcement.File{Department: "区城管局", Reviewer: "区城管局"}).take("抽取", 1).try("评查", 2)
	require.ErrorContains(t, err, "enforcement/reviewer/own-file")
}
