package enforcement

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// Vocabulary returns the fields that conditions on enforcement files may speak of, in checks and in rubrics: the
// ledger's columns except the scores, and 立案至决定天数, in days of the calendar (行政处罚法第六十条). With a calendar there
// is 立案至决定工作日 too (行政许可法第八十二条), which is empty where the calendar does not know the year; nil leaves it out.
func Vocabulary(calendar *workday.Calendar) (*rules.Vocabulary[*File], error) {
	handled := func(f *File) (fazhi.Date, fazhi.Date) { return f.Opened, f.Decided }
	list := []rules.Field[*File]{
		rules.Text("案卷编号", func(f *File) string { return f.Serial }).At("/serial"),
		rules.Text("评查批次", func(f *File) string { return f.Round }).At("/round"),
		rules.Date("评查日期", func(f *File) fazhi.Date { return f.Reviewed }).At("/reviewed"),
		rules.Text("执法部门", func(f *File) string { return f.Department }).At("/department"),
		rules.Text("案卷类型", func(f *File) string { return f.Sort }).At("/sort"),
		rules.Date("立案日期", func(f *File) fazhi.Date { return f.Opened }).At("/opened"),
		rules.Date("决定日期", func(f *File) fazhi.Date { return f.Decided }).At("/decided"),
		rules.Text("赋权部门", func(f *File) string { return f.Reviewer }).At("/reviewer"),
		rules.YesNo("一票否决", func(f *File) (bool, bool) { return f.Veto, true }).At("/veto"),
		rules.YesNo("检察院参与", func(f *File) (bool, bool) { return f.Procurator, true }).At("/procurator"),
		rules.Text("等次", func(f *File) string { return string(f.Grade) }).At("/grade"),
		rules.Days("立案至决定天数", handled).At("/decided"),
	}
	if calendar != nil {
		list = append(list, rules.Workdays("立案至决定工作日", calendar, handled).At("/decided"))
	}
	return rules.LedgerVocabulary(list...)
}
