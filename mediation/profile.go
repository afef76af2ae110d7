package mediation

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// A Profile holds what local rules say. The zero value names the usual rules without naming a place; every other setting that
// is zero is not set, and what rests on it is not checked and has no clock.
type Profile struct {
	// Rule is the local rule on the ledger as issues cite it; empty: "人民调解台账填写说明", which
	// are the words in this package beside the columns.
	Rule string
	// Term is the rule that disputes are settled within Limit as issues cite it; empty: "人民调解工作若干规定第三十三条".
	Term string
	// Limit is within what time disputes are settled as a rule; zero: one month.
	Limit workday.Span
	// Extensions are the local sorts (类型细目) under the fixed ones. When there are none, every one is taken.
	Extensions []Extension
	// Risks are the levels that are in use here (风险等级), Sources the ways on which disputes come (纠纷来源); nil: all of the column.
	Risks, Sources []string
	// Referrals is the local rule on handing disputes on as issues cite it; empty: "本地移送规定",
	// which names none, and what only a local rule can order is worth a notice then.
	Referrals string
	// Answer is within what time a referral is accepted or refused, Feedback within what time the result is reported back; both
	// from the day on which it was sent or accepted. No national law says either.
	Answer, Feedback workday.Span
	// Visits are the days of visits (回访), counted from the day on which the agreement took effect, in their order.
	Visits []workday.Span
	// Calendar tells working days; nil: that of workday.StateCouncil.
	Calendar *workday.Calendar
	// Requirements are the bureau's own checks, typed as a table of conditions on the fields of Vocabulary; see
	// rules.ReadRequirements.
	Requirements []rules.Requirement
}

// An Extension is the local sorts (类型细目) under one of the fixed sorts of disputes (纠纷类型).
type Extension struct {
	Sort    string
	Details []string
}

// LedgerRule returns the local rule on the ledger as issues cite it.
func (p Profile) LedgerRule() string { return cmp.Or(p.Rule, "人民调解台账填写说明") }

// UsualTerm returns within what time disputes are settled as a rule, and the rule.
func (p Profile) UsualTerm() (workday.Span, string) { return p.limit(), p.term() }

func (p Profile) term() string {
	return cmp.Or(p.Term, "人民调解工作若干规定第三十三条")
}

func (p Profile) limit() workday.Span {
	return cmp.Or(p.Limit, workday.Span{N: 1, Unit: workday.Months})
}

// ReferralRule returns the local rule on referrals as issues cite it.
func (p Profile) ReferralRule() string {
	return cmp.Or(p.Referrals, "本地移送规定")
}

// WorkCalendar returns the profile's calendar, or else that of the State Council.
func (p Profile) WorkCalendar() (*workday.Calendar, error) {
	if p.Calendar != nil {
		return p.Calendar, nil
	}
	return workday.StateCouncil()
}

// vet says everything that is wrong with a profile.
func (p Profile) vet() error {
	var faults []error
	for i, x := range p.Extensions {
		if x.Sort == "" || len(x.Details) == 0 {
			faults = append(faults, fmt.Errorf("mediation: 第%d组类型细目没有纠纷类型，或者没有细目", i+1))
		}
	}
	for _, s := range append([]workday.Span{p.Limit, p.Answer, p.Feedback}, p.Visits...) {
		if s.Back() || !s.IsZero() && s.Chinese() == "" {
			faults = append(faults, errors.New("mediation: 期限应当是正数"))
		}
	}
	return errors.Join(faults...)
}
