package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// Confirmation returns the application of all parties together for judicial confirmation (司法确认申请书). What a court does not
// confirm (最高人民法院关于适用《民事诉讼法》的解释第三百五十五条) and the thirty days are judged by package dispute. What a court entrusted
// during a suit (诉中委托) has no such application: the court closes the suit itself.
func Confirmation() form.Spec {
	return paper{
		name: "司法确认申请书", kind: form.Circulation, unsigned: true,
		doc: "人民调解法第三十三条、民事诉讼法第二百零五条、最高人民法院关于适用《民事诉讼法》的解释第三百五十四条",
		fields: []form.Field{
			partyField(), matterField(), {Name: "法院", Required: true, Doc: "有管辖权的人民法院"},
			{Name: "协议形式", Type: form.Choice, Required: true, Choices: []string{"书面", "口头"}},
			{Name: "协议编号"}, {Name: "达成日期", Type: form.Date, Required: true}, {Name: "生效日期", Type: form.Date, Required: true},
			{Name: "协议内容", Type: form.List, Required: true}, {Name: "履行情况", Doc: "末尾不加句号"},
			{Name: "材料", Type: form.List, Required: true, Doc: "调解协议、主持调解的证明、有关的财产权利证明、身份和联系方式等"},
			{Name: "申请日期", Type: form.Date},
		},
		parts: []form.Part{
			partyParts("申请人"),
			{Level: 1, Text: "申请事项"},
			{Text: "请求裁定确认申请人于{达成日期}经{调解委员会}调解达成的[{协议编号}]{协议形式}调解协议有效。"},
			{Level: 1, Text: "事实和理由"},
			{Text: "申请人因{纠纷事由}，经{调解委员会}调解，于{达成日期}自愿达成调解协议，协议自{生效日期}起生效。协议内容如下："},
			{Each: "协议内容", Items: true, Text: "{项}"},
			{Text: "[{履行情况}。]依照" + mediationLaw + "第三十三条、" + procedureLaw + "第二百零五条的规定，共同提出申请，请予确认。"},
			{Level: 1, Text: "提交的材料"}, {Each: "材料", Items: true, Text: "{项}"},
			{Text: "此致"}, {Set: form.Flush, Text: "{法院}"},
			signing("申请人", signHere, partiesSign("{名称}[（{代表身份}{代表人}）]")),
			{Set: form.Right, Text: "[{申请日期}]"},
		},
	}.spec()
}
