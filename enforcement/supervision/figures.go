package supervision

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// InspectionFigures counts the ledger of inspections for a year. Special inspections (专项监督) alone are counted.
func InspectionFigures(inspections []*Inspection, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	held := func(i *Inspection) bool { return i.Sort == special && period.Contains(i.From) }
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "执法监督.检查", Name: "行政执法专项监督检查", Unit: "次", Period: period,
			Scope: "开展日期在本年的专项监督，一行计一次",
		}, inspections, held),
		report.Sum(fazhi.Figure{
			ID: "执法监督.抽查", Name: "专项监督抽查案件", Unit: "件", Period: period,
			Scope: "开展日期在本年的专项监督所抽查案件数之和",
		}, inspections, held, func(i *Inspection) fazhi.Count { return stated(i.Sampled) }),
		report.Sum(fazhi.Figure{
			ID: "执法监督.问题", Name: "专项监督发现问题", Unit: "条", Period: period,
			Scope: "开展日期在本年的专项监督所发现问题数之和",
		}, inspections, held, func(i *Inspection) fazhi.Count { return stated(i.Found) }),
		report.Count(fazhi.Figure{
			ID: "执法监督.通报", Name: "专项监督通报", Unit: "次", Period: period,
			Scope: "开展日期、通报日期都在本年的专项监督，一行计一次",
		}, inspections, func(i *Inspection) bool { return held(i) && period.Contains(i.Circulated) }),
	}
}

// InspectionSection returns the figures of a year with one sentence of default prose, in the slot 执法监督检查.
func InspectionSection(inspections []*Inspection, year int) (report.Section, error) {
	return report.Sentence(InspectionSheet, "全年开展行政执法专项监督检查{{执法监督.检查}}，抽查案件{{执法监督.抽查}}，"+
		"发现问题{{执法监督.问题}}，通报{{执法监督.通报}}。", InspectionFigures(inspections, year))
}
