package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// procurementRuns judge how a contract was awarded. Works that were tendered are judged by the 招标投标法, also when they are
// government procurement (政府采购法第四条).
func (j *judge) procurementRuns() map[fazhi.Code]run {
	const late = "签订日期距通知书发出超过三十日"
	const suspended = late + "，依法暂停签订的除外"
	return map[fazhi.Code]run{
		"contract/procurement/signing":      j.done((*Contract).IsProcured, dayAwarded, daySigned, "/signed", days(30), suspended),
		"contract/tender/signing":           j.done((*Contract).IsTendered, dayAwarded, daySigned, "/signed", days(30), late),
		"contract/procurement/copy":         j.done(procurement, daySigned, dayCopyFiled, "/copyFiled", workdays(7), "合同副本备案超过七个工作日"),
		"contract/procurement/announcement": j.done((*Contract).IsAnnounced, daySigned, dayAnnounced, "/announced", workdays(2), "合同公告超过二个工作日"),
		"contract/procurement/supplement":   supplements((*Contract).IsProcured, "补充合同的金额合计超过原合同金额的百分之十"),
		"contract/tender/supplement":        supplements(tenderedProcurement, "追加的金额合计超过原合同金额的百分之十，是否适用政府采购法，请核对"),
		"contract/procurement/same-object":  sameObject,
		"contract/procurement/bond":         bond((*Contract).IsProcured),
		"contract/procurement/bond-cash":    bondInCash,
		"contract/tender/bond":              bond((*Contract).IsTendered),
		"contract/tender/bid-bond":          j.bidBond((*Contract).IsTendered, days(5), "投标保证金在合同签订五日之后退还"),
		"contract/procurement/bid-bond":     j.bidBond((*Contract).IsProcured, workdays(5), "投标保证金在合同签订五个工作日之后退还"),
		"contract/tender/subcontract":       subcontract(tendered),
		"contract/tender/subcontract-2000":  subcontract(tendered),
		"contract/works/subcontract":        subcontract(untenderedWorks),
		"contract/works/subcontract-1999":   subcontract(untenderedWorks),
		"contract/procurement/keep":         keptShort,
	}
}

// bidBondArticle sets when a bid bond is returned in procurement; its third paragraph extends the second to negotiation and
// inquiry.
const bidBondArticle = "政府采购法实施条例第三十三条第二款、第三款"

func procurement(c *Contract) bool     { return c.Procurement }
func tendered(c *Contract) bool        { return c.Tendered }
func untenderedWorks(c *Contract) bool { return c.Sort == "工程" && !c.Tendered }

func tenderedProcurement(c *Contract) bool { return c.Procurement && c.IsTendered() }

func dayAwarded(c *Contract) fazhi.Date   { return c.Awarded }
func daySigned(c *Contract) fazhi.Date    { return c.Signed }
func dayCopyFiled(c *Contract) fazhi.Date { return c.CopyFiled }
func dayAnnounced(c *Contract) fazhi.Date { return c.Announced }

// done makes a check that one day of a contract follows another within a limit.
func (j *judge) done(when func(*Contract) bool, since, done func(*Contract) fazhi.Date, at fazhi.Path, span workday.Span, message string) run {
	return func(p *fazhi.Pass, c *Contract) {
		if when(c) && !done(c).IsZero() {
			j.within(p, limit{since(c), done(c), span}, at, message)
		}
	}
}

// adds reports whether a change buys more. One of the design costs more, too, and buys nothing; only where it is said to be of
// the same object, it is taken for an addition.
func (x *Change) adds() bool {
	switch {
	case x.Amount <= 0 || x.isDropped():
		return false
	case x.Sort == "变更":
		return isTrue(x.SameObject)
	}
	return x.Sort == "补充" || x.Sort == "续期"
}

// isDropped reports whether a change failed its review and was never signed.
func (x *Change) isDropped() bool { return x.Signed.IsZero() && x.Opinion == failsReview }

// supplements adds up what was bought in addition. Whether the article rules works that were let by tender, too, is not settled.
func supplements(when func(*Contract) bool, message string) run {
	return func(p *fazhi.Pass, c *Contract) {
		if !when(c) || c.Amount <= 0 {
			return
		}
		i := over(c.Changes, c.Amount/10, func(x *Change) fazhi.Money {
			if !x.adds() {
				return 0
			}
			return x.Amount
		})
		if i >= 0 {
			p.Report(fazhi.At("changes", i, "amount"), message)
		}
	}
}

func sameObject(p *fazhi.Pass, c *Contract) {
	for i := range c.Changes {
		if x := &c.Changes[i]; c.IsProcured() && x.adds() && isFalse(x.SameObject) {
			p.Report(fazhi.At("changes", i, "sameObject"), "追加的标的与合同标的不同")
		}
	}
}

func bond(when func(*Contract) bool) run {
	return func(p *fazhi.Pass, c *Contract) {
		if when(c) {
			c.depositsWithin(p, "履约保证金", 10, "履约保证金合计超过合同金额的百分之十")
		}
	}
}

func bondInCash(p *fazhi.Pass, c *Contract) {
	for i := range c.Deposits {
		if d := &c.Deposits[i]; c.IsProcured() && d.Sort == "履约保证金" && d.Form == "现金" {
			p.Report(fazhi.At("deposits", i, "form"), "履约保证金以现金形式缴纳")
		}
	}
}

func (j *judge) bidBond(when func(*Contract) bool, span workday.Span, message string) run {
	return func(p *fazhi.Pass, c *Contract) {
		for i := range c.Deposits {
			if d := &c.Deposits[i]; when(c) && d.Sort == "投标保证金" && !d.Returned.IsZero() {
				j.within(p, limit{c.Signed, d.Returned, span}, fazhi.At("deposits", i, "returned"), message)
			}
		}
	}
}

func subcontract(when func(*Contract) bool) run {
	return func(p *fazhi.Pass, c *Contract) {
		if when(c) && slices.Contains([]string{"主体或者关键工作分包", "肢解分包", "再分包", "转让"}, c.Subcontract) {
			p.Report("/subcontract", "法律禁止的转让或者分包")
		}
	}
}

func keptShort(p *fazhi.Pass, c *Contract) {
	if c.Procurement && c.KeepYears > 0 && c.KeepYears < 15 {
		p.Report("/keepYears", "政府采购文件的保管年限不足十五年")
	}
}
