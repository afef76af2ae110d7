package normdoc_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/register"
)

// The drafting steps in any order, and the review that begins when the materials are complete.
func TestDraftingAndReview(t *testing.T) {
	d := &normdoc.Doc{Class: "政府文件", Materials: []string{"送审稿"}}
	w := follow(t, normdoc.Flow(local(t)), d).take("起草", "2024-03-01")
	for _, step := range []string{"征求部门意见", "公开征求意见", "听证", "专家论证", "反馈意见采纳情况", "公平竞争审查", "风险评估", "内部审核"} {
		w.take(step, "2024-04-01")
	}
	w.take("送审", "2024-04-29")
	require.Empty(t, w.due(), "the materials are not complete yet")
	require.Error(t, w.try("合法性审核", "2024-04-30"), "order")
	w.refuses("受理", "2024-04-30", "normdoc/review/materials")
	w.take("退回补正", "2024-04-30").take("送审", "2024-05-06")
	d.Materials = append(d.Materials, "起草说明")
	w.take("受理", "2024-05-06")
	require.Equal(t, []string{"审核期限 2024-05-24"}, w.due(), "十五个工作日，5月11日为调休上班日")
	d.Reviewed, d.Opinion = day("2024-05-20"), "不合法"
	w.take("合法性审核", "2024-05-20")
	require.Empty(t, w.due())
	w.refuses("集体审议", "2024-05-28", "normdoc/review/before-deliberation")
	d.Opinion = "合法"
	w.take("集体审议", "2024-05-28").take("签发", "2024-05-31").take("印发", "2024-06-03")
}

// Filing with each organ of the profile, receipts, and what comes back.
func TestFilingWithOrgans(t *testing.T) {
	d := &normdoc.Doc{Class: "政府文件", Reviewed: day("2024-05-20"), Opinion: "合法", Materials: []string{"送审稿", "起草说明"}}
	w := follow(t, normdoc.Flow(local(t)), d).take("起草", "2024-03-01").take("送审", "2024-05-06").take("受理", "2024-05-06").
		take("合法性审核", "2024-05-20").take("集体审议", "2024-05-28").take("印发", "2024-06-03").take("公布", "2024-06-05")
	require.Equal(t, []string{"备案期限 2024-06-20", "备案期限（市政府） 2024-06-20", "备案期限（区人大常委会） 2024-07-05", "清理周期 2026-06-05"}, w.due())
	w.take("报送备案（市政府）", "2024-06-19")
	require.Equal(t, []string{"备案期限 2024-06-20", "备案期限（区人大常委会） 2024-07-05", "清理周期 2026-06-05"}, w.due())
	d.FiledWith = []string{"市政府"}
	w.refuses("备案", "2024-06-20", "normdoc/filing/targets")
	d.FiledWith = append(d.FiledWith, "区人大常委会")
	w.take("备案", "2024-06-20")
	require.Equal(t, []string{"清理周期 2026-06-05", "备案回执期限 2024-07-01"}, w.due(), "第十日为星期日")
	w.take("退回补报", "2024-06-24")
	require.Equal(t, []string{"清理周期 2026-06-05", "补报期限 2024-07-09"}, w.due())
	w.take("备案", "2024-06-25").take("收到备案回执", "2024-06-28")
	require.Equal(t, []string{"清理周期 2026-06-05"}, w.due())
	w.take("收到备案审查意见", "2024-08-01")
	require.Equal(t, []string{"清理周期 2026-06-05", "自行纠正期限 2024-09-02"}, w.due(), "8月31日为星期六")
	w.take("修改", "2024-08-20").take("报告纠正情况", "2024-08-21").take("解读", "2024-08-22").take("清理", "2026-05-06")
	require.Equal(t, []string{"清理周期 2028-05-06"}, w.due(), "星期六，2028年的放假安排不明，暂定")
}

