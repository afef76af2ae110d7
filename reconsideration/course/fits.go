package course

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/law"
)

// The instances of suits (审级).
const (
	firstInstance  = "一审"
	secondInstance = "二审"
	retrial        = "再审"
)

// isOf reports whether the run is of a suit of an instance.
func (r *run) isOf(instance string) bool {
	s, ok := r.doc.(*reconsideration.Suit)
	return ok && s.Instance == instance
}

// over are the steps after which the applicant may sue: reconsideration is over, or its limit is. The last steps of the flow that
// were taken are among them.
func (r *run) over() []string {
	steps := []string{"决定书送达", "责令重作送达", "期满未决定", "不予受理", "驳回申请", "终止", "调解"}
	for _, e := range r.taken {
		if step, _ := r.machine.Step(e.Step); step.Final {
			steps = append(steps, e.Step)
		}
	}
	return steps
}

// notWhile is the article by which nobody sues while reconsideration goes on.
func notWhile(version string) string {
	if version == law.Of2017 {
		return "行政复议法（2017年修正）第十六条第一款"
	}
	return "行政复议法第二十九条第一款"
}

// A basisOfSuit is what a step of a suit wants of the case before it: one of some steps.
type basisOfSuit struct {
	steps []string
	doc   string
	basis string
}

func (r *run) basesOfSuits() map[string]basisOfSuit {
	return map[string]basisOfSuit{
		"收到复议决定":  {steps: []string{"决定书送达"}, doc: "行政复议中之前没有“决定书送达”"},
		"复议期满未决定": {steps: []string{"期满未决定"}, doc: "行政复议中之前没有“期满未决定”"},
		sue:       {steps: r.over(), doc: "行政复议没有办结，也没有“期满未决定”，就起诉", basis: notWhile(r.version(fazhi.Date{}))},
	}
}

// fits reports steps of a suit that follow something which the case has not. Where nobody applied for reconsideration (收到), a
// suit needs nothing of it.
func (r *run) fits(events []Event, c *run) {
	applied := slices.ContainsFunc(c.taken, func(e Event) bool { return e.Step == "收到" })
	bases := c.basesOfSuits()
	for i, e := range events {
		b, wants := bases[e.Step]
		if !wants || e.Step == sue && !applied {
			continue
		}
		if _, found := last(c.taken, e.On, b.steps...); !found {
			r.report(fazhi.Issue{Code: CodeSuit, Path: r.at.At(i), Message: b.doc, Basis: b.basis})
		}
	}
}

// follows reports an instance that there is not, and a second one (二审) that no appeal in a first led to.
func (r *run) follows(suits []*run, at fazhi.Path) {
	switch {
	case r.isOf(secondInstance) && !r.isAppealed(suits):
		r.report(fazhi.Issue{Code: CodeSuit, Path: at, Message: "之前没有提起上诉的一审", Basis: "行政诉讼法第八十五条"})
	case !r.isOf(firstInstance) && !r.isOf(secondInstance) && !r.isOf(retrial):
		r.report(fazhi.Issue{Code: CodeSuit, Path: at, Message: "审级应当是一审、二审或者再审"})
	}
}

// isAppealed reports whether somebody appealed in a first instance, before the run began.
func (r *run) isAppealed(suits []*run) bool {
	for _, s := range suits {
		for _, e := range s.taken {
			appeal := s.isOf(firstInstance) && (e.Step == "上诉" || e.Step == "管辖异议上诉")
			if appeal && (len(r.taken) == 0 || !e.On.After(r.taken[0].On)) {
				return true
			}
		}
	}
	return false
}
