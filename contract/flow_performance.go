package contract

import "github.com/fazhi-go/fazhi/lifecycle"

// performanceSteps are what happens while a contract is performed. Money and goods may be noted late, after steps of a later
// day, and money moves after the end, too.
func performanceSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "履行", Doc: "合同开始履行，或者履行到一个节点", After: performing()},
		{Name: "交付", Doc: "交付货物、工程、服务", After: performing(), Late: true},
		{Name: "验收", Doc: "检验、验收交付的货物、工程、服务", After: performing(), Late: true},
		{Name: "付款", Doc: "政府一方付款，退还保证金", After: signed(), Late: true},
		{Name: "收款", Doc: "政府一方收款", After: signed(), Late: true},
		{
			Name: "预警", Doc: "出现不可抗力、情势变更、所依据的规定废止、相对方财产状况恶化等影响履行的情形", After: performing(), Late: true,
		},
		{
			Name: "中止履行", Doc: "中止履行：继续履行将损害国家利益和社会公共利益的（政府采购法第五十条），质疑可能影响中标、成交结果的，或者有其他依据的",
			After: performing(),
		},
		{Name: "恢复履行", Doc: "中止的原因消除，恢复履行", After: []string{"中止履行"}},
	}
}

// changeSteps are the review of a change, and the change.
func changeSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{
		{
			Name: "变更送审", Doc: "把变更、补充、解除协议送合法性审查", After: unended(),
			Starts: []lifecycle.Clock{{Name: changeLimit, Span: p.Limits.Review, Basis: p.rule()}},
		},
		{
			Name: "变更审查", Doc: "对变更、补充、解除协议出具合法性审查意见：通过，修改后通过，或者不属审查范围", After: unended(),
			Gates: []lifecycle.Gate{p.changeOpinionGiven()},
			Stops: []string{changeLimit},
		},
		{
			Name: "变更审查未通过", Doc: "对变更、补充、解除协议出具不通过的审查意见，或者撤回已经出具的意见", After: unended(),
			Stops: []string{changeLimit},
		},
		{
			Name: "变更", Doc: "变更、补充协议生效", After: unended(),
			Gates: []lifecycle.Gate{p.changeReviewed("变更", "补充", "续期", "转让")},
		},
	}
}

func disputeSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "争议", Doc: "发生争议：协商、调解、仲裁、诉讼、行政复议", After: signed()},
		{Name: "争议了结", Doc: "争议了结", After: signed(), Gates: []lifecycle.Gate{disputesSettled()}},
	}
}

// closingSteps end a contract and keep its papers.
func closingSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "履行完毕", Doc: "各方的义务履行完毕", After: unended(), Gates: completionGates()},
		{
			Name: "解除", Doc: "政府一方依法或者依约定解除合同，或者协议解除；相对方解除的、裁判解除的，记为“终止”", After: unended(),
			Gates: []lifecycle.Gate{p.changeReviewed("解除")},
		},
		{Name: "终止", Doc: "合同因其他原因终止", After: unended()},
		{
			Name: "归档", Doc: "合同文本、审查意见、履行和验收的材料归档", After: signed(),
			Gates: []lifecycle.Gate{dutiesDone(), endedBefore(), disputesSettled()},
		},
		{Name: "移交档案", Doc: "把档案移交档案馆，或者保管期限届满后鉴定、销毁", After: []string{"归档"}, Final: true},
	}
}
