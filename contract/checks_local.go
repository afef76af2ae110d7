package contract

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// ledgerChecks are those of how the ledger is filled in.
func (j *judge) ledgerChecks() []ledgerCheck {
	return []ledgerCheck{
		{run: dateOrder, Check: fazhi.Check{
			Code: "contract/dates/order", Basis: fillingIn, Doc: "日期依次先后",
		}},
		{run: futureDates, Check: fazhi.Check{
			Code: "contract/dates/future", Basis: fillingIn, Doc: "已经发生的事，日期不晚于今日",
		}},
		{run: amountRange, Check: fazhi.Check{
			Code: "contract/amount/range", Basis: fillingIn, Doc: "金额不为负数，已付的不多于应付的，合计可以计算",
		}},
		{run: amountPayments, Check: fazhi.Check{
			Code: "contract/amount/payments", Basis: fillingIn, Severity: fazhi.Warning, Doc: "各期金额的合计与合同金额一致",
		}},
		{run: creditCodes, Check: fazhi.Check{
			Code: "contract/party/credit-code", Basis: "GB 32100—2015", Doc: "统一社会信用代码应当正确",
		}},
		{run: bothSides, Check: fazhi.Check{
			Code: "contract/party/sides", Basis: fillingIn, Doc: "合同主体应当有政府一方和相对方",
		}},
		{run: counterpartyNamed, Check: fazhi.Check{
			Code: "contract/party/counterparty", Basis: fillingIn, Severity: fazhi.Warning, Doc: "合同相对方应当是合同主体之一",
		}},
	}
}

// localChecks are those of the local rule, as far as the profile has it.
func (j *judge) localChecks() []ledgerCheck {
	return []ledgerCheck{
		{run: j.reviewBeforeSigning, unset: j.Unreviewed, Check: fazhi.Check{
			Code: "contract/review/before-signing", Basis: j.rule(), Doc: "未经合法性审查，或者审查意见为不通过的，不得签订",
		}},
		{run: filingAfterSigning, Check: fazhi.Check{
			Code: "contract/filing/after-signing", Basis: j.rule(), Doc: "备案应当在签订之后",
		}},
		{run: innerOrgan, Check: fazhi.Check{
			Code: "contract/party/inner-organ", Basis: j.rule(), Doc: "内设机构、临时机构不得作为政府一方签订合同",
		}},
		{run: j.changeReview, unset: j.Unreviewed, Check: fazhi.Check{
			Code: "contract/change/review", Basis: j.rule(), Doc: "实质性变更、补充、解除未经合法性审查，或者审查意见为不通过的，不得生效",
		}},
		{run: j.reviewScope, unset: j.ReviewFrom == 0, Check: fazhi.Check{
			Code: "contract/review/scope", Basis: j.rule(), Severity: fazhi.Warning, Doc: "达到送审起点金额的合同应当审查",
		}},
		{run: j.reviewDays, unset: j.Limits.Review.IsZero(), Check: fazhi.Check{
			Code: "contract/review/days", Basis: j.rule(), Severity: fazhi.Warning, Doc: "合法性审查应当在本地规定的期限内完成",
		}},
		{run: j.filingDays, unset: j.Limits.Filing.IsZero(), Check: fazhi.Check{
			Code: "contract/filing/days", Basis: j.rule(), Severity: fazhi.Warning, Doc: "应当在本地规定的期限内备案",
		}},
		{run: j.majorMarked, unset: j.MajorFrom == 0 && len(j.MajorSorts) == 0, Check: fazhi.Check{
			Code: "contract/major/marked", Basis: j.rule(), Severity: fazhi.Warning, Doc: "达到本地标准的合同应当标明为重大合同",
		}},
	}
}

func (j *judge) reviewBeforeSigning(p *fazhi.Pass, c *Contract) {
	switch {
	case c.Signed.IsZero() || c.Opinion == beyondReview || j.spares(c):
	case c.Reviewed.IsZero():
		p.Report("/reviewed", "已经签订，没有合法性审查日期")
	case c.Reviewed.After(c.Signed):
		p.Report("/reviewed", "合法性审查日期晚于签订日期")
	case c.Opinion == failsReview:
		p.Report("/opinion", "审查意见为不通过，合同仍然签订")
	}
}

func filingAfterSigning(p *fazhi.Pass, c *Contract) {
	if !c.Filed.IsZero() && (c.Signed.IsZero() || c.Filed.Before(c.Signed)) {
		p.Report("/filed", "备案日期早于签订日期，或者没有签订日期")
	}
}

// changeReview judges changes as contracts are judged. A change that is known to alter nothing of substance needs no review.
func (j *judge) changeReview(p *fazhi.Pass, c *Contract) {
	if len(c.Changes) == 0 || c.Opinion == beyondReview || j.sparesChange(c, nil) {
		return
	}
	for i := range c.Changes {
		switch x := &c.Changes[i]; {
		case x.Signed.IsZero() || x.isSlight() || x.Opinion == beyondReview:
		case x.Reviewed.IsZero():
			p.Report(fazhi.At("changes", i, "reviewed"), "变更已经签订，没有合法性审查日期")
		case x.Reviewed.After(x.Signed):
			p.Report(fazhi.At("changes", i, "reviewed"), "变更的合法性审查日期晚于签订日期")
		case x.Opinion == failsReview:
			p.Report(fazhi.At("changes", i, "opinion"), "审查没有通过，变更仍然签订")
		}
	}
}

func (j *judge) reviewScope(p *fazhi.Pass, c *Contract) {
	if c.Opinion == beyondReview && c.Amount >= j.ReviewFrom && !slices.Contains(j.Exempt, c.Sort) {
		p.Report("/opinion", "达到送审起点金额，却不作审查")
	}
}

func (j *judge) reviewDays(p *fazhi.Pass, c *Contract) {
	if !c.Reviewed.IsZero() {
		j.within(p, limit{cmp.Or(c.Received, c.Submitted), c.Reviewed, j.Limits.Review}, "/reviewed", "审查超过本地规定的期限")
	}
}

func (j *judge) filingDays(p *fazhi.Pass, c *Contract) {
	if !c.Filed.IsZero() {
		j.within(p, limit{c.Signed, c.Filed, j.Limits.Filing}, "/filed", "备案超过本地规定的期限")
	}
}

// majorMarked finds contracts that reach the standard and are not marked, or marked as not being major.
func (j *judge) majorMarked(p *fazhi.Pass, c *Contract) {
	reaches := j.MajorFrom > 0 && c.Amount >= j.MajorFrom || slices.Contains(j.MajorSorts, c.Sort)
	if reaches && !isTrue(c.Major) {
		p.Report("/major", "达到本地重大合同标准，没有标明为重大合同")
	}
}
