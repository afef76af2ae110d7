package mediation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one dispute.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      *mediation.Case
	state    lifecycle.State
}

func follow(t *testing.T, c mediation.Case) *way {
	t.Helper()
	machine, err := lifecycle.Compile(mediation.Flow(mediation.Profile{}))
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar, doc: &c}
}

func (w *way) try(step, on string) error {
	d, err := fazhi.ParseDate(on)
	require.NoError(w, err)
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: d, Doc: w.doc})
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

func (w *way) due() []string {
	var due []string
	for _, r := range w.state.Running {
		due = append(due, r.Clock+" "+r.Due.String()+" "+r.Basis)
	}
	return due
}

// 人民调解工作若干规定第三十三条：一个月；人民调解法第三十三条：自协议生效之日起三十日。
func TestWayOfADispute(t *testing.T) {
	w := follow(t, mediation.Case{Sort: "邻里", Form: "书面", Sealed: true}).take("受理", "2024-01-31")
	require.Equal(t, []string{"一般调解期限 2024-02-29 人民调解工作若干规定第三十三条"}, w.due())
	w.take("调解", "2024-02-05").take("调解", "2024-02-19").take("达成协议", "2024-02-20")
	require.Empty(t, w.due())
	w.take("协议生效", "2024-03-01")
	require.Equal(t, []string{"申请司法确认期限 2024-04-01 人民调解法第三十三条第一款"}, w.due(), "3月31日为星期日")
	w.take("履行", "2024-03-05").take("申请司法确认", "2024-03-11")
	require.Empty(t, w.due())
	w.take("回访", "2024-04-08").take("归档", "2024-04-10")
	require.Empty(t, w.machine.Next(w.state))
}

// 医疗纠纷预防和处理条例第三十八条：自受理之日起三十个工作日，鉴定时间不计入，自2018年10月1日起施行。
func TestMedicalDispute(t *testing.T) {
	w := follow(t, mediation.Case{Sort: "医疗"}).take("受理", "2024-03-01")
	require.Equal(t, []string{"调解期限 2024-04-15 医疗纠纷预防和处理条例第三十八条"}, w.due(), "4月4日、5日放假，4月7日上班")
	w.take("鉴定", "2024-03-11")
	require.Equal(t, []string{"调解期限  医疗纠纷预防和处理条例第三十八条"}, w.due())
	w.take("鉴定结束", "2024-03-25")
	require.Equal(t, []string{"调解期限 2024-04-28 医疗纠纷预防和处理条例第三十八条"}, w.due(), "扣除3月11日至24日，十个工作日；4月28日上班")
	w.take("约定延长", "2024-04-26")
	require.Empty(t, w.due(), "how long is for the parties to say")
	w.take("调解不成", "2024-05-20")
	w.take("归档", "2024-05-21")
	old := follow(t, mediation.Case{Sort: "医疗"}).take("受理", "2018-09-28")
	require.Equal(t, []string{"一般调解期限 2018-10-28 人民调解工作若干规定第三十三条"}, old.due(), "条例施行之前；没有2018年的放假通知，末日暂定")
}

// 其他纠纷的鉴定不停期限，也不妨碍达成协议。
func TestOnlyMedicalAppraisalsPause(t *testing.T) {
	w := follow(t, mediation.Case{Sort: "道路交通事故"}).take("受理", "2024-03-01").take("鉴定", "2024-03-04")
	require.Equal(t, []string{"一般调解期限 2024-04-01 人民调解工作若干规定第三十三条"}, w.due())
	w.take("达成协议", "2024-03-11").take("调解", "2024-03-12").take("调解不成", "2024-03-20").take("归档", "2024-03-21")
}

// 民事诉讼法第二百零六条：驳回申请的，可以通过调解变更原协议或者达成新的协议。
func TestConfirmationDenied(t *testing.T) {
	follow(t, mediation.Case{Sort: "合同", Form: "书面", Sealed: true}).take("受理", "2024-03-01").take("达成协议", "2024-03-04").
		take("协议生效", "2024-03-04").take("申请司法确认", "2024-03-11").take("驳回司法确认", "2024-03-25").
		take("调解", "2024-03-28").take("达成协议", "2024-03-28").take("协议生效", "2024-03-28").take("申请司法确认", "2024-04-01").
		take("司法确认有效", "2024-04-15").take("归档", "2024-04-16")
}

// 人民调解法第二十九条、第三十条：签名盖章齐全才生效，口头协议自达成之日起生效；医疗纠纷应当制作协议书（条例第三十九条）。
func TestEffect(t *testing.T) {
	reach := func(c mediation.Case) *way {
		return follow(t, c).take("受理", "2024-03-01").take("达成协议", "2024-03-04")
	}
	reach(mediation.Case{Form: "口头"}).take("协议生效", "2024-03-04")
	require.ErrorContains(t, reach(mediation.Case{Form: "书面"}).try("协议生效", "2024-03-04"), "mediation/agreement/effect")
	require.ErrorContains(t, reach(mediation.Case{}).try("协议生效", "2024-03-04"), "mediation/agreement/effect")
	require.ErrorContains(t, reach(mediation.Case{Form: "口头", Sort: "医疗"}).try("协议生效", "2024-03-04"), "mediation/agreement/written")
	reach(mediation.Case{Form: "书面", Sort: "医疗", Sealed: true}).take("协议生效", "2024-03-04")
	reach(mediation.Case{Form: "书面"}).take("终止", "2024-03-05")
}
