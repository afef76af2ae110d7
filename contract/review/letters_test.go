package review_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/review"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/internal/papertest"
)

// sender is what the writer of a letter puts in.
func sender() form.Values {
	return form.Values{
		"文号": fazhi.Number{Issuer: "泉司审", Year: 2025, Seq: 18}, "审查单位": "泉源区司法局", "落款日期": day("2025-03-12"),
	}
}

func opinionValues() form.Values {
	v := matter().OpinionValues(sampleReview())
	v["审查依据"] = append([]string{"《中华人民共和国民法典》", "《优化营商环境条例》"}, v["审查依据"].([]string)...)
	return v
}

func changeMatter() (*review.Matter, *review.Review) {
	m, yes := matter(), true
	m.Contract.Signed, m.Contract.Sort = day("2025-04-01"), "服务"
	m.Change = &contract.Change{No: 1, Sort: "补充", Reason: "新增两个村的供水\n管线加长。", Clauses: "第三条、第九条", Amount: -20_000_00, Substance: &yes,
		Expires: day("2046-05-31"), Submitted: day("2026-02-02")}
	m.Materials = review.ChangeMaterials()
	return m, sampleReview()
}

// papers returns every document, by the name of its file; some of them with more and with less.
func papers(t *testing.T) papertest.Papers {
	t.Helper()
	m, r := matter(), sampleReview()
	inOrder, passed := complete()
	refused := sampleReview()
	refused.Decision = review.Decision{Opinion: review.Refuse, On: day("2025-03-12")}
	out := sampleReview()
	out.Decision = review.Decision{Opinion: review.OutOfScope, Reason: "合同由区政府采购中心统一审查", On: day("2025-03-06")}
	cm, cr := changeMatter()
	award := matter()
	award.Contract.Awarded = day("2025-02-20")
	signed := sampleContract()
	signed.Signed, signed.Filed, signed.FilingNumber, signed.Opinion, signed.Adopted = day("2025-04-01"), day("2025-04-08"), "泉备合〔2025〕6号", "修改后通过", "全部采纳"
	signed.OpinionNumber = "泉司审〔2025〕18号"
	contact := form.Values{"联系人": "合同审查科", "联系电话": "0595-00000000"}
	return papertest.Papers{
		"opinion":         filled(t, review.Opinion(), opinionValues(), sender()),
		"opinion-pass":    filled(t, review.Opinion(), inOrder.OpinionValues(passed), sender()),
		"opinion-refused": filled(t, review.Opinion(), m.OpinionValues(refused), sender()),
		"change-opinion":  filled(t, review.ChangeOpinion(), cm.ChangeValues(cr), sender()),
		"correction": filled(t, review.Correction(), m.CorrectionValues(), sender(), contact,
			form.Values{"补正期限": day("2025-03-14"), "期限说明": "依照《泉源区政府合同管理办法》第十一条，补正期间不计入审查期限"}),
		"correction-bare": filled(t, review.Correction(), award.CorrectionValues(), sender()),
		"out-of-scope":    filled(t, review.OutOfScopeLetter(), m.OutOfScopeValues(out), sender(), contact, form.Values{"后续办理": "请由你单位的法制机构审查"}),
		"sheet":           filled(t, review.ReviewSheet(), m.SheetValues(r), form.Values{"期限届满": day("2025-03-12")}),
		"sheet-pass":      filled(t, review.ReviewSheet(), inOrder.SheetValues(passed)),
		"sheet-bare":      filled(t, review.ReviewSheet(), form.Values{"合同名称": "清溪书屋租赁合同", "承办单位": "泉源区文化局", "合同相对方": "清源书店"}),
		"filing":          filled(t, review.FilingSheet(), review.FilingValues(signed)),
		"filing-receipt": filled(t, review.FilingReceipt(), review.ReceiptValues(signed), sender(), contact,
			form.Values{"收到日期": day("2025-04-07"), "备案提示": []string{"提交履约保函的复印件。"}}),
	}
}

func TestGolden(t *testing.T) { papers(t).Golden(t) }

func TestNoStrayMarks(t *testing.T) { papers(t).NoStrayMarks(t) }

// Keys stay, and a Spec comes back from JSON as it was.
func TestDocuments(t *testing.T) {
	var keys []string
	for _, doc := range review.All() {
		keys = append(keys, doc.Key)
		data, err := json.Marshal(doc.Spec)
		require.NoError(t, err)
		back, err := form.ReadSpec(data)
		require.NoError(t, err)
		require.Equal(t, doc.Spec, back)
		same, ok := review.ByKey(doc.Key)
		require.True(t, ok)
		require.Equal(t, doc, same)
	}
	require.Equal(t, []string{"correction", "out-of-scope", "sheet", "opinion", "change-opinion", "filing", "filing-receipt"}, keys)
	_, ok := review.ByKey("none")
	require.False(t, ok)
}

// Each required field that nobody filled in is asked for.
func TestLettersAsk(t *testing.T) {
	want := map[string]int{"correction": 7, "out-of-scope": 8, "sheet": 3, "opinion": 8, "change-opinion": 12, "filing": 3, "filing-receipt": 7}
	for _, doc := range review.All() {
		f, err := form.New(doc.Spec)
		require.NoError(t, err)
		d, issues, err := f.Fill(nil)
		require.NoError(t, err)
		require.Nil(t, d)
		require.Len(t, issues, want[doc.Key], doc.Key)
	}
}

// Of a change is said what the ledger says, and nothing more.
func TestChangeValues(t *testing.T) {
	m, r := changeMatter()
	no := false
	m.Change = &contract.Change{Substance: &no, Amount: 5}
	v := m.ChangeValues(r)
	require.Equal(t, "不构成对原合同的实质性变更", v["与原合同关系"])
	require.Equal(t, fazhi.Money(5), v["增加金额"])
	require.NotContains(t, v, "减少金额")
	require.NotContains(t, v, "协议序次")
	m.Change.Substance = nil
	require.Empty(t, m.ChangeValues(r)["与原合同关系"])
	m.Change = nil
	require.NotContains(t, m.ChangeValues(r), "协议种类")
	m.Contract.Parties = nil
	require.Equal(t, "相对方：清源水务有限公司", m.OpinionValues(r)["合同当事人"])
}

// Without a day of the local rule the letter has none.
func TestCorrectionInventsNoDay(t *testing.T) {
	d := papers(t)["correction-bare"]
	text := outline.Of(d)
	require.NotContains(t, text, "当日")
	require.Contains(t, text, "请补正后送我单位。")
	m := matter()
	m.Profile.Rule = ""
	require.NotContains(t, outline.Of(filled(t, review.Correction(), m.CorrectionValues(), sender())), "根据")
}

// A contract whose decision is that it is not reviewed has no opinion.
func TestNoOpinionOutOfScope(t *testing.T) {
	r := sampleReview()
	r.Decision.Opinion = review.OutOfScope
	require.NotContains(t, matter().OpinionValues(r), "结论")
	r.Decision.Opinion = "大概可以"
	require.NotContains(t, matter().OpinionValues(r), "结论")
}

// The opinion names every setting that the profile leaves open.
func TestOpinionNamesWhatWasNotLookedAt(t *testing.T) {
	text := outline.Of(papers(t)["opinion"])
	for _, name := range matter().Profile.Unset() {
		require.Contains(t, text, name)
	}
}
