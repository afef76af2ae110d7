package review

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Issues returns what a review still has against it: the findings of Answered and Incomplete, what was set aside wrongly, and what is
// wrong with the decision. The Findings of the Matter are not repeated.
func (m *Matter) Issues(r *Review) fazhi.Issues {
	return slices.Concat(m.Answered(r), m.Incomplete(), m.aside(r), m.decision(r))
}

// aside reports findings that were set aside without a reason, and those that are not there.
func (m *Matter) aside(r *Review) fazhi.Issues {
	var issues fazhi.Issues
	known := slices.Concat(m.Findings, m.Answered(r))
	for n, s := range r.Aside {
		there := slices.ContainsFunc(known, func(i fazhi.Issue) bool { return s.Code == i.Code && s.Path == i.Path && !isOpen(i) })
		switch {
		case !there:
			issues = append(issues, fazhi.Issue{Code: CodeSetAside, Severity: fazhi.Warning, Path: fazhi.At("aside", n), Message: "没有这一项可以不予采纳的审查发现"})
		case blank(s.Reason):
			issues = append(issues, fazhi.Issue{Code: CodeSetAside, Path: fazhi.At("aside", n, "reason"), Message: "对审查发现不予采纳，没有说明理由"})
		}
	}
	return issues
}

// decision compares the decision with the proposal and with the ledger.
func (m *Matter) decision(r *Review) fazhi.Issues {
	d, p := r.Decision, m.Propose(r)
	fault := fazhi.Issue{Path: "/decision/opinion", Basis: m.rule()}
	switch {
	case d.Opinion == "":
		fault.Code, fault.Severity, fault.Message = CodeUndecided, fazhi.Notice, "审查人尚未作出结论"
	case !slices.Contains(Outcomes(), d.Opinion):
		fault.Code, fault.Message = CodeOpinion, "审查结论应当是"+listed(Outcomes())+"之一"
	case p.Opinion == "" && d.Opinion != Refuse && blank(d.Reason):
		fault.Code, fault.Message = CodeOpen, "还有问题没有答复、待核实，或者材料不齐，作出结论没有说明理由"
	case d.Opinion.milderThan(p.Opinion) && blank(d.Reason):
		fault.Code, fault.Message = CodeMilder, "审查结论轻于建议的意见，没有说明理由"
	case m.ledger() != "" && m.ledger() != d.Opinion:
		fault.Code, fault.Severity, fault.Message = CodeLedger, fazhi.Warning, "台账的审查意见与审查结论不一致"
	}
	var issues fazhi.Issues
	if fault.Code != "" {
		issues = append(issues, fault)
	}
	if d.Opinion != "" && blank(d.Role) {
		issues = append(issues, fazhi.Issue{Code: CodeRole, Severity: fazhi.Warning, Path: "/decision/role", Message: "没有填写作出结论的人的身份"})
	}
	return issues
}

// ledger returns the opinion that the ledger has.
func (m *Matter) ledger() Outcome {
	if m.Change != nil {
		return Outcome(m.Change.Opinion)
	}
	return Outcome(m.Contract.Opinion)
}

// milderThan reports whether an outcome lets a contract go on where another would not. Not to review what is to be reviewed is
// milder than any opinion.
func (o Outcome) milderThan(proposed Outcome) bool {
	return proposed != "" && proposed != OutOfScope && o.strictness() < proposed.strictness()
}

// strictness orders the outcomes: out of scope is -1.
func (o Outcome) strictness() int {
	if o == OutOfScope {
		return -1
	}
	return slices.Index(Outcomes(), o)
}
