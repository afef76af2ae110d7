package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Application returns the application of a party (人民调解申请书; 人民调解法第十七条). The parties are the applicants first.
func Application() form.Spec {
	return paper{
		name: "人民调解申请书", kind: form.Circulation, doc: "人民调解法第十七条", unsigned: true,
		fields: []form.Field{
			partyField(), matterField(),
			{Name: fieldFacts, Type: form.Passage, Required: true},
			{Name: "申请事项", Type: form.List, Required: true, Doc: "每项一句，末尾加句号"},
		},
		parts: []form.Part{
			partyParts("当事人"),
			{Level: 1, Text: "纠纷简要情况"}, {Text: "纠纷事由：{纠纷事由}。"}, {Text: "{主要事实}"},
			{Level: 1, Text: "申请事项"}, {Each: "申请事项", Items: true, Text: "{项}"},
			{Text: "特向{调解委员会}申请调解。申请人已经知道，调解遵循自愿原则，不收取费用。"},
			signing("申请人", signHere, roleSigns("")),
		},
	}.spec()
}

// The ways in which a dispute comes to a committee, as the registration has them.
const (
	byApplication = "当事人申请"
	byCommittee   = "主动调解"
	byReferral    = "移送、委派、委托"
)

// Registration returns the form on which a dispute is registered (人民调解受理登记表): its category, whether it came by ① application,
// ② the committee's own initiative or ③ referral, and what it is about. The form of 2010 is known to have ① and ②. Who registers signs,
// and the parties do; it bears no seal.
func Registration() form.Spec {
	boxes := func(chosen string) string { return "案件来源=" + chosen }
	return paper{
		name: "人民调解受理登记表", kind: form.Circulation, doc: "人民调解法第十七条、第二十七条", unsigned: true,
		fields: []form.Field{
			partyField(), matterField(), {Name: "纠纷类型", Required: true},
			{Name: "案件来源", Type: form.Choice, Required: true, Choices: []string{byApplication, byCommittee, byReferral}},
			{Name: "来源细目", Doc: "移送、委派、委托的，填来源的种类"}, {Name: "移送单位", When: []string{boxes(byReferral)}},
			{Name: fieldFacts, Type: form.Passage, Required: true}, {Name: "当事人意见", Doc: "各方是否同意调解"},
			{Name: "受理日期", Type: form.Date, Required: true}, mediatorField(), {Name: "登记备注"},
		},
		parts: []form.Part{
			partyTable(),
			facts(
				fact(fieldCommittee, "{调解委员会}"), fact("纠纷事由", "{纠纷事由}"), fact("纠纷类型", "{纠纷类型}"),
				form.Row{If: []string{boxes(byApplication)}, Cells: []string{"案件来源", "①申请（√）　②主动（　）　③移送（　）"}},
				form.Row{If: []string{boxes(byCommittee)}, Cells: []string{"案件来源", "①申请（　）　②主动（√）　③移送（　）"}},
				form.Row{If: []string{boxes(byReferral)}, Cells: []string{"案件来源", "①申请（　）　②主动（　）　③移送（√）"}},
				form.Row{If: []string{boxes(byReferral)}, Cells: []string{"移送单位", "{移送单位}[（{来源细目}）]"}},
				fact("受理日期", "{受理日期}"), fact("人民调解员", "{调解员}"), fact("当事人意见", "{当事人意见}"), fact("备注", "{登记备注}"),
			),
			{Text: "纠纷简要情况：{主要事实}"},
			signing("签名人", signHere, partiesSign(wholeSign), roleSigns("登记人")),
		},
	}.spec()
}

