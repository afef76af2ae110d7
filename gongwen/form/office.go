package form

import "github.com/fazhi-go/fazhi/gongwen"

// LegalityOpinion returns an opinion on the legality of a document, contract or decision (合法性审查意见书). The three
// conclusions are those that offices commonly use; which there are, and what is looked at, is for local rules.
func LegalityOpinion() Spec {
	changes := []string{"结论=应当予以修改|不合法"}
	return Spec{
		Name: "合法性审查意见书", Kind: Opinion, Format: Format(gongwen.Letter),
		Doc: "对规范性文件、政府合同、重大行政决策的审查意见",
		Fields: []Field{
			{Name: "文号", Type: Number, Required: true},
			{Name: "审查单位", Required: true},
			{Name: "送审单位", Required: true},
			{Name: "送审事项", Required: true, Doc: "送审文件、合同的全称，带书名号"},
			{Name: "收到日期", Type: Date, Required: true},
			{Name: "送审材料", Type: List},
			{Name: "审查依据", Type: List, Required: true, Doc: "法律、法规、规章的名称，带书名号"},
			{Name: "审查情况", Type: List, Required: true, Of: []Field{
				{Name: "方面", Required: true, Doc: "如：制定主体"}, {Name: "意见", Required: true, Doc: "末尾不加句号"},
			}},
			{Name: "结论", Type: Choice, Required: true, Choices: []string{"合法", "应当予以修改", "不合法"}},
			{Name: "修改意见", Type: List, When: changes, Doc: "每项一句，末尾加句号"},
			{Name: "风险提示", Type: Passage},
			{Name: "落款日期", Type: Date, Required: true},
		},
		Mark: "{审查单位}", Number: "文号",
		Title: "关于{送审事项}的合法性审查意见", To: "{送审单位}",
		Parts: []Part{
			{Text: "你单位报送的{送审事项}[及{送审材料}]，已于{收到日期}收悉。根据{审查依据}，现提出审查意见如下："},
			{Level: 1, Text: "审查情况"},
			{Each: "审查情况", Text: "{序}.{方面}。{意见}。"},
			{Level: 1, Text: "审查结论"},
			{Text: "经审查，{送审事项}{结论}。"},
			{If: changes, Level: 1, Text: "修改意见"},
			{If: changes, Each: "修改意见", Items: true, Text: "{项}"},
			{If: []string{"风险提示"}, Level: 1, Text: "风险提示"},
			{If: []string{"风险提示"}, Text: "{风险提示}"},
		},
		Sign: Sign{Organs: []string{"{审查单位}"}, Date: "落款日期", Seal: true},
	}
}

// ReviewCirculation returns the sheet with which the review of an enforcement file goes round (案卷评查传阅单). The last two
// columns of its second table are left open for the hand.
func ReviewCirculation() Spec {
	return Spec{
		Name: "案卷评查传阅单", Kind: Circulation, Format: Format(gongwen.General),
		Doc: "案卷评查的结果在评查人员和负责人之间传阅",
		Fields: []Field{
			{Name: "案卷编号", Required: true},
			{Name: "案件名称", Required: true},
			{Name: "执法部门", Required: true},
			{Name: "评查批次"},
			{Name: "评查日期", Type: Date, Required: true},
			{Name: "评查人员", Type: List, Required: true},
			{Name: "评查项目", Type: List, Required: true, Of: []Field{
				{Name: "项目", Required: true}, {Name: "分值", Required: true}, {Name: "得分", Required: true}, {Name: "说明"},
			}},
			{Name: "总分", Required: true},
			{Name: "等次"},
			{Name: "评查意见", Type: Passage},
			{Name: "传阅", Type: List, Required: true, Of: []Field{{Name: "姓名", Type: Person, Required: true}, {Name: "职务"}}},
		},
		Title: "案卷评查传阅单",
		Parts: []Part{
			{Table: &Table{Header: []string{"事项", "内容"}, Widths: []int{1, 3}, Rows: []Row{
				{Cells: []string{"案卷编号", "{案卷编号}"}},
				{Cells: []string{"案件名称", "{案件名称}"}},
				{Cells: []string{"执法部门", "{执法部门}"}},
				{If: []string{"评查批次"}, Cells: []string{"评查批次", "{评查批次}"}},
				{Cells: []string{"评查日期", "{评查日期}"}},
				{Cells: []string{"评查人员", "{评查人员}"}},
			}}},
			{Table: &Table{Caption: "评分", Header: []string{"评查项目", "分值", "得分", "说明"}, Widths: []int{4, 1, 1, 4}, Rows: []Row{
				{Each: "评查项目", Cells: []string{"{项目}", "{分值}", "{得分}", "{说明}"}},
				{Cells: []string{"总分", "", "{总分}", "{等次}"}},
			}}},
			{If: []string{"评查意见"}, Text: "评查意见：{评查意见}"},
			{Table: &Table{Caption: "传阅", Header: []string{"传阅人", "职务", "意见", "日期"}, Widths: []int{2, 2, 5, 2}, Rows: []Row{
				{Each: "传阅", Cells: []string{"{姓名}", "{职务}"}},
			}}},
		},
	}
}

// Reminder returns a letter that reminds of a period that is running or over (期限提示函、催办函、督办函). The period and its
// basis are given by the caller; package workday computes them.
func Reminder() Spec {
	return Spec{
		Name: "期限提示函", Kind: Remind, Format: Format(gongwen.Letter),
		Doc: "期限将至的提示，逾期的催办和督办",
		Fields: []Field{
			{Name: "文号", Type: Number, Required: true},
			{Name: "发函单位", Required: true},
			{Name: "承办单位", Required: true},
			{Name: "事项", Required: true},
			{Name: "类型", Type: Choice, Required: true, Choices: []string{"提示", "催办", "督办"}},
			{Name: "起算日期", Type: Date},
			{Name: "届满日期", Type: Date, Required: true},
			{Name: "期限依据", Required: true, Doc: "法律、法规、文件的条款"},
			{Name: "办理要求", Type: List, When: []string{"类型=催办|督办"}, Doc: "每项一句，末尾加句号"},
			{Name: "反馈日期", Type: Date, When: []string{"类型=督办"}},
			{Name: "联系人"}, {Name: "联系电话"},
			{Name: "落款日期", Type: Date, Required: true},
			{Name: "抄送", Type: List},
		},
		Mark: "{发函单位}", Number: "文号",
		Title: "关于{事项}的{类型}函", To: "{承办单位}",
		Parts: []Part{
			{If: []string{"类型=提示"}, Text: "你单位承办的{事项}，依照{期限依据}，期限[自{起算日期}起算，]将于{届满日期}届满，请按期办结。"},
			{If: []string{"类型=催办|督办"}, Text: "你单位承办的{事项}，依照{期限依据}，期限[自{起算日期}起算，]已于{届满日期}届满，我单位尚未收到办结情况。请做好以下工作："},
			{Each: "办理要求", Items: true, Text: "{项}"},
			{If: []string{"反馈日期"}, Text: "请于{反馈日期}前书面反馈办理情况。"},
			{If: []string{"联系人"}, Text: "联系人：{联系人}。"},
			{If: []string{"联系电话"}, Text: "联系电话：{联系电话}。"},
		},
		Sign:   Sign{Organs: []string{"{发函单位}"}, Date: "落款日期", Seal: true},
		CopyTo: []string{"{抄送}"},
	}
}
