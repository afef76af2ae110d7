package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Agreement returns the agreement reached before a committee (人民调解协议书). It holds what 人民调解法第二十九条第一款 lists: the
// parties; the facts, the matters in dispute and who answers for what; what was agreed, how and by when it is done. The places
// for the signatures and the seal stay open, because with them it takes effect (第二款).
func Agreement() form.Spec {
	return paper{
		name: "人民调解协议书", kind: form.Agreement, numbered: true,
		doc: "人民调解法第二十八条、第二十九条、第三十一条、第三十三条；医疗纠纷并依医疗纠纷预防和处理条例第三十九条第一款",
		fields: slices.Concat([]form.Field{partyField(), matterField()}, contentFields(), []form.Field{
			{Name: "份数", Doc: "汉字，如：三；不少于当事人人数加一"},
			mediatorField(),
			{Name: "参与人", Type: form.List, Doc: "受邀参与调解的人"},
		}),
		parts: slices.Concat([]form.Part{partyParts("当事人")}, contentParts(), []form.Part{
			{Level: 1, Text: "效力"},
			{Text: "本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，具有法律约束力，各方当事人应当按照约定履行。" +
				"各方认为有必要的，可以自生效之日起三十日内共同向有管辖权的人民法院申请司法确认。"},
			{Text: "本协议[一式{份数}份，]由当事人各执一份，人民调解委员会留存一份。"},
			signing("签名人", signHere, partiesSign(wholeSign), mediatorsSign(), form.Row{Each: "参与人", Cells: []string{"参与人：{项}", "", signDate}}, roleSigns("记录人")),
		}),
	}.spec()
}

// contentFields are what was in dispute and what was agreed.
func contentFields() []form.Field {
	return []form.Field{
		{Name: fieldFacts, Type: form.Passage, Required: true, Doc: "纠纷的主要事实；争议事项没有另填的，一并写明"},
		{Name: "争议事项", Type: form.Passage},
		{Name: "各方责任", Type: form.Passage, Doc: "各方不作认定的不填"},
		{Name: "协议内容", Type: form.List, Required: true, Doc: "每项一句，末尾加句号"},
		{Name: "金额", Type: form.Money, Doc: "协议涉及的金额"},
		{Name: "履行方式", Required: true, Doc: "末尾不加句号"},
		{Name: "履行期限", Type: form.Date, When: []string{"!履行安排", "!期限说明"}, Doc: "履行的最后一日"},
		{Name: "期限说明", Doc: "不是确定日期的期限，如：即时履行；末尾不加句号"},
		{Name: "履行安排", Type: form.List, Doc: "分项、分期履行的", Of: []form.Field{
			{Name: "内容", Required: true}, {Name: "期限", Type: form.Date}, {Name: "数额", Type: form.Money},
		}},
	}
}

func contentParts() []form.Part {
	return []form.Part{
		{Level: 1, Text: "纠纷主要事实、争议事项"},
		{Text: "纠纷事由：{纠纷事由}。"},
		{Text: "{主要事实}"},
		{If: []string{"争议事项"}, Text: "争议事项：{争议事项}"},
		{If: []string{"各方责任"}, Level: 1, Text: "各方当事人的责任"},
		{If: []string{"各方责任"}, Text: "{各方责任}"},
		{Level: 1, Text: "协议内容"},
		{Text: "经{调解委员会}调解，各方当事人自愿达成如下协议："},
		{Each: "协议内容", Items: true, Text: "{项}"},
		{If: []string{"金额"}, Text: "协议涉及金额{金额:大小写}。"},
		{Level: 1, Text: "履行的方式和期限"},
		{Text: "履行方式：{履行方式}。"},
		{If: []string{"履行期限"}, Text: "履行期限：{履行期限}前（含当日）履行完毕。"},
		{If: []string{"期限说明"}, Text: "履行期限：{期限说明}。"},
		{If: []string{"履行安排"}, Text: "各项履行安排如下："},
		{If: []string{"履行安排"}, Table: &form.Table{Header: []string{"序号", "履行内容", "金额", "履行期限"}, Widths: []int{2, 8, 6, 6}, Rows: []form.Row{
			{Each: "履行安排", Cells: []string{"{序}", "{内容}", "{数额}", "{期限}"}},
		}}},
	}
}

// OralAgreement returns the form on which a mediator writes down what was agreed orally (口头协议登记表; 人民调解法第二十八条). Such an
// agreement has effect from the day of the agreement (第三十条), so that its date is that one.
func OralAgreement() form.Spec {
	return paper{
		name: "人民调解口头协议登记表", kind: form.Circulation, doc: "人民调解法第二十八条、第三十条",
		fields: slices.Concat([]form.Field{partyField(), matterField()}, contentFields(), []form.Field{
			{Name: "达成日期", Type: form.Date, Required: true, Doc: "达成口头协议之日"}, mediatorField(),
		}),
		parts: slices.Concat([]form.Part{partyTable()}, contentParts(), []form.Part{
			{Text: "各方当事人认为无需制作调解协议书，于{达成日期}达成上述口头协议。口头协议自达成之日起生效。"},
			signing("登记人", "签名", mediatorsSign()),
		}),
	}.spec()
}

// partyTable writes the parties as a table.
func partyTable() form.Part {
	return form.Part{Table: &form.Table{
		Header: []string{"当事人", "证件号码", "住所、电话", "代表人"}, Widths: []int{5, 11, 8, 8}, Rows: []form.Row{
			{Each: fieldParties, Cells: []string{"{名称}[（{性别}）][，{民族}][，{职业}]", "[{号码}][{信用代码}]", "[{住址}][ {电话}]", "[{代表身份}：{代表人}]"}},
		},
	}}
}
