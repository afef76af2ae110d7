package supervision

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// LedgerChecks returns the checks that hold one ledger against the other: each problem belongs to an inspection, to an organ
// that was inspected, and there are as many problems as the inspection states. The ledgers should be whole.
func LedgerChecks(inspections []*Inspection, problems []*Problem) []fazhi.Check {
	organs := make(map[string][]string, len(inspections))
	for _, i := range inspections {
		organs[i.Serial] = append(organs[i.Serial], i.Organs...)
	}
	found := make(map[string]int64)
	for _, x := range problems {
		found[x.Inspection]++
	}
	return []fazhi.Check{
		{
			Code: "enforcement/supervision/inspection/problems", Kind: InspectionKind, Basis: ledgerForm,
			Doc: "发现问题数等于监督问题台账中该次检查的条数",
			Run: judging(func(pass *fazhi.Pass, i *Inspection) {
				if !agrees(i.Found, found[i.Serial]) {
					pass.Report("/found", "发现问题数与监督问题台账的条数不符")
				}
			}),
		},
		{
			Code: "enforcement/supervision/problem/inspection", Kind: ProblemKind, Basis: ledgerForm,
			Doc: "问题所属的检查在监督检查台账之中",
			Run: judging(func(pass *fazhi.Pass, x *Problem) {
				if _, ok := organs[x.Inspection]; !ok {
					pass.Report("/inspection", "监督检查台账中没有这一次检查")
				}
			}),
		},
		{
			Code: "enforcement/supervision/problem/inspected", Kind: ProblemKind, Basis: ledgerForm,
			Doc: "责任单位是该次检查的被监督单位",
			Run: judging(func(pass *fazhi.Pass, x *Problem) {
				if all, ok := organs[x.Inspection]; ok && x.Organ != "" && !slices.Contains(all, x.Organ) {
					pass.Report("/organ", "责任单位不是该次检查的被监督单位")
				}
			}),
		},
	}
}
