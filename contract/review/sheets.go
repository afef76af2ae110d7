package review

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// onePage is a form that stands on one page: short fields in pairs, long ones each in a row, and room to sign. What has no value is
// left for the hand.
type onePage struct {
	name, doc string
	fields    []form.Field
	pairs     []string // fields, two of them a row
	rows      []string // fields, one a row
	sign      []string // who signs
}

func (p onePage) spec() form.Spec {
	return form.Spec{
		Name: p.name, Kind: form.Circulation, Format: form.Format(gongwen.General), Doc: p.doc, Fields: p.fields, Title: p.name,
		Parts: []form.Part{
			{Table: &form.Table{Header: []string{"项目", "内容", "项目", "内容"}, Widths: []int{6, 10, 6, 10}, Rows: p.paired()}},
			{Table: &form.Table{Header: []string{"项目", "内容"}, Widths: []int{6, 26}, Rows: p.single()}},
			{Table: &form.Table{Header: p.sign, Rows: []form.Row{{Cells: slices.Repeat([]string{"意见："}, len(p.sign))}, {Cells: slices.Repeat([]string{"签字、日期："}, len(p.sign))}}}},
		},
	}
}

func cell(field string) []string { return []string{field, "{" + field + "}"} }

func (p onePage) paired() []form.Row {
	var rows []form.Row
	for pair := range slices.Chunk(p.pairs, 2) {
		var cells []string
		for _, field := range pair {
			cells = append(cells, cell(field)...)
		}
		rows = append(rows, form.Row{Cells: cells})
	}
	return rows
}

func (p onePage) single() []form.Row {
	rows := make([]form.Row, len(p.rows))
	for i, field := range p.rows {
		rows[i].Cells = cell(field)
	}
	return rows
}

// factSheetFields are the facts that both forms begin with.
func factSheetFields() []form.Field {
	return []form.Field{
		{Name: fieldContract, Required: true}, {Name: fieldSerial}, {Name: "合同类型"}, {Name: "承办单位", Required: true},
		{Name: "合同相对方", Required: true}, {Name: "合同金额", Type: form.Money}, {Name: "履行期限"},
	}
}

// ReviewSheet returns the form on which a review is handled within the office (合法性审查意见表).
func ReviewSheet() form.Spec {
	return onePage{
		name: "政府合同合法性审查意见表", doc: "审查机构内部办理审查用的一页表",
		fields: slices.Concat(factSheetFields(), []form.Field{
			{Name: "送审日期", Type: form.Date}, {Name: "受理日期", Type: form.Date}, {Name: "期限届满", Type: form.Date, Doc: "审查期限的最后一日"},
			{Name: "送审材料", Type: form.List}, {Name: "缺少材料", Type: form.List}, {Name: "主要问题", Doc: "按次序编号，以分号分开"},
			{Name: "待核实", Doc: "如：2项"}, {Name: "建议意见", Doc: "按照审查发现提出，由审查人决定"}, {Name: "审查结论"},
		}),
		pairs: []string{"合同编号", "合同类型", "承办单位", "合同相对方", "合同金额", "送审日期", "受理日期", "期限届满", "待核实", "审查结论"},
		rows:  []string{fieldContract, "履行期限", "送审材料", "缺少材料", "主要问题", "建议意见"},
		sign:  []string{"审查人员", "审查机构负责人", "单位负责人"},
	}.spec()
}

// FilingSheet returns the form with which a contract is filed (政府合同备案表).
func FilingSheet() form.Spec {
	return onePage{
		name: "政府合同备案表", doc: "合同签订后报送备案",
		fields: slices.Concat(factSheetFields(), []form.Field{
			{Name: "订立方式"}, {Name: "意见编号"}, {Name: "审查意见"}, {Name: "意见采纳"}, {Name: "签订日期", Type: form.Date},
			{Name: "报送日期", Type: form.Date}, {Name: "备案日期", Type: form.Date}, {Name: "备案号"}, {Name: "备案材料", Type: form.List},
		}),
		pairs: []string{"合同编号", "合同类型", "承办单位", "合同相对方", "合同金额", "签订日期", "审查意见", "意见采纳", "报送日期", "备案日期"},
		rows:  []string{fieldContract, "履行期限", "订立方式", "意见编号", "备案号", "备案材料"},
		sign:  []string{"报送单位经办人", "报送单位负责人", "备案机构"},
	}.spec()
}
