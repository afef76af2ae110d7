package documents

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Modes of delivery (民事诉讼法 art. 88 to 95).
const (
	direct     = "送达方式=直接送达"
	left       = "送达方式=留置送达"
	electronic = "送达方式=电子送达"
	entrusted  = "送达方式=委托送达"
	mailed     = "送达方式=邮寄送达"
	passedOn   = "送达方式=转交送达"
	published  = "送达方式=公告送达"
)

func modes() []ground {
	return []ground{
		{"直接送达", serving + "第八十八条", ""},
		{"留置送达", serving + "第八十九条", ""},
		{"电子送达", serving + "第九十条", ""},
		{"委托送达", serving + "第九十一条", ""},
		{"邮寄送达", serving + "第九十一条", ""},
		{"转交送达", serving + "第九十二条至第九十四条", ""},
		{"公告送达", serving + "第九十五条", ""},
	}
}

// delivery returns the receipt of delivery (送达回证, 民事诉讼法 art. 87) for all modes. What the hand fills in stays open.
func delivery() form.Spec {
	return form.Spec{
		Name: "送达回证", Kind: form.Circulation, Format: form.Format(gongwen.General), Doc: "行政复议法第八十八条，民事诉讼法第八十七条至第九十五条",
		Fields: deliveryFields(), Laws: articles("送达方式", false, modes()),
		Title: "送达回证",
		Parts: []form.Part{
			{Set: form.Right, Text: "[案件编号：{案件编号}]"},
			{Table: &form.Table{Header: []string{"送达文书", "文号", "份数"}, Widths: []int{4, 4, 2}, Rows: []form.Row{
				{Each: "送达文书", Cells: []string{"{文书}", "{字号}", "{份数}"}},
			}}},
			{Table: &form.Table{Header: []string{"项目", "内容"}, Widths: []int{1, 3}, Rows: deliveryRows()}},
		},
		Sign: form.Sign{Organs: []string{"{送达机关}"}, Date: "填发日期", Seal: true},
	}
}

func deliveryFields() []form.Field {
	return []form.Field{
		{Name: "案件编号", Doc: "一案一码"},
		{Name: "送达机关", Required: true},
		{Name: "填发日期", Type: form.Date, Required: true},
		{Name: "送达文书", Type: form.List, Required: true, Of: []form.Field{
			{Name: "文书", Required: true, Doc: "名称"}, {Name: "字号"}, {Name: "份数", Required: true},
		}},
		{Name: "受送达人", Type: form.Person, Required: true, Doc: "姓名或者名称"},
		{Name: "送达方式", Type: form.Choice, Required: true, Choices: names(modes())},
		{Name: "送达地点", When: []string{"送达方式=直接送达|留置送达"}},
		{Name: "代收人", Type: form.Person, Doc: "由他人签收的填"},
		{Name: "代收关系", Doc: "同住成年家属、负责收件的人、代理人或者指定的代收人"},
		{Name: "拒收事由", When: []string{left}},
		{Name: "留置见证", Type: form.Choice, When: []string{left}, Choices: []string{"见证人到场", "拍照、录像记录"}},
		{Name: "同意情况", When: []string{electronic}, Doc: "受送达人怎样同意电子送达，如：签署地址确认书的日期"},
		{Name: "电子地址", When: []string{electronic}},
		{Name: "到达时间", When: []string{electronic}, Doc: "到达受送达人特定系统的时间"},
		{Name: "受托机关", When: []string{entrusted}},
		{Name: "邮件号码", When: []string{mailed}},
		{Name: "回执日期", Type: form.Date, When: []string{mailed}, Doc: "回执上注明的收件日期"},
		{Name: "转交单位", When: []string{passedOn}, Doc: "部队、监所或者强制性教育机构"},
		{Name: "公告原因", When: []string{published}, Doc: "下落不明，或者用其他方式无法送达的经过"},
		{Name: "公告载体", When: []string{published}},
		{Name: "公告日期", Type: form.Date, When: []string{published}},
		{Name: "备注"},
	}
}

func deliveryRows() []form.Row {
	return []form.Row{
		{Cells: []string{"受送达人", "{受送达人}"}},
		{Cells: []string{"送达方式", "{送达方式}（{依据}）"}},
		{If: []string{"送达方式=直接送达|留置送达"}, Cells: []string{"送达地点", "{送达地点}"}},
		{If: []string{direct}, Cells: []string{"受送达人签收", byHand}},
		{If: []string{direct, "代收人"}, Cells: []string{"代收人", "{代收人}[（{代收关系}）]"}},
		{If: []string{direct}, Cells: []string{"代收人签收", byHand}},
		{If: []string{left}, Cells: []string{"拒收事由和日期", "{拒收事由}" + date}},
		{If: []string{left}, Cells: []string{"送达过程", "{留置见证}，文书留在受送达人住所"}},
		{If: []string{left, "留置见证=见证人到场"}, Cells: []string{"见证人签名", byHand}},
		{If: []string{electronic}, Cells: []string{"同意电子送达", "{同意情况}"}},
		{If: []string{electronic}, Cells: []string{"电子地址", "{电子地址}"}},
		{If: []string{electronic}, Cells: []string{"到达时间", "{到达时间}"}},
		{If: []string{entrusted}, Cells: []string{"受托机关", "{受托机关}"}},
		{If: []string{"送达方式=委托送达|转交送达"}, Cells: []string{"受送达人签收", byHand}},
		{If: []string{mailed}, Cells: []string{"邮件号码", "{邮件号码}"}},
		{If: []string{mailed}, Cells: []string{"回执收件日期", "{回执日期}"}},
		{If: []string{passedOn}, Cells: []string{"转交单位", "{转交单位}"}},
		{If: []string{published}, Cells: []string{"公告原因和经过", "{公告原因}"}},
		{If: []string{published}, Cells: []string{"公告方式", "{公告载体}，{公告日期}发出，自发出之日起经过三十日视为送达"}},
		{Cells: []string{"送达人签名", byHand}},
		{Cells: []string{"备注", "{备注}"}},
	}
}

// Blanks that the hand fills in.
const (
	date   = "　　年　月　日"
	byHand = "　　　　　　" + date
)
