package review

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Proposal is the opinion that the findings leave; the reviewer decides. With Open findings no opinion is proposed but a
// refusal, because what is open may change it. Reasons are the findings that it rests on, in their order.
type Proposal struct {
	Opinion Outcome      `json:"opinion,omitempty"` // empty: not yet
	Why     string       `json:"why"`               // one sentence
	Reasons fazhi.Issues `json:"reasons,omitempty"`
	Open    fazhi.Issues `json:"open,omitempty"`
}

// RefusedRules returns the rules whose breach, as an Error, is no matter of wording, so that a refusal is proposed: a guarantee by
// an organ (C1), borrowing and security for debts of others (C2), what makes a contract void (C20). A bureau that draws the line
// elsewhere sets Matter.Refuse.
func RefusedRules() []string { return []string{"C1", "C2", "C20"} }

// Propose returns the proposal for a review: 不属审查范围 if the profile leaves such contracts out, else 不通过 if a rule of
// Refuse is broken, else nothing while a finding is open, else 修改后通过 if there is an Error or a Warning, else 通过.
func (m *Matter) Propose(r *Review) Proposal {
	if i, out := m.outOfScope(); out {
		return Proposal{Opinion: OutOfScope, Why: i.Message, Reasons: fazhi.Issues{i}}
	}
	found := m.found(r)
	p := Proposal{Open: only(found, isOpen)}
	refused, grave := only(found, m.isRefused), only(found, isGrave)
	switch {
	case len(refused) > 0:
		p.Opinion, p.Why, p.Reasons = Refuse, "有违反禁止性规定、不能以修改文字解决的问题", refused
	case len(p.Open) > 0:
		p.Why, p.Reasons = "还有问题没有答复、待核实，或者材料不齐，不能提出审查意见的建议", p.Open
	case len(grave) > 0:
		p.Opinion, p.Why, p.Reasons = PassChanged, "有应当修改、补充或者说明的问题", grave
	default:
		p.Opinion, p.Why = Pass, "就已经审查的事项，没有发现问题"
	}
	return p
}

// outOfScope says why the profile leaves the contract out: its kind, or its amount if both are known. Whether a change is reviewed
// does not hang on the amount.
func (m *Matter) outOfScope() (fazhi.Issue, bool) {
	c, p := m.Contract, m.Profile
	out := fazhi.Issue{Code: CodeScope, Severity: fazhi.Notice, Basis: m.rule()}
	switch {
	case c.Sort != "" && slices.Contains(p.Exempt, c.Sort):
		out.Path, out.Message = "/sort", "合同类型属于本地规定不审查的类型"
	case m.Change == nil && p.ReviewFrom > 0 && c.Amount > 0 && c.Amount < p.ReviewFrom:
		out.Path, out.Message = "/amount", "合同金额低于本地规定的送审起点"
	default:
		return fazhi.Issue{}, false
	}
	out.Origin, _ = c.Origin(out.Path)
	return out, true
}

// found returns all findings about the contract but those that were set aside for a reason.
func (m *Matter) found(r *Review) fazhi.Issues {
	all := slices.Concat(m.Findings, m.Incomplete(), only(m.Answered(r), func(i fazhi.Issue) bool { return m.isFinding(i.Code) }))
	return only(all, func(i fazhi.Issue) bool {
		return !slices.ContainsFunc(r.Aside, func(s SetAside) bool { return s.takes(i) })
	})
}

// isFinding reports whether a code of Answered is about the contract, not about how the answers were written.
func (m *Matter) isFinding(code fazhi.Code) bool {
	_, ok := m.item(code)
	return ok || code == CodeUnanswered || code == CodePending
}

// takes reports whether a finding was set aside. What is open cannot be: it is answered.
func (s SetAside) takes(i fazhi.Issue) bool {
	return !blank(s.Reason) && !isOpen(i) && s.Code == i.Code && s.Path == i.Path
}

func isOpen(i fazhi.Issue) bool {
	return i.Code == CodeUnanswered || i.Code == CodePending || i.Code == CodeMaterial
}

func isGrave(i fazhi.Issue) bool { return i.Severity != fazhi.Notice && !isOpen(i) }

func (m *Matter) isRefused(i fazhi.Issue) bool {
	item, ok := m.item(i.Code)
	rules := m.Refuse
	if rules == nil {
		rules = RefusedRules()
	}
	return ok && i.Severity == fazhi.Error && slices.Contains(rules, item.Rule)
}

func only(issues fazhi.Issues, is func(fazhi.Issue) bool) fazhi.Issues {
	var out fazhi.Issues
	for _, i := range issues {
		if is(i) {
			out = append(out, i)
		}
	}
	return out
}
