package contract_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one contract.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      *contract.Contract
	state    lifecycle.State
}

func follow(t *testing.T, p contract.Profile, c *contract.Contract) *way {
	t.Helper()
	machine, err := lifecycle.Compile(contract.Flow(p))
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar, doc: c}
}

func (w *way) try(step string, month, day int) error {
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: on(month, day), Doc: w.doc})
	if err == nil {
		w.state = next
	}
	return err
}

func (w *way) take(step string, month, day int) *way {
	w.Helper()
	require.NoError(w, w.try(step, month, day))
	return w
}

// due writes the limits that run, in the order in which they began.
func (w *way) due() []string {
	var due []string
	for _, r := range w.state.Running {
		due = append(due, r.Clock+" "+r.Due.String())
	}
	return due
}

func on(month, day int) fazhi.Date {
	return fazhi.DateOf(2024, 1, 1).AddDays([]int{0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335}[month] + day - 1)
}

func TestWayOfAContract(t *testing.T) {
	w := follow(t, contract.Profile{}, &contract.Contract{Reviewed: on(3, 5), Opinion: "修改后通过"})
	w.take("送审", 3, 1).take("审查", 3, 5).take("签订", 3, 8).take("备案", 3, 12).take("履行", 4, 1)
	require.Empty(t, w.due(), "no national law sets limits")
	w.take("变更", 5, 6).take("履行", 6, 3).take("中止履行", 7, 1).take("恢复履行", 8, 1).take("履行完毕", 9, 30).
		take("备案", 10, 9).take("归档", 10, 10)
	require.Empty(t, w.machine.Next(w.state))
	for _, end := range []string{"解除", "终止"} {
		follow(t, contract.Profile{}, w.doc).take("送审", 3, 1).take("审查", 3, 5).take("签订", 3, 8).take(end, 5, 6)
	}
}

// Nothing is signed without review, after another review, or against it.
func TestNoSigningWithoutReview(t *testing.T) {
	for _, x := range []struct {
		name string
		doc  contract.Contract
		open bool
	}{
		{"通过", contract.Contract{Opinion: "通过", Reviewed: on(3, 5)}, true},
		{"修改后通过", contract.Contract{Opinion: "修改后通过", Reviewed: on(3, 5)}, true},
		{"不属审查范围", contract.Contract{Opinion: "不属审查范围"}, true},
		{"不通过", contract.Contract{Opinion: "不通过", Reviewed: on(3, 5)}, false},
		{"没有意见", contract.Contract{Reviewed: on(3, 5)}, false},
		{"没有审查日期", contract.Contract{Opinion: "通过"}, false},
		{"审查在签订之后", contract.Contract{Opinion: "通过", Reviewed: on(3, 9)}, false},
	} {
		t.Run(x.name, func(t *testing.T) {
			err := follow(t, contract.Profile{Rule: "某区管理办法"}, &x.doc).take("送审", 3, 1).take("审查", 3, 5).try("签订", 3, 8)
			if x.open {
				require.NoError(t, err)
				return
			}
			var refused *lifecycle.Refused
			require.ErrorAs(t, err, &refused)
			require.Len(t, refused.Reasons, 1)
			require.Equal(t, fazhi.Code("contract/review/before-signing"), refused.Reasons[0].Code)
			require.Equal(t, "某区管理办法", refused.Reasons[0].Basis)
		})
	}
	err := follow(t, contract.Profile{}, &contract.Contract{Opinion: "通过", Reviewed: on(3, 5)}).try("签订", 3, 8)
	require.ErrorIs(t, err, lifecycle.ErrRefused, "the register has seen no review")
	follow(t, contract.Profile{}, &contract.Contract{Opinion: "不属审查范围"}).take("签订", 3, 8)
}

// A review that says no may be followed by another.
func TestReviewedAgain(t *testing.T) {
	w := follow(t, contract.Profile{Limits: contract.Limits{Review: workday.Span{N: 5, Unit: workday.WorkingDays}}}, &contract.Contract{Opinion: "不通过"})
	w.take("送审", 3, 1)
	require.Equal(t, []string{"审查期限 2024-03-08"}, w.due())
	w.take("退回补正", 3, 4)
	require.Empty(t, w.due())
	w.take("送审", 3, 6)
	require.Equal(t, []string{"审查期限 2024-03-13"}, w.due())
	w.take("审查", 3, 12).take("送审", 3, 14).take("终止签订", 3, 15)
}

// 政府采购法第四十六条：三十日内签订；第四十七条：七个工作日内备案；实施条例第五十条：两个工作日内公告。
func TestProcurement(t *testing.T) {
	local := contract.Profile{Limits: contract.Limits{Filing: workday.Span{N: 15, Unit: workday.CalendarDays}}}
	w := follow(t, local, &contract.Contract{Procurement: true, Opinion: "通过", Reviewed: on(3, 5)})
	w.take("中标成交", 3, 1)
	require.Equal(t, []string{"采购合同签订期限 2024-04-01"}, w.due(), "3月31日为星期日")
	w.take("送审", 3, 4).take("审查", 3, 5).take("签订", 3, 8)
	require.Equal(t, []string{"备案期限 2024-03-25", "采购合同公告期限 2024-03-12", "采购合同备案期限 2024-03-19"}, w.due(), "3月23日为星期六")
	w.take("采购合同公告", 3, 11).take("采购合同备案", 3, 15)
	require.Equal(t, []string{"备案期限 2024-03-25"}, w.due())
	w.take("备案", 3, 18)
	require.Empty(t, w.due())
}

// 实施条例第三十二条第二款：采购文件载明拟签订的合同文本，审查可以在中标之前；第四十九条：另行确定下一候选人；第五十四条：暂停签订。
func TestReviewBeforeTheAward(t *testing.T) {
	w := follow(t, contract.Profile{}, &contract.Contract{Procurement: true, Opinion: "通过", Reviewed: on(3, 5)})
	w.take("送审", 3, 1).take("审查", 3, 5).take("中标成交", 4, 1)
	require.Equal(t, []string{"采购合同签订期限 2024-05-06"}, w.due(), "5月1日至5日放假")
	w.take("中标成交", 4, 8)
	require.Equal(t, []string{"采购合同签订期限 2024-05-08"}, w.due())
	before := w.state
	w.take("暂停签订", 4, 10).take("恢复签订", 4, 22).take("签订", 4, 26)
	require.Equal(t, []string{"采购合同公告期限 2024-04-29", "采购合同备案期限 2024-05-09"}, w.due(), "4月28日为调休上班日")
	w.state = before
	w.take("签订", 4, 26)
	w.state = before
	w.take("暂停签订", 4, 10).take("终止签订", 4, 22)

	w = follow(t, contract.Profile{}, &contract.Contract{Procurement: true, Opinion: "不通过", Reviewed: on(3, 5)})
	require.ErrorContains(t, w.take("送审", 3, 1).take("审查", 3, 5).take("中标成交", 4, 1).try("签订", 4, 8), "contract/review/before-signing")
}

func TestSigningDrawsANumber(t *testing.T) {
	step, ok := follow(t, contract.Profile{}, nil).machine.Step("签订")
	require.True(t, ok)
	require.Equal(t, []string{"合同编号"}, step.Numbers)
}
