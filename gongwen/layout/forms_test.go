package layout_test

import (
	"bytes"
	"image"
	"image/png"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// The special forms (10), and documents with every element that is no running text.

func letter() *gongwen.Document {
	d := document(paragraph("贵局《关于商请提供案件数据的函》收悉。" + prose(4)))
	d.Format = gongwen.Letter
	d.Head = gongwen.Head{Copy: "000007", Secrecy: "内部", Urgency: "加急", Mark: "泉州市泉源区司法局",
		Number: fazhi.Number{Issuer: "泉源司函", Year: 2025, Seq: 12}}
	d.Title, d.To = "泉州市泉源区司法局关于提供行政复议案件数据的函", "区统计局"
	d.Sign = gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, time.March, 3), Seal: true}
	d.Imprint = gongwen.Imprint{CopyTo: []string{"区政府办公室"}, Printer: "不应出现", Printed: fazhi.DateOf(2025, time.March, 4)}
	return d
}

func order() *gongwen.Document {
	d := document(paragraph("《泉源区行政规范性文件管理办法》已经2025年1月3日区人民政府第十七次常务会议通过，现予公布，自2025年3月1日起施行。"))
	d.Format = gongwen.Order
	d.Head = gongwen.Head{Mark: "泉州市泉源区人民政府令", Serial: "第5号"}
	d.Sign = gongwen.Signature{Signatories: []gongwen.Signatory{{Post: "区　长"}}, Date: fazhi.DateOf(2025, time.January, 8)}
	return d
}

func minutes() *gongwen.Document {
	d := document(paragraph("2025年2月6日，区委依法治区办召开协调小组会议。"+prose(3)), paragraph("会议议定："+prose(2)))
	d.Format = gongwen.Minutes
	d.Head = gongwen.Head{Mark: "泉源区司法局会议纪要", Serial: "第3期"}
	d.Title = "2025年第一次依法行政协调小组会议纪要"
	d.Rolls = []gongwen.Roll{
		{Label: "出席", Names: []string{"甲某某", "乙某", "丙某某", "丁某某", "戊某", "己某某", "庚某某", "辛某", "壬某某", "癸某某"}},
		{Label: "请假", Names: []string{"子某某"}}, {Label: "列席", Names: []string{"丑某", "寅某某"}},
	}
	return d
}

func jointly() *gongwen.Document {
	d := document(paragraph(prose(3)), gongwen.Heading{Level: 1, Label: "一、", Text: text("总体要求")}, paragraph(prose(5)))
	d.Head = gongwen.Head{Joint: []string{"泉州市泉源区司法局", "泉州市泉源区财政局", "泉州市泉源区人力资源和社会保障局"}, Mark: "文件",
		Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 7}}
	d.Title, d.To = "关于进一步加强人民调解员队伍建设的通知", "各街道办事处，区直有关单位"
	d.Sign = gongwen.Signature{Organs: []string{"泉州市泉源区司法局", "泉州市泉源区财政局"}, Date: fazhi.DateOf(2025, time.April, 1), Seal: true}
	d.Attachments = []gongwen.Attachment{{Title: "人民调解员补贴标准", Apart: true, Body: []gongwen.Block{cases(4)}}}
	return d
}

// elements has pictures, notes, a table of contents and a landscape table.
func elements() *gongwen.Document {
	wide := cases(20)
	wide.Landscape, wide.Caption = true, "年度案件办理情况一览"
	d := document(
		gongwen.Contents{}, gongwen.PageBreak{},
		gongwen.Heading{Level: 1, Text: text("办案情况")},
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("全年审结67件"), gongwen.Note{Text: "不含上年结转。"}, gongwen.Text("，调解4155件"),
			gongwen.Note{Text: "数据截至2024年12月31日，含各街道人民调解委员会与专业性、行业性人民调解委员会受理的矛盾纠纷。"}, gongwen.Text("。")}},
		gongwen.Heading{Level: 2, Text: text("图表")},
		chart(), gongwen.Image{Data: picture(), Width: gongwen.MM(60), Alt: "渐变方块", Caption: "图2　印章样式"},
		paragraph(prose(3)),
		gongwen.Heading{Level: 1, Text: text("附表")},
		wide,
		paragraph(prose(2)),
		gongwen.Heading{Level: 2, Text: text("一个很长的二级标题，它在目录里要占两行，因为它比一行所能容纳的字数还要多出许多")},
		paragraph(prose(20)),
	)
	d.Body = gongwen.NumberHeadings(d.Body)
	d.Title = "泉州市泉源区司法局关于2024年度案件办理情况的通报"
	d.Sign = gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, time.February, 17)}
	d.Attachments = []gongwen.Attachment{{Title: "统计口径说明", Body: []gongwen.Block{
		gongwen.Heading{Level: 1, Label: "一、", Text: text("范围")},
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("复议案件"), gongwen.Note{Text: "附件的注。"}, gongwen.Text("。")}},
	}}}
	return d
}

// chart is a drawing with an area, a line, a curve and labels.
func chart() gongwen.Drawing {
	mm := gongwen.MM
	red, blue := gongwen.RGB(192, 32, 32), gongwen.RGB(32, 64, 128)
	return gongwen.Drawing{
		Width: mm(120), Height: mm(50), Alt: "受理111件，审结67件", Caption: "图1　复议案件",
		Shapes: []gongwen.Shape{
			gongwen.Path{Steps: gongwen.Rect(mm(20), mm(10), mm(20), mm(30)), Fill: red},
			gongwen.Path{Steps: gongwen.Rect(mm(60), mm(22), mm(20), mm(18)), Fill: blue},
			gongwen.Path{Steps: []gongwen.Step{{To: gongwen.Spot{X: mm(10), Y: mm(40)}}, {Op: gongwen.Line, To: gongwen.Spot{X: mm(110), Y: mm(40)}}},
				Stroke: gongwen.RGB(0, 0, 0), Thickness: mm(0.3)},
			gongwen.Path{Steps: []gongwen.Step{{To: gongwen.Spot{X: mm(95), Y: mm(20)}}, {Op: gongwen.Curve, C1: gongwen.Spot{X: mm(105), Y: mm(20)},
				C2: gongwen.Spot{X: mm(105), Y: mm(35)}, To: gongwen.Spot{X: mm(95), Y: mm(35)}}, {Op: gongwen.Close}}, Fill: red, Stroke: blue, Thickness: mm(0.5)},
			gongwen.Label{Text: "受理111件", At: gongwen.Spot{X: mm(30), Y: mm(46)}, Anchor: gongwen.Middle, Size: 12 * gongwen.Point, Face: gongwen.Song},
			gongwen.Label{Text: "审结67件", At: gongwen.Spot{X: mm(70), Y: mm(46)}, Anchor: gongwen.Middle, Size: 12 * gongwen.Point, Face: gongwen.Song, Ink: blue},
			gongwen.Label{Text: "（件）", At: gongwen.Spot{X: mm(118), Y: mm(8)}, Anchor: gongwen.End, Size: 10 * gongwen.Point},
		},
	}
}

func picture() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 60, 30))
	for i := range m.Pix {
		m.Pix[i] = byte(255 - i%4/3 - (i/4)%60*4*(1-i%4/3))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}
