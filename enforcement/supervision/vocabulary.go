package supervision

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// InspectionVocabulary returns the fields that conditions on inspections may speak of: the ledger's columns, and the sorts of
// files that were drawn (抽查案件种类) for the column 抽查明细.
func InspectionVocabulary() (*rules.Vocabulary[*Inspection], error) {
	count := func(c *fazhi.Count) (fazhi.Count, bool) { return stated(c), c != nil }
	return rules.LedgerVocabulary(
		rules.Text("检查编号", func(i *Inspection) string { return i.Serial }).At("/serial"),
		rules.Text("检查名称", func(i *Inspection) string { return i.Name }).At("/name"),
		rules.Text("监督类别", func(i *Inspection) string { return i.Sort }).At("/sort"),
		rules.Text("监督方案", func(i *Inspection) string { return i.Scheme }).At("/scheme"),
		rules.List("监督职能", func(i *Inspection) []string { return i.Functions }).At("/functions"),
		rules.List("联合单位", func(i *Inspection) []string { return i.Partners }).At("/partners"),
		rules.List("被监督单位", func(i *Inspection) []string { return i.Organs }).At("/organs"),
		rules.Date("开展日期", func(i *Inspection) fazhi.Date { return i.From }).At("/from"),
		rules.Date("结束日期", func(i *Inspection) fazhi.Date { return i.To }).At("/to"),
		rules.Date("抽查期间起", func(i *Inspection) fazhi.Date { return i.FilesFrom }).At("/filesFrom"),
		rules.Date("抽查期间止", func(i *Inspection) fazhi.Date { return i.FilesTo }).At("/filesTo"),
		rules.List("抽查案件种类", func(i *Inspection) []string { return i.Samples.Sorts() }).With("抽查明细中写明的种类").At("/samples"),
		rules.Count("抽查数", func(i *Inspection) (fazhi.Count, bool) { return count(i.Sampled) }).At("/sampled"),
		rules.Count("发现问题数", func(i *Inspection) (fazhi.Count, bool) { return count(i.Found) }).At("/found"),
		rules.Date("通报日期", func(i *Inspection) fazhi.Date { return i.Circulated }).At("/circulated"),
	)
}

// ProblemVocabulary returns the fields that conditions on problems may speak of: the ledger's columns, and 通知至整改天数 in
// days of the calendar. With a calendar there is 通知至整改工作日 too, which is empty where the calendar does not know the
// year; nil leaves it out.
func ProblemVocabulary(calendar *workday.Calendar) (*rules.Vocabulary[*Problem], error) {
	handled := func(x *Problem) (fazhi.Date, fazhi.Date) { return x.Noticed, x.Rectified }
	list := []rules.Field[*Problem]{
		rules.Text("问题编号", func(x *Problem) string { return x.Serial }).At("/serial"),
		rules.Text("检查编号", func(x *Problem) string { return x.Inspection }).At("/inspection"),
		rules.Text("责任单位", func(x *Problem) string { return x.Organ }).At("/organ"),
		rules.Text("案卷编号", func(x *Problem) string { return x.File }).At("/file"),
		rules.Text("问题类别", func(x *Problem) string { return x.Sort }).At("/sort"),
		rules.Text("问题情况", func(x *Problem) string { return x.Detail }).At("/detail"),
		rules.Date("发现日期", func(x *Problem) fazhi.Date { return x.Found }).At("/found"),
		rules.Number("通知书文号", func(x *Problem) fazhi.Number { return x.Notice }).At("/notice"),
		rules.Date("通知日期", func(x *Problem) fazhi.Date { return x.Noticed }).At("/noticed"),
		rules.Date("整改期限", func(x *Problem) fazhi.Date { return x.Due }).At("/due"),
		rules.Date("整改日期", func(x *Problem) fazhi.Date { return x.Rectified }).At("/rectified"),
		rules.Date("复查日期", func(x *Problem) fazhi.Date { return x.Rechecked }).At("/rechecked"),
		rules.Text("复查结果", func(x *Problem) string { return string(x.Result) }).At("/result"),
		rules.Date("退回日期", func(x *Problem) fazhi.Date { return x.Returned }).At("/returned"),
		rules.Date("办结日期", func(x *Problem) fazhi.Date { return x.Closed }).At("/closed"),
		rules.Days("通知至整改天数", handled).At("/rectified"),
	}
	if calendar != nil {
		list = append(list, rules.Workdays("通知至整改工作日", calendar, handled).At("/rectified"))
	}
	return rules.LedgerVocabulary(list...)
}
