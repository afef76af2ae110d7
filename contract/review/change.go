package review

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// ChangeOpinion returns the opinion on an agreement that changes, adds to or ends a contract (变更协议合法性审查意见书). What it
// says of reason, clauses, term and the relation to the contract is what local rules ask of such an agreement.
func ChangeOpinion() form.Spec {
	fields := slices.Concat([]form.Field{
		{Name: fieldReceived, Type: form.Date, Required: true},
		{Name: "协议种类", Type: form.Choice, Required: true, Choices: []string{"变更", "补充", "解除", "续期", "转让"}},
		{Name: "协议序次"},
		{Name: "变更理由", Required: true, Doc: "末尾不加句号"},
		{Name: "所涉条款", Required: true},
		{Name: "变更后期限", Doc: "期限不变的不填"},
		{Name: "增加金额", Type: form.Money}, {Name: "减少金额", Type: form.Money},
		{Name: "原合同金额", Type: form.Money},
		{Name: "原合同签订日期", Type: form.Date},
		{Name: "与原合同关系", Required: true, Doc: "如：构成实质性变更，其他条款继续有效；末尾不加句号"},
		{Name: "送审材料", Type: form.List},
	}, reviewFields())
	s := letter("变更协议合法性审查意见书", "变更、补充、解除协议如同合同一样送审", form.Opinion, fields,
		slices.Concat([]form.Part{
			{Text: "你单位送审的{合同名称}[（合同编号：{合同编号}）]{协议种类}协议及有关材料，已于{收到日期}收悉。根据{审查依据}，我单位对协议的主体、内容、程序和文本进行了合法性审查，现提出如下意见。"},
			{Level: 1, Text: "送审情况"},
			{Text: "送审单位填报的协议情况如下："},
			changeTable(),
		}, materialParts(), reviewParts(), endParts("协议"))...)
	s.Title = "关于{合同名称}{协议种类}协议的合法性审查意见书"
	return s
}

func changeTable() form.Part {
	return form.Part{Table: &form.Table{Header: []string{"事项", "内容"}, Widths: []int{1, 4}, Rows: []form.Row{
		{Cells: []string{"原合同", "{合同名称}"}},
		{If: []string{"原合同签订日期"}, Cells: []string{"签订日期", "{原合同签订日期}"}},
		{If: []string{"原合同金额"}, Cells: []string{"原合同金额", "{原合同金额}"}},
		{If: []string{"协议序次"}, Cells: []string{"协议序次", "{协议序次}"}},
		{Cells: []string{"理由", "{变更理由}"}},
		{Cells: []string{"所涉条款", "{所涉条款}"}},
		{If: []string{"变更后期限"}, Cells: []string{"变更后期限", "{变更后期限}"}},
		{If: []string{"增加金额"}, Cells: []string{"增加金额", "{增加金额}"}},
		{If: []string{"减少金额"}, Cells: []string{"减少金额", "{减少金额}"}},
		{Cells: []string{"与原合同的关系", "{与原合同关系}"}},
	}}}
}
