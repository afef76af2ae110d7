package reconsideration

import (
	"cmp"
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
)

// A Profile holds what local rules say. The zero value names the common instructions for filling in the ledgers,
// without naming a place.
type Profile struct {
	// Rule is the local rule on the statistics of cases as issues cite it; empty: "行政复议、行政应诉台账填写说明".
	Rule string
	// Limits are limits that the law leaves open, for Flow.
	Limits Limits
	// LawOfStep says that the law in force on the day of each step decides which limits and gates of Flow hold, instead of that
	// of the day of acceptance (受理, law.Accepted). Both are practice; no article says either: see package law.
	LawOfStep bool
}

func (p Profile) rule() string {
	return cmp.Or(p.Rule, "行政复议、行政应诉台账填写说明")
}

// Checks returns the checks of both ledgers' fields. Each judges the kind that it is for.
func Checks(p Profile) ([]fazhi.Check, error) {
	form, err := fields.Check[*Case]("reconsideration/fields", Kind, p.rule())
	if err != nil {
		return nil, err
	}
	suitForm, err := fields.Check[*Suit]("reconsideration/suit/fields", SuitKind, p.rule())
	if err != nil {
		return nil, err
	}
	checks := append([]fazhi.Check{form}, caseChecks(p)...)
	return append(append(checks, suitForm), suitChecks(p)...), nil
}

func caseChecks(p Profile) []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "reconsideration/dates", Kind: Kind, Basis: p.rule(),
			Doc: "收到、受理、审结的日期依次先后，补正、处理、中止、恢复的日期在其间",
			Run: fazhi.For(caseDates),
		},
		{
			Code: "reconsideration/handled", Kind: Kind, Basis: p.rule(),
			Doc: "处理日期只用于没有受理的申请，审查中的不填",
			Run: fazhi.For(handled),
		},
		{
			Code: "reconsideration/indirect", Kind: Kind, Basis: p.rule(),
			Doc: "间接纠错的案件，因申请人撤回申请而终止",
			Run: fazhi.For(indirect),
		},
		{
			Code: "reconsideration/acceptance", Kind: Kind, Basis: p.rule(),
			Doc: "受理、视为受理的案件有受理日期，其他申请没有",
			Run: fazhi.For(acceptance),
		},
		{
			Code: "reconsideration/conclusion", Kind: Kind, Basis: p.rule(),
			Doc: "受理的案件，结案方式与审结日期同有同无",
			Run: fazhi.For(conclusion),
		},
		{
			Code: "reconsideration/not-accepted", Kind: Kind, Basis: "行政复议法第三十条", From: fazhi.DateOf(2024, 1, 1),
			Doc: "没有受理的申请不进入审理，没有审结日期和结案方式",
			Run: fazhi.For(notAccepted),
		},
		{
			Code: "reconsideration/outcome", Kind: Kind, Basis: "行政复议法第三十三条、第四十一条、第六十三条至第七十四条", From: fazhi.DateOf(2024, 1, 1),
			Doc: "结案方式应当是法律规定的方式之一",
			Run: fazhi.For(knownOutcome),
		},
	}
}

func caseDates(_ context.Context, p *fazhi.Pass, c *Case) error {
	inOrder(p, c.Received,
		step{c.Accepted, "/accepted", "受理日期早于收到日期"},
		step{c.Concluded, "/concluded", "审结日期早于收到日期或者受理日期"})
	inOrder(p, c.Received,
		step{c.Asked, "/asked", "通知补正日期早于收到日期"},
		step{c.Supplied, "/supplied", "补正日期早于收到日期或者通知补正日期"},
		step{c.Handled, "/handled", "处理日期早于收到日期、通知补正日期或者补正日期"})
	inOrder(p, c.Accepted,
		step{c.Suspended, "/suspended", "中止日期早于受理日期"},
		step{c.Resumed, "/resumed", "恢复日期早于受理日期或者中止日期"})
	return nil
}

func handled(_ context.Context, p *fazhi.Pass, c *Case) error {
	if !c.Handled.IsZero() && (c.Intake.IsAccepted() || c.Intake == "审查中") {
		p.Report("/handled", "已经受理或者仍在审查，却有处理日期")
	}
	return nil
}

func indirect(_ context.Context, p *fazhi.Pass, c *Case) error {
	if c.Indirect && !c.Outcome.IsWithdrawn() {
		p.Report("/indirect", "填写了间接纠错，结案方式不是申请人撤回申请")
	}
	return nil
}

func acceptance(_ context.Context, p *fazhi.Pass, c *Case) error {
	switch {
	case c.Intake.IsAccepted() && c.Accepted.IsZero():
		p.Report("/accepted", "已经受理，没有受理日期")
	case !c.Intake.IsAccepted() && !c.Accepted.IsZero():
		p.Report("/accepted", "没有受理，却有受理日期")
	}
	return nil
}

func conclusion(_ context.Context, p *fazhi.Pass, c *Case) error {
	switch {
	case !c.Intake.IsAccepted():
	case c.Outcome != "" && c.Concluded.IsZero():
		p.Report("/concluded", "有结案方式，没有审结日期")
	case c.Outcome == "" && !c.Concluded.IsZero():
		p.Report("/outcome", "已经审结，没有结案方式")
	}
	return nil
}

func notAccepted(_ context.Context, p *fazhi.Pass, c *Case) error {
	if c.Intake.IsAccepted() {
		return nil
	}
	if !c.Concluded.IsZero() {
		p.Report("/concluded", "申请没有受理，却有审结日期")
	}
	if c.Outcome != "" {
		p.Report("/outcome", "申请没有受理，却有结案方式")
	}
	return nil
}

func knownOutcome(_ context.Context, p *fazhi.Pass, c *Case) error {
	if c.Outcome != "" && !c.Outcome.isKnown() {
		p.Report("/outcome", "结案方式不是法律规定的方式")
	}
	return nil
}
