package mediation

import (
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// Checks returns the checks of the ledger: of its fields, of what one says about another, and the bureau's own ones last. They
// judge every Record by the Case that it has. Faults of the profile are an error.
func Checks(p Profile) ([]fazhi.Check, error) {
	if err := p.vet(); err != nil {
		return nil, err
	}
	form, err := fields.Check[*Case]("mediation/fields", Kind, p.LedgerRule())
	if err != nil {
		return nil, err
	}
	calendar, err := p.WorkCalendar()
	if err != nil {
		return nil, err
	}
	v, err := Vocabulary()
	if err != nil {
		return nil, err
	}
	checks := slices.Concat([]fazhi.Check{form}, resultChecks(p, calendar), followChecks(p), localChecks(p))
	if checks, err = rules.Extend(checks, v, Kind, p.Requirements); err != nil {
		return nil, err
	}
	for i := range checks {
		checks[i].Run = ofRecord(checks[i].Run)
	}
	return checks, nil
}

// ofRecord lets what judges cases judge every Record. A Case is judged as it is.
func ofRecord(run func(context.Context, *fazhi.Pass) error) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(ctx context.Context, p *fazhi.Pass, r Record) error {
		if _, plain := r.(*Case); plain {
			return run(ctx, p)
		}
		of := *p
		of.Doc = r.Ledger()
		err := run(ctx, &of)
		of.Doc = p.Doc
		*p = of
		return err
	})
}

// on makes a function on cases the Run of a check.
func on(judge func(*fazhi.Pass, *Case)) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(_ context.Context, p *fazhi.Pass, c *Case) error {
		judge(p, c)
		return nil
	})
}

// resultChecks are those of the result, its day and the agreement.
func resultChecks(p Profile, calendar *workday.Calendar) []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "mediation/dates", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "调解日期不早于受理日期",
			Run: on(dates),
		},
		{
			Code: "mediation/result", Kind: Kind, Basis: p.LedgerRule(),
			Doc: "调解有结果的，填写调解日期；还在调解中的不填",
			Run: on(result),
		},
		{
			Code: "mediation/agreement/form", Kind: Kind, Basis: "人民调解法第二十八条", From: lawFrom(),
			Doc: "调解成功的，有书面协议或者口头协议；没有成功的没有协议，但协议没有得到人民法院确认、其后又没有调解成功的除外",
			Run: on(agreementForm),
		},
		{
			Code: "mediation/agreement/effect", Kind: Kind, Basis: "人民调解法第二十九条第二款", From: lawFrom(),
			Doc: "调解协议书自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效",
			Run: on(agreementEffect),
		},
		{
			Code: "mediation/term/month", Kind: Kind, Basis: p.term(), Severity: fazhi.Warning,
			Doc: "纠纷一般应当在" + chineseLimit(p) + "内调结；2018年10月1日起受理的医疗纠纷另有期限",
			Run: on(term{calendar, p.limit(), "调解日期距受理日期超过" + chineseLimit(p)}.judge),
		},
	}
}

func dates(p *fazhi.Pass, c *Case) {
	if !c.Closed.IsZero() && c.Closed.Before(c.Accepted) {
		p.Report("/closed", "调解日期早于受理日期")
	}
}

func result(p *fazhi.Pass, c *Case) {
	switch {
	case c.Result == "":
	case c.Result == "调解中" && !c.Closed.IsZero():
		p.Report("/result", "有调解日期，调解结果还是调解中")
	case c.Result != "调解中" && c.Closed.IsZero():
		p.Report("/closed", "已有调解结果，没有调解日期")
	}
}

func agreementForm(p *fazhi.Pass, c *Case) {
	switch {
	case c.Result == "成功" && c.Form == "":
		p.Report("/form", "调解成功，没有填写协议形式")
	case c.Result != "成功" && c.Form != "" && !c.undone():
		p.Report("/form", "没有调解成功，却填写了协议形式")
	}
}

// undone reports whether there was an agreement that a court did not confirm, so that it may have been changed by mediation, or
// mediation may have failed after it (人民调解法第三十三条第三款、民事诉讼法第二百零六条).
func (c *Case) undone() bool { return c.Confirmation == "驳回" || c.Confirmation == "撤回" }

func agreementEffect(p *fazhi.Pass, c *Case) {
	if c.Result == "成功" && c.Form == "书面" && !c.Sealed {
		p.Report("/sealed", "协议书的签名、盖章不齐全，没有生效")
	}
}
