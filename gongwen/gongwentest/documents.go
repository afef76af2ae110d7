package gongwentest

import (
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Report returns a document of about one page that uses every part of the vocabulary. Each call returns a new one.
func Report() *gongwen.Document {
	day := fazhi.DateOf(2025, time.February, 17)
	return &gongwen.Document{
		Head: gongwen.Head{
			Copy: "000012", Secrecy: "内部★1年", Urgency: "加急", Mark: "泉州市泉源区司法局文件",
			Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, Signers: []string{"甲某某"},
		},
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Body: []gongwen.Block{
			gongwen.Paragraph{Text: text("现将二〇二四年度有关情况报告如下：")},
			gongwen.Heading{Level: 1, Label: "一、", Text: text("主要做法")},
			gongwen.Heading{Level: 2, Label: "（一）", Text: text("统筹推进")},
			gongwen.Heading{Level: 3, Label: "1.", Text: text("健全机制。"), RunIn: true},
			gongwen.Paragraph{Text: []gongwen.Span{
				gongwen.Text("全年审查政府合同"), gongwen.Figure{ID: "合同.审查", Text: "25份"},
				gongwen.Emphasis("，无一遗漏"), gongwen.Text("；办结率99.5%。"),
			}},
			gongwen.Heading{Level: 4, Label: "（1）", Text: text("细目")},
			gongwen.List{Ordered: true, Items: [][]gongwen.Span{text("甲项工作；"), text("乙项工作。")}},
			gongwen.Table{
				Caption: "办理情况", Header: [][]gongwen.Span{text("事项"), text("件数")},
				Rows:   [][][]gongwen.Span{{text("复议"), text("67")}, {text("应诉")}},
				Widths: []int{3, 1}, Right: []bool{false, true},
			},
			gongwen.Paragraph{Align: gongwen.Centered, Text: text("居中一行")},
		},
		Attachments: []gongwen.Attachment{{Title: "数据表", Body: []gongwen.Block{
			gongwen.Paragraph{Align: gongwen.Flush, Text: text("附表说明。")},
		}}},
		Sign: gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: day},
		Note: "此件主动公开",
		Imprint: gongwen.Imprint{
			CopyTo: []string{"市司法局"}, Printer: "泉源区司法局办公室", Printed: day,
		},
		Props: gongwen.Props{
			Subject: "法治政府建设", Issuer: "泉州市泉源区司法局", Index: "QY-2025-0002", Created: day,
			Keywords: []string{"法治", "报告"},
		},
	}
}

// reportTexts are the texts of Report that a reader must find, in no order.
func reportTexts() []string {
	return []string{
		"000012", "内部★1年", "加急", "泉州市泉源区司法局文件", "泉源司〔2025〕5号", "甲某某", "区委、区政府：",
		"现将二〇二四年度有关情况报告如下：", "一、主要做法", "（一）统筹推进", "1.健全机制。全年审查政府合同25份，无一遗漏；",
		"办结率99.5%。", "（1）细目", "甲项工作；", "乙项工作。", "办理情况", "事项", "件数", "复议", "67", "应诉", "居中一行",
		"数据表", "附表说明。", "2025年2月17日", "（此件主动公开）", "市司法局", "泉源区司法局办公室",
	}
}

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

// paragraph is a document of one paragraph.
func paragraph(s string) *gongwen.Document {
	return &gongwen.Document{Body: []gongwen.Block{gongwen.Paragraph{Text: text(s)}}}
}

// body is a document of blocks.
func body(blocks ...gongwen.Block) *gongwen.Document { return &gongwen.Document{Body: blocks} }

// A stranger is a block from outside that cannot lower itself.
type stranger struct{ gongwen.Foreign }

// A guest is a block from outside as it should be.
type guest struct {
	gongwen.Foreign
	blocks []gongwen.Block
}

func (g guest) Lower() []gongwen.Block { return g.blocks }

// An alien is a span from outside, which cannot be.
type alien struct{ gongwen.Span }

// A named document is one that a renderer may meet but does not expect.
type named struct {
	name string
	doc  *gongwen.Document
}

// hostile returns documents on which a renderer must not panic.
func hostile() []named {
	bad := "坏\xff\xfe字\xc3"
	return append(hostileText(bad), hostileShape(bad)...)
}

