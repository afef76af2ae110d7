package read_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Without styles the forms are known by their texts.
func TestFormsByTheirTexts(t *testing.T) {
	order := text(t, "泉源区人民政府令", "第５号", "正文。", "区　长　甲某某", "2025年1月8日").Document
	require.Equal(t, gongwen.General, order.Format) // the digit is not one
	order = text(t, "泉源区人民政府令", "第5号", "正文。", "区　长　甲某某", "2025年1月8日").Document
	require.Equal(t, gongwen.Order, order.Format)
	require.Equal(t, gongwen.Head{Mark: "泉源区人民政府令", Serial: "第5号"}, order.Head)
	require.Equal(t, []gongwen.Signatory{{Post: "区　长", Name: "甲某某"}}, order.Sign.Signatories)
	require.Equal(t, []string{"¶ 正文。"}, outline(order.Body))

	minutes := text(t, "泉源区司法局会议纪要", "第三期", "2025年第一次会议纪要", "会议议定。", "出席：甲某、乙某某", "列席：丙　某", "请假：丁某",
		"抄送：甲局。").Document
	require.Equal(t, gongwen.Minutes, minutes.Format)
	require.Equal(t, "第三期", minutes.Head.Serial)
	require.Equal(t, []gongwen.Roll{{Label: "请假", Names: []string{"丁某"}}}, minutes.Rolls)
	require.Equal(t, []string{"¶ 会议议定。", "¶ 出席：甲某、乙某某", "¶ 列席：丙　某"}, outline(minutes.Body))
	require.Equal(t, []string{"甲局"}, minutes.Imprint.CopyTo)
}

const redRule = `<w:p><w:pPr><w:pBdr><w:bottom w:val="thickThinSmallGap" w:color="FF0000"/></w:pBdr></w:pPr>`

// A clerk's letter has the double rule as border of a paragraph.
func TestALetterByItsRule(t *testing.T) {
	rest := p("区统计局：") + p("请函复。") + p("泉源区司法局") + p("2025年3月3日")
	number := fazhi.Number{Issuer: "泉源司函", Year: 2025, Seq: 12}
	head := redRule + r("泉源区司法局") + `</w:p><w:p>`
	d := docx(t, head+r("泉源司函〔2025〕12号")+`</w:p>`+p("泉源区司法局关于提供数据的函")+rest).Document
	require.Equal(t, gongwen.Letter, d.Format)
	require.Equal(t, gongwen.Head{Mark: "泉源区司法局", Number: number}, d.Head)
	require.Equal(t, "区统计局", d.To)
	d = docx(t, p("000001")+`<w:p>`+r("加急")+`<w:r><w:tab/></w:r>`+r("泉源司函〔2025〕12号")+`</w:p>`+p("关于提供数据的函")+rest).Document
	require.Equal(t, gongwen.Head{Copy: "000001", Urgency: "加急", Number: number}, d.Head)
	require.Equal(t, gongwen.General, d.Format)
}

// A table above the title whose cells hold names of organs and 文件 is the mark of a joint document; any other is a table.
func TestAJointMarkWithoutStyles(t *testing.T) {
	table := func(word string) string {
		return `<w:tbl><w:tr><w:tc>` + p("泉源区司法局") + p("泉源区财政局") + `</w:tc><w:tc>` + p(word) + `</w:tc></w:tr></w:tbl>`
	}
	d := docx(t, table("文件")+p("泉源司〔2025〕7号")+p("关于甲的通知")+p("请执行。")).Document
	require.Equal(t, []string{"泉源区司法局", "泉源区财政局"}, d.Head.Joint)
	require.Equal(t, "文件", d.Head.Mark)
	require.Equal(t, "关于甲的通知", d.Title)
	d = docx(t, table("文")+p("关于甲的通知")).Document
	require.Empty(t, d.Head.Joint)
	require.Equal(t, []string{"表  泉源区司法局　泉源区财政局,文", "¶ 关于甲的通知"}, outline(d.Body))
}

// Attachments begin pages of their own, whether the file says so with a break or in the paragraph.
func TestAttachmentsOnTheirPages(t *testing.T) {
	d := docx(t, p("泉源司〔2025〕7号")+p("关于甲的通知")+p("甲。")+p("附件：1.乙表")+p("2.丙表")+p("泉源区司法局")+p("2025年2月17日")+
		`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`+p("附件1")+p("乙表")+p("乙。")+
		`<w:p><w:pPr><w:pageBreakBefore/></w:pPr>`+r("泉源司〔2025〕7号附件2")+`</w:p>`+p("丙表")+p("丙。")+p("抄送：丁局。")).Document
	require.Equal(t, []gongwen.Attachment{
		{Title: "乙表", Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("乙。")}}}},
		{Title: "丙表", Apart: true, Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("丙。")}}}},
	}, d.Attachments)
	require.Equal(t, []string{"泉源区司法局"}, d.Sign.Organs)
	require.False(t, d.Sign.Seal)
	require.Equal(t, []string{"丁局"}, d.Imprint.CopyTo)
	d = docx(t, p("关于甲的通知")+p("泉源区司法局")+p("2025年2月17日")+p("附件")+p("乙表")+p("泉源司〔2025〕8号附件2")).Document
	require.Equal(t, []string{"¶ 泉源司〔2025〕8号附件2"}, outline(d.Attachments[0].Body)) // the number of another document
	d = docx(t, p("特急")+p("特急")+p("甲。")).Document
	require.Equal(t, []string{"¶ 特急", "¶ 甲。"}, outline(d.Body))
}
