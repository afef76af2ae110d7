package gongwentest

import (
	"bytes"
	"image"
	"image/png"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Letter returns a letter (信函, 10.1) with everything that its head may have. Each call returns a new one.
func Letter() *gongwen.Document {
	d := body(prosaic("贵局《关于商请提供案件数据的函》收悉。" + prose(4)))
	d.Format = gongwen.Letter
	d.Head = gongwen.Head{Copy: "000007", Secrecy: "内部", Urgency: "加急", Mark: "泉州市泉源区司法局",
		Number: fazhi.Number{Issuer: "泉源司函", Year: 2025, Seq: 12}}
	d.Title, d.To = "泉州市泉源区司法局关于提供行政复议案件数据的函", "区统计局"
	d.Sign = gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, time.March, 3), Seal: true}
	d.Imprint = gongwen.Imprint{CopyTo: []string{"区政府办公室"}}
	return d
}

// Order returns an order (命令, 10.2) with room for the stamp of its signatory. Each call returns a new one.
func Order() *gongwen.Document {
	d := body(prosaic("《泉源区行政规范性文件管理办法》已经2025年1月3日区人民政府第十七次常务会议通过，现予公布，自2025年3月1日起施行。"))
	d.Format = gongwen.Order
	d.Head = gongwen.Head{Mark: "泉州市泉源区人民政府令", Serial: "第5号"}
	d.Sign = gongwen.Signature{Signatories: []gongwen.Signatory{{Post: "区　长"}}, Date: fazhi.DateOf(2025, time.January, 8)}
	return d
}

// Minutes returns minutes (纪要, 10.3) with the lists of who was there. Each call returns a new one.
func Minutes() *gongwen.Document {
	d := body(prosaic("2025年2月6日，区委依法治区办召开协调小组会议。"+prose(3)), prosaic("会议议定："+prose(2)))
	d.Format = gongwen.Minutes
	d.Head = gongwen.Head{Mark: "泉源区司法局会议纪要", Serial: "第3期"}
	d.Title = "2025年第一次依法行政协调小组会议纪要"
	d.Rolls = []gongwen.Roll{
		{Label: "出席", Names: []string{"甲某某", "乙某", "丙某某", "丁某某", "戊某", "己某某", "庚某某", "辛某", "壬某某", "癸某某"}},
		{Label: "请假", Names: []string{"子某某"}}, {Label: "列席", Names: []string{"丑某", "寅某某"}},
	}
	return d
}

// Joint returns a document of three organs (联合行文), two of which seal it, with an attachment that is not bound with it.
// Each call returns a new one.
func Joint() *gongwen.Document {
	d := body(prosaic(prose(3)), gongwen.Heading{Level: 1, Label: "一、", Text: text("总体要求")}, prosaic(prose(5)))
	d.Head = gongwen.Head{Joint: []string{"泉州市泉源区司法局", "泉州市泉源区财政局", "泉州市泉源区人力资源和社会保障局"}, Mark: "文件",
		Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 7}}
	d.Title, d.To = "关于进一步加强人民调解员队伍建设的通知", "各街道办事处，区直有关单位"
	d.Sign = gongwen.Signature{Organs: []string{"泉州市泉源区司法局", "泉州市泉源区财政局"}, Date: fazhi.DateOf(2025, time.April, 1), Seal: true}
	d.Attachments = []gongwen.Attachment{{Title: "人民调解员补贴标准", Apart: true, Body: []gongwen.Block{caseTable(4)}}}
	return d
}

// Elements returns a document of about eight pages with pictures, notes, a table of contents and a landscape table. Each call
// returns a new one.
func Elements() *gongwen.Document {
	wide := caseTable(20)
	wide.Landscape, wide.Caption = true, "年度案件办理情况一览"
	d := body(
		gongwen.Contents{}, gongwen.PageBreak{},
		gongwen.Heading{Level: 1, Text: text("办案情况")},
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("全年审结67件"), gongwen.Note{Text: "不含上年结转。"}, gongwen.Text("，调解4155件"),
			gongwen.Note{Text: "数据截至2024年12月31日，含各街道人民调解委员会与专业性、行业性人民调解委员会受理的矛盾纠纷。"}, gongwen.Text("。")}},
		gongwen.Heading{Level: 2, Text: text("图表")},
		chart(), gongwen.Image{Data: picture(), Width: gongwen.MM(60), Alt: "渐变方块", Caption: "图2　印章样式"},
		prosaic(prose(3)),
		gongwen.Heading{Level: 1, Text: text("附表")},
		wide,
		prosaic(prose(2)),
		gongwen.Heading{Level: 2, Text: text("一个很长的二级标题，它在目录里要占两行，因为它比一行所能容纳的字数还要多出许多")},
		prosaic(prose(20)),
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
	_ = png.Encode(&b, m) // a buffer takes everything
	return b.Bytes()
}

// caseTable is a table of n rows, some of them short.
func caseTable(n int) gongwen.Table {
	t := gongwen.Table{
		Caption: "案件办理情况", Header: [][]gongwen.Span{text("事项"), text("数量（件）"), text("说明")},
		Widths: []int{2, 1, 3}, Right: []bool{false, true, false},
	}
	for i := range n {
		row := [][]gongwen.Span{text("行政复议"), text("111"), text("其中审结67件，纠错率17.91%，其余在办理期限之内")}
		t.Rows = append(t.Rows, row[:3-i%2])
	}
	return t
}

// prosaic is a paragraph.
func prosaic(s string) gongwen.Block { return gongwen.Paragraph{Text: text(s)} }

// sentences are invented. They have what is hard to break: numbers with units, quotations, titles of documents, dashes.
func sentences() []string {
	return []string{
		"区司法局坚持以人民为中心，全面落实“谁执法谁普法”责任制，推动各项工作走深走实。",
		"全年共受理行政复议申请111件，审结67件，纠错率17.91%；办理行政应诉案件29件，出庭应诉率100%。",
		"印发《关于进一步加强行政规范性文件监督管理工作的通知》（泉源司〔2024〕12号），明确“三统一”要求——统一登记、统一编号、统一印发。",
		"组织案卷评查3次，抽查17个部门315件卷宗，采取“法律顾问+赋权部门”双评方式，发现问题47条，均已整改。",
		"调解矛盾纠纷4155件，调解成功4137件，为困难群众挽回经济损失257.3万元，发放宣传资料7万余份。",
		"与上年相比，败诉率下降10.91个百分点；推出“8+4”项职能清单、“3+1+N”工作体系，覆盖8个街道、279个住宅小区。",
		"2024年11月20日至12月4日，开展“宪法宣传周”系列活动……累计举办讲座46场，咨询534人次，反响良好。",
		"第十七次会议审议通过《泉源区重大行政决策目录（2024年版）》，涉及教育、医疗、住房、养老4类12项。",
	}
}

func prose(n int) string {
	all, out := sentences(), ""
	for i := range n {
		out += all[i%len(all)]
	}
	return out
}
