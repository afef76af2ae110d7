package form

import "github.com/fazhi-go/fazhi/gongwen"

// RepeatReminder returns the letter that asks an organ to look at files that may repeat each other, or another organ's
// (关于规避重复执法风险的提醒函; 行政处罚法 art. 25 and 29, 行政强制法 art. 23 para. 2, 国办发〔2024〕54号). It says what two files have in
// common and what to check, and draws no conclusion. No published form was found; the wording is this package's own.
func RepeatReminder() Spec {
	return Spec{
		Name: "规避重复执法风险提醒函", Kind: Remind, Format: Format(gongwen.Letter),
		Doc: "比对执法信息后，提醒执法机关核查可能重复的执法",
		Fields: []Field{
			{Name: "文号", Type: Number, Required: true},
			{Name: "发函单位", Required: true},
			{Name: "收函单位", Required: true, Doc: "被提醒的执法机关"},
			{Name: "信息来源", Doc: "如：行政执法平台"},
			{Name: "提示事项", Type: List, Required: true, Of: []Field{
				{Name: "文件", Required: true, Doc: "两份案卷或者检查的编号和机关，不写当事人"},
				{Name: "情形", Required: true, Doc: "相同之处，末尾不加句号"},
				{Name: "缺少信息"},
				{Name: "依据条款", Required: true, Doc: "对照哪一条核查"},
			}},
			{Name: "办理要求", Type: List, Required: true, Doc: "请核查什么，每项一句，末尾加句号"},
			{Name: "反馈日期", Type: Date, Required: true},
			{Name: "联系人"}, {Name: "联系电话"},
			{Name: "落款日期", Type: Date, Required: true},
			{Name: "抄送", Type: List},
		},
		Mark: "{发函单位}", Number: "文号",
		Title: "关于规避重复执法风险的提醒函", To: "{收函单位}",
		Parts: []Part{
			{Text: "[根据{信息来源}的信息，]经比对，你单位办理的下列事项与其他事项有相同之处，请予核查。"},
			{Level: 1, Text: "提示事项"},
			{Each: "提示事项", Text: "{序}.{文件}：{情形}[（{缺少信息}没有填报，未能比对）]。请对照{依据条款}核查。"},
			{Level: 1, Text: "核查事项"},
			{Each: "办理要求", Items: true, Text: "{项}"},
			{Level: 1, Text: "反馈要求"},
			{Text: "以上只是信息比对的提示，不是对有关案件和检查的认定。请你单位于{反馈日期}前（含当日）书面反馈核查情况；经核查不属于重复的，说明理由。"},
			{If: []string{"联系人"}, Text: "联系人：{联系人}[，联系电话：{联系电话}]。"},
			{If: []string{"!联系人", "联系电话"}, Text: "联系电话：{联系电话}。"},
			{Text: "特此函告。"},
		},
		Sign:   Sign{Organs: []string{"{发函单位}"}, Date: "落款日期", Seal: true},
		CopyTo: []string{"{抄送}"},
	}
}
