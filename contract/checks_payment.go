package contract

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// paymentRuns judge what is owed to small and medium-sized enterprises (中小企业), by the text of 2025 and by that of 2020.
func (j *judge) paymentRuns() map[fazhi.Code]run {
	return map[fazhi.Code]run{
		"contract/sme/term":          j.toSmall(j.termAgreed),
		"contract/sme/term-2020":     j.toSmall(j.termAgreed),
		"contract/sme/late":          j.toSmall(j.paidLate),
		"contract/sme/late-2020":     j.toSmall(j.paidLate),
		"contract/sme/audit":         j.toSmall(auditedByLaw),
		"contract/sme/audit-2020":    j.toSmall(audited),
		"contract/sme/bills":         j.toSmall(bills),
		"contract/sme/bills-2020":    j.toSmall(bills),
		"contract/sme/deposits":      j.toSmall(otherDeposits),
		"contract/sme/deposits-2020": j.toSmall(otherDeposits),
		"contract/sme/letter":        j.toSmall(letters),
		"contract/sme/letter-2020":   j.toSmall(letters),
		"contract/sme/rate":          j.toSmall(j.lowRate),
		"contract/sme/rate-2020":     j.toSmall(j.lowRate),
	}
}

// toSmall leaves a check to contracts by which the government buys from a party that is known to be a small or medium-sized
// enterprise (条例第二条).
func (j *judge) toSmall(r run) run {
	return func(p *fazhi.Pass, c *Contract) {
		if c.withSmall() && !c.isOfCommittees() && c.IsPurchase(j.Purchases...) && c.pays() {
			r(p, c)
		}
	}
}

// termAgreed judges what was agreed: so many days, or a day, which may be the one to which the sixtieth is moved.
func (j *judge) termAgreed(p *fazhi.Pass, c *Contract) {
	for i := range c.Payments {
		y := &c.Payments[i]
		switch {
		case !c.isForWork(y):
		case y.Days > longestTerm:
			p.Report(fazhi.At("payments", i, "days"), "约定的付款期限超过六十日")
		case y.Days == 0 && !y.Due.IsZero():
			j.within(p, limit{y.Since, y.Due, days(longestTerm)}, fazhi.At("payments", i, "due"), "约定的付款日期距起算日期超过六十日")
		}
	}
}

// paidLate judges payments that were made, and those that are still open today. What is in dispute is left alone, and so is what
// was paid on a day that is not recorded.
func (j *judge) paidLate(p *fazhi.Pass, c *Contract) {
	for i := range c.Payments {
		y := &c.Payments[i]
		if !c.isForWork(y) || y.Disputed || y.Paid.IsZero() && y.Done() {
			continue
		}
		message := "付款晚于付款期限"
		if y.Paid.IsZero() {
			message = "付款期限已过，尚未付清"
		}
		if term, ok := c.payTerm(y, p.LawOn, j.Purchases); ok {
			j.within(p, limit{term.Start, cmp.Or(y.Paid, p.Today), term.Span}, fazhi.At("payments", i, "paid"), message)
		}
	}
}

// audited judges by the text of 2020, to which an agreement was enough.
func audited(p *fazhi.Pass, c *Contract) {
	if isTrue(c.Audited) && !isTrue(c.AuditAgreed) && !isTrue(c.AuditByLaw) {
		p.Report("/audited", "以审计结果为结算依据，没有填写依据")
	}
}

// auditedByLaw judges by the text of 2025. What was agreed freely is not forced on anybody (不得强制要求); that is for a person to say.
func auditedByLaw(p *fazhi.Pass, c *Contract) {
	switch {
	case !isTrue(c.Audited) || isTrue(c.AuditByLaw):
	case isTrue(c.AuditAgreed):
		p.Report("/auditByLaw", "约定以审计结果为结算依据，没有填写法定依据，请核对是否强制要求")
	default:
		p.Report("/audited", "以审计结果为结算依据，没有填写依据")
	}
}

func bills(p *fazhi.Pass, c *Contract) {
	if isTrue(c.Bills) && !isTrue(c.BillsAgreed) {
		p.Report("/bills", "要求接受非现金支付方式，没有填写对方同意")
	}
}

// otherDeposits knows the deposits that are no earnest (定金), which the law of contracts rules, and none of the four.
func otherDeposits(p *fazhi.Pass, c *Contract) {
	for i := range c.Deposits {
		if d := &c.Deposits[i]; c.IsForWorks() && (d.Sort == "押金" || d.Sort == "其他") {
			p.Report(fazhi.At("deposits", i, "sort"), "工程建设中收取四种保证金以外的保证金")
		}
	}
}

// letters leaves earnest (定金) out, which is no 保证金.
func letters(p *fazhi.Pass, c *Contract) {
	for i := range c.Deposits {
		if d := &c.Deposits[i]; isFalse(d.LetterOK) && d.Sort != "定金" {
			p.Report(fazhi.At("deposits", i, "letterOK"), "不接受以保函代替保证金")
		}
	}
}

// lowRate compares with the prime rate of the day on which the contract was made; before the first that is known, with none.
func (j *judge) lowRate(p *fazhi.Pass, c *Contract) {
	if c.LateRate == nil {
		return
	}
	day := cmp.Or(c.Signed, p.LawOn)
	for _, prime := range slices.Backward(j.Prime) {
		if day.Before(prime.From) {
			continue
		}
		if *c.LateRate < prime.Rate {
			p.Report("/lateRate", "约定的逾期利率低于合同订立时一年期贷款市场报价利率")
		}
		return
	}
}

// claimRuns judge what others owe.
func (j *judge) claimRuns() map[fazhi.Code]run {
	return map[fazhi.Code]run{"contract/limitation": j.limitation}
}

// limitation counts from the last day of the last instalment (民法典第一百八十九条), which must be known; it cannot know what
// interrupted the period. Claims from administrative agreements are not sued for by the government, see agreementClaim.
func (j *judge) limitation(p *fazhi.Pass, c *Contract) {
	last, open := c.claim()
	if open >= 0 && !c.IsAdministrative() {
		j.within(p, limit{last, p.Today, workday.Span{N: 3, Unit: workday.Years}}, fazhi.At("payments", open, "paid"),
			"到期已满三年尚未收回，没有中止、中断的，诉讼时效期间已经届满")
	}
}

// claim returns the last day of the last instalment that the government receives, and the first that is open; -1 where none is,
// or a day is not known.
func (c *Contract) claim() (last fazhi.Date, open int) {
	open = -1
	for i := range c.Payments {
		y := &c.Payments[i]
		if y.Direction != Receive {
			continue
		}
		day := y.LastDay()
		if day.IsZero() {
			return fazhi.Date{}, -1
		}
		if day.After(last) {
			last = day
		}
		if open < 0 && !y.Done() {
			open = i
		}
	}
	return last, open
}
