package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/contract/review"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// All names and facts in these tests are invented.

func day(s string) fazhi.Date {
	d, err := fazhi.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// items are questions as package law has them, and one cue and one computed item.
func items() []law.Item {
	ask := func(rule string, code fazhi.Code, severity fazhi.Severity, doc, question, basis string) law.Item {
		return law.Item{Rule: rule, Code: code, Mode: law.Question, Doc: doc, Ask: question, Basis: basis, Severity: severity}
	}
	return []law.Item{
		ask("C19", "contract/sample/authority", fazhi.Error, "签约主体应当有订立合同的权限", "签约主体是否有订立本合同的权限？", "民法典第一百六十二条"),
		ask("C2", "contract/sample/debt", fazhi.Error, "不得以合同举借债务", "合同是否没有变相举借债务的内容？", "预算法第三十五条"),
		ask("C3", "contract/sample/budget", fazhi.Error, "支出应当有预算", "合同的支出是否已有预算？", "预算法第十三条"),
		ask("C9", "contract/sample/added", fazhi.Error, "追加不得超过百分之十", "追加的金额是否不超过百分之十？", "政府采购法第四十九条"),
		ask("C23", "contract/sample/agreement", fazhi.Warning, "行政协议不得约定仲裁", "争议解决的约定是否与协议的性质相符？", "行政协议案件规定第二十六条"),
		{Rule: "C24", Code: "contract/sample/later", Mode: law.Question, Doc: "不得以换届为由违约", Ask: "是否没有以换届为由不履行的条款？",
			Basis: "优化营商环境条例第三十一条", From: fazhi.DateOf(2020, 1, 1)},
		{Rule: "C20", Code: "contract/sample/void-cue", Mode: law.Cue, Doc: "免责条款", Basis: "民法典第五百零六条", Severity: fazhi.Warning},
		{Rule: "C1", Code: "contract/sample/guarantee", Doc: "机关法人不得为保证人", Basis: "民法典第六百八十三条"},
	}
}

func sampleContract() *contract.Contract {
	yes := true
	return &contract.Contract{
		Serial: "HT-2025-7", Name: "泉源区清溪片区供水设施特许经营合同", Sort: "特许经营", Department: "泉源区水利局", Counterparty: "清源水务有限公司",
		Amount: 1_286_409_50, Submitted: day("2025-03-03"),
		Nature:   contract.Nature{Administrative: &yes, Tendered: true, Method: "公开招标", Funds: "社会资本"},
		Terms:    contract.Terms{Subject: "清溪片区供水设施的建设、运营和移交", Begins: day("2025-06-01"), Expires: day("2045-05-31")},
		Handling: contract.Handling{Received: day("2025-03-05")},
		Parties: []contract.Party{
			{Role: "甲方", Side: contract.Government, Name: "泉源区水利局", Capacity: "机关法人"},
			{Role: "乙方", Side: contract.Other, Name: "清源水务有限公司", Capacity: "企业法人"},
		},
		Attachments: []contract.Attachment{
			{Sort: "合同草拟稿", Name: "特许经营合同（送审稿）.docx"},
			{Sort: "主体资格证明", Name: "清源水务营业执照.pdf"},
			{Sort: "其他", Name: "物有所值评价报告.pdf"},
		},
	}
}

// matter is a contract with findings of the fields and of the text.
func matter() *review.Matter {
	return &review.Matter{
		Contract: sampleContract(), Items: items(), Materials: review.CommonMaterials(), Today: day("2025-03-10"),
		Profile: contract.Profile{Rule: "泉源区政府合同管理办法"},
		Cite: func(p fazhi.Path) string {
			if p == "/clauses/8" {
				return "第九条第二款"
			}
			return ""
		},
		Findings: fazhi.Issues{
			{Code: "contract/amount/words", Path: "/amountWords", Message: "大写金额与数字金额不一致", Basis: "民法典第四百七十条"},
			{Code: "contract/sample/void-cue", Severity: fazhi.Warning, Path: "/clauses/8", Origin: fazhi.Origin{File: "特许经营合同（送审稿）.docx", Cell: "第41行"},
				Message: "文中有免除一方责任的字样", Basis: "民法典第五百零六条"},
			{Code: "contract/party/code", Severity: fazhi.Warning, Path: "/parties/1/creditCode", Message: "没有填写统一社会信用代码"},
		},
	}
}

// sampleReview answers everything but one question, and leaves one to be looked into.
func sampleReview() *review.Review {
	return &review.Review{
		Contract: "HT-2025-7",
		Answers: []review.Answer{
			{Code: "contract/sample/authority", Reply: review.Yes, Role: "审查人员"},
			{Code: "contract/sample/debt", Reply: review.Pending, Reason: "第三十条的收益差额补足尚待财政部门说明", Role: "法律顾问"},
			{Code: "contract/sample/budget", Reply: review.NotApplicable, Reason: "不涉及财政支出。", Role: "审查人员"},
			{Code: "contract/sample/agreement", Reply: review.No, Reason: "第五十二条约定由仲裁委员会仲裁，协议具有行政法上的权利义务内容。", Clause: "第五十二条",
				Advice: "删去仲裁的约定，改为依法申请行政复议或者提起行政诉讼。", Role: "公职律师"},
		},
		Decision: review.Decision{Opinion: review.PassChanged, Reason: "争议解决条款应当改写，其余问题可以补正", Role: "审查机构负责人", On: day("2025-03-12")},
	}
}

// complete is a review of a contract in order: nothing is open and nothing was found.
func complete() (*review.Matter, *review.Review) {
	m, r := matter(), sampleReview()
	m.Findings, m.Materials = nil, nil
	r.Answers = nil
	for _, q := range m.Questions() {
		r.Answers = append(r.Answers, review.Answer{Code: q.Code, Reply: review.Yes, Role: "审查人员"})
	}
	r.Decision = review.Decision{Opinion: review.Pass, Role: "审查机构负责人", On: day("2025-03-12")}
	return m, r
}

func filled(t *testing.T, s form.Spec, values ...form.Values) *gongwen.Document {
	t.Helper()
	all := form.Values{}
	for _, v := range values {
		for name, value := range v {
			all[name] = value
		}
	}
	f, err := form.New(s)
	require.NoError(t, err)
	d, issues, err := f.Fill(all)
	require.NoError(t, err)
	require.NotNil(t, d, "%v", issues)
	require.Empty(t, issues)
	return d
}

func codes(issues fazhi.Issues) []string {
	out := make([]string, len(issues))
	for i, x := range issues {
		out[i] = string(x.Code)
	}
	return out
}
