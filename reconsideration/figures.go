package reconsideration

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the ledger of reconsideration cases for a year.
func Figures(cases []*Case, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	concluded := func(c *Case) bool { return c.Intake.IsAccepted() && period.Contains(c.Concluded) }
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "复议.收到", Name: "收到行政复议申请", Unit: "件", Period: period,
			Scope: "收到日期在本年的行政复议申请，不论是否受理",
		}, cases, func(c *Case) bool { return period.Contains(c.Received) }),
		report.Count(fazhi.Figure{
			ID: "复议.审结", Name: "已受理的行政复议案件审结", Unit: "件", Period: period,
			Scope: "已受理（含视为受理）且审结日期在本年的行政复议案件，含上年结转",
		}, cases, concluded),
		report.Share(fazhi.Figure{
			ID: "复议.纠错率", Name: "行政复议直接纠错率", Unit: "%", Period: period,
			Scope: "分母为已受理且审结日期在本年的行政复议案件，分子为其中决定变更、撤销、部分撤销、确认违法、责令履行、确认无效的案件",
		}, cases, concluded, func(c *Case) bool { return c.Outcome.IsCorrective() }),
	}
}

// Section returns the figures of a year with default prose, in the slot 行政复议. The rate is left out when no case was
// concluded.
func Section(cases []*Case, year int) (report.Section, error) {
	figures := Figures(cases, year)
	prose := "全年收到行政复议申请{{复议.收到}}，已受理的案件审结{{复议.审结}}" +
		ifDefined(figures, "复议.纠错率", "，直接纠错率为{{复议.纠错率}}") + "。"
	return report.Sentence(Sheet, prose, figures)
}

// ifDefined returns a clause when the figure that it speaks of has a value.
func ifDefined(figures []fazhi.Figure, id, clause string) string {
	for _, f := range figures {
		if f.ID == id && f.Number() != "" {
			return clause
		}
	}
	return ""
}
