package read_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

// level is one level of a list.
func level(i, format, text string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/></w:lvl>`
}

// numbered is a paragraph of a list.
func numbered(list, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` + r(text) + `</w:p>`
}

func TestAutomaticNumbersAreRead(t *testing.T) {
	numbering := `<w:numbering><w:abstractNum w:abstractNumId="7">` +
		level("0", "chineseCountingThousand", "%1、") + level("1", "chineseCounting", "（%2）") +
		level("2", "decimal", "%3.") + level("3", "decimalEnclosedCircle", "%4") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>` +
		`<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>` +
		`</w:numbering>`
	d := docx(t, numbered("1", "0", "甲")+numbered("1", "1", "乙")+numbered("1", "1", "丙")+numbered("1", "2", "丁。戊。")+
		numbered("1", "3", "己")+numbered("1", "0", "庚")+numbered("1", "1", "辛")+numbered("2", "0", "壬")+
		numbered("2", "0", "癸")+numbered("9", "0", "没有此表")+numbered("0", "0", "不编号"), "numbering", numbering)
	require.Equal(t, []string{
		"1 一、|甲", "2 （一）|乙", "2 （二）|丙", "3 1.|丁。→", "¶ 戊。", "¶ ①　己", "1 二、|庚", "2 （一）|辛", "1 九、|壬", "1 十、|癸",
		"¶ 没有此表", "¶ 不编号",
	}, outline(d.Document.Body))
	require.Empty(t, d.Issues)
}

func TestAStyleBringsANumberAndALevel(t *testing.T) {
	styles := `<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr>` +
		`<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="2"><w:name w:val="小节"/><w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style></w:styles>`
	numbering := `<w:numbering><w:abstractNum w:abstractNumId="0">` + level("0", "ideographTraditional", "%1．") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
	styled := func(id, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + id + `"/></w:pPr>` + r(text) + `</w:p>`
	}
	d := docx(t, styled("t", "办理情况")+styled("1", "收案")+styled("2", "小节")+p("正文"), "styles", styles, "numbering", numbering).Document
	require.Equal(t, "办理情况", d.Title)
	require.Equal(t, []string{"1 |甲．收案", "2 |小节", "¶ 正文"}, outline(d.Body))
}

func TestTrackedChangesAreAccepted(t *testing.T) {
	d := docx(t, `<w:p>`+r("保留")+`<w:ins w:id="1">`+r("新增")+`</w:ins><w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del>`+
		`<w:moveFrom w:id="3">`+r("移走")+`</w:moveFrom></w:p>`+
		`<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>`+r("前半")+`</w:p>`+p("后半")+
		`<w:tbl><w:tr><w:tc>`+p("甲")+`</w:tc></w:tr><w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc>`+p("乙")+`</w:tc></w:tr></w:tbl>`)
	require.Equal(t, []string{"¶ 保留新增", "¶ 前半后半", "表  甲"}, outline(d.Document.Body))
	require.Equal(t, []string{"revisions"}, codes(d.Issues))
	require.Contains(t, d.Issues[0].Message, "5 处")
}

func TestOfFieldsTheResultIsRead(t *testing.T) {
	field := func(instruction, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + instruction + `</w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	d := docx(t, `<w:p>`+r("共")+field("=SUM(A1)", r("3")+field("PAGE", r("4")))+r("件")+
		`<w:fldSimple w:instr="DATE">`+r("今天")+`</w:fldSimple></w:p>`+
		p("目　录")+`<w:p>`+field(` TOC \o "1-3" `, r("一、甲 1"))+`</w:p>`+p("一、甲")+
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`+p("没有结束的域"))
	require.Equal(t, []string{"¶ 共34件今天", "gongwen.Contents", "1 一、|甲", "¶ 没有结束的域"}, outline(d.Document.Body))
	require.Equal(t, gongwen.Contents{Title: "目　录"}, d.Document.Body[1])
}

// A table of contents without an end must not swallow the text after it.
func TestContentsWithoutEnd(t *testing.T) {
	d := docx(t, `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>`+
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("甲")+`</w:p>`+p("乙"))
	require.Equal(t, []string{"¶ 甲", "¶ 乙"}, outline(d.Document.Body))
}

func TestATable(t *testing.T) {
	cell := func(props, text string) string { return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + p(text) + `</w:tc>` }
	d := docx(t, p("表1　办件情况")+`<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/></w:tblGrid>`+
		`<w:tr>`+cell(`<w:gridSpan w:val="2"/>`, "合计")+`</w:tr>`+
		`<w:tr>`+cell(`<w:vMerge w:val="restart"/>`, "甲")+cell("", "1")+`</w:tr>`+
		`<w:tr>`+cell(`<w:vMerge/>`, "")+`<w:tc>`+p("2")+p("3")+`<w:tbl><w:tr><w:tc>`+p("内")+`</w:tc></w:tr></w:tbl>`+p("")+`</w:tc></w:tr></w:tbl>`+
		`<w:p><w:pPr><w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr></w:pPr></w:p>`)
	require.Equal(t, []string{"表 表1　办件情况 合计,;甲,1;,2　3　内"}, outline(d.Document.Body))
	table, ok := d.Document.Body[0].(gongwen.Table)
	require.True(t, ok)
	require.True(t, table.Landscape)
	require.Equal(t, []int{2000, 1000}, table.Widths)
	require.Equal(t, []string{"table"}, codes(d.Issues))
	require.Contains(t, d.Issues[0].Message, "3 处")
}

