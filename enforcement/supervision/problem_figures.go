package supervision

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// ProblemFigures counts the ledger of problems for a year. What is still open or overdue is counted on the last day of the
// year, so that the same ledger gives the same figures on any day of the next.
func ProblemFigures(problems []*Problem, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	end := period.To
	by := func(d fazhi.Date) bool { return !d.IsZero() && !d.After(end) }
	found := func(x *Problem) bool { return period.Contains(x.Found) }
	rectified := func(x *Problem) bool { return x.IsRectified() && by(x.Rectified) }
	open := func(x *Problem) bool { return by(x.Found) && !by(x.Closed) }
	noticed := func(x *Problem) bool { return period.Contains(x.Noticed) && x.Notice != (fazhi.Number{}) }
	count := func(id, name, scope string, in func(*Problem) bool) fazhi.Figure {
		return report.Count(fazhi.Figure{ID: id, Name: name, Unit: "条", Scope: scope, Period: period}, problems, in)
	}
	return []fazhi.Figure{
		report.Distinct(fazhi.Figure{
			ID: "执法监督.通知书", Name: "行政执法监督通知书", Unit: "份", Period: period,
			Scope: "通知日期在本年的行政执法监督通知书，同一文号计一份",
		}, problems, noticed, func(x *Problem) string { return x.Notice.String() }),
		count("执法监督.整改", "监督问题完成整改", "整改日期在本年、没有因复查不到位而退回的监督问题，含上年发现的",
			func(x *Problem) bool { return x.IsRectified() && period.Contains(x.Rectified) }),
		count("执法监督.复查", "监督问题复查", "复查日期在本年的监督问题，一个问题复查几次的计一条",
			func(x *Problem) bool { return period.Contains(x.Rechecked) }),
		count("执法监督.未办结", "监督问题尚未办结", "本年最后一日以前（含当日）发现、当日尚未办结的监督问题，含以前年度发现的", open),
		count("执法监督.逾期", "监督问题逾期未整改", "本年最后一日尚未办结、已过整改期限而没有完成整改的监督问题，含以前年度发现的",
			func(x *Problem) bool { return open(x) && !rectified(x) && x.IsOverdue(end) }),
		report.Share(fazhi.Figure{
			ID: "执法监督.整改率", Name: "监督问题整改率", Unit: "%", Period: period,
			Scope: "分母为发现日期在本年的监督问题，分子为其中截至本年最后一日完成整改、没有因复查不到位而退回的",
		}, problems, found, rectified),
	}
}

// ProblemSection returns the figures of a year with one sentence of default prose, in the slot 监督问题. The rate is left out
// when no problem was found in the year.
func ProblemSection(problems []*Problem, year int) (report.Section, error) {
	figures := ProblemFigures(problems, year)
	rate := ""
	if figures[len(figures)-1].Number() != "" {
		rate = "，整改率{{执法监督.整改率}}"
	}
	return report.Sentence(ProblemSheet, "制发行政执法监督通知书{{执法监督.通知书}}，完成整改{{执法监督.整改}}，复查{{执法监督.复查}}"+
		rate+"；年末尚未办结{{执法监督.未办结}}，其中逾期未整改{{执法监督.逾期}}。", figures)
}
