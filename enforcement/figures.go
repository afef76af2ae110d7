package enforcement

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// Figures counts the ledger for a year.
func Figures(files []*File, year int) []fazhi.Figure {
	period := fazhi.YearOf(year)
	reviewed := func(f *File) bool { return period.Contains(f.Reviewed) }
	round := func(f *File) string { return f.Round }
	return []fazhi.Figure{
		report.Distinct(fazhi.Figure{
			ID: "案卷评查.次数", Name: "案卷评查活动", Unit: "次", Period: period,
			Scope: "评查日期在本年的案卷评查，同一批次计一次",
		}, files, reviewed, round),
		report.Distinct(fazhi.Figure{
			ID: "案卷评查.部门", Name: "评查部门", Unit: "个", Noun: "部门", Period: period,
			Scope: "评查日期在本年的案卷所属执法部门，同一部门计一个",
		}, files, reviewed, func(f *File) string { return f.Department }),
		report.Count(fazhi.Figure{
			ID: "案卷评查.案卷", Name: "评查案卷", Unit: "件", Period: period,
			Scope: "评查日期在本年的案卷，一行计一件",
		}, files, reviewed),
		report.Distinct(fazhi.Figure{
			ID: "执法监督.邀检察院评查", Name: "邀请检察院参与案卷评查", Unit: "次", Period: period,
			Scope: "评查日期在本年、有检察院参与的案卷评查，同一批次计一次",
		}, files, func(f *File) bool { return f.Procurator && reviewed(f) }, round),
	}
}

// Section returns the figures of a year with one sentence of default prose, in the slot 案卷评查.
func Section(files []*File, year int) (report.Section, error) {
	return report.Sentence(Sheet, "全年组织案卷评查{{案卷评查.次数}}，其中邀请检察院参与{{执法监督.邀检察院评查}}，"+
		"涉及{{案卷评查.部门}}，评查案卷{{案卷评查.案卷}}。", Figures(files, year))
}
