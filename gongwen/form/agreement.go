package form

import "github.com/fazhi-go/fazhi/gongwen"

// MediationAgreement returns an agreement reached before a people's mediation committee (人民调解协议书). It holds what
// 人民调解法 art. 29 lists: the parties; the facts, the matters in dispute and who answers for what; what was agreed, how
// and by when it is done. It takes effect when the parties have signed, sealed or left a fingerprint, the mediator has
// signed and the committee has sealed (art. 29 para. 2); that is why these places stay open. The copies are those of the
// same paragraph, the hint on confirmation by a court (司法确认) that of art. 33.
func MediationAgreement() Spec {
	return Spec{
		Name: "人民调解协议书", Kind: Agreement, Format: Format(gongwen.General),
		Doc: "人民调解法第二十八条、第二十九条、第三十三条",
		Fields: []Field{
			{Name: "编号", Doc: "如：（2024）某人调字第1号"},
			{Name: "当事人", Type: List, Required: true, Of: []Field{
				{Name: "名称", Type: Person, Required: true, Doc: "姓名或者名称"},
				{Name: "性别"}, {Name: "民族"},
				{Name: "号码", Type: ID, Doc: "公民身份号码"},
				{Name: "住址"},
				{Name: "电话", Type: Phone},
				{Name: "代表人", Type: Person},
			}},
			{Name: "主要事实", Type: Passage, Required: true},
			{Name: "争议事项", Type: Passage, Required: true},
			{Name: "各方责任", Type: Passage, Doc: "各方不作认定的不填"},
			{Name: "协议内容", Type: List, Required: true, Doc: "每项一句，末尾加句号"},
			{Name: "金额", Type: Money, Doc: "协议涉及的金额"},
			{Name: "履行方式", Required: true},
			{Name: "履行期限", Required: true},
			{Name: "调解员", Type: List, Required: true},
			{Name: "调解委员会", Required: true},
			{Name: "签订日期", Type: Date, Required: true},
		},
		Title: "人民调解协议书",
		Parts: agreementParts(),
		Sign:  Sign{Organs: []string{"{调解委员会}"}, Date: "签订日期", Seal: true},
	}
}

func agreementParts() []Part {
	return []Part{
		{If: []string{"编号"}, Set: Right, Text: "{编号}"},
		{Each: "当事人", Text: "当事人{序}：{名称}[，{性别}][，{民族}][，公民身份号码{号码}][，住{住址}][，电话{电话}][，代表人：{代表人}]。"},
		{Level: 1, Text: "纠纷主要事实"},
		{Text: "{主要事实}"},
		{Level: 1, Text: "争议事项"},
		{Text: "{争议事项}"},
		{If: []string{"各方责任"}, Level: 1, Text: "各方当事人的责任"},
		{If: []string{"各方责任"}, Text: "{各方责任}"},
		{Level: 1, Text: "协议内容"},
		{Text: "经{调解委员会}调解，各方当事人自愿达成如下协议："},
		{Each: "协议内容", Items: true, Text: "{项}"},
		{If: []string{"金额"}, Text: "协议涉及金额{金额:大小写}。"},
		{Level: 1, Text: "履行方式和期限"},
		{Text: "履行方式：{履行方式}。"},
		{Text: "履行期限：{履行期限}。"},
		{Level: 1, Text: "效力"},
		{Text: "本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，由当事人各执一份，人民调解委员会留存一份。各方认为有必要的，可以自本协议生效之日起三十日内共同向人民法院申请司法确认。"},
		{Each: "当事人", Set: Flush, Text: "当事人{序}（签名、盖章或者按指印）："},
		{Each: "调解员", Set: Flush, Text: "人民调解员（签名）："},
	}
}