func TestAnImprintInATable(t *testing.T) {
	d := docx(t, p("关于甲的通知")+p("甲。")+p("泉源区司法局")+p("2025年2月17日")+
		`<w:tbl><w:tr><w:tc>`+p("抄送：乙局，丙局。")+`</w:tc></w:tr><w:tr><w:tc>`+p("泉源区司法局办公室")+`</w:tc><w:tc>`+p("2025年2月18日印发")+`</w:tc></w:tr></w:tbl>`).Document
	require.Equal(t, []string{"乙局", "丙局"}, d.Imprint.CopyTo)
	require.Equal(t, "2025-02-18", d.Imprint.Printed.String())
	require.Equal(t, []string{"¶ 甲。"}, outline(d.Body))
}

func TestWhatADocumentCannotHoldIsSaid(t *testing.T) {
	d := docx(t, `<w:p>`+r("甲")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>`+
		`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:sym w:font="Symbol" w:char="2713"/></w:r>`+
		`<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:footnoteReference w:id="2"/></w:r>`+
		`<mc:AlternateContent><mc:Choice><w:r><w:drawing><w:txbxContent>`+p("框内")+`</w:txbxContent></w:drawing></w:r></mc:Choice>`+
		`<mc:Fallback>`+r("又一次")+`</mc:Fallback></mc:AlternateContent><w:r><w:drawing/></w:r></w:p>`,
		"comments", `<w:comments><w:comment w:id="0"/></w:comments>`,
		"footnotes", `<w:footnotes><w:footnote w:id="2">`+p("脚注")+`</w:footnote></w:footnotes>`,
		"header", `<w:hdr>`+p("内部资料")+`</w:hdr>`, "footer", `<w:ftr>`+p("— 1 —")+`</w:ftr>`)
	require.Equal(t, []string{"comments", "hidden", "textbox", "picture", "formula", "frame", "symbol"}, codes(d.Issues))
	require.Equal(t, []string{"¶ 甲□✓x=1", "¶ 框内"}, outline(d.Document.Body))
	require.Equal(t, []gongwen.Note{{Text: "脚注"}}, gongwen.Notes(d.Document.Body))
	require.Equal(t, "报告.docx", d.Issues[0].Origin.String())
}

func TestAPicture(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 1))))
	drawing := func(id string) string {
		return `<w:p><w:r><w:drawing><wp:extent cx="1270000" cy="1"/><wp:docPr id="1" descr="说明"/><a:blip r:embed="` + id + `"/></w:drawing></w:r></w:p>`
	}
	d := docx(t, drawing("rimage")+drawing("r9"), "image", b.String()+">")
	require.Len(t, d.Document.Body, 1)
	img, ok := d.Document.Body[0].(gongwen.Image)
	require.True(t, ok)
	require.Equal(t, 100*gongwen.Point, img.Width)
	require.Equal(t, "说明", img.Alt)
	require.Equal(t, []string{"picture"}, codes(d.Issues))
}

func TestLinesPagesAndAlignment(t *testing.T) {
	d := docx(t, `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>`+r("泉源区关于甲的")+`<w:r><w:br/></w:r>`+r("通知")+`</w:p>`+
		`<w:p>`+r(" 甲")+`<w:r><w:tab/><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r><w:r><w:br w:type="page"/></w:r>`+r("丙")+`</w:p>`+
		`<w:p><w:pPr><w:pageBreakBefore/><w:jc w:val="right"/></w:pPr>`+r("丁")+`</w:p>`).Document
	require.Equal(t, []string{"泉源区关于甲的", "通知"}, d.TitleLines)
	require.Equal(t, []string{"¶ 甲　乙", "gongwen.PageBreak", "¶ 丙", "gongwen.PageBreak", "¶ 丁"}, outline(d.Body))
	first, ok := d.Body[0].(gongwen.Paragraph)
	require.True(t, ok)
	require.Equal(t, []gongwen.Span{gongwen.Text("甲"), gongwen.Emphasis("　乙")}, first.Text)
	last, ok := d.Body[4].(gongwen.Paragraph)
	require.True(t, ok)
	require.Equal(t, gongwen.RightAligned, last.Align)
}

func TestFilesThatAreNoDocuments(t *testing.T) {
	for name, data := range map[string][]byte{
		"空": nil, "文本": []byte("甲"), "没有正文": word(t, `</w:body></w:document><w:document>`),
	} {
		_, err := read.Docx("报告.docx", data)
		require.ErrorIs(t, err, read.ErrDocument, name)
		require.True(t, strings.HasPrefix(err.Error(), "read: 报告.docx："), name)
	}
	_, err := read.Docx("报告.docx", word(t, strings.Repeat("<w:p/>", 1_000_001)))
	require.ErrorIs(t, err, read.ErrTooLarge)
}

// The message says once, in Chinese, what is to be done; no library speaks in it.
func TestMessagesOfFilesThatCannotBeRead(t *testing.T) {
	for want, data := range map[string][]byte{
		"文件是空的": nil,
		"文件不完整或者已经损坏，请重新取得":              word(t, "<w:p/>")[:200],
		"这是旧的 .doc 格式，请先另存为 .docx 或 PDF": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	} {
		_, err := read.Docx("报告.docx", data)
		require.EqualError(t, err, "read: 报告.docx："+want)
		require.ErrorIs(t, err, read.ErrDocument)
	}
}
