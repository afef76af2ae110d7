package normdoc

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the ledger of normative documents for a year.
func Figures(docs []*Doc, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "规范性文件.审查", Name: "审查规范性文件", Unit: "件", Period: period,
			Scope: "审查日期在本年的行政规范性文件，一份文件计一次",
		}, docs, func(d *Doc) bool { return period.Contains(d.Reviewed) }),
		report.Count(fazhi.Figure{
			ID: "规范性文件.备案", Name: "报送规范性文件备案", Unit: "件", Period: period,
			Scope: "备案报送日期在本年的行政规范性文件，一份文件报几个机关计一次",
		}, docs, func(d *Doc) bool { return period.Contains(d.Filed) }),
	}
}

// Section returns the figures of a year with one sentence of default prose, in the slot 规范性文件.
func Section(docs []*Doc, year int) (report.Section, error) {
	return report.Sentence(Sheet, "全年对行政规范性文件出具合法性审查意见{{规范性文件.审查}}，依照规定报送备案{{规范性文件.备案}}。", Figures(docs, year))
}

// ItemFigures counts the ledger of council items for a year.
func ItemFigures(items []*Item, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "议题.审查", Name: "审查常务会议题", Unit: "个", Period: period,
			Scope: "审查日期在本年的政府常务会议议题，一个议题计一次",
		}, items, func(i *Item) bool { return period.Contains(i.Reviewed) }),
	}
}

// ItemSection returns the figures of a year with one sentence of default prose, in the slot 常务会议题.
func ItemSection(items []*Item, year int) (report.Section, error) {
	return report.Sentence(ItemSheet, "全年对提交政府常务会议的议题进行合法性审查{{议题.审查}}。", ItemFigures(items, year))
}

// DecisionFigures counts the ledger of major decisions for a year.
func DecisionFigures(decisions []*Decision, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "重大行政决策.审查", Name: "审查重大行政决策", Unit: "件", Period: period,
			Scope: "审查日期在本年的重大行政决策，一项决策计一次",
		}, decisions, func(d *Decision) bool { return period.Contains(d.Reviewed) }),
	}
}

// DecisionSection returns the figures of a year with one sentence of default prose, in the slot 重大行政决策.
func DecisionSection(decisions []*Decision, year int) (report.Section, error) {
	return report.Sentence(DecisionSheet, "全年对重大行政决策出具合法性审查意见{{重大行政决策.审查}}。", DecisionFigures(decisions, year))
}
