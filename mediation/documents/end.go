package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// The ways in which mediation ends without agreement, as dispute.Ending has them.
const (
	endFailed    = "调解不成"
	endRefused   = "一方拒绝"
	endWithdrawn = "当事人撤回"
	endNotOurs   = "不应受理"
	endLate      = "超过期限"
	endOther     = "其他"
)

// End returns the letter that mediation is over without agreement, and which ways there are (终止调解告知书; 人民调解法第二十六条). That a
// dispute should not have been accepted, and other reasons, have no article there: their basis is the caller's; and so is the limit that
// lapsed, since the law has one for medical disputes only (医疗纠纷预防和处理条例第三十八条).
func End() form.Spec {
	on := func(ending string) []string { return []string{"终止情形=" + ending} }
	inLaw, explained := endFailed+"|"+endRefused+"|"+endWithdrawn+"|"+endLate, endNotOurs+"|"+endOther
	return paper{
		name: "终止人民调解告知书", kind: form.Notice, doc: "人民调解法第十七条、第二十三条、第二十六条", to: "{当事人}",
		fields: slices.Concat([]form.Field{
			nameField(), matterField(), {Name: "受理日期", Type: form.Date, Required: true}, {Name: "终止日期", Type: form.Date, Required: true},
			{Name: "终止情形", Type: form.Choice, Required: true, Choices: []string{endFailed, endRefused, endWithdrawn, endNotOurs, endLate, endOther}},
			{Name: "终止理由", When: on(explained), Doc: "末尾不加句号"},
			{Name: "期限依据", When: on(endLate), Doc: "规定或者约定调解期限的条款，如：《医疗纠纷预防和处理条例》第三十八条"},
			{Name: "终止依据", Doc: "不应受理和其他情形，法律、法规、规章的条款；没有的不填"},
		}, wayFields()),
		laws: []form.Law{
			{If: on(endFailed + "|" + endLate), Text: mediationLaw + "第二十六条"},
			{If: on(endRefused), Text: mediationLaw + "第十七条、第二十六条"},
			{If: on(endWithdrawn), Text: mediationLaw + "第二十三条第二项、第二十六条"},
		},
		parts: slices.Concat([]form.Part{
			{Text: "{纠纷事由}一案，本人民调解委员会于{受理日期}受理。"},
			{If: on(endFailed), Text: "经调解，当事人没有达成协议。[{终止理由}。]"},
			{If: on(endRefused), Text: "一方当事人明确拒绝继续调解。[{终止理由}。]"},
			{If: on(endWithdrawn), Text: "当事人要求终止调解。[{终止理由}。]"},
			{If: on(endNotOurs), Text: "受理后发现，本案不应当由本人民调解委员会调解：{终止理由}。"},
			{If: on(endLate), Text: "{期限依据}的调解期限已经届满，当事人没有达成协议，也没有约定延长期限。[{终止理由}。]"},
			{If: on(endOther), Text: "{终止理由}。"},
			{If: on(inLaw), Text: "依照{依据}的规定，本案自{终止日期}起终止调解。"},
			{If: on(explained), Text: "[依照{终止依据}的规定，]本案自{终止日期}起终止调解。"},
		}, wayParts(), []form.Part{{Text: "特此告知。"}}),
	}.spec()
}
