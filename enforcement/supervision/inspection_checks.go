package supervision

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

func (p Profile) inspectionChecks() []fazhi.Check {
	checks := []fazhi.Check{
		{
			Code: "enforcement/supervision/inspection/dates", Kind: InspectionKind, Basis: ledgerForm,
			Doc: "检查的开展、结束、通报依次先后，抽查期间的起止依次先后",
			Run: judging(inspectionDates),
		},
		{
			Code: "enforcement/supervision/inspection/sampled", Kind: InspectionKind, Basis: ledgerForm,
			Doc: "抽查数等于抽查明细各类案件之和",
			Run: judging(func(pass *fazhi.Pass, i *Inspection) {
				if len(i.Samples) > 0 && !agrees(i.Sampled, i.Samples.Total()) {
					pass.Report("/sampled", "抽查数与抽查明细之和不符")
				}
			}),
		},
	}
	if len(p.Schemes) == 0 {
		return checks
	}
	return append(checks, fazhi.Check{
		Code: "enforcement/supervision/inspection/scheme", Kind: InspectionKind, Basis: p.rule(),
		Doc: "监督方案是本单位文件规定的方案，职能、联合单位是该方案所列的",
		Run: judging(p.scheme),
	})
}

func inspectionDates(pass *fazhi.Pass, i *Inspection) {
	reportEarlier(pass, i.From, i.To, "/to", "结束日期早于开展日期")
	reportEarlier(pass, i.From, i.Circulated, "/circulated", "通报日期早于开展日期")
	reportEarlier(pass, i.FilesFrom, i.FilesTo, "/filesTo", "抽查期间的止日早于起日")
}

// reportEarlier reports a day that is before an earlier step's; days that are not known are not compared.
func reportEarlier(pass *fazhi.Pass, before, day fazhi.Date, at fazhi.Path, message string) {
	if !before.IsZero() && !day.IsZero() && day.Before(before) {
		pass.Report(at, message)
	}
}

func (p Profile) scheme(pass *fazhi.Pass, i *Inspection) {
	if i.Scheme == "" {
		return
	}
	n := slices.IndexFunc(p.Schemes, func(s Scheme) bool { return s.Name == i.Scheme })
	if n < 0 {
		pass.Report("/scheme", "监督方案不是本单位规定的方案")
		return
	}
	if !within(i.Functions, p.Schemes[n].Functions) {
		pass.Report("/functions", "有的监督职能不在方案之内")
	}
	if !within(i.Partners, p.Schemes[n].Partners) {
		pass.Report("/partners", "有的联合单位不在方案之内")
	}
}

// within reports whether all names are in a list; a list that is empty takes any.
func within(names, list []string) bool {
	return len(list) == 0 || !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(list, n) })
}
