package mediation

import (
	"cmp"
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
)

// A Profile holds what local rules say. The zero value names the usual rules without naming a place.
type Profile struct {
	// Rule is the local rule on the ledger as issues cite it; empty: "人民调解台账填写说明".
	Rule string
	// Term is the rule that disputes are settled within a month as issues cite it; empty: "人民调解工作若干规定第三十三条".
	Term string
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "人民调解台账填写说明") }
func (p Profile) term() string {
	return cmp.Or(p.Term, "人民调解工作若干规定第三十三条")
}

// Checks returns the checks of the ledger's fields.
func Checks(p Profile) ([]fazhi.Check, error) {
	form, err := fields.Check[*Case]("mediation/fields", Kind, p.rule())
	if err != nil {
		return nil, err
	}
	inForce := fazhi.DateOf(2011, 1, 1)
	return []fazhi.Check{
		form,
		{
			Code: "mediation/dates", Kind: Kind, Basis: p.rule(),
			Doc: "调解日期不早于受理日期",
			Run: fazhi.For(dates),
		},
		{
			Code: "mediation/result", Kind: Kind, Basis: p.rule(),
			Doc: "调解有结果的，填写调解日期；还在调解中的不填",
			Run: fazhi.For(result),
		},
		{
			Code: "mediation/agreement/form", Kind: Kind, Basis: "人民调解法第二十八条", From: inForce,
			Doc: "调解成功的，有书面协议或者口头协议；没有成功的没有协议",
			Run: fazhi.For(agreementForm),
		},
		{
			Code: "mediation/agreement/effect", Kind: Kind, Basis: "人民调解法第二十九条第二款", From: inForce,
			Doc: "调解协议书自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效",
			Run: fazhi.For(agreementEffect),
		},
		{
			Code: "mediation/term/month", Kind: Kind, Basis: p.term(), Severity: fazhi.Warning,
			Doc: "纠纷一般应当在一个月内调结；医疗纠纷另有期限",
			Run: fazhi.For(termMonth),
		},
	}, nil
}

func dates(_ context.Context, p *fazhi.Pass, c *Case) error {
	if !c.Closed.IsZero() && c.Closed.Before(c.Accepted) {
		p.Report("/closed", "调解日期早于受理日期")
	}
	return nil
}

func result(_ context.Context, p *fazhi.Pass, c *Case) error {
	switch {
	case c.Result == "":
	case c.Result == "调解中" && !c.Closed.IsZero():
		p.Report("/result", "有调解日期，调解结果还是调解中")
	case c.Result != "调解中" && c.Closed.IsZero():
		p.Report("/closed", "已有调解结果，没有调解日期")
	}
	return nil
}

func agreementForm(_ context.Context, p *fazhi.Pass, c *Case) error {
	switch {
	case c.Result == "成功" && c.Form == "":
		p.Report("/form", "调解成功，没有填写协议形式")
	case c.Result != "成功" && c.Form != "":
		p.Report("/form", "没有调解成功，却填写了协议形式")
	}
	return nil
}

func agreementEffect(_ context.Context, p *fazhi.Pass, c *Case) error {
	if c.Result == "成功" && c.Form == "书面" && !c.Sealed {
		p.Report("/sealed", "协议书的签名、盖章不齐全，没有生效")
	}
	return nil
}

// termMonth warns only, because the rule says 一般. Medical disputes have thirty working days of their own
// (医疗纠纷预防和处理条例第三十八条).
func termMonth(_ context.Context, p *fazhi.Pass, c *Case) error {
	if c.Accepted.IsZero() || c.Closed.IsZero() || c.Sort == "医疗" {
		return nil
	}
	if c.Closed.After(monthAfter(c.Accepted)) {
		p.Report("/closed", "调解日期距受理日期超过一个月")
	}
	return nil
}

// monthAfter returns the same day of the next month, or that month's last day when it has no such day.
func monthAfter(d fazhi.Date) fazhi.Date {
	y, m, day := d.Date()
	next := fazhi.DateOf(y, m, 1).AddDays(31)
	y, m, _ = next.Date()
	for ; day > 0; day-- {
		if same := fazhi.DateOf(y, m, day); !same.IsZero() {
			return same
		}
	}
	return fazhi.Date{}
}
