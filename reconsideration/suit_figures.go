package reconsideration

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// SuitFigures counts the ledger of suits for a year. The change of the rate needs the rows of the year before in the
// same ledger; without them it is not defined.
func SuitFigures(suits []*Suit, year int) []fazhi.Figure {
	period, before := fazhi.YearOf(year), fazhi.YearOf(year-1)
	lost := func(s *Suit) bool { return s.Result.IsLost() }
	const losses = "分母为审结日期在本年的一审案件，被告为全部行政机关；分子为其中判决撤销、部分撤销、变更、履行、给付、确认违法、确认无效、承担协议责任、赔偿的案件"
	return []fazhi.Figure{
		report.Count(fazhi.Figure{
			ID: "应诉.办理", Name: "本级政府行政应诉案件", Unit: "件", Period: period,
			Scope: "以本级政府为被告（含共同被告）、收到应诉通知日期在本年的案件，各审级分别计",
		}, suits, func(s *Suit) bool { return s.againstGovernment() && period.Contains(s.Notified) }),
		report.Count(fazhi.Figure{
			ID: "应诉.审结", Name: "本级政府行政应诉案件审结", Unit: "件", Period: period,
			Scope: "以本级政府为被告（含共同被告）、审结日期在本年的案件，各审级分别计，含上年结转",
		}, suits, func(s *Suit) bool { return s.againstGovernment() && period.Contains(s.Concluded) }),
		report.Share(fazhi.Figure{
			ID: "应诉.出庭率", Name: "行政机关负责人出庭应诉率", Unit: "%", Period: period,
			Scope: "分母为开庭日期在本年的行政应诉案件，被告为全部行政机关，各审级分别计；分子为其中负责人出庭的案件",
		}, suits, func(s *Suit) bool { return period.Contains(s.Heard) }, func(s *Suit) bool { return s.Appeared == headOfOrgan }),
		report.Share(fazhi.Figure{
			ID: "应诉.败诉率", Name: "行政诉讼败诉率", Unit: "%", Period: period, Scope: losses,
		}, suits, firstInstance(period), lost),
		report.Change(fazhi.Figure{
			ID: "应诉.败诉率变化", Name: "行政诉讼败诉率同比变化", Unit: "百分点", Period: period,
			Scope: "本年败诉率减上年败诉率，两年口径相同：" + losses,
		}, suits, firstInstance(period), firstInstance(before), lost),
	}
}

func (s *Suit) againstGovernment() bool { return s.Level == "本级政府" }

// firstInstance returns whether a suit of the first instance was concluded in a period.
func firstInstance(period fazhi.Period) func(*Suit) bool {
	return func(s *Suit) bool { return s.Instance == "一审" && period.Contains(s.Concluded) }
}

// SuitSection returns the figures of a year with default prose, in the slot 行政应诉. Rates that are not defined are left
// out.
func SuitSection(suits []*Suit, year int) (report.Section, error) {
	figures := SuitFigures(suits, year)
	prose := "全年办理以本级政府为被告的行政应诉案件{{应诉.办理}}，审结{{应诉.审结}}。" +
		ifDefined(figures, "应诉.出庭率", "行政机关负责人出庭应诉率为{{应诉.出庭率}}。") +
		ifDefined(figures, "应诉.败诉率", "行政诉讼败诉率为{{应诉.败诉率}}"+
			ifDefined(figures, "应诉.败诉率变化", "，与上年相比{{应诉.败诉率变化}}")+"。")
	return report.Sentence(SuitSheet, prose, figures)
}
