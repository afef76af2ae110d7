package form

import "github.com/fazhi-go/fazhi/gongwen"

const review = "《中华人民共和国行政复议法》"

// ReconsiderationDecision returns the skeleton of a decision on a reconsideration case (行政复议决定书): 行政复议法 (2023)
// art. 75 has it made in writing under the seal of the organ and lets it take effect when it is served; art. 63 to 69 are
// the outcomes, and the basis follows the one chosen; it is art. 70 where the respondent did not reply and loses for that.
// A case in which a third party then gave the evidence, and decisions under art. 71 and 72, need outcomes of their own in
// Spec.Fields and Spec.Laws. The way to court (救济途径) is written by the caller, since it differs. Package
// reconsideration/documents has a document for each outcome, under this law and the one before.
func ReconsiderationDecision() Spec {
	return Spec{
		Name: "行政复议决定书", Kind: Decision, Format: Format(gongwen.General),
		Doc: "行政复议法第六十三条至第七十条、第七十五条",
		Fields: []Field{
			{Name: "文号", Type: Number, Required: true},
			{Name: "复议机关", Required: true, Doc: "以谁的名义作出，加盖谁的印章"},
			partyList("申请人", true),
			{Name: "被申请人", Required: true},
			{Name: "被申请人住所"},
			{Name: "被申请人负责人", Doc: "法定代表人或者主要负责人的姓名和职务"},
			partyList("第三人", false),
			{Name: "申请事由", Required: true, Doc: "如：不服被申请人作出的某决定"},
			{Name: "受理日期", Type: Date, Required: true},
			{Name: "复议请求", Required: true, Doc: "末尾不加句号"},
			{Name: "申请人意见", Type: Passage, Required: true},
			{Name: "被申请人意见", Type: Passage, Doc: "没有答复的不填"},
			{Name: "第三人意见", Type: Passage},
			{Name: "查明事实", Type: Passage, Required: true},
			{Name: "认定理由", Type: Passage, Required: true},
			{Name: "结果", Type: Choice, Required: true, Choices: outcomes()},
			{Name: "决定内容", Type: List, Required: true, Doc: "每项一句，末尾加句号"},
			{Name: "救济途径", Required: true, Doc: "不服决定的，多少日内向哪个法院起诉；或者本决定为最终裁决"},
			{Name: "决定日期", Type: Date, Required: true},
		},
		Laws:   outcomeLaws(),
		Mark:   "{复议机关}",
		Number: "文号",
		Title:  "行政复议决定书",
		Parts: []Part{
			{Each: "申请人", Text: partyLine("申请人")},
			{Text: "被申请人：{被申请人}[，住所地：{被申请人住所}][，负责人：{被申请人负责人}]。"},
			{Each: "第三人", Text: partyLine("第三人")},
			{Text: "申请人{申请事由}，向本机关申请行政复议。本机关于{受理日期}依法受理，现已审理终结。"},
			{Text: "申请人请求：{复议请求}。"},
			{Text: "申请人称：{申请人意见}"},
			{If: []string{"被申请人意见"}, Text: "被申请人称：{被申请人意见}"},
			{If: []string{"!被申请人意见"}, Text: "被申请人没有提出书面答复。"},
			{If: []string{"第三人意见"}, Text: "第三人称：{第三人意见}"},
			{Text: "经审理查明：{查明事实}"},
			{Text: "本机关认为：{认定理由}"},
			{Text: "综上，根据{依据}的规定，本机关决定："},
			{Each: "决定内容", Text: "{项}"},
			{Text: "{救济途径}"},
		},
		Sign: Sign{Organs: []string{"{复议机关}"}, Date: "决定日期", Seal: true},
	}
}

func outcomes() []string {
	return []string{"变更", "撤销", "部分撤销", "确认违法", "责令履行", "确认无效", "维持", "驳回请求"}
}

func outcomeLaws() []Law {
	const replied, silent = "被申请人意见", "!被申请人意见"
	return []Law{
		{If: []string{"结果=变更"}, Text: review + "第六十三条"},
		{If: []string{"结果=撤销|部分撤销", replied}, Text: review + "第六十四条"},
		{If: []string{"结果=确认违法", replied}, Text: review + "第六十五条"},
		{If: []string{"结果=责令履行", replied}, Text: review + "第六十六条"},
		{If: []string{"结果=确认无效", replied}, Text: review + "第六十七条"},
		{If: []string{"结果=撤销|部分撤销|确认违法|责令履行|确认无效", silent}, Text: review + "第七十条"},
		{If: []string{"结果=维持"}, Text: review + "第六十八条"},
		{If: []string{"结果=驳回请求"}, Text: review + "第六十九条"},
	}
}

// partyList is a list of people or organisations.
func partyList(name string, required bool) Field {
	return Field{Name: name, Type: List, Required: required, Of: []Field{
		{Name: "名称", Type: Person, Required: true, Doc: "姓名或者名称"},
		{Name: "性别"},
		{Name: "出生日期", Type: Date},
		{Name: "号码", Type: ID, Doc: "公民身份号码"},
		{Name: "住址", Doc: "住址或者住所"},
		{Name: "代表人", Type: Person, Doc: "法定代表人或者负责人"},
		{Name: "代理人", Type: Person},
	}}
}

func partyLine(label string) string {
	return label + "：{名称}[，{性别}][，{出生日期}出生][，公民身份号码{号码}][，住{住址}]" +
		"[，法定代表人（负责人）：{代表人}][，委托代理人：{代理人}]。"
}
