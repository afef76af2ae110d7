package normdoc_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/workday"
)

// A way is that of one document or item.
type way struct {
	*testing.T
	machine  *lifecycle.Machine
	calendar *workday.Calendar
	doc      fazhi.Document
	state    lifecycle.State
}

func follow(t *testing.T, flow lifecycle.Flow, doc fazhi.Document) *way {
	t.Helper()
	machine, err := lifecycle.Compile(flow)
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	return &way{T: t, machine: machine, calendar: calendar, doc: doc}
}

func (w *way) try(step, on string) error {
	next, err := w.machine.Take(w.calendar, w.state, lifecycle.Move{Step: step, On: date(w.T, on), Doc: w.doc})
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

// refuses asks for a refusal with one reason.
func (w *way) refuses(step, on string, code fazhi.Code) {
	w.Helper()
	var refused *lifecycle.Refused
	require.ErrorAs(w, w.try(step, on), &refused)
	require.Len(w, refused.Reasons, 1)
	require.Equal(w, code, refused.Reasons[0].Code)
}

func (w *way) due() []string {
	var due []string
	for _, r := range w.state.Running {
		due = append(due, r.Clock+" "+r.Due.String())
	}
	return due
}

func date(t *testing.T, text string) fazhi.Date {
	t.Helper()
	d, err := fazhi.ParseDate(text)
	require.NoError(t, err)
	return d
}

// 地方组织法第七十五条：公开征求意见、合法性审查、集体讨论决定、公布、备案；政府信息公开条例第二十六条：二十个工作日内公开。
func TestWayOfADocument(t *testing.T) {
	local := normdoc.Profile{Limits: normdoc.Limits{
		Review: workday.Span{N: 15, Unit: workday.WorkingDays}, Filing: workday.Span{N: 15, Unit: workday.CalendarDays},
	}}
	w := follow(t, normdoc.Flow(local), &normdoc.Doc{Reviewed: date(t, "2024-05-20"), Opinion: "合法"})
	w.take("起草", "2024-03-01").take("评估论证", "2024-03-15").take("公开征求意见", "2024-04-01").take("送审", "2024-05-06")
	require.Equal(t, []string{"审核期限 2024-05-24"}, w.due(), "5月11日为调休上班日")
	w.take("合法性审核", "2024-05-20").take("集体审议", "2024-05-28").take("印发", "2024-06-03")
	require.Equal(t, []string{"主动公开期限 2024-07-02"}, w.due(), "6月10日端午节放假")
	w.take("公布", "2024-06-05")
	require.Equal(t, []string{"备案期限 2024-06-20"}, w.due())
	w.take("部分备案", "2024-06-11")
	require.Equal(t, []string{"备案期限 2024-06-20"}, w.due(), "还有一个备案机关")
	w.take("备案", "2024-06-12")
	require.Empty(t, w.due())
	w.take("评估", "2026-05-06").take("清理", "2026-06-01").take("停止执行条款", "2026-07-01").take("修改", "2026-08-03").take("失效", "2026-11-20")
	for _, step := range w.machine.Next(w.state) {
		require.True(t, step.Name == "归档" || strings.HasSuffix(step.Name, "（终止后）"), step.Name)
	}
}

// Limits that no local rule sets do not run.
func TestNoLocalLimits(t *testing.T) {
	w := follow(t, normdoc.Flow(normdoc.Profile{}), &normdoc.Doc{Reviewed: date(t, "2024-05-20"), Opinion: "合法"})
	w.take("起草", "2024-03-01").take("送审", "2024-05-06")
	require.Empty(t, w.due())
	withdrawn := *w
	withdrawn.take("终止制定", "2024-05-07")
	w.take("退回补正", "2024-05-07").take("送审", "2024-05-08").take("合法性审核", "2024-05-20").take("集体审议", "2024-05-28").
		take("印发", "2024-06-03").take("公布", "2024-06-05")
	require.Empty(t, w.due())
	w.take("废止", "2026-06-05")
}

// No deliberation without a positive review.
func TestNoDeliberationWithoutReview(t *testing.T) {
	for opinion, open := range map[string]bool{"合法": true, "应当予以修改": true, "不合法": false, "": false} {
		w := follow(t, normdoc.Flow(normdoc.Profile{}), &normdoc.Doc{Reviewed: date(t, "2024-05-20"), Opinion: opinion})
		w.take("起草", "2024-03-01")
		require.ErrorIs(t, w.try("集体审议", "2024-05-21"), lifecycle.ErrRefused, "order")
		w.take("送审", "2024-05-06").take("合法性审核", "2024-05-20")
		if open {
			w.take("集体审议", "2024-05-28").take("集体审议", "2024-06-28").take("起草", "2024-07-01")
			continue
		}
		w.refuses("集体审议", "2024-05-28", "normdoc/review/before-deliberation")
		w.take("终止制定", "2024-06-03")
	}
	w := follow(t, normdoc.Flow(normdoc.Profile{}), &normdoc.Doc{Reviewed: date(t, "2024-05-20"), Opinion: "合法"})
	w.take("起草", "2024-03-01").take("送审", "2024-05-06").take("合法性审核", "2024-05-15").
		refuses("集体审议", "2024-05-17", "normdoc/review/before-deliberation")
}

// 公平竞争审查条例第十八条，自2024年8月1日起施行。
func TestFairCompetition(t *testing.T) {
	flow := normdoc.Flow(normdoc.Profile{})
	w := follow(t, flow, &normdoc.Doc{Business: true}).take("起草", "2024-07-01").take("公开征求意见", "2024-07-02")
	before := w.state
	w.take("送审", "2024-07-31")
	w.state = before
	w.refuses("送审", "2024-08-01", "normdoc/competition/before-review")
	w.take("公平竞争审查", "2024-08-02").take("送审", "2024-08-05").take("退回补正", "2024-08-06").take("送审", "2024-08-07")
	follow(t, flow, &normdoc.Doc{}).take("起草", "2024-07-01").take("送审", "2024-08-05")

	for conclusion, x := range map[string]struct{ submitted, issued bool }{
		"": {false, false}, "不涉及": {true, true}, "符合标准": {true, true}, "适用例外": {true, true}, "违反标准": {true, false},
	} {
		for _, business := range []bool{true, conclusion == ""} {
			d := &normdoc.Doc{Business: business, Competition: conclusion, Reviewed: date(t, "2024-09-10"), Opinion: "合法"}
			w := follow(t, flow, d).take("起草", "2024-08-01").take("公平竞争审查", "2024-08-05").take("公开征求意见", "2024-08-06")
			if !x.submitted {
				w.refuses("送审", "2024-09-06", "normdoc/competition/before-review")
				w.take("公平竞争审查", "2024-09-06")
			}
			w.take("送审", "2024-09-06").take("合法性审核", "2024-09-10").take("集体审议", "2024-09-12")
			if x.issued {
				w.take("印发", "2024-09-18").take("废止", "2024-09-19")
				continue
			}
			w.refuses("印发", "2024-09-18", "normdoc/competition/before-issue")
		}
	}
	// The wider criterion of the 条例: not tied to business, and yet with a conclusion.
	d := &normdoc.Doc{Competition: "违反标准", Reviewed: date(t, "2024-09-10"), Opinion: "合法"}
	follow(t, flow, d).take("起草", "2024-08-01").take("送审", "2024-09-06").take("合法性审核", "2024-09-10").take("集体审议", "2024-09-12").
		refuses("印发", "2024-09-18", "normdoc/competition/before-issue")
}

// 三统一 is one step.
func TestIssueDrawsNumbers(t *testing.T) {
	step, ok := follow(t, normdoc.Flow(normdoc.Profile{}), nil).machine.Step("印发")
	require.True(t, ok)
	require.Equal(t, []string{"登记号", "发文字号"}, step.Numbers)
}

// 重大行政决策程序暂行条例第二十五条；其他议题依本地政府工作规则。
func TestWayOfAnItem(t *testing.T) {
	reviewed := date(t, "2024-05-20")
	for _, x := range []struct {
		name string
		item normdoc.Item
		code fazhi.Code // empty: may go to the meeting
	}{
		{"合法", normdoc.Item{Reviewed: reviewed, Opinion: "合法"}, ""},
		{"应当予以修改", normdoc.Item{Reviewed: reviewed, Opinion: "应当予以修改"}, ""},
		{"不属审查范围", normdoc.Item{Opinion: "不属审查范围"}, ""},
		{"重大行政决策合法", normdoc.Item{Reviewed: reviewed, Opinion: "合法", Major: true}, ""},
		{"不合法", normdoc.Item{Reviewed: reviewed, Opinion: "不合法"}, "normdoc/item/review-before-meeting"},
		{"没有意见", normdoc.Item{Reviewed: reviewed}, "normdoc/item/review-before-meeting"},
		{"审查晚于会议", normdoc.Item{Reviewed: date(t, "2024-05-29"), Opinion: "合法"}, "normdoc/item/review-before-meeting"},
		{"重大行政决策不合法", normdoc.Item{Reviewed: reviewed, Opinion: "不合法", Major: true}, "normdoc/item/major-decision"},
		{"探索性改革明示法律风险", normdoc.Item{Reviewed: reviewed, Opinion: "不合法", Major: true, Exploring: true}, ""},
		{"探索性改革也要审查", normdoc.Item{Opinion: "不合法", Major: true, Exploring: true}, "normdoc/item/major-decision"},
		{"不是重大行政决策，没有例外", normdoc.Item{Reviewed: reviewed, Opinion: "不合法", Exploring: true}, "normdoc/item/review-before-meeting"},
		{"重大行政决策都要审查", normdoc.Item{Opinion: "不属审查范围", Major: true}, "normdoc/item/major-decision"},
	} {
		t.Run(x.name, func(t *testing.T) {
			w := follow(t, normdoc.ItemFlow(normdoc.Profile{}), &x.item)
			w.take("送审", "2024-05-13").take("退回补正", "2024-05-14").take("送审", "2024-05-15").take("审查", "2024-05-20")
			if x.code == "" {
				w.take("提请审议", "2024-05-28").take("缓议", "2024-05-28").take("提请审议", "2024-06-11").take("办结", "2024-06-12")
				return
			}
			w.refuses("提请审议", "2024-05-28", x.code)
			w.take("送审", "2024-05-29").take("撤回", "2024-05-30")
		})
	}
	follow(t, normdoc.ItemFlow(normdoc.Profile{}), &normdoc.Item{Opinion: "不属审查范围"}).take("提请审议", "2024-05-28")
	follow(t, normdoc.ItemFlow(normdoc.Profile{}), &normdoc.Item{Reviewed: reviewed, Opinion: "合法"}).
		refuses("提请审议", "2024-05-28", "normdoc/item/review-before-meeting")
	local := normdoc.Profile{Limits: normdoc.Limits{ItemReview: workday.Span{N: 7, Unit: workday.WorkingDays}}}
	require.Equal(t, []string{"审查期限 2024-05-22"}, follow(t, normdoc.ItemFlow(local), &normdoc.Item{}).take("送审", "2024-05-13").due())
}

// codes are those of a refusal, in their order.
func codes(t *testing.T, err error) string {
	t.Helper()
	var refused *lifecycle.Refused
	require.ErrorAs(t, err, &refused)
	var all []string
	for _, r := range refused.Reasons {
		all = append(all, string(r.Code))
	}
	return strings.Join(all, " ")
}