func hostileText(bad string) []named {
	return []named{
		{"no document at all", nil},
		{"empty", &gongwen.Document{}},
		{"100,000 characters without a break", paragraph(strings.Repeat("长", 100_000))},
		{"100,000 letters without a break", paragraph(strings.Repeat("a", 100_000))},
		{"100,000 marks that may not begin a line", paragraph(strings.Repeat("。", 100_000))},
		{"100,000 marks that may not end a line", paragraph(strings.Repeat("《", 100_000))},
		{"empty spans", body(gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(""), gongwen.Figure{}}})},
		{"control characters", paragraph("a\x00b\x01c\x1bd\x7fe\u0085f\u2028g\ufeffh\ufffei\uffffj")},
		{"line feeds and tabs", paragraph("一\n二\r\n三\t四\v五\f六")},
		{"markup", paragraph(`<w:p>&amp;]]>"'--><script>\(BT)Tj`)},
		{"combining marks", paragraph("e" + strings.Repeat("\u0301", 5000))},
		{"right to left", paragraph("\u202eשלום\u202c عربي")},
		{"bad UTF-8 in every text", badText(bad)},
		{"only spaces", paragraph(strings.Repeat(" ", 3000) + strings.Repeat("　", 3000))},
	}
}

// badText has the same text in every place that takes one.
func badText(bad string) *gongwen.Document {
	return &gongwen.Document{
		Head: gongwen.Head{Copy: bad, Secrecy: bad, Urgency: bad, Mark: bad,
			Number: fazhi.Number{Issuer: bad, Year: -1, Seq: -7}, Signers: []string{bad, ""}},
		Title: bad, To: bad,
		Body: []gongwen.Block{
			gongwen.Heading{Level: 1, Label: bad, Text: text(bad)},
			gongwen.List{Items: [][]gongwen.Span{text(bad)}},
			gongwen.Table{Caption: bad, Header: [][]gongwen.Span{text(bad)}, Rows: [][][]gongwen.Span{{text(bad)}}},
		},
		Attachments: []gongwen.Attachment{{Title: bad}},
		Sign:        gongwen.Signature{Organs: []string{bad, ""}},
		Note:        bad,
		Imprint:     gongwen.Imprint{CopyTo: []string{bad}, Printer: bad},
		Props:       gongwen.Props{Subject: bad, Issuer: bad, Index: bad, Keywords: []string{bad}},
	}
}

