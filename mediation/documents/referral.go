package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// handed is a letter between the body that refers a dispute and the one that it refers it to. from and to are the fields of both.
func handed(name, doc, from, to string, fields []form.Field, parts ...form.Part) form.Spec {
	return form.Spec{
		Name: name, Kind: form.Notice, Format: form.Format(gongwen.Letter), Doc: doc, Disclosure: notPublic,
		Fields: slices.Concat([]form.Field{
			{Name: "文号", Type: form.Number, Doc: "没有发文字号的不填"}, {Name: "函号", Doc: "不是发文字号的编号"},
			{Name: "移送单位", Required: true}, {Name: "接收单位", Required: true}, matterField(), nameField(),
		}, fields, []form.Field{{Name: "联系人"}, {Name: "联系电话"}, {Name: fieldDate, Type: form.Date, Required: true}}),
		Mark: "{" + from + "}", Number: "文号", Title: name,
		Parts: slices.Concat([]form.Part{{If: []string{"函号"}, Set: form.Right, Text: "{函号}"}}, addressed("{"+to+"}"), parts, []form.Part{
			{If: []string{"联系人"}, Text: "联系人：{联系人}[，联系电话：{联系电话}]。"},
			{If: []string{"!联系人"}, Text: "[联系电话：{联系电话}。]"},
		}),
		Sign: form.Sign{Organs: []string{"{" + from + "}"}, Date: fieldDate, Seal: true},
	}
}

// Referral returns the letter that hands a dispute to a committee or another body (纠纷移送函). 人民调解法第十八条 lets courts and police
// tell the parties of mediation; how disputes are handed on is local.
func Referral() form.Spec {
	return handed("纠纷移送函", "人民调解法第十八条；移送的程序依本地规定", "移送单位", "接收单位", []form.Field{
		{Name: "移送方式", Doc: "如：法院诉前委派"}, {Name: fieldFacts, Type: form.Passage, Required: true}, {Name: "同意情况", Doc: "当事人是否同意调解，末尾不加句号"},
		{Name: "移送材料", Type: form.List}, {Name: "协办单位", Type: form.List}, {Name: "反馈期限", Type: form.Date}, {Name: "移送依据", Type: form.List, Doc: "本地规定的名称和条款"},
	},
		form.Part{Text: "[根据{移送依据}，]现将{当事人}之间的{纠纷事由}移送你单位[（{移送方式}）]，请依法办理。"},
		form.Part{Text: "纠纷情况：{主要事实}"},
		form.Part{Text: "[{同意情况}。]"},
		form.Part{If: []string{"移送材料"}, Text: "移送材料："},
		form.Part{Each: "移送材料", Items: true, Text: "{项}"},
		form.Part{Text: "[本案由{协办单位}协助办理。]"},
		form.Part{Text: "请在收到后告知是否接收；不接收的，请书面说明理由。[请于{反馈期限}前（含当日）反馈办理结果。]"},
	)
}

// ReferralRefusal returns the letter that refuses a dispute that was handed on, with the reasons (拒绝接收函).
func ReferralRefusal() form.Spec {
	return handed("不予接收移送纠纷告知函", "拒绝接收应当书面说明理由，依本地规定", "接收单位", "移送单位", []form.Field{
		{Name: "来函日期", Type: form.Date, Required: true}, {Name: "来函文号", Doc: "来函的编号"}, {Name: "拒绝日期", Type: form.Date, Required: true},
		{Name: "拒绝理由", Type: form.Passage, Required: true}, {Name: "退回材料", Type: form.List}, {Name: "办理建议", Doc: "如：由某某单位办理，末尾不加句号"},
	},
		form.Part{Text: "你单位于{来函日期}移送的{当事人}之间的{纠纷事由}[（{来函文号}）]收悉。经研究，我单位于{拒绝日期}决定不予接收，理由如下："},
		form.Part{Text: "{拒绝理由}"},
		form.Part{Text: "[建议：{办理建议}。]"},
		form.Part{If: []string{"退回材料"}, Text: "随函退回下列材料："},
		form.Part{Each: "退回材料", Items: true, Text: "{项}"},
	)
}

// ReferralResult returns the letter that tells the referring body what came of a dispute (办理结果反馈函). A court that assigned or
// entrusted it is to have a written report with the material, and the agreement if there is one
// (最高人民法院关于人民法院特邀调解的规定第十九条第一款、第二十条、第二十一条、第二十六条第二款).
func ReferralResult() form.Spec {
	return handed("移送纠纷办理结果反馈函", "最高人民法院关于人民法院特邀调解的规定第十九条第一款、第二十条、第二十一条、第二十六条第二款（法院委派、委托的）；其他的依本地规定", "接收单位", "移送单位", []form.Field{
		{Name: "来函日期", Type: form.Date, Required: true}, {Name: "来函文号", Doc: "来函的编号"}, {Name: "接收日期", Type: form.Date, Required: true},
		{Name: "办理结果", Type: form.Passage, Required: true}, {Name: "协议编号"}, {Name: "退回日期", Type: form.Date, Doc: "调解不成退回的"}, {Name: "附送材料", Type: form.List},
	},
		form.Part{Text: "你单位于{来函日期}移送的{当事人}之间的{纠纷事由}[（{来函文号}）]，我单位于{接收日期}接收。现将办理结果反馈如下："},
		form.Part{Text: "{办理结果}"},
		form.Part{Text: "[人民调解协议书编号：{协议编号}。]"},
		form.Part{Text: "[本案于{退回日期}退回你单位。]"},
		form.Part{If: []string{"附送材料"}, Text: "附送下列材料："},
		form.Part{Each: "附送材料", Items: true, Text: "{项}"},
	)
}
