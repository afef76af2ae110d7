package mediation

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the ledger for a year. A row that is the same dispute as another (并入编号) is not counted; a ledger without that
// column has none. Package mediation/indicators has many more numbers.
func Figures(cases []*Case, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "调解.受理", Name: "排查调处矛盾纠纷", Unit: "件", Period: period,
			Scope: "受理日期在本年的人民调解案件，同一纠纷数次调解计一件",
		}, cases, func(c *Case) bool { return c.Same == "" && period.Contains(c.Accepted) }),
		report.Count(fazhi.Figure{
			ID: "调解.成功", Name: "调解成功", Unit: "件", Period: period,
			Scope: "调解结果为成功、调解日期在本年的人民调解案件，含上年受理的",
		}, cases, func(c *Case) bool { return c.Same == "" && c.Result == "成功" && period.Contains(c.Closed) }),
		report.Count(fazhi.Figure{
			ID: "调解.宣传", Name: "调解案件获媒体正面宣传", Unit: "起", Period: period,
			Scope: "媒体报道日期在本年的人民调解案件，一个案件计一次",
		}, cases, func(c *Case) bool { return c.Same == "" && period.Contains(c.Reported) }),
	}
}

// Section returns the figures of a year with one sentence of default prose, in the slot 人民调解.
func Section(cases []*Case, year int) (report.Section, error) {
	return report.Sentence(Sheet, "全年各级人民调解组织受理矛盾纠纷{{调解.受理}}，调解成功{{调解.成功}}，获媒体正面宣传{{调解.宣传}}。", Figures(cases, year))
}
