package contract

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// termRuns judge form and contents.
func termRuns() map[fazhi.Code]run {
	return map[fazhi.Code]run{
		"contract/form/procurement":     written(procurement),
		"contract/form/works":           written(isOf("工程")),
		"contract/form/works-1999":      written(isOf("工程")),
		"contract/form/lease":           written(longLease),
		"contract/form/lease-1999":      written(longLease),
		"contract/form/technology":      written(isOf("技术")),
		"contract/form/technology-1999": written(isOf("技术")),
		"contract/lease/term":           leaseTerm,
		"contract/lease/term-1999":      leaseTerm,
		"contract/terms/agreed":         termsAgreed,
		"contract/terms/agreed-1999":    termsAgreed,
		"contract/mortgage":             mortgage,
		"contract/mortgage-2007":        mortgage,
		"contract/confidential":         confidential,
		"contract/confidential-1999":    confidential,
		"contract/confidential/state":   stateSecret,
		"contract/form/land":            written(isOf("国有土地使用权")),
		"contract/form/loan":            written(isOf("借款")),
		"contract/form/supervision":     written(isSupervision),
		"contract/resolution/either":    eitherWay,
	}
}

// isSupervision knows the supervision of works (监理) by the contract's name, for want of a kind of its own.
func isSupervision(c *Contract) bool { return c.IsForWorks() && strings.Contains(c.Name, "监理") }

func isOf(sort string) func(*Contract) bool { return func(c *Contract) bool { return c.Sort == sort } }

// written finds contracts in no written form; what is kept electronically is written (民法典第四百六十九条).
func written(when func(*Contract) bool) run {
	return func(p *fazhi.Pass, c *Contract) {
		if (c.Form == "口头" || c.Form == "其他") && when(c) {
			p.Report("/form", "没有采用书面形式")
		}
	}
}

// lastOf returns the last day of so many months that begin with a day: the one before the corresponding day, or the last of a
// month that has no such day (民法典第二百零二条). It is zero if it is not known.
func lastOf(begins fazhi.Date, months int) fazhi.Date {
	last := monthsLater(begins, months)
	_, _, day := begins.Date()
	if _, _, same := last.Date(); same == day {
		return last.AddDays(-1)
	}
	return last
}

func longLease(c *Contract) bool {
	last := lastOf(c.Begins, 6)
	return c.Sort == "租赁" && !last.IsZero() && !c.Expires.Before(last)
}

// leaseTerm counts a lease that was renewed from its renewal on (民法典第七百零五条第二款, 合同法第二百一十四条第二款).
func leaseTerm(p *fazhi.Pass, c *Contract) {
	if c.Sort != "租赁" {
		return
	}
	renewed := false
	for i := range c.Changes {
		x := &c.Changes[i]
		if x.Sort != "续期" || x.isDropped() {
			continue
		}
		renewed = true
		if longerThanLease(x.Signed, x.Expires) {
			p.Report(fazhi.At("changes", i, "expires"), "续订的租赁期限自续订之日起超过二十年")
		}
	}
	if !renewed && longerThanLease(c.Begins, c.Expires) {
		p.Report("/expires", "租赁期限超过二十年")
	}
}

func longerThanLease(begins, expires fazhi.Date) bool {
	last := lastOf(begins, 20*12)
	return !last.IsZero() && expires.After(last)
}

// termsAgreed finds the terms that are said not to be there; those of which nothing is said are for the reading of the text.
func termsAgreed(p *fazhi.Pass, c *Contract) {
	if isFalse(c.Liability) {
		p.Report("/liability", "没有约定违约责任")
	}
	if c.Resolution == "未约定" {
		p.Report("/resolution", "没有约定解决争议的方法")
	}
}

func mortgage(p *fazhi.Pass, c *Contract) {
	if !slices.Contains([]string{"", "无", "其他"}, c.Mortgage) {
		p.Report("/mortgage", "以依法可能不得抵押的财产抵押，请核对")
	}
}

// stateSecretsFrom is the first day of the 保守国家秘密法 as revised in 2024.
func stateSecretsFrom() fazhi.Date { return fazhi.DateOf(2024, 5, 1) }

// confidential leaves secrets of the state to stateSecret, from when that judges.
func confidential(p *fazhi.Pass, c *Contract) {
	ruled := isTrue(c.StateSecret) && c.IsPurchase() && !p.LawOn.Before(stateSecretsFrom())
	if c.IsSecret() && isFalse(c.Confidential) && !ruled {
		p.Report("/confidential", "涉及秘密的合同没有保密条款")
	}
}

// stateSecret judges purchases: the article speaks of work that is given to an enterprise or institution.
func stateSecret(p *fazhi.Pass, c *Contract) {
	if isTrue(c.StateSecret) && c.IsPurchase() && isFalse(c.Confidential) {
		p.Report("/confidential", "涉及国家秘密，没有保密条款，也没有保密协议")
	}
}

// eitherWay leaves administrative agreements to the check of their own.
func eitherWay(p *fazhi.Pass, c *Contract) {
	if c.Resolution == "仲裁或者诉讼" && !c.IsAdministrative() {
		p.Report("/resolution", "同时约定可以仲裁、也可以起诉")
	}
}