func hostileShape(bad string) []named {
	long := strings.Repeat("很长", 600)
	return []named{
		{"nil lists", body(gongwen.Paragraph{}, gongwen.Heading{Level: 1}, gongwen.Heading{Level: 4, RunIn: true},
			gongwen.List{}, gongwen.List{Ordered: true, Items: [][]gongwen.Span{nil, nil}},
			gongwen.Table{Header: [][]gongwen.Span{nil}, Rows: [][][]gongwen.Span{nil, {}, {nil}}})},
		{"far dates", &gongwen.Document{
			Sign:    gongwen.Signature{Organs: []string{"局"}, Date: fazhi.DateOf(9999, time.December, 31), Seal: true},
			Imprint: gongwen.Imprint{Printed: fazhi.DateOf(1, time.January, 1)},
			Props:   gongwen.Props{Created: fazhi.DateOf(1, time.January, 1)},
		}},
		{"odd labels", body(gongwen.Heading{Level: 4, Label: long, Text: text("深")},
			gongwen.Heading{Level: 1, Label: "\n\t", Text: text("空")}, gongwen.Heading{Level: 3, Label: bad},
			gongwen.Heading{Level: 3, Label: "1.", RunIn: true}, gongwen.Heading{Level: 2, Label: "（一）", RunIn: true},
			gongwen.Heading{Level: 3, RunIn: true}, gongwen.PageBreak{})},
		{"a title without end", &gongwen.Document{Title: long, Head: gongwen.Head{Mark: long}}},
		{"a hundred lines of title", &gongwen.Document{Title: "题", TitleLines: make([]string, 100)}},
		{"title lines that are not the title", &gongwen.Document{Title: "关于法治的报告", TitleLines: []string{"另", "一题"}}},
		{"names without end", &gongwen.Document{
			Head: gongwen.Head{Signers: many(long, 20)}, To: long,
			Sign:    gongwen.Signature{Organs: many(long, 20), Date: fazhi.DateOf(2025, time.May, 1), Seal: true},
			Imprint: gongwen.Imprint{CopyTo: many(long, 20), Printer: long},
		}},
		{"a cell higher than a page", body(gongwen.Table{Header: [][]gongwen.Span{text("甲"), text("乙")},
			Rows: [][][]gongwen.Span{{text(strings.Repeat(long, 5)), text("短")}}})},
		{"a header higher than a page", body(gongwen.Table{Header: [][]gongwen.Span{text(strings.Repeat(long, 3))},
			Rows: [][][]gongwen.Span{{text("甲")}}})},
		{"a hundred columns", body(gongwen.Table{Header: make([][]gongwen.Span, 100),
			Rows: [][][]gongwen.Span{{text("甲")}}})},
		{"uneven columns", body(gongwen.Table{Header: [][]gongwen.Span{text("甲"), text("乙")},
			Rows: [][][]gongwen.Span{{text("甲"), text(long)}}, Widths: []int{1<<62 - 1, 1}})},
		{"more flush columns than columns", body(gongwen.Table{Header: [][]gongwen.Span{text("甲")},
			Right: make([]bool, 9)})},
		{"only page breaks", body(gongwen.PageBreak{}, gongwen.PageBreak{}, gongwen.PageBreak{})},
		{"empty attachments", &gongwen.Document{Attachments: make([]gongwen.Attachment, 12)}},
		{"a form that does not exist", &gongwen.Document{Format: 99, Title: bad, Head: gongwen.Head{Mark: bad}}},
		{"a joint document of a hundred", &gongwen.Document{Head: gongwen.Head{Joint: many(bad, 100), Mark: long}}},
		{"a joint document with names without end", &gongwen.Document{Head: gongwen.Head{Joint: many(long, 3), Mark: bad}}},
		{"a letter without end", &gongwen.Document{Format: gongwen.Letter, To: long,
			Head:    gongwen.Head{Mark: long, Copy: long, Secrecy: long, Number: fazhi.Number{Issuer: long, Year: 1, Seq: 1}},
			Imprint: gongwen.Imprint{CopyTo: many(long, 20)}}},
		{"addressees that crowd out the text", &gongwen.Document{Title: "题", To: strings.Repeat(long, 2), Body: []gongwen.Block{gongwen.Paragraph{Text: text("文。")}}}},
		{"signatories without end", &gongwen.Document{Sign: gongwen.Signature{Organs: []string{bad},
			Signatories: []gongwen.Signatory{{}, {Post: long, Name: long}, {Post: strings.Repeat(long, 5)}, {Name: bad}}}}},
		{"empty rolls", &gongwen.Document{Rolls: []gongwen.Roll{{}, {Label: long, Names: many(bad, 300)}}}},
		{"only notes", body(gongwen.Heading{Level: 1, Text: []gongwen.Span{gongwen.Note{}, gongwen.Note{Label: long, Text: long}}},
			gongwen.Table{Header: [][]gongwen.Span{{gongwen.Note{Text: bad}}}})},
		{"tables of contents only", &gongwen.Document{Body: []gongwen.Block{gongwen.Contents{Levels: 99, Title: long}, gongwen.Contents{Levels: -1}},
			Attachments: []gongwen.Attachment{{Title: long, Body: []gongwen.Block{gongwen.Contents{}, gongwen.Heading{Level: 4, Text: text(long)}}}}}},
		{"landscape tables", &gongwen.Document{Imprint: gongwen.Imprint{Printer: "局"}, Body: []gongwen.Block{
			gongwen.Heading{Level: 1, Text: text("题")},
			gongwen.Table{Caption: long, Landscape: true, Header: [][]gongwen.Span{text(bad), text(long)}, Rows: [][][]gongwen.Span{{text(long)}, {text(strings.Repeat(long, 5))}}},
			gongwen.Table{Landscape: true, Header: make([][]gongwen.Span, 100)},
			gongwen.Table{Landscape: true, Header: [][]gongwen.Span{nil}}}}},
		{"drawings", body(gongwen.Drawing{Width: 1, Height: 1}, gongwen.Drawing{Width: gongwen.MM(3000), Height: 1, Caption: long},
			gongwen.Drawing{Width: 1, Height: gongwen.MM(3000), Alt: bad, Caption: bad, Shapes: []gongwen.Shape{
				gongwen.Path{}, gongwen.Path{Steps: []gongwen.Step{{}, {Op: gongwen.Close}}, Fill: gongwen.RGB(1, 2, 3)},
				gongwen.Label{Text: long, Size: 1}, gongwen.Label{Text: bad, Size: gongwen.MM(900), Face: 99, Anchor: gongwen.End}}})},
		{"images", body(gongwen.Image{Data: picture(), Alt: bad, Caption: long}, gongwen.Image{Data: picture(), Width: -1},
			gongwen.Image{Data: picture(), Width: 1<<31 - 1}, gongwen.Image{Data: picture()[:60]})},
		{"files", &gongwen.Document{Files: []gongwen.File{{}, {Name: "../" + bad + "<>", MIME: bad, Doc: bad}, {Name: "a", Data: []byte("1")}, {Name: "a"}}}},
		{"an alignment that does not exist", body(gongwen.Paragraph{Align: 99, Text: text("字")})},
	}
}

func many(s string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s
	}
	return out
}
