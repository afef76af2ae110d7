package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Rights returns the paper that tells the parties of their rights and duties (权利义务告知书), which they sign.
func Rights() form.Spec {
	return paper{
		name: "人民调解权利义务告知书", kind: form.Notice, doc: "人民调解工作若干规定第三十条；人民调解法第三条、第四条、第十五条、第二十三条、第二十四条、第三十一条至第三十三条", to: "{当事人}",
		fields: []form.Field{nameField(), matterField()},
		parts: slices.Concat([]form.Part{
			{Text: "{纠纷事由}由本人民调解委员会调解。依照" + mediationLaw + "，现告知你方在调解中的权利和义务："},
			{Level: 1, Text: "权利"},
		}, lines(
			"选择人民调解员，或者接受指定的人民调解员；",
			"接受调解、拒绝调解，或者要求终止调解；",
			"要求调解公开进行，或者不公开进行；",
			"自主表达意愿，自愿达成调解协议。",
		), []form.Part{{Level: 1, Text: "义务"}}, lines(
			"如实陈述纠纷事实；",
			"遵守调解现场秩序，尊重人民调解员；",
			"尊重对方当事人行使权利。",
		), []form.Part{{Level: 1, Text: "其他事项"}}, lines(
			"人民调解不收取任何费用；人民调解员不得偏袒一方当事人、侮辱当事人、索取或者收受财物、泄露当事人的个人隐私和商业秘密。",
			"达成的调解协议具有法律约束力，应当按照约定履行；认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认；就协议的履行或者内容发生争议的，可以向人民法院提起诉讼。",
			"调解不成的，可以依法通过仲裁、行政、司法等途径维护权利。",
		), []form.Part{
			{Text: "上述内容已经告知，本人已经知道。"},
			signing("当事人", signHere, partiesSign("{项}")),
		}),
	}.spec()
}

// lines are fixed paragraphs, numbered by hand since a list of a form holds values only.
func lines(texts ...string) []form.Part {
	out := make([]form.Part, len(texts))
	for i, text := range texts {
		out[i] = form.Part{Text: string(rune('1'+i)) + "." + text}
	}
	return out
}

// Record returns the record of one talk (调解记录; 人民调解法第二十七条). What was said is filled in by whoever took it down.
func Record() form.Spec {
	return paper{
		name: "人民调解记录", kind: form.Circulation, doc: "人民调解法第二十条、第二十七条", unsigned: true,
		fields: []form.Field{
			nameField(), matterField(), {Name: "次序", Doc: "如：第二次"}, {Name: "调解日期", Type: form.Date, Required: true},
			{Name: "起止时间", Doc: "如：9时至10时30分"}, {Name: "方式", Type: form.Choice, Required: true, Choices: []string{"现场调解", "在线调解"}},
			{Name: "地点", When: []string{"方式=现场调解"}}, mediatorField(), {Name: "参与人", Type: form.List}, {Name: "记录人"},
			{Name: "记录内容", Type: form.Passage, Required: true}, {Name: "结果", Type: form.Choice, Required: true, Choices: talkOutcomes()},
		},
		parts: []form.Part{
			facts(
				fact(fieldCommittee, "{调解委员会}"), fact("纠纷事由", "{纠纷事由}[（{次序}调解）]"), fact("时间", "{调解日期}[{起止时间}]"), fact("地点", "{方式}[，{地点}]"),
				fact("当事人", "{当事人}"), fact("人民调解员", "{调解员}"), fact("参与人", "{参与人}"), fact("记录人", "{记录人}"),
				fact("调解结果", "{结果}"),
			),
			{Level: 1, Text: "记录"}, {Text: "{记录内容}"}, {Text: "以上记录已经当事人阅读或者向当事人宣读，没有错误。"},
			signing("签名人", signHere, partiesSign("当事人：{项}"), form.Row{Each: "参与人", Cells: []string{"参与人：{项}", "", signDate}}, mediatorsSign(), roleSigns("记录人")),
		},
	}.spec()
}

func talkOutcomes() []string { return []string{"继续调解", "达成协议", "未达成协议"} }

// Inquiry returns the record of an inquiry (调查记录).
func Inquiry() form.Spec {
	return paper{
		name: "人民调解调查记录", kind: form.Circulation, doc: "人民调解法第二十一条、第二十七条", unsigned: true,
		fields: []form.Field{
			matterField(), {Name: "调查日期", Type: form.Date, Required: true}, {Name: "起止时间"}, {Name: "地点", Required: true},
			{Name: "调查人", Type: form.List, Required: true}, {Name: "记录人"}, {Name: "被调查人", Type: form.Person, Required: true},
			{Name: "被调查人情况", Doc: "性别、年龄、单位、住所、与当事人的关系等"}, {Name: "调查内容", Type: form.Passage, Required: true},
		},
		parts: []form.Part{
			facts(slices.Concat(same(fieldCommittee, fieldMatter), []form.Row{fact("时间", "{调查日期}[{起止时间}]")},
				same("地点", "调查人", "记录人", "被调查人"), []form.Row{fact("基本情况", "{被调查人情况}")})...),
			{Level: 1, Text: "记录"}, {Text: "{调查内容}"}, {Text: "以上记录已经被调查人阅读或者向其宣读，没有错误。"},
			signing("签名人", signHere, roleSigns("被调查人：{被调查人}"), form.Row{Each: "调查人", Cells: []string{"调查人：{项}", "", signDate}}, roleSigns("记录人")),
		},
	}.spec()
}

// Visit returns the record of a visit after the agreement (回访记录): performance, satisfaction, hidden trouble. 人民调解法第三十一条
// has the committee watch over performance.
func Visit() form.Spec {
	return paper{
		name: "人民调解回访记录", kind: form.Circulation, doc: "人民调解法第三十一条", unsigned: true,
		fields: []form.Field{
			nameField(), matterField(), {Name: "协议日期", Type: form.Date}, {Name: "回访日期", Type: form.Date, Required: true},
			{Name: "回访方式", Doc: "上门、电话等"}, {Name: "被回访人", Type: form.Person}, {Name: "回访人", Type: form.List, Required: true},
			{Name: "履行情况", Type: form.Choice, Required: true, Choices: []string{"履行完毕", "部分履行", "未履行"}},
			{Name: "满意程度", Type: form.Choice, Choices: []string{"满意", "基本满意", "不满意"}},
			{Name: "隐患", Type: form.Choice, Required: true, Choices: []string{"没有发现", "有隐患"}},
			{Name: "隐患措施", When: []string{"隐患=有隐患"}}, {Name: "回访内容", Type: form.Passage},
		},
		parts: []form.Part{
			facts(slices.Concat(same(fieldCommittee, fieldMatter, "当事人", "协议日期", "回访日期", "回访方式", "被回访人", "回访人", "履行情况", "满意程度", "隐患"),
				[]form.Row{{If: []string{"隐患=有隐患"}, Cells: []string{"隐患措施", "{隐患措施}"}}})...),
			{If: []string{"回访内容"}, Level: 1, Text: "回访内容"}, {If: []string{"回访内容"}, Text: "{回访内容}"},
			signing("签名人", "签名", roleSigns("被回访人"), form.Row{Each: "回访人", Cells: []string{"回访人：{项}", "", signDate}}),
		},
	}.spec()
}
