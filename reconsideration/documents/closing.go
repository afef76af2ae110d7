package documents

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// closing are the documents that close a case without a decision on the merits.
func closing() []Document {
	return []Document{
		{Key: "mediation", Series: "行复调", Outcomes: []string{"调解"}, Spec: mediation()},
		{Key: "termination", Series: "行复终", Outcomes: []string{"和解终止", "撤回终止", "改变后撤回终止", "其他终止"}, Spec: termination()},
	}
}

// mediation returns the record of mediation (行政复议调解书): in force when all parties have signed or sealed and the organ has
// sealed (art. 73), so the places stay open. Its contents are those of 行政复议法实施条例 art. 50.
func mediation() form.Spec {
	return form.Spec{
		Name: "行政复议调解书", Kind: form.Agreement, Format: form.Format(gongwen.General), Doc: "行政复议法第五条、第七十三条，行政复议法实施条例第五十条",
		Fields: mediationFields(),
		Laws:   both(law+"第五条、第七十三条第一款", rules+"第五十条"),
		Mark:   "{复议机关}", Number: "文号", Title: "行政复议调解书",
		Parts: mediationParts(),
		Sign:  form.Sign{Organs: []string{"{复议机关}"}, Date: "落款日期", Seal: true},
	}
}

func mediationFields() []form.Field {
	return []form.Field{
		{Name: "文号", Type: form.Number, Required: true},
		{Name: organ, Required: true, Doc: "加盖谁的印章"},
		oldLawField(),
		people("申请人", true),
		{Name: "被申请人", Required: true},
		{Name: "被申请人住所"},
		{Name: "被申请人负责人", Doc: "法定代表人或者主要负责人的姓名和职务"},
		people("第三人", false),
		{Name: "申请事由", Required: true, Doc: "如：不服被申请人作出的某决定"},
		{Name: "受理日期", Type: form.Date, Required: true},
		{Name: "复议请求", Required: true, Doc: "末尾不加句号"},
		{Name: "事实和理由", Type: form.Passage, Required: true},
		{Name: "调解结果", Type: form.List, Required: true, Doc: "每项一句，末尾加句号"},
		{Name: "金额", Type: form.Money, Doc: "调解结果涉及的金额"},
		{Name: "案件编号", Doc: "一案一码"},
		{Name: "落款日期", Type: form.Date, Required: true},
	}
}

func mediationParts() []form.Part {
	return []form.Part{
		{Each: "申请人", Text: person("申请人")},
		{Text: "被申请人：{被申请人}[，住所地：{被申请人住所}][，负责人：{被申请人负责人}]。"},
		{Each: "第三人", Text: person("第三人")},
		{Text: "申请人{申请事由}，向本机关申请行政复议，本机关于{受理日期}依法受理。"},
		{Text: "申请人请求：{复议请求}。"},
		{Text: "事实和理由：{事实和理由}"},
		{Text: "根据{依据}的规定，经本机关主持调解，当事人自愿达成如下协议："},
		{Each: "调解结果", Items: true, Text: "{项}"},
		{If: []string{"金额"}, Text: "协议涉及金额{金额:大小写}。"},
		{If: []string{current}, Text: "上述协议不损害国家利益、社会公共利益和他人合法权益，不违反法律、法规的强制性规定，本机关予以确认。"},
		{If: []string{oldLaw}, Text: "上述协议不损害国家利益、社会公共利益和他人合法权益，本机关予以确认。"},
		{If: []string{current}, Text: "本调解书经各方当事人签字或者签章，并加盖本机关印章，即具有法律效力。"},
		{If: []string{oldLaw}, Text: "本调解书加盖本机关印章，经双方当事人签字，即具有法律效力。"},
		{Text: "[案件编号：{案件编号}。]"},
		{Each: "申请人", Set: form.Flush, Text: "申请人（签字或者签章）："},
		{Set: form.Flush, Text: "被申请人（签章）："},
		{Each: "第三人", Set: form.Flush, Text: "第三人（签字或者签章）："},
	}
}

// terminations are the cases of art. 41.
func terminations() []ground {
	now, before := law+"第四十一条", rules+"第四十二条第一款"
	return []ground{
		{"撤回申请", now + "第一项", before + "第一项"},
		{"和解撤回", now + "第一项、第七十四条第二款", before + "第四项"},
		{"申请人死亡", now + "第二项", before + "第二项"},
		{"申请人组织终止", now + "第三项", before + "第三项"},
		{"采取刑事强制措施", now + "第四项", before + "第五项"},
		{"中止满六十日", now + "第五项", rules + "第四十二条第二款"},
	}
}

func termination() form.Spec {
	return letter{
		name: "行政复议终止决定书", doc: "行政复议法第四十一条、第七十四条", kind: form.Decision, issuer: organ, to: parties, old: true,
		fields: toParties(
			form.Field{Name: "终止情形", Type: form.Choice, Required: true, Choices: names(terminations())},
			form.Field{Name: "终止事实", Required: true, Doc: "末尾不加句号"},
			form.Field{Name: "终止日期", Type: form.Date, Required: true},
			form.Field{Name: "法院", Doc: "告知起诉的填；法律没有要求告知"},
		),
		laws: articles("终止情形", true, terminations()),
		parts: []form.Part{
			{Text: accepted + "现因{终止事实}，根据{依据}的规定，本机关决定自{终止日期}起终止行政复议。"},
			{If: []string{current, "终止情形=和解撤回"}, Text: notAgain + "能够证明撤回申请违背其真实意愿的除外。"},
			{If: []string{current, "终止情形=撤回申请"}, Text: withdrawn},
			{If: []string{oldLaw, "终止情形=撤回申请|和解撤回"}, Text: withdrawn},
			{If: []string{"法院"}, Text: "如不服本决定，可以自收到本决定书之日起十五日内向{法院}提起行政诉讼。"},
		},
	}.spec()
}

// Whoever withdrew does not apply again: after a settlement by art. 74 para. 2, else by 行政复议法实施条例 art. 38 para. 2.
const (
	notAgain  = "申请人不得再以同一事实和理由提出行政复议申请，但是"
	withdrawn = "根据" + rules + "第三十八条第二款的规定，" + notAgain + "能够证明撤回申请违背其真实意思表示的除外。"
)
