package contract

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the ledger for a year.
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
