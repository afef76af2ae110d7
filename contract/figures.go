package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the ledger for a year: what the sentence of Section says. Details has more.
func Figures(contracts []*Contract, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	reviewed := func(c *Contract) bool { return period.Contains(c.Reviewed) }
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "合同.审查", Name: "审查政府合同", Unit: "份", Period: period,
			Scope: "审查日期在本年的政府合同，一份合同计一次",
		}, contracts, reviewed),
	}
}

// Section returns the figures of a year with one sentence of default prose, in the slot 政府合同.
func Section(contracts []*Contract, year int) (report.Section, error) {
	return report.Sentence(Sheet, "全年共审查政府合同{{合同.审查}}，审查意见随合同一并归档。", Figures(contracts, year))
}

// Details counts more of the ledger for a year, for a narrative that cites it; each figure knows its contracts. Amounts are those
// of contracts in yuan. Package contract/statistics counts the whole ledger, in tables.
func Details(contracts []*Contract, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	figure := func(name, unit, scope string) fazhi.Figure {
		return fazhi.Figure{ID: "合同." + name, Name: name, Unit: unit, Period: period, Scope: scope}
	}
	signed := func(c *Contract) bool { return period.Contains(c.Signed) }
	advised := func(c *Contract) bool { return period.Contains(c.Reviewed) && c.Advised() }
	adopted := func(c *Contract) bool { return c.Adopted == "全部采纳" || c.Adopted == "部分采纳" }
	changed := func(c *Contract) bool {
		return slices.ContainsFunc(c.Changes, func(x Change) bool { return period.Contains(x.Signed) })
	}
	disputed := func(c *Contract) bool {
		return slices.ContainsFunc(c.Disputes, func(d Dispute) bool { return period.Contains(d.Begun) })
	}
	return []fazhi.Figure{
		report.Count(figure("签订", "份", "签订日期在本年的政府合同"), contracts, signed),
		report.Sum(figure("签订金额", "万元", "签订日期在本年的政府合同的合同金额之和，不含外币合同"), contracts, signed, (*Contract).yuan),
		report.Count(figure("提出意见", "份", "审查日期在本年，审查意见为修改后通过、不通过，或者填写了意见采纳情况的政府合同"), contracts, advised),
		report.Share(figure("意见采纳率", "%", "分子为意见全部采纳、部分采纳的合同；分母为提出意见的合同"), contracts, advised, adopted),
		report.Count(figure("变更合同", "份", "变更、补充、解除等协议的签订日期在本年的政府合同，一份合同计一次"), contracts, changed),
		report.Count(figure("争议合同", "份", "争议的发生日期在本年的政府合同，一份合同计一次"), contracts, disputed),
	}
}

// Advised reports whether the review had something to say against the text (提出意见): it passes after changes or not at all, or the
// ledger says what became of the opinion.
func (c *Contract) Advised() bool {
	return c.Adopted != "" || c.Opinion == "修改后通过" || c.Opinion == "不通过"
}

// InYuan reports whether the contract's amounts are yuan: no currency is named, or that one.
func (c *Contract) InYuan() bool {
	switch c.Currency {
	case "", "人民币", "人民币元", "元", "CNY", "RMB":
		return true
	}
	return false
}

// yuan returns the amount, zero where it is one of foreign money.
func (c *Contract) yuan() fazhi.Money {
	if !c.InYuan() {
		return 0
	}
	return c.Amount
}
