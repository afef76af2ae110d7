package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi/lifecycle"
)

func signingSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{{
		Name: "签订", Doc: "各方签名、盖章", First: true, After: []string{"草拟", "中标待审", "审查", "中标成交", "恢复签订"},
		Gates: []lifecycle.Gate{p.reviewedBefore(), p.discussedBefore(), p.capableSignatory()},
		Starts: []lifecycle.Clock{
			{Name: filingLimit, Span: p.Limits.Filing, Basis: p.rule()},
			{
				Name: publicLimit, Span: workdays(2), Basis: "政府采购法实施条例第五十条", From: regulationFrom(),
				When: lifecycle.For(isPublic),
			},
			{
				Name: copyLimit, Span: workdays(7), Basis: "政府采购法第四十七条", From: procurementFrom(),
				When: lifecycle.For(isProcurement),
			},
			{
				Name: bidBondLimit, Span: days(5), Basis: "招标投标法实施条例第五十七条第二款", Rule: dayRule, From: tenderRulesFrom(),
				When: lifecycle.For(holdsBidBond((*Contract).IsTendered)),
			},
			{
				Name: bidBondLimit, Span: workdays(5), Basis: bidBondArticle, From: regulationFrom(),
				When: lifecycle.For(holdsBidBond((*Contract).IsProcured)),
			},
		},
		Stops: []string{signingLimit}, Numbers: []string{"合同编号"},
	}}
}

// dutySteps are what follows signing by law; each ends its limit.
func dutySteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "采购合同公告", Doc: "在指定的媒体上公告政府采购合同", After: signed(), Stops: []string{publicLimit}},
		{
			Name: "采购合同备案", Doc: "把合同副本报同级政府采购监督管理部门和有关部门备案", After: signed(),
			Stops: []string{copyLimit},
		},
		{Name: "备案", Doc: "把合同报司法行政部门备案", After: signed(), Stops: []string{filingLimit}},
		{
			Name: "退还投标保证金", Doc: "向中标人、成交供应商和未中标、成交的退还投标保证金；适用招标投标法的，一并退还银行同期存款利息", After: signed(),
			Stops: []string{bidBondLimit},
		},
	}
}

func isProcurement(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool { return c.Procurement }

func isPublic(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool { return c.IsAnnounced() }

// holdsBidBond asks for a bid bond that has not been returned, in contracts that were awarded in one way.
func holdsBidBond(awarded func(*Contract) bool) condition {
	return func(_ lifecycle.State, _ lifecycle.Move, c *Contract) bool {
		return awarded(c) && slices.ContainsFunc(c.Deposits, func(d Deposit) bool { return d.Sort == "投标保证金" && d.Returned.IsZero() })
	}
}
