package reconsideration

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// Limits are limits that no law states in words: those whose first day, or whose length after a change of procedure, the
// law leaves open. Zero is the reading that each field names.
type Limits struct {
	// Conversion is what a case gains when it goes over to the ordinary procedure (转为普通程序, 第五十五条); zero: 30 days. A
	// case that has gone over is read to be one under the ordinary procedure (第六十二条第一款): sixty days from acceptance.
	Conversion workday.Span

	// Ancillary and Referral are within how many days of the suspension the authority deals with a normative document or
	// refers it (附带审查, 第五十六条、第五十七条); zero: 30 days and 7 working days. The law gives these lengths and not the day
	// from which they run; that they run from the suspension is a reading, as those of 第五十八条 do in words.
	Ancillary, Referral workday.Span
}

func (l Limits) conversion() workday.Span { return cmp.Or(l.Conversion, days(30)) }
func (l Limits) ancillary() workday.Span  { return cmp.Or(l.Ancillary, days(30)) }
func (l Limits) referral() workday.Span   { return cmp.Or(l.Referral, workdays(7)) }

// Flow returns the way of an application for reconsideration: 收到, 补正, 受理 or 不予受理 or 视为受理, 中止 and 恢复, 决定 or
// 调解 or 终止, with the limits of the 行政复议法; before it, optional, what the time to apply runs from. The law in force on the day
// of acceptance decides which limits hold, before acceptance that of the step: see package law, and Profile.LawOfStep. Under the
// text of 2017 an application is accepted on its receipt (第十七条第二款), so the sixty days run from 收到; time for supplements
// is left out (实施条例第二十九条). After the limit for the decision has ended, the case document says when it was accepted.
//
// The five days of 审查期限 are also those for the demand of supplements (第三十一条第一款). How long before a hearing the
// notice must be sent (第五十一条第一款) is counted back, which clocks do not do: package course judges it. What follows when a
// limit passes, Consequences says; a step never takes itself.
//
// Limits name the latest day: an extension (延长) counts as the full thirty days, whatever was granted, and a second one
// within the thirty days adds nothing. Where another law sets less than sixty days (第六十二条第一款), a bureau changes the
// flow. Another time for supplements (延长补正期限) is in the file: the first one stops, and no last day is shown. Who receives what on which day is a step (补正通知送达, 副本送达), because limits begin with the receipt; it may be
// noted late, when the proof of delivery comes back. When several parties receive a decision on several days, 决定书送达 is
// taken for each, and the limit to sue that is shown is that of the last.
//
// 中止 stops the limit for the decision and no other; no article read says that it stops one, that it stops this one is
// practice. A case that is suspended cannot be decided, but documents are sent and answered, and parties may settle (第三十九条第一款第六项).
// Hearing and settling go on during an appraisal.
func Flow(p Profile) lifecycle.Flow {
	accepted := slices.Concat(acceptanceSteps(), hearingSteps(p), suspensionSteps(p), closingSteps())
	if !p.LawOfStep {
		byAcceptance(accepted)
	}
	return lifecycle.Flow{Kind: Kind, Name: "行政复议案件办理流程", Steps: slices.Concat(applicationSteps(), intakeSteps(), accepted)}
}

// The names of clocks.
const (
	applyLimit      = "申请期限"
	applyMost       = "最长申请期限"
	applyUntold     = "未告知时最长申请期限"
	dutyLimit       = "履行职责期限"
	forwardLimit    = "处罚机关转送期限"
	reviewLimit     = "审查期限"
	supplementLimit = "补正期限"
	sendLimit       = "发送副本期限"
	replyLimit      = "答复期限"
	decideLimit     = "审理期限"
	suspendLimit    = "中止满六十日"
	ancillaryLimit  = "附带审查期限"
	askMakerLimit   = "通知制定机关期限"
	makerLimit      = "制定机关答复期限"
	referLimit      = "转送附带审查期限"
	referredLimit   = "接受机关回复期限"
	sueLimit        = "起诉期限"
	redoLimit       = "重新作出期限"
	adviceLimit     = "意见书反馈期限"
)

