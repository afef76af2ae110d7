package contract

import "github.com/fazhi-go/fazhi"

// agreementRuns judge administrative agreements (行政协议) and what is a major decision.
func (j *judge) agreementRuns() map[fazhi.Code]run {
	return map[fazhi.Code]run{
		"contract/administrative/arbitration": arbitration,
		"contract/administrative/sort":        administrativeSort,
		"contract/administrative/claim":       j.agreementClaim,
		"contract/major/deliberation":         deliberation,
		"contract/major/review":               decisionReviewed,
		"contract/major/review-days":          j.decisionDays,
	}
}

// isNamedAgreement reports whether the sort alone makes a contract an administrative agreement (第二条第一项、第二项).
func (c *Contract) isNamedAgreement() bool {
	return c.Sort == "特许经营" || c.Sort == "征收补偿"
}

func arbitration(p *fazhi.Pass, c *Contract) {
	if c.IsAdministrative() && (c.Resolution == "仲裁" || c.Resolution == "仲裁或者诉讼") {
		p.Report("/resolution", "行政协议约定了仲裁")
	}
}

func administrativeSort(p *fazhi.Pass, c *Contract) {
	if isFalse(c.Administrative) && c.isNamedAgreement() {
		p.Report("/administrative", "这类协议属于行政协议，却填写为不是")
	}
}

// deliberation judges what is said to be a major decision (重大行政决策). A major contract (重大合同) is one by the local rule, and need not
// be such a decision.
func deliberation(p *fazhi.Pass, c *Contract) {
	switch {
	case c.Signed.IsZero() || !isTrue(c.Decision):
	case c.Deliberated.After(c.Signed):
		p.Report("/deliberated", "集体讨论日期晚于签订日期")
	case c.Deliberated.IsZero():
		p.Report("/deliberated", "属于重大行政决策的合同已经签订，没有集体讨论日期")
	}
}

func decisionReviewed(p *fazhi.Pass, c *Contract) {
	if isTrue(c.Decision) && !c.Deliberated.IsZero() && (c.Reviewed.IsZero() || c.Reviewed.After(c.Deliberated)) {
		p.Report("/reviewed", "集体讨论之前没有经合法性审查")
	}
}

// decisionDays asks whether seven working days lay between submission and discussion; a review may well be done sooner.
func (j *judge) decisionDays(p *fazhi.Pass, c *Contract) {
	if !isTrue(c.Decision) || c.Submitted.IsZero() || c.Deliberated.IsZero() || c.Deliberated.Before(c.Submitted) {
		return
	}
	last, known := j.last(c.Submitted, workdays(7))
	switch {
	case !known:
		p.Report("/submitted", "没有该年的放假安排，送审至集体讨论是否满七个工作日，请核对")
	case c.Deliberated.Before(last):
		p.Report("/submitted", "送审至集体讨论不足七个工作日，审查时间是否足够，请核对")
	}
}

// agreementClaim finds what is owed under an administrative agreement and was not paid: the government cannot sue for it, it
// reminds, decides in writing and asks the court to enforce the decision.
func (j *judge) agreementClaim(p *fazhi.Pass, c *Contract) {
	if !c.IsAdministrative() {
		return
	}
	if last, open := c.claim(); open >= 0 {
		j.within(p, limit{last.AddDays(-1), p.Today, days(1)}, fazhi.At("payments", open, "paid"), "到期尚未收回")
	}
}