// Acceptance returns the notice that a dispute is accepted (受理通知书).
func Acceptance() form.Spec {
	return paper{
		name: "人民调解受理通知书", kind: form.Notice, doc: "人民调解法第四条、第十七条、第十九条、第二十三条", to: "{当事人}",
		fields: []form.Field{
			nameField(), matterField(), {Name: "受理日期", Type: form.Date, Required: true}, mediatorField(),
			{Name: "指定方式", Type: form.Choice, Required: true, Choices: []string{"指定", "由当事人选择"}, Doc: "人民调解员怎样产生"},
			{Name: "期限规定", Doc: "调解期限及其依据，如：依照某规定，一般应当在一个月内调解结束；没有的不填，末尾不加句号"},
			{Name: "首次日期", Type: form.Date}, {Name: "首次地点"}, {Name: "携带材料", Type: form.List}, {Name: "联系电话", Doc: "人民调解委员会的办公电话"},
		},
		parts: slices.Concat([]form.Part{
			{Text: "{纠纷事由}一案，本人民调解委员会于{受理日期}受理，现将有关事项通知如下："},
			{If: []string{"指定方式=指定"}, Text: "本案指定{调解员}为人民调解员。你方可以接受，也可以要求另行选择人民调解员。"},
			{If: []string{"指定方式=由当事人选择"}, Text: "当事人选择{调解员}为本案的人民调解员。"},
			{If: []string{"首次日期"}, Text: "定于{首次日期}[在{首次地点}]进行首次调解，请准时参加；不能参加的，请提前告知。"},
			{If: []string{"携带材料"}, Text: "请携带{携带材料}。"},
			{Text: "[{期限规定}。]"},
			{Text: "调解遵循自愿、平等原则，不收取任何费用。你方可以拒绝调解，也可以在调解中要求终止调解；调解不妨碍你方依法通过仲裁、行政、司法等途径维护权利。"},
			{Text: "[联系电话：{联系电话}。]"}, {Text: "特此通知。"},
		}),
	}.spec()
}

// The grounds on which a dispute is not accepted.
const (
	refusesOne  = "一方明确拒绝调解"
	notOurs     = "不属于人民调解的范围"
	otherOffice = "其他机关已经受理或者处理"
	otherReason = "其他"

	reasoned = "情形=" + notOurs + "|" + otherOffice + "|" + otherReason
)

// Refusal returns the letter that a dispute is not accepted, and which ways there are (不予受理告知书). 人民调解法 has one ground, that a
// party clearly refuses (第十七条); others rest on rules that the caller names.
func Refusal() form.Spec {
	return paper{
		name: "人民调解不予受理告知书", kind: form.Notice, doc: "人民调解法第三条、第十七条", to: "{当事人}",
		fields: slices.Concat([]form.Field{
			nameField(), matterField(), {Name: "收到日期", Type: form.Date, Required: true, Doc: "收到申请或者移送之日"},
			{Name: "情形", Type: form.Choice, Required: true, Choices: []string{refusesOne, notOurs, otherOffice, otherReason}},
			{Name: "理由", When: []string{reasoned}, Doc: "末尾不加句号"},
			{Name: "理由依据", Doc: "法律、法规、规章的条款；没有的不填"},
		}, wayFields()),
		parts: slices.Concat([]form.Part{
			{Text: "关于{纠纷事由}的调解申请或者移送材料，本人民调解委员会于{收到日期}收到。"},
			{If: []string{"情形=" + refusesOne}, Text: "一方当事人明确拒绝调解。[{理由}。]依照" + mediationLaw + "第十七条的规定，不予受理。"},
			{If: []string{reasoned}, Text: "{理由}。[依照{理由依据}，]本人民调解委员会不予受理。"},
		}, wayParts(), []form.Part{{Text: "特此告知。"}}),
	}.spec()
}

// wayFields ask for the ways that are left (人民调解法第二十六条).
func wayFields() []form.Field {
	return []form.Field{
		{Name: "途径", Type: form.List, Required: true, Doc: "仲裁、行政、司法"},
		{Name: "途径说明", Type: form.List, Doc: "向哪个机关、在什么期限内提出，每项一句，末尾加句号"},
	}
}

func wayParts() []form.Part {
	return []form.Part{
		{Text: "当事人可以依法通过{途径}等途径维护自己的权利。"},
		{If: []string{"途径说明"}, Text: "具体途径如下："},
		{Each: "途径说明", Items: true, Text: "{项}"},
	}
}
