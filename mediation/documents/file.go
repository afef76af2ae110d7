package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Cover returns the cover of the file (卷宗封面). How long the file is kept is a setting of the caller: no law says it.
func Cover() form.Spec {
	return paper{
		name: "人民调解卷宗", kind: form.Circulation, doc: "人民调解法第二十七条；保管期限依本地规定", numbered: true, unsigned: true,
		fields: []form.Field{
			{Name: "卷名", Required: true}, {Name: "卷号", Required: true}, mediatorField(),
			{Name: "调解起日", Type: form.Date, Required: true}, {Name: "调解止日", Type: form.Date, Required: true},
			{Name: "立卷人", Type: form.Person, Required: true}, {Name: "立卷日期", Type: form.Date, Required: true},
			{Name: "保管期限", Required: true, Doc: "依本地规定；法律没有规定"}, {Name: "备注"},
		},
		parts: []form.Part{
			{Set: form.Centered, Text: "{调解委员会}"},
			facts(slices.Concat(same("卷名", "卷号"), []form.Row{fact("人民调解员", "{调解员}"), fact("调解日期", "{调解起日}至{调解止日}")},
				same("立卷人", "立卷日期", "保管期限", "备注"))...),
		},
	}.spec()
}

// entryField asks for the lines of the table of contents.
func entryField() form.Field {
	return form.Field{Name: "目录", Type: form.List, Required: true, Of: []form.Field{
		{Name: "材料名称", Required: true}, {Name: "页次", Doc: "如：3、4—6"}, {Name: "目录备注"},
	}}
}

// Catalogue returns the table of contents of the file (卷内目录). Package dossier computes the pages.
func Catalogue() form.Spec {
	return paper{
		name: "卷内目录", kind: form.Circulation, doc: "人民调解法第二十七条", unsigned: true,
		fields: []form.Field{entryField()},
		parts: []form.Part{
			{Set: form.Flush, Text: "{调解委员会}"},
			{Table: &form.Table{Header: []string{"序号", "材料名称", "页次", "备注"}, Widths: []int{3, 12, 4, 5}, Rows: []form.Row{
				{Each: "目录", Cells: []string{"{序}", "{材料名称}", "{页次}", "{目录备注}"}},
			}}},
		},
	}.spec()
}

// Note returns the paper that says what is particular about the file (卷宗情况说明).
func Note() form.Spec {
	return paper{
		name: "卷宗情况说明", kind: form.Circulation, doc: "人民调解法第二十七条", unsigned: true,
		fields: []form.Field{
			{Name: "情况", Type: form.Passage, Required: true}, {Name: "说明人", Type: form.Person, Required: true}, {Name: "说明日期", Type: form.Date, Required: true},
		},
		parts: []form.Part{
			{Text: "{情况}"},
			{Set: form.Right, Text: "{调解委员会}"}, {Set: form.Right, Text: "说明人：{说明人}"}, {Set: form.Right, Text: "{说明日期}"},
		},
	}.spec()
}

// Back returns the back cover of the file (封底): how many papers and pages it has, and who closed and checked it.
func Back() form.Spec {
	return paper{
		name: "卷宗封底", kind: form.Circulation, doc: "人民调解法第二十七条", numbered: true, unsigned: true,
		fields: []form.Field{
			{Name: "件数", Required: true}, {Name: "页数", Required: true}, {Name: "立卷人", Type: form.Person, Required: true},
			{Name: "检查人", Type: form.Person}, {Name: "立卷日期", Type: form.Date, Required: true},
		},
		parts: []form.Part{
			{Text: "本卷宗共有材料{件数}件，编有页码{页数}页。"},
			facts(same("立卷人", "检查人", "立卷日期")...),
			{Set: form.Right, Text: "{调解委员会}"},
		},
	}.spec()
}
