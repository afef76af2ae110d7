package circular

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// Check says what is wrong with a summary, also with one that was kept, typed or changed by hand: a policy without grades,
// tables that disagree with each other, anything that does not follow from the files, a list of what must be put right
// without a day, objections that are not decided. Paths are those of its JSON.
//
// A circular of which only the tables are known, without Files, is checked for what the tables say about each other, and a
// notice says so.
func (s *Summary) Check() fazhi.Issues {
	k := &checking{s: s}
	k.policy()
	k.totals()
	k.places()
	k.rectifications()
	k.objections()
	k.recount()
	return k.issues
}

type checking struct {
	s      *Summary
	issues fazhi.Issues
}

func (k *checking) report(code fazhi.Code, at fazhi.Path, format string, values ...any) {
	k.issues = append(k.issues, fazhi.Issue{Code: code, Path: at, Message: fmt.Sprintf(format, values...)})
}

func (k *checking) policy() {
	if len(k.s.Policy.Grades) == 0 {
		k.report(NoGrades, fazhi.At("policy", "grades"), "没有等次的标准")
	}
	if g := k.s.Policy.Rectify; g != "" && k.s.Policy.rank(g) < 0 {
		k.report(UnknownGrade, fazhi.At("policy", "rectify"), "等次的标准中没有这个等次")
	}
}

// places compares the order of units with their means.
func (k *checking) places() {
	for i, r := range k.s.Units {
		at, before := fazhi.At("units", i, "rank"), UnitRow{Rank: 1, Mean: r.Mean}
		if i > 0 {
			before = k.s.Units[i-1]
		}
		switch {
		case (r.Rank > 0) != (r.Scored > 0):
			k.report(BadRank, at, "有得分的单位才有名次")
		case r.Rank == 0:
		case before.Rank == 0 || r.Rank != i+1 && r.Rank != before.Rank:
			k.report(BadRank, at, "名次与次序不符")
		case r.Mean > before.Mean || r.Rank == before.Rank && r.Mean != before.Mean:
			k.report(BadRank, at, "名次与平均分不符")
		}
	}
}

func (k *checking) rectifications() {
	for i, r := range k.s.Rectify {
		if r.Due.IsZero() || k.s.Policy.Due.IsZero() {
			k.report(NoDue, fazhi.At("rectify", i, "due"), "没有整改期限")
			return // it is the same for all
		}
	}
}

func (k *checking) objections() {
	for i, o := range k.s.Objections {
		switch {
		case o.Decided.IsZero():
			k.report(BadObjection, fazhi.At("objections", i, "decided"), "异议还没有复核，不能通报")
		case o.Decided.Before(o.Raised):
			k.report(BadObjection, fazhi.At("objections", i, "decided"), "复核早于异议")
		}
	}
}
