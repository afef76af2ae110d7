package course

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/law"
)

// The codes of issues, besides those of package lifecycle and of the gates of the flows.
const (
	CodeNeeds   fazhi.Code = "reconsideration/course/needs"   // nothing that it answers came before
	CodeDouble  fazhi.Code = "reconsideration/course/double"  // a step that stands twice on one day; a warning
	CodeHearing fazhi.Code = "reconsideration/course/hearing" // the notice of the hearing was late
	CodeLaw     fazhi.Code = "reconsideration/course/law"     // no version of the law, or not the one that decides
	CodeSuit    fazhi.Code = "reconsideration/course/suit"    // a suit that does not fit its case
	CodeMany    fazhi.Code = "reconsideration/course/many"    // more issues than are told; it says how many

	// CodeCalendar stands against a step whose limits cannot be counted, because days off are not known.
	CodeCalendar fazhi.Code = "reconsideration/course/calendar"
)

// A need is a step that wants another before it.
type need struct {
	step   string
	after  string   // only after this step; empty: always
	before []string // one of them
	doc    string   // what is wrong, where it is not simply that the first of them is missing
	basis  string
	law    string // only under this version; empty: any
	soft   bool   // there may be a reason that events do not tell: a warning
}

func needs() []need {
	return []need{
		{step: "答复", before: []string{"副本送达"}},
		{step: "制定机关收到通知", before: []string{"通知制定机关"}},
		{step: "接受机关收到转送", before: []string{"转送附带审查"}},
		{step: "制定机关答复", before: []string{"制定机关收到通知"}},
		{step: "收到处理意见", before: []string{"接受机关收到转送"}},
		{step: "意见书反馈（审理中）", before: []string{"意见书送达（审理中）"}},
		{step: "意见书反馈", before: []string{"意见书送达", "意见书送达（审理中）"}},
		{step: "重新作出", before: []string{"责令重作送达"}},
		{step: "延期举证事由消除", before: []string{"申请延期举证"}},
		{step: "延期举证", before: []string{"延期举证事由消除"}},
		{step: "归档", after: "决定", before: []string{"决定书送达", "责令重作送达"}, basis: "行政复议法第七十五条"},
		{step: "归档", after: "驳回申请", before: []string{"决定书送达"}, basis: "行政复议法第七十五条"},
		{step: "归档", after: "终止", before: []string{"终止决定书送达"}},
		{step: "归档", after: "不予受理", before: []string{"不予受理决定书送达"}},
	}
}

// heard are the ways to hear the parties, without which an ordinary case is not decided, unless they are the reason.
func heard() need {
	return need{step: "决定", before: []string{"听取意见", "听证"}, basis: "行政复议法第四十九条", law: law.Of2023, soft: true,
		doc: "适用普通程序，决定之前没有听取当事人意见；因当事人原因不能听取的除外"}
}

// answers reports events that answer nothing.
func (r *run) answers(events []Event) {
	wanted := needs()
	if !r.isSimple() {
		wanted = append(wanted, heard())
	}
	for i, e := range events {
		for _, n := range wanted {
			if n.step == e.Step && r.concerns(n, e.On) && !r.has(n, e.On) {
				r.report(n.issue(r.at.At(i)))
			}
		}
	}
}

// concerns reports whether the law that decides knows the need.
func (r *run) concerns(n need, on fazhi.Date) bool { return n.law == "" || n.law == r.version(on) }

func (r *run) has(n need, on fazhi.Date) bool {
	_, found := last(r.taken, on, n.before...)
	if n.after != "" && !found {
		_, asked := last(r.taken, on, n.after)
		return !asked
	}
	return found
}

func (n *need) issue(at fazhi.Path) fazhi.Issue {
	i := fazhi.Issue{Code: CodeNeeds, Path: at, Message: cmp.Or(n.doc, "之前没有“"+n.before[0]+"”"), Basis: n.basis}
	if n.soft {
		i.Severity = fazhi.Warning
	}
	return i
}

// isSimple reports whether the case stayed under the simple procedure.
func (r *run) isSimple() bool {
	_, simple := last(r.taken, r.state.On, "受理（简易程序）", "视为受理（简易程序）")
	_, converted := last(r.taken, r.state.On, "转为普通程序")
	return simple && !converted
}

// early warns of a decision that did not wait for the reply, though the time for it was not over.
func (r *run) early(events []Event) {
	for i, e := range events {
		for _, t := range r.clocks {
			if e.Step == "决定" && t.by == e.Step && t.ended == e.On && t.Clock == replyLimit && !e.On.After(t.Due) {
				r.report(fazhi.Issue{Code: CodeNeeds, Severity: fazhi.Warning, Path: r.at.At(i), Message: "没有答复，答复期限也没有届满，就作出决定", Basis: t.Basis})
			}
		}
	}
}

// doubles warns of a step that stands twice on one day: it may have been done to two parties, or noted twice.
func (r *run) doubles(events []Event) {
	for i, e := range events {
		same := func(f Event) bool { return f.Step == e.Step && f.On == e.On }
		if !e.On.IsZero() && slices.ContainsFunc(events[:i], same) {
			r.report(fazhi.Issue{Code: CodeDouble, Severity: fazhi.Warning, Path: r.at.At(i), Message: "同一日期已有同一步骤；不是分别对不同的人办理的，属于重复"})
		}
	}
}