// DecisionClock is the name of the limit for the decision (审理期限), whose first day is that of acceptance.
const DecisionClock = decideLimit

// The articles on counting (期间的计算).
const (
	workingRule  = "行政复议法第八十八条第二款"
	calendarRule = "行政复议法第八十八条第一款、民事诉讼法第八十五条"
	oldRule      = "行政复议法（2017年修正）第四十条"
)

func workdays(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
func days(n int) workday.Span     { return workday.Span{N: n, Unit: workday.CalendarDays} }

// newLaw is the first day of the law of 2023, oldLaw the last one of the law before.
func newLaw() fazhi.Date { return inForce(law.Of2023).From }
func oldLaw() fazhi.Date { return inForce(law.Of2017).To }

// inForce returns when a version of the law is in force.
func inForce(version string) fazhi.Period {
	v, err := law.Named(version)
	if err != nil {
		return fazhi.Period{}
	}
	return v.Period
}

// in2023 and in2017 make a limit of the law of 2023 and of the one before, in2007 one of the 实施条例 until the law of 2023.
func in2023(name string, span workday.Span, article string) lifecycle.Clock {
	c := lifecycle.Clock{Name: name, Span: span, Basis: "行政复议法" + article, Rule: calendarRule, From: newLaw()}
	if span.Unit == workday.WorkingDays {
		c.Rule = workingRule
	}
	return c
}

func in2017(name string, span workday.Span, article string) lifecycle.Clock {
	return lifecycle.Clock{Name: name, Span: span, Basis: "行政复议法（2017年修正）" + article, Rule: oldRule,
		From: inForce(law.Of2017).From, Until: oldLaw()}
}

func in2007(name string, span workday.Span, article string) lifecycle.Clock {
	return lifecycle.Clock{Name: name, Span: span, Basis: "行政复议法实施条例" + article, Rule: oldRule,
		From: fazhi.DateOf(2007, 8, 1), Until: oldLaw()}
}

func when(c lifecycle.Clock, holds func(lifecycle.State, lifecycle.Move) bool) lifecycle.Clock {
	c.When = holds
	return c
}

func extending(c lifecycle.Clock) lifecycle.Clock {
	c.Extends = true
	return c
}

// byAcceptance lets the law of the day of acceptance decide, where the versions differ; that of another law is not concerned.
func byAcceptance(steps []lifecycle.Step) {
	for i := range steps {
		for j := range steps[i].Starts {
			c := &steps[i].Starts[j]
			if !isVersioned(c.From, c.Until) {
				continue
			}
			force, holds := fazhi.Period{From: c.From, To: c.Until}, c.When
			c.From, c.Until = fazhi.Date{}, fazhi.Date{}
			c.When = func(s lifecycle.State, m lifecycle.Move) bool {
				return force.Contains(acceptedOn(s, m)) && (holds == nil || holds(s, m))
			}
		}
		for j := range steps[i].Gates {
			g := &steps[i].Gates[j]
			if !isVersioned(g.From, g.Until) {
				continue
			}
			force, open := fazhi.Period{From: g.From, To: g.Until}, g.Open
			g.From, g.Until = fazhi.Date{}, fazhi.Date{}
			g.Open = func(s lifecycle.State, m lifecycle.Move) bool { return !force.Contains(acceptedOn(s, m)) || open(s, m) }
		}
	}
}

// isVersioned reports whether a rule begins or ends with a version of the law.
func isVersioned(from, until fazhi.Date) bool { return from == newLaw() || until == oldLaw() }

// acceptedOn is the first day of the limit for the decision; when that does not run, what the document says, and last the day
// of the step.
func acceptedOn(s lifecycle.State, m lifecycle.Move) fazhi.Date {
	if r, ok := s.Clock(decideLimit); ok {
		return r.Start
	}
	if c, ok := m.Doc.(*Case); ok && c != nil {
		if on := law.Accepted(c.Received, c.Accepted); !on.IsZero() && !on.After(m.On) {
			return on
		}
	}
	return m.On
}