// What others ask begins a limit on the day of receipt. On its last day nothing is overdue, on the next day it is, and an
// answer ends it.
func TestLimitsOfAnswers(t *testing.T) {
	for _, x := range []struct{ ask, on, last, answer string }{
		{"收到附带审查通知", "2024-07-01", "2024-07-15", "提交书面答复"}, // ten working days
		{"收到附带审查通知", "2024-09-27", "2024-10-16", "提交书面答复"}, // 9月29日、10月12日上班，国庆节放假
		{"收到附带审查转送", "2024-07-01", "2024-08-30", "回复处理意见"}, // sixty days
		{"收到附带审查转送", "2024-02-05", "2024-04-07", "回复处理意见"}, // 4月5日清明节放假，7日上班
		{"收到司法建议", "2024-08-01", "2024-09-30", "答复司法建议"},
	} {
		b := openBook(t)
		d := &normdoc.Doc{Serial: "GF-1", Name: "办法", Drafter: "区城管局", Effective: day("2024-03-01")}
		b.publish(d)
		b.step(d, "备案", "2024-01-29")
		b.step(d, "收到备案回执", "2024-01-30")
		_, err := b.Step(t.Context(), register.Request{Scope: register.Scope{Organ: organ}, Doc: d, Step: x.answer, On: day("2024-01-30")})
		require.ErrorContains(t, err, "才能答复", "nobody has asked")
		b.step(d, x.ask, x.on)
		require.Zero(t, b.overdue(x.last), "%s %s", x.ask, x.on)
		require.Equal(t, 1, b.overdue(day(x.last).AddDays(1).String()), "%s %s", x.ask, x.on)
		b.step(d, x.answer, x.last)
		require.Zero(t, b.overdue(day(x.last).AddDays(1).String()))
	}
}

func (b *book) overdue(on string) int {
	b.t.Helper()
	n := 0
	for _, err := range b.Overdue(b.t.Context(), register.Scope{Organ: organ}, day(on)) {
		require.NoError(b.t, err)
		n++
	}
	return n
}

// The law of the day of receipt: before 2024 the 行政复议法 of 2017, which has no written reply of the maker.
func TestAnswersUnderTheOldLaw(t *testing.T) {
	w := follow(t, normdoc.Flow(normdoc.Profile{}), &normdoc.Doc{Reviewed: day("2023-05-20"), Opinion: "合法"})
	w.take("起草", "2023-05-04").take("送审", "2023-05-08").take("合法性审核", "2023-05-22").take("集体审议", "2023-05-24").
		take("印发", "2023-05-25").take("公布", "2023-05-26")
	w.take("收到附带审查转送", "2023-12-01")
	require.Equal(t, []string{"附带审查回复期限 2024-01-30"}, w.due())
	r, ok := w.state.Clock("附带审查回复期限")
	require.True(t, ok)
	require.Contains(t, r.Basis, "2017")
	w.take("回复处理意见", "2023-12-20").take("收到附带审查通知", "2023-12-29").take("提交书面答复", "2023-12-29")
	require.Empty(t, w.due())
}

// A major decision from the start to the archive (重大行政决策程序暂行条例).
func TestWayOfADecision(t *testing.T) {
	d := &normdoc.Decision{CommentFrom: day("2024-03-01"), CommentTo: day("2024-03-29"), Technical: true, Risky: true}
	w := follow(t, normdoc.DecisionFlow(local(t)), d).take("启动", "2024-02-01").take("起草草案", "2024-02-05").take("征求部门意见", "2024-02-20").
		take("公开征求意见", "2024-03-01").take("听证", "2024-03-20")
	w.refuses("送审", "2024-04-08", "normdoc/decision/comment-days")
	d.CommentTo = day("2024-03-30")
	w.take("送审", "2024-04-08")
	require.Equal(t, []string{"审查期限 2024-04-22"}, w.due())
	w.take("退回补正", "2024-04-09").take("送审", "2024-04-10").take("审查", "2024-04-17")
	require.Empty(t, w.due())
	var refused []string
	for _, reason := range []string{"review-before-discussion", "experts", "risk"} {
		refused = append(refused, "normdoc/decision/"+reason)
	}
	err := w.try("集体讨论", "2024-04-18")
	require.Equal(t, strings.Join(refused, " "), codes(t, err))
	d.Reviewed, d.Opinion, d.Experts, d.Assessed = day("2024-04-17"), "不合法", day("2024-04-18"), day("2024-04-19")
	require.Equal(t, strings.Join(refused[:1], " ")+" "+refused[2], codes(t, w.try("集体讨论", "2024-04-18")))
	d.Opinion = "应当予以修改"
	w.take("集体讨论", "2024-04-19").take("暂缓", "2024-04-19").take("集体讨论", "2024-04-26")
	w.refuses("公布", "2024-04-28", "normdoc/decision/recorded")
	d.Recorded = true
	w.take("公布", "2024-04-28").take("执行", "2024-05-06")
	w.refuses("办结", "2024-12-02", "normdoc/decision/archived")
	d.Archived = day("2024-05-20")
	w.take("归档", "2024-05-20").take("决策后评估", "2024-11-20").take("调整", "2024-11-25").take("办结", "2024-12-02")
	require.Empty(t, w.machine.Next(w.state))
}

