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
		rules.Text("文件类别", func(r *Doc) string { return r.Class }).At("/class"),
		rules.Text("索引号", func(r *Doc) string { return r.Index }).At("/index"),
		rules.List("征求意见方式", func(r *Doc) []string { return r.CommentKinds }).At("/commentKinds"),
		rules.Count("收到意见数", func(r *Doc) (fazhi.Count, bool) { return r.Received, true }).At("/received"),
		rules.Count("采纳意见数", func(r *Doc) (fazhi.Count, bool) { return r.Adopted, true }).At("/adopted"),
		rules.Text("未采纳理由", func(r *Doc) string { return r.Unadopted }).At("/unadopted"),
		rules.Text("风险评估", func(r *Doc) string { return r.Risk }).At("/risk"),
		rules.Date("送审日期", func(r *Doc) fazhi.Date { return r.Submitted }).At("/submitted"),
		rules.Date("材料齐备日期", func(r *Doc) fazhi.Date { return r.Complete }).At("/complete"),
		rules.List("送审材料", func(r *Doc) []string { return r.Materials }).At("/materials"),
		rules.List("备案回执", func(r *Doc) []string { return r.Receipts }).At("/receipts"),
		rules.Date("评估日期", func(r *Doc) fazhi.Date { return r.Evaluated }).At("/evaluated"),
		rules.Date("清理日期", func(r *Doc) fazhi.Date { return r.Cleaned }).At("/cleaned"),
		rules.Text("清理结果", func(r *Doc) string { return r.Cleanup }).At("/cleanup"),
		rules.Date("修改施行日期", func(r *Doc) fazhi.Date { return r.Changed }).At("/changed"),
		rules.Date("失效废止日期", func(r *Doc) fazhi.Date { return r.Ended }).At("/ended"),
		rules.Text("与相关文件的关系", func(r *Doc) string { return r.Relation }).At("/relation"),
		rules.List("相关文件编号", func(r *Doc) []string { return r.Related }).At("/related"),
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

// DecisionVocabulary returns the fields that conditions on major decisions may speak of: the ledger's columns, and
// 征求意见天数 and 送审至审查天数.
func DecisionVocabulary() (*rules.Vocabulary[*Decision], error) {
	return rules.LedgerVocabulary(
		rules.Text("决策编号", func(r *Decision) string { return r.Serial }).At("/serial"),
		rules.Text("决策事项", func(r *Decision) string { return r.Name }).At("/name"),
		rules.Text("承办单位", func(r *Decision) string { return r.Drafter }).At("/drafter"),
		rules.YesNo("列入目录", func(r *Decision) (bool, bool) { return r.Listed, true }).At("/listed"),
		rules.Date("征求意见开始日期", func(r *Decision) fazhi.Date { return r.CommentFrom }).At("/commentFrom"),
		rules.Date("征求意见截止日期", func(r *Decision) fazhi.Date { return r.CommentTo }).At("/commentTo"),
		rules.YesNo("依法不予公开", func(r *Decision) (bool, bool) { return r.Closed, true }).At("/closed"),
		rules.Text("缩短期限说明", func(r *Decision) string { return r.Shortened }).At("/shortened"),
		rules.Count("收到意见数", func(r *Decision) (fazhi.Count, bool) { return r.Received, true }).At("/received"),
		rules.Count("采纳意见数", func(r *Decision) (fazhi.Count, bool) { return r.Adopted, true }).At("/adopted"),
		rules.YesNo("专业性技术性较强", func(r *Decision) (bool, bool) { return r.Technical, true }).At("/technical"),
		rules.Date("专家论证日期", func(r *Decision) fazhi.Date { return r.Experts }).At("/experts"),
		rules.YesNo("可能造成不利影响", func(r *Decision) (bool, bool) { return r.Risky, true }).At("/risky"),
		rules.Date("风险评估日期", func(r *Decision) fazhi.Date { return r.Assessed }).At("/assessed"),
		rules.Date("送审日期", func(r *Decision) fazhi.Date { return r.Submitted }).At("/submitted"),
		rules.Date("审查日期", func(r *Decision) fazhi.Date { return r.Reviewed }).At("/reviewed"),
		rules.Text("审查意见", func(r *Decision) string { return r.Opinion }).At("/opinion"),
		rules.YesNo("探索性改革", func(r *Decision) (bool, bool) { return r.Exploring, true }).At("/exploring"),
		rules.Date("集体讨论日期", func(r *Decision) fazhi.Date { return r.Met }).At("/met"),
		rules.YesNo("如实记录", func(r *Decision) (bool, bool) { return r.Recorded, true }).At("/recorded"),
		rules.Text("决定", func(r *Decision) string { return r.Outcome }).At("/outcome"),
		rules.Date("公布日期", func(r *Decision) fazhi.Date { return r.Published }).At("/published"),
		rules.Date("归档日期", func(r *Decision) fazhi.Date { return r.Archived }).At("/archived"),
		rules.Days("征求意见天数", func(r *Decision) (fazhi.Date, fazhi.Date) { return r.CommentFrom, r.CommentTo }).At("/commentTo"),
		rules.Days("送审至审查天数", func(r *Decision) (fazhi.Date, fazhi.Date) { return r.Submitted, r.Reviewed }).At("/reviewed"),
	)
}
