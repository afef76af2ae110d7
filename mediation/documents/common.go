package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// mediationLaw and procedureLaw are the laws as they are cited.
const (
	mediationLaw = "《中华人民共和国人民调解法》"
	procedureLaw = "《中华人民共和国民事诉讼法》"
)

// partyField asks for the parties in full.
func partyField() form.Field {
	return form.Field{Name: fieldParties, Type: form.List, Required: true, Of: []form.Field{
		{Name: "名称", Type: form.Person, Required: true, Doc: "姓名或者名称"},
		{Name: "性别"}, {Name: "民族"}, {Name: "职业"},
		{Name: "号码", Type: form.ID, Doc: "公民身份号码"},
		{Name: "信用代码", Doc: "统一社会信用代码"},
		{Name: "住址", Doc: "住所"},
		{Name: "电话", Type: form.Phone},
		{Name: "代表身份", Doc: "法定代表人、法定代理人、委托代理人等"},
		{Name: "代表人", Type: form.Person},
	}}
}

// nameField asks for the names of the parties only.
func nameField() form.Field {
	return form.Field{Name: fieldParties, Type: form.List, Required: true, Doc: "姓名或者名称"}
}

func mediatorField() form.Field {
	return form.Field{Name: fieldMediators, Type: form.List, Required: true}
}

func matterField() form.Field {
	return form.Field{Name: fieldMatter, Required: true, Doc: "如：相邻通行纠纷"}
}

const wholeParty = "{名称}[，{性别}][，{民族}][，{职业}][，公民身份号码{号码}][，统一社会信用代码{信用代码}][，住所：{住址}][，联系电话{电话}][，{代表身份}：{代表人}]。"

// partyParts writes each party as a paragraph.
func partyParts(label string) form.Part {
	return form.Part{Each: fieldParties, Text: label + "{序}：" + wholeParty}
}

// Blanks that the hand fills in.
const (
	signDate = "　　年　月　日"
	signHere = "签名、盖章或者按指印"
)

// signing is a table in which people sign. A row is as high as a line of the page, which is room enough for a fingerprint.
func signing(who, how string, rows ...form.Row) form.Part {
	return form.Part{Table: &form.Table{Header: []string{who, how, "日期"}, Widths: []int{10, 9, 7}, Rows: rows}}
}

// partiesSign is a row for each party: by name, or by other words with the name in them.
func partiesSign(text string) form.Row {
	return form.Row{Each: fieldParties, Cells: []string{text, "", signDate}}
}

// wholeSign are the words for a party in full, with who acts for it.
const wholeSign = "当事人：{名称}[（{代表身份}{代表人}）]"

// mediatorsSign is a row for each mediator.
func mediatorsSign() form.Row {
	return form.Row{Each: fieldMediators, Cells: []string{"人民调解员：{项}", "", signDate}}
}

// roleSigns is a row for somebody who is not named.
func roleSigns(role string) form.Row { return form.Row{Cells: []string{role, "", signDate}} }

// facts is a table of fields, a row each.
func facts(rows ...form.Row) form.Part {
	return form.Part{Table: &form.Table{Header: []string{"项目", "内容"}, Widths: []int{1, 4}, Rows: rows}}
}

// fact is a row of a table of facts that stays empty for the hand when there is no value.
func fact(label, text string) form.Row { return form.Row{Cells: []string{label, text}} }

// same are rows whose fields have the names of their labels.
func same(names ...string) []form.Row {
	rows := make([]form.Row, len(names))
	for i, name := range names {
		rows[i] = fact(name, "{"+name+"}")
	}
	return rows
}
