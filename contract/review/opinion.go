package review

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Opinion returns the opinion on the legality of a contract (政府合同合法性审查意见书): what was submitted, on what the review
// rests, the findings by aspect, those on one rule in one paragraph with clause, article and advice, what is open, what was not looked at because the local rule is
// not set, and the conclusion. OpinionValues fills most of it.
func Opinion() form.Spec {
	fields := slices.Concat(factFields(), reviewFields())
	s := letter("政府合同合法性审查意见书", "对送审政府合同的审查意见；审查的依据是本地政府合同管理的规定", form.Opinion, fields,
		slices.Concat([]form.Part{
			{Text: "你单位送审的{合同名称}[（合同编号：{合同编号}）]及有关材料，已于{收到日期}收悉[，于{受理日期}受理]。根据{审查依据}，我单位对合同的主体、内容、程序和文本进行了合法性审查，现提出如下意见。"},
			{Level: 1, Text: "送审情况"},
			{Text: "送审单位填报的合同情况如下："},
			factTable(),
		}, materialParts(), reviewParts(), endParts("合同"))...)
	s.Title = "关于{合同名称}的合法性审查意见书"
	return s
}

// factFields are the facts of the contract.
func factFields() []form.Field {
	return []form.Field{
		{Name: fieldReceived, Type: form.Date, Required: true, Doc: "收到送审材料之日"},
		{Name: "受理日期", Type: form.Date, Doc: "收齐材料之日"},
		{Name: "合同类型"}, {Name: "合同当事人", Doc: "称谓和名称"},
		{Name: "合同标的"}, {Name: "合同金额", Type: form.Money}, {Name: "履行期限"}, {Name: "订立方式"}, {Name: "资金来源"},
		{Name: "送审材料", Type: form.List},
	}
}

func factTable() form.Part {
	rows := []form.Row{{Cells: []string{"合同名称", "{合同名称}"}}}
	for _, f := range []string{"合同编号", "合同类型", "合同当事人", "合同标的"} {
		rows = append(rows, form.Row{If: []string{f}, Cells: []string{f, "{" + f + "}"}})
	}
	rows = append(rows, form.Row{If: []string{"合同金额"}, Cells: []string{"合同金额", "{合同金额:大小写}"}})
	for _, f := range []string{"履行期限", "订立方式", "资金来源"} {
		rows = append(rows, form.Row{If: []string{f}, Cells: []string{f, "{" + f + "}"}})
	}
	return form.Part{Table: &form.Table{Header: []string{"事项", "内容"}, Widths: []int{1, 4}, Rows: rows}}
}

func materialParts() []form.Part {
	return []form.Part{
		{If: []string{"送审材料"}, Text: "送审材料："},
		{If: []string{"送审材料"}, Each: "送审材料", Items: true, Text: "{项}"},
	}
}

// reviewFields are the findings and the conclusion.
func reviewFields() []form.Field {
	fields := []form.Field{{Name: "审查依据", Type: form.List, Required: true, Doc: "法律、法规、规章、规范性文件的名称，带书名号"}}
	for _, a := range Aspects() {
		fields = append(fields, form.Field{Name: string(a) + "意见", Type: form.List, Of: []form.Field{
			{Name: "情况", Required: true, Doc: "写明所涉条款，末尾不加句号"}, {Name: "条款依据"}, {Name: "建议", Doc: "末尾不加句号"},
		}})
	}
	return append(fields,
		form.Field{Name: "待核实事项", Type: form.List, Of: []form.Field{{Name: "事项", Required: true, Doc: "末尾不加句号"}, {Name: "事项说明", Doc: "末尾不加句号"}}},
		form.Field{Name: "未审查标准", Type: form.List, Doc: "本地规则中尚未设定的标准"},
		form.Field{Name: fieldOpinion, Type: form.Choice, Required: true, Choices: []string{string(Pass), string(PassChanged), string(Refuse)}},
		form.Field{Name: "结论理由", Doc: "末尾不加句号"},
	)
}

func reviewParts() []form.Part {
	parts := []form.Part{{Level: 1, Text: "审查意见"}}
	for _, a := range Aspects() {
		list := string(a) + "意见"
		parts = append(parts,
			form.Part{Level: 2, Text: "关于" + string(a)},
			form.Part{If: []string{list}, Each: list, Text: "{序}.{情况}。[依据：{条款依据}。][建议：{建议}。]"},
			form.Part{If: []string{"!" + list}, Text: "就已经审查的事项，未发现问题。"},
		)
	}
	return append(parts,
		form.Part{If: []string{"待核实事项"}, Level: 1, Text: "待核实事项"},
		form.Part{If: []string{"待核实事项"}, Text: "下列事项尚未核实或者没有得到答复，本意见没有就此作出判断，请核实后书面说明："},
		form.Part{If: []string{"待核实事项"}, Each: "待核实事项", Items: true, Text: "{事项}。[说明：{事项说明}。]"},
		form.Part{If: []string{"未审查标准"}, Level: 1, Text: "未审查的事项"},
		form.Part{If: []string{"未审查标准"}, Text: "下列本地标准尚未设定，依照这些标准判断的事项没有审查：{未审查标准}。"},
	)
}

// endParts are the conclusion and what it means. what is "合同" or "协议".
func endParts(what string) []form.Part {
	return []form.Part{
		{Level: 1, Text: "审查结论"},
		{Text: "经审查，对送审" + what + "的意见为：{结论}。[理由：{结论理由}。]"},
		{If: []string{"结论=通过"}, Text: "可以按照规定的程序签订。"},
		{If: []string{"结论=修改后通过"}, Text: "请按照本意见修改、补充后，按照规定的程序签订；没有采纳的意见，请书面说明理由。"},
		{If: []string{"结论=不通过"}, Text: "不应当按照送审的文本签订。消除上述问题后需要签订的，请重新送审。"},
		{Text: "本意见根据送审的文本和材料，只就合法性提出，不涉及价格、技术、商业风险的判断；材料的真实性由送审单位负责。送审后文本作实质性改动，或者有关事实、依据发生变化的，请重新送审。"},
	}
}
