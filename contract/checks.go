package contract

import (
	"cmp"
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
	"github.com/fazhi-go/fazhi/rules"
)

// A Profile holds what local law says. The zero value names the common local rule, that nothing is signed without
// review, without naming a place.
type Profile struct {
	// Rule is the local rule on government contracts as issues cite it; empty: "本地政府合同管理规定".
	Rule string
	// Limits are the limits of that rule, for Flow.
	Limits Limits
	// Requirements are the bureau's own checks, typed as a table of conditions on the fields of Vocabulary; see
	// rules.ReadRequirements.
	Requirements []rules.Requirement
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "本地政府合同管理规定") }

// Checks returns the checks of the ledger's fields, the bureau's own ones last. Faults of these are an error.
func Checks(p Profile) ([]fazhi.Check, error) {
	form, err := fields.Check[*Contract]("contract/fields", Kind, "政府合同台账填写说明")
	if err != nil {
		return nil, err
	}
	v, err := Vocabulary()
	if err != nil {
		return nil, err
	}
	return rules.Extend(append([]fazhi.Check{form}, p.checks()...), v, Kind, p.Requirements)
}

func (p Profile) checks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "contract/review/before-signing", Kind: Kind, Basis: p.rule(),
			Doc: "未经合法性审查，或者审查意见为不通过的，不得签订",
			Run: fazhi.For(reviewBeforeSigning),
		},
		{
			Code: "contract/filing/after-signing", Kind: Kind, Basis: p.rule(),
			Doc: "备案应当在签订之后",
			Run: fazhi.For(filingAfterSigning),
		},
		{
			Code: "contract/procurement/signing", Kind: Kind, Basis: "政府采购法第四十六条", From: procurementFrom(), Severity: fazhi.Warning,
			Doc: "采购合同应当自中标、成交通知书发出之日起三十日内签订",
			Run: fazhi.For(procurementSigning),
		},
		{
			Code: "contract/amount/words", Kind: Kind, Basis: "民法典第四百七十条（价款）", From: fazhi.DateOf(2021, 1, 1),
			Doc: "大写金额应当与数字金额一致",
			Run: fazhi.For(amountWords),
		},
		{
			Code: "contract/guarantee", Kind: Kind, Basis: "民法典第六百八十三条", From: fazhi.DateOf(2021, 1, 1),
			Doc: "机关法人不得为保证人，经国务院批准的转贷除外",
			Run: fazhi.For(guarantee),
		},
	}
}

func reviewBeforeSigning(_ context.Context, p *fazhi.Pass, c *Contract) error {
	switch {
	case c.Signed.IsZero() || c.Opinion == "不属审查范围":
	case c.Reviewed.IsZero():
		p.Report("/reviewed", "已经签订，没有合法性审查日期")
	case c.Reviewed.After(c.Signed):
		p.Report("/reviewed", "合法性审查日期晚于签订日期")
	case c.Opinion == "不通过":
		p.Report("/opinion", "审查意见为不通过，合同仍然签订")
	}
	return nil
}

func filingAfterSigning(_ context.Context, p *fazhi.Pass, c *Contract) error {
	if !c.Filed.IsZero() && (c.Signed.IsZero() || c.Filed.Before(c.Signed)) {
		p.Report("/filed", "备案日期早于签订日期，或者没有签订日期")
	}
	return nil
}

// signingDays is the limit of art. 46, in calendar days; the day of the notice does not count.
const signingDays = 30

// procurementSigning warns only, because a limit that ends on a holiday moves, which the dates alone do not show.
func procurementSigning(_ context.Context, p *fazhi.Pass, c *Contract) error {
	if !c.Procurement || c.Awarded.IsZero() || c.Signed.IsZero() {
		return nil
	}
	if c.Signed.DaysSince(c.Awarded) > signingDays {
		p.Report("/signed", "签订日期距中标、成交通知书发出超过三十日（末日遇节假日的，请核对顺延）")
	}
	return nil
}

func amountWords(_ context.Context, p *fazhi.Pass, c *Contract) error {
	if c.AmountWords == "" {
		return nil
	}
	words, err := fazhi.ParseMoneyWords(c.AmountWords)
	switch {
	case err != nil:
		p.Report("/amountWords", "大写金额的写法不合规范")
	case words != c.Amount:
		p.Report("/amountWords", "大写金额与数字金额不一致")
	}
	return nil
}

func guarantee(_ context.Context, p *fazhi.Pass, c *Contract) error {
	if c.Guarantee {
		p.Report("/guarantee", "行政机关一方提供保证")
	}
	return nil
}
