package normdoc

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

const (
	correctionLimit = "自行纠正期限"
	corrected       = "报告纠正情况"
	afterwards      = "（终止后）" // of steps that are taken when the document is not in force any more
)

// An asked is something that others ask about a document in force, with a limit for the answer.
type asked struct {
	step, doc    string // 收到…
	answer, does string // the step that answers
	limit        string
	clocks       []lifecycle.Clock
	since        fazhi.Date // when the first of the clocks came into force
	basis        string
}

// allAsked are the ancillary review of 行政复议法第五十六条 to 第六十条, seen from the organ that made the document or has the
// power to deal with it, and the suggestions of courts. 十日 of the 行政复议法 are working days (第八十八条第二款), 六十日 are
// days.
func allAsked() []asked {
	const interpretation = "最高人民法院关于适用行政诉讼法的解释（法释〔2018〕1号）第一百四十九条第四款"
	newLaw, oldLaw := fazhi.DateOf(2024, 1, 1), fazhi.DateOf(2023, 12, 31)
	sixty := workday.Span{N: 60, Unit: workday.CalendarDays}
	return []asked{
		{
			step: "收到附带审查通知", doc: "收到行政复议机构要求就有关条款书面答复的通知", answer: "提交书面答复", does: "提交书面答复和有关材料",
			limit: "书面答复期限", since: newLaw, basis: "行政复议法第五十八条第一款",
			clocks: []lifecycle.Clock{{Span: workday.Span{N: 10}, Basis: "行政复议法第五十八条第一款", Rule: "行政复议法第八十八条第二款", From: newLaw}},
		},
		{
			step: "收到附带审查转送", doc: "有权处理的机关收到行政复议机关的转送", answer: "回复处理意见", does: "把处理意见回复行政复议机关",
			limit: "附带审查回复期限", since: fazhi.DateOf(1999, 10, 1), basis: "行政复议法第六十条",
			clocks: []lifecycle.Clock{
				{Span: sixty, Basis: "行政复议法第六十条", Rule: "行政复议法第八十八条第一款", From: newLaw},
				{Span: sixty, Basis: "行政复议法（2017年修正）第二十六条", From: fazhi.DateOf(1999, 10, 1), Until: oldLaw},
			},
		},
		{
			step: "收到司法建议", doc: "收到人民法院关于文件的司法建议", answer: "答复司法建议", does: "书面答复人民法院",
			limit: "司法建议答复期限", since: fazhi.DateOf(2018, 2, 8), basis: interpretation,
			clocks: []lifecycle.Clock{{Span: sixty, Basis: interpretation, From: fazhi.DateOf(2018, 2, 8)}},
		},
	}
}

// askedEvents are the names of those steps.
func askedEvents() []string {
	var names []string
	for _, a := range allAsked() {
		names = append(names, a.step, a.answer)
	}
	return names
}

// ended are the steps at which a document is not in force any more: it may still be asked about, since acts rest on it, and
// a document that was repealed because of what a court or a filing review said is repealed before the answer.
func ended() []string {
	names := []string{"废止", "失效", corrected + afterwards}
	for _, name := range askedEvents() {
		names = append(names, name+afterwards)
	}
	return names
}

// eventSteps are what others ask, and the answers. Nothing is answered that was not asked.
func eventSteps(p Profile) []lifecycle.Step {
	var steps []lifecycle.Step
	for _, a := range allAsked() {
		for i := range a.clocks {
			a.clocks[i].Name = a.limit
		}
		steps = append(steps, a.steps("", p.published())...)
		steps = append(steps, a.steps(afterwards, ended())...)
	}
	return steps
}

func (a *asked) steps(suffix string, after []string) []lifecycle.Step {
	return []lifecycle.Step{
		{Name: a.step + suffix, Doc: a.doc, After: after, Starts: a.clocks},
		{Name: a.answer + suffix, Doc: a.does, After: after, Gates: []lifecycle.Gate{a.gate()}, Stops: []string{a.limit}},
	}
}

// gate asks that the limit run.
func (a *asked) gate() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "normdoc/answer/asked", Basis: a.basis, From: a.since, Doc: "收到通知、转送或者建议之后，才能答复",
		Open: func(s lifecycle.State, _ lifecycle.Move) bool {
			_, running := s.Clock(a.limit)
			return running
		},
	}
}
