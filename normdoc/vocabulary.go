package normdoc

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
)

// Vocabulary returns the fields that conditions on normative documents may speak of: the ledger's columns, and
// 公布至施行天数 and 公布至备案天数.
func Vocabulary() (*rules.Vocabulary[*Doc], error) {
	return rules.LedgerVocabulary(
		rules.Text("文件编号", func(r *Doc) string { return r.Serial }).At("/serial"),
		rules.Text("文件名称", func(r *Doc) string { return r.Name }).At("/name"),
		rules.Number("发文字号", func(r *Doc) fazhi.Number { return r.Number }).At("/number"),
		rules.Text("登记号", func(r *Doc) string { return r.Registration }).At("/registration"),
		rules.Text("起草单位", func(r *Doc) string { return r.Drafter }).At("/drafter"),
		rules.YesNo("涉及经营主体", func(r *Doc) (bool, bool) { return r.Business, true }).At("/business"),
		rules.Text("公平竞争审查", func(r *Doc) string { return r.Competition }).At("/competition"),
		rules.Date("征求意见开始日期", func(r *Doc) fazhi.Date { return r.CommentFrom }).At("/commentFrom"),
		rules.Date("征求意见截止日期", func(r *Doc) fazhi.Date { return r.CommentTo }).At("/commentTo"),
		rules.Date("审查日期", func(r *Doc) fazhi.Date { return r.Reviewed }).At("/reviewed"),
		rules.Text("审查意见", func(r *Doc) string { return r.Opinion }).At("/opinion"),
		rules.Date("集体审议日期", func(r *Doc) fazhi.Date { return r.Deliberated }).At("/deliberated"),
		rules.Date("印发日期", func(r *Doc) fazhi.Date { return r.Issued }).At("/issued"),
		rules.Date("公布日期", func(r *Doc) fazhi.Date { return r.Published }).At("/published"),
		rules.Date("施行日期", func(r *Doc) fazhi.Date { return r.Effective }).At("/effective"),
		rules.Date("有效期至", func(r *Doc) fazhi.Date { return r.Expires }).At("/expires"),
		rules.Date("备案报送日期", func(r *Doc) fazhi.Date { return r.Filed }).At("/filed"),
		rules.List("备案机关", func(r *Doc) []string { return r.FiledWith }).At("/filedWith"),
		rules.Text("状态", func(r *Doc) string { return r.State }).At("/state"),
		rules.Days("公布至施行天数", func(r *Doc) (fazhi.Date, fazhi.Date) { return r.Published, r.Effective }).At("/effective"),
		rules.Days("公布至备案天数", func(r *Doc) (fazhi.Date, fazhi.Date) { return r.Published, r.Filed }).At("/filed"),
	)
}

// ItemVocabulary returns the fields that conditions on council items may speak of: the ledger's columns, and
// 送审至审查天数.
func ItemVocabulary() (*rules.Vocabulary[*Item], error) {
	return rules.LedgerVocabulary(
		rules.Text("议题编号", func(r *Item) string { return r.Serial }).At("/serial"),
		rules.Text("议题名称", func(r *Item) string { return r.Name }).At("/name"),
		rules.Text("送审单位", func(r *Item) string { return r.Submitter }).At("/submitter"),
		rules.Date("送审日期", func(r *Item) fazhi.Date { return r.Submitted }).At("/submitted"),
		rules.Date("审查日期", func(r *Item) fazhi.Date { return r.Reviewed }).At("/reviewed"),
		rules.Text("审查意见", func(r *Item) string { return r.Opinion }).At("/opinion"),
		rules.Date("会议日期", func(r *Item) fazhi.Date { return r.Met }).At("/met"),
		rules.YesNo("重大行政决策", func(r *Item) (bool, bool) { return r.Major, true }).At("/major"),
		rules.YesNo("探索性改革", func(r *Item) (bool, bool) { return r.Exploring, true }).At("/exploring"),
		rules.Days("送审至审查天数", func(r *Item) (fazhi.Date, fazhi.Date) { return r.Submitted, r.Reviewed }).At("/reviewed"),
	)
}