// 第二十五条：探索性改革明示法律风险的，可以提交讨论；2019年9月1日之前没有这一要求。
func TestDecisionsAgainstTheirReview(t *testing.T) {
	for _, x := range []struct {
		doc  normdoc.Decision
		on   string
		code string
	}{
		{normdoc.Decision{Reviewed: day("2024-04-17"), Opinion: "合法"}, "2024-04-18", ""},
		{normdoc.Decision{Reviewed: day("2024-04-17"), Opinion: "不合法"}, "2024-04-18", "normdoc/decision/review-before-discussion"},
		{normdoc.Decision{Reviewed: day("2024-04-17"), Opinion: "不合法", Exploring: true}, "2024-04-18", ""},
		{normdoc.Decision{Opinion: "不合法", Exploring: true}, "2024-04-18", "normdoc/decision/review-before-discussion"},
		{normdoc.Decision{}, "2019-08-31", ""},
		{normdoc.Decision{}, "2019-09-01", "normdoc/decision/review-before-discussion"},
	} {
		w := follow(t, normdoc.DecisionFlow(normdoc.Profile{}), &x.doc).take("启动", "2019-08-01").take("送审", "2019-08-02").take("审查", "2019-08-05")
		if x.code == "" {
			w.take("集体讨论", x.on).take("终止决策", x.on)
			continue
		}
		require.Equal(t, x.code, codes(t, w.try("集体讨论", x.on)))
		w.take("起草草案", x.on)
	}
}

// A document that is repealed because of a suggestion is repealed before the answer, whose limit runs on; what is asked later
// is noted too, and the document does not come back.
func TestAnswersAfterTheEnd(t *testing.T) {
	d := &normdoc.Doc{Class: "政府文件", Reviewed: day("2024-05-20"), Opinion: "合法", Materials: []string{"送审稿", "起草说明"}}
	w := follow(t, normdoc.Flow(local(t)), d).take("起草", "2024-03-01").take("送审", "2024-05-06").take("受理", "2024-05-06").
		take("合法性审核", "2024-05-20").take("集体审议", "2024-05-28").take("印发", "2024-06-03").take("公布", "2024-06-05").
		take("收到备案审查意见", "2024-07-25").take("收到司法建议", "2024-08-01").take("废止", "2024-08-20")
	require.Equal(t, []string{"自行纠正期限 2024-08-26", "司法建议答复期限 2024-09-30"}, w.due(), "8月24日为星期六")
	w.take("答复司法建议（终止后）", "2024-08-21").take("报告纠正情况（终止后）", "2024-08-22")
	require.Empty(t, w.due())
	w.refuses("提交书面答复（终止后）", "2024-08-23", "normdoc/answer/asked")
	w.take("收到附带审查通知（终止后）", "2024-08-23")
	require.Equal(t, []string{"书面答复期限 2024-09-06"}, w.due())
	require.Error(t, w.try("修改", "2024-08-24"), "order")
	require.Error(t, w.try("提交书面答复", "2024-08-24"), "order")
	w.take("提交书面答复（终止后）", "2024-09-02").take("收到附带审查转送（终止后）", "2024-09-03").take("回复处理意见（终止后）", "2024-10-08").
		take("归档", "2024-10-09")
	require.Empty(t, w.machine.Next(w.state))
}

// Nothing was filed with any organ.
func TestFilingOfAnUnknownClass(t *testing.T) {
	d := &normdoc.Doc{Reviewed: day("2024-05-20"), Opinion: "合法", Materials: []string{"送审稿", "起草说明"}}
	w := follow(t, normdoc.Flow(local(t)), d).take("起草", "2024-03-01").take("送审", "2024-05-06").take("受理", "2024-05-06").
		take("合法性审核", "2024-05-20").take("集体审议", "2024-05-28").take("印发", "2024-06-03").take("公布", "2024-06-05")
	w.refuses("备案", "2024-06-12", "normdoc/filing/targets")
	d.FiledWith = []string{"市政府"}
	w.take("备案", "2024-06-12")
}
