package documents_test

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/documents"
	"github.com/fazhi-go/fazhi/mediation/dossier"
)

// All names and facts in these tests are invented.

func day(s string) fazhi.Date {
	d, err := fazhi.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// settled is a dispute that came by referral, ended in a written agreement and was confirmed.
func settled() *dispute.Dispute {
	signed := day("2024-05-20")
	return &dispute.Dispute{
		Case: mediation.Case{
			Serial: "RT-2024-17", Committee: "泉源区清溪街道人民调解委员会", Street: "清溪街道", Accepted: day("2024-05-08"), Source: "公安移交",
			Sort: "损害赔偿", Result: "成功", Closed: signed, Form: "书面", Sealed: true, Amount: 12_600_00,
		},
		Matter: "装修漏水损害赔偿纠纷",
		Facts:  "2024年4月，甲测试装修房屋时损坏水管，楼下乙测试的墙面、家具因此受损。\n双方对损失的数额和修复的时间有争议。",
		Parties: []dispute.Party{
			{Name: "甲测试", ID: "11010519491231002X", Phone: "13800000000", Address: "泉源区清溪街道某路8号302室", Consent: "同意", Informed: day("2024-05-08"), Signed: signed},
			{Name: "乙测试", Address: "泉源区清溪街道某路8号202室", Phone: "13900000000", Representative: "丙测试", Authorised: true, Consent: "同意", Informed: day("2024-05-08"), Signed: signed},
			{Name: "清源装饰有限公司", Organisation: true, CreditCode: "91350500MA00000000", Address: "泉源区某工业区", Representative: "丁测试", Standing: "法定代表人", Consent: "同意",
				Informed: day("2024-05-08"), Signed: signed},
		},
		Mediators: []dispute.Mediator{{Name: "戊测试", Lead: true, Signed: signed}, {Name: "己测试", Signed: signed}, {Name: "庚测试", Invited: "专家"}},
		Referrals: []dispute.Referral{{
			No: 1, From: "泉源区公安局清溪派出所", To: "泉源区清溪街道人民调解委员会", Channel: "公安移交", Number: "泉清公移〔2024〕6号", Joint: []string{"清溪街道综治中心"},
			Sent: day("2024-05-06"), Material: day("2024-05-07"), Accepted: day("2024-05-08"), Due: day("2024-06-06"), Fed: day("2024-05-22"),
		}},
		Talks: []dispute.Session{
			{On: day("2024-05-13"), Place: "清溪街道调解室", Outcome: "继续调解", Record: true},
			{On: signed, Online: true, Outcome: "达成协议", Record: true},
		},
		Agreement: &dispute.Agreement{
			Number: "（2024）清溪人调字第17号", Agreed: signed, Terms: []string{"甲测试向乙测试赔偿墙面、家具损失12600元。", "清源装饰有限公司负责修复水管和墙面"},
			How: "赔偿款转账支付；修复由清源装饰有限公司自行施工", Amount: 12_600_00, Sealed: day("2024-05-21"), Copies: 4, Subject: "给付",
		},
		Performed: []dispute.Performance{
			{What: "支付首期赔偿款", Due: day("2024-05-31"), Done: day("2024-05-30"), Amount: 6_000_00},
			{What: "支付余款", Due: day("2024-06-30"), Amount: 6_600_00},
			{What: "修复水管和墙面", Due: day("2024-06-15")},
		},
		Visits: []dispute.Visit{{On: day("2024-07-10"), Performed: "履行完毕", Satisfied: "满意"}, {On: day("2024-06-05"), Performed: "部分履行", Hidden: true}},
		Court: &dispute.Confirmation{Court: "泉源区人民法院", Applied: day("2024-06-03"), Jointly: true,
			Materials: []string{"申请书", "调解协议", "主持调解证明", "身份及联系方式"}},
		Papers: papersOf("人民调解申请书", "权利义务告知书", "身份证复印件", "授权委托书", "现场照片", "第一次调解记录", "第二次调解记录", "人民调解协议书", "转账凭证", "回访记录", "司法确认申请书", "封底"),
	}
}

// papersOf puts papers into the parts of a file.
func papersOf(names ...string) []dispute.Paper {
	parts := []int{1, 2, 3, 4, 6, 7, 7, 8, 9, 10, 11, 13}
	out := make([]dispute.Paper, len(names))
	for i, name := range names {
		out[i] = dispute.Paper{Part: parts[i], Name: name, Pages: 1 + i%3}
	}
	return out
}

// failed is a dispute between neighbours that the committee took up itself, and that did not end in an agreement.
func failed() *dispute.Dispute {
	return &dispute.Dispute{
		Case:  mediation.Case{Serial: "RT-2024-31", Committee: "泉源区泉东社区人民调解委员会", Accepted: day("2024-08-01"), Source: "主动调解", Sort: "邻里"},
		Facts: "双方因楼道堆放物品发生争议。",
		Parties: []dispute.Party{
			{Name: "辛测试", Minor: true, Representative: "壬测试", Standing: "监护人"}, {Name: "癸测试", Consent: "拒绝"},
		},
		Mediators: []dispute.Mediator{{Name: "寅测试", Chosen: true}},
		Referrals: []dispute.Referral{{From: "泉源区12345热线办理中心", To: "泉源区泉东社区人民调解委员会", Channel: "12345热线", Number: "工单20240725001",
			Sent: day("2024-07-25"), Refused: day("2024-07-26"), Reason: "被反映人住所不在本社区。", Letter: "（2024）泉东人调函第2号"}},
		Ended: &dispute.Ending{On: day("2024-08-09"), Why: "调解不成", Advice: []string{"行政", "司法"}},
	}
}

func oral() *dispute.Dispute {
	d := failed()
	d.Ended, d.Referrals = nil, nil
	d.Agreement = &dispute.Agreement{Agreed: day("2024-08-05"), Oral: true, Terms: []string{"癸测试清理楼道物品"}, How: "自行清理", Until: day("2024-08-07")}
	return d
}

func archive() dossier.Archive {
	return dossier.Archive{Volume: "2024-17", Number: "（2024）清溪人调字第17号", Keeper: "卯测试", Filed: day("2024-07-15"), Checker: "辰测试", Retention: "长期", Note: "附光盘一张。"}
}

func filled(t testing.TB, s form.Spec, values ...form.Values) *gongwen.Document {
	t.Helper()
	all := form.Values{}
	for _, v := range values {
		maps.Copy(all, v)
	}
	f, err := form.New(s)
	require.NoError(t, err)
	d, issues, err := f.Fill(all)
	require.NoError(t, err)
	require.NotNil(t, d, "%v", issues)
	require.Empty(t, issues)
	return d
}

// papers returns every document, by the name of its file; some of them with more and with less. What no dispute says is put in by hand.
func papers(t testing.TB) map[string]*gongwen.Document {
	t.Helper()
	d, lost, spoken, a := settled(), failed(), oral(), archive()
	p := dossier.Profile{}
	contact := form.Values{"联系人": "清溪司法所", "联系电话": "0595-00000000"}
	return map[string]*gongwen.Document{
		"referral": filled(t, documents.Referral(), documents.ReferralValues(d, 0), contact,
			form.Values{"移送材料": []string{"接处警登记表复印件", "现场照片三张"}, "移送依据": []string{"《泉源区矛盾纠纷移送办法》第五条"}}),
		"referral-refusal": filled(t, documents.ReferralRefusal(), documents.ReferralRefusalValues(lost, 0), form.Values{"办理建议": "由被反映人住所地的社区办理"}),
		"referral-result":  filled(t, documents.ReferralResult(), documents.ReferralResultValues(d, 0), contact, form.Values{"附送材料": []string{"人民调解协议书复印件"}}),
		"application":      filled(t, documents.Application(), documents.ApplicationValues(d), form.Values{"申请事项": []string{"赔偿墙面、家具损失15000元。", "修复水管。"}}),
		"registration":     filled(t, documents.Registration(), documents.RegistrationValues(d)),
		"registration-own": filled(t, documents.Registration(), documents.RegistrationValues(lost)),
		"acceptance": filled(t, documents.Acceptance(), documents.AcceptanceValues(d),
			form.Values{"期限规定": "依照《泉源区人民调解工作规范》第九条，一般应当在一个月内调解结束", "携带材料": []string{"身份证件", "损失的凭证"}, "联系电话": "0595-00000000"}),
		"acceptance-bare": filled(t, documents.Acceptance(), documents.AcceptanceValues(lost)),
		"refusal": filled(t, documents.Refusal(), documents.RefusalValues(lost),
			form.Values{"情形": "其他机关已经受理或者处理", "理由": "该纠纷已由泉源区人民法院受理", "途径说明": []string{"请在诉讼中主张权利。"}}),
		"refusal-one":  filled(t, documents.Refusal(), documents.RefusalValues(lost), form.Values{"情形": "一方明确拒绝调解"}),
		"rights":       filled(t, documents.Rights(), documents.RightsValues(d)),
		"inquiry":      filled(t, documents.Inquiry(), documents.InquiryValues(d), inquiry()),
		"record":       filled(t, documents.Record(), documents.RecordValues(d, 0), record()),
		"record-last":  filled(t, documents.Record(), documents.RecordValues(d, 1), form.Values{"记录内容": "各方确认协议内容。"}),
		"agreement":    filled(t, documents.Agreement(), documents.AgreementValues(d), form.Values{"各方责任": "甲测试承担主要责任，清源装饰有限公司承担次要责任。"}),
		"oral":         filled(t, documents.OralAgreement(), documents.OralValues(spoken)),
		"end":          filled(t, documents.End(), documents.EndValues(lost), form.Values{"途径说明": []string{"可以向泉源区人民法院提起诉讼。", "可以请求有关部门处理。"}}),
		"confirmation": filled(t, documents.Confirmation(), documents.ConfirmationValues(d)),
		"visit":        filled(t, documents.Visit(), documents.VisitValues(d, 0), form.Values{"回访人": []string{"戊测试"}, "隐患": "没有发现", "回访方式": "上门", "被回访人": fazhi.PersonName("乙测试")}),
		"visit-hidden": filled(t, documents.Visit(), documents.VisitValues(d, 1), form.Values{"回访人": []string{"戊测试"}, "隐患措施": "督促按期支付余款", "回访内容": "首期赔偿款已经支付。"}),
		"cover":        filled(t, documents.Cover(), documents.CoverValues(d, a)),
		"catalogue":    filled(t, documents.Catalogue(), documents.CatalogueValues(d, a, p.Catalogue(d))),
		"note":         filled(t, documents.Note(), documents.NoteValues(lost, a)),
		"back":         filled(t, documents.Back(), documents.BackValues(d, a, p.Catalogue(d))),
	}
}

func inquiry() form.Values {
	return form.Values{
		"调查日期": "2024-05-10", "起止时间": "15时至15时40分", "地点": "清溪街道某路8号", "调查人": []string{"戊测试", "己测试"}, "记录人": "己测试",
		"被调查人": fazhi.PersonName("巳测试"), "被调查人情况": "同楼住户", "调查内容": "问：何时发现漏水？\n答：四月中旬。",
	}
}

func record() form.Values {
	return form.Values{"起止时间": "9时至10时30分", "记录人": "己测试", "记录内容": "戊测试：现在开始调解。\n甲测试：同意赔偿，数额太高。\n乙测试：损失有发票。"}
}
