package ofd_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
)

func embedded(tb testing.TB) *layout.Fonts {
	tb.Helper()
	f, err := fonts.Embedded()
	require.NoError(tb, err)
	return f
}

func renderer(tb testing.TB) *ofd.Renderer {
	tb.Helper()
	r, err := ofd.New(gongwen.GB9704(), embedded(tb))
	require.NoError(tb, err)
	return r
}

func render(tb testing.TB, doc *gongwen.Document) []byte {
	tb.Helper()
	var b bytes.Buffer
	_, err := renderer(tb).Render(&b, doc)
	require.NoError(tb, err)
	return b.Bytes()
}

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

func paragraph(s string) gongwen.Block { return gongwen.Paragraph{Text: text(s)} }

// prose is invented, with many different characters, as a report has.
const prose = "一年来，区司法局围绕中心、服务大局，着力补齐短板弱项。依法办理行政复议案件128件，审结116件，调解和解41件，纠错率12.93%；" +
	"行政机关负责人出庭应诉率保持100%。对《关于规范沿街店铺外摆经营的通知》（泉源政办〔2024〕18号）等27件文件开展合法性审核，提出意见93条，" +
	"采纳率96.8%——凡未经审核的，一律不上会、不印发。抽查城管、市场监管、卫生健康、应急管理、自然资源等11个部门的卷宗240册，" +
	"发现程序瑕疵、文书错漏、裁量说理不足等问题58个，逐一督促整改。建立“枫桥式”调解室36间，培训调解员512人次，化解邻里、婚姻、宅基地、" +
	"物业、劳动报酬等纠纷3079起，涉及金额1846.5万元。法律援助中心接待来访2213人，指派案件467件，为残疾人、老年人和农民工开辟绿色通道……" +
	"普法讲师团走进渔港、茶园、工地、校园、军营，举办讲座204场，发放图册5万册。与此同时，基层力量偏薄、信息共享不畅、专业人才紧缺的状况仍然存在，" +
	"须以钉钉子精神抓好落实，把制度优势转化为治理效能。"

// report is ten pages long.
func report() *gongwen.Document {
	d := &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Sign:  gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, time.February, 17)},
		Note:  "此件主动公开",
		Props: gongwen.Props{Subject: "法治政府建设", Issuer: "泉州市泉源区司法局", Index: "QY-2025-0002",
			Keywords: []string{"法治", "年度报告"}, Disclosure: "主动公开"},
	}
	for _, part := range []string{"工作开展情况", "存在的主要问题", "下一步打算"} {
		d.Body = append(d.Body, gongwen.Heading{Level: 1, Text: text(part)})
		for _, section := range []string{"坚持高位推动，凝聚合力", "坚持严格规范，守住底线"} {
			d.Body = append(d.Body, gongwen.Heading{Level: 2, Text: text(section)},
				gongwen.Heading{Level: 3, Text: text("完善制度体系。"), RunIn: true}, paragraph(prose),
				gongwen.Heading{Level: 3, Text: text("提升队伍素质。"), RunIn: true}, paragraph(prose))
		}
	}
	d.Body = gongwen.NumberHeadings(d.Body)
	return d
}

// upward has a head, a seal, tables (one of them landscape), attachments, contents, notes, pictures, files and an imprint.
func upward(tb testing.TB) *gongwen.Document {
	tb.Helper()
	d := report()
	table := gongwen.Table{Caption: "表1 办理情况", Header: [][]gongwen.Span{text("事项"), text("件数")}, Right: []bool{false, true},
		Rows: [][][]gongwen.Span{{text("复议"), text("116")}, {text(strings.Repeat("应诉", 20)), text("29")}}}
	wide := table
	wide.Landscape = true
	noted := gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("办结"), gongwen.Figure{ID: "复议.审结", Text: "116件"},
		gongwen.Note{Text: "含上年结转的9件。"}, gongwen.Emphasis("，全部公开"), gongwen.Text("。")}}
	d.Body = append([]gongwen.Block{gongwen.Contents{}, gongwen.PageBreak{}}, append(d.Body[:8], noted, table,
		chart(), gongwen.Image{Data: picture(tb, "png"), Alt: "调解室外景", Caption: "图2 “外景” & <内景>"},
		gongwen.Image{Data: picture(tb, "jpeg"), Width: 60 * gongwen.Point}, gongwen.Image{Data: picture(tb, "png")})...)
	d.Head = gongwen.Head{
		Copy: "000012", Secrecy: "机密★1年", Urgency: "加急", Mark: "泉州市泉源区司法局文件",
		Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, Signers: []string{"甲某某", "乙某"},
	}
	d.Sign.Seal = true
	d.Attachments = []gongwen.Attachment{{Title: "数据表", Body: []gongwen.Block{wide, paragraph("以上数据截至年底。")}}, {Title: "名单"}}
	d.Imprint = gongwen.Imprint{CopyTo: []string{"市司法局"}, Printer: "泉源区司法局办公室", Printed: fazhi.DateOf(2025, 2, 18)}
	d.Files = []gongwen.File{
		{Name: "figures.csv", MIME: "text/csv", Doc: "报告所用数据", Data: []byte(strings.Repeat("复议.审结,116\n", 50))},
		{Name: "../../etc/x.?<", Data: []byte{1, 2, 3}}, {Name: "空"},
	}
	return d
}

// chart is a drawing with areas, lines, a curve and labels.
func chart() gongwen.Drawing {
	mm := gongwen.MM
	return gongwen.Drawing{Width: mm(100), Height: mm(40), Alt: "案件数量", Caption: "图1 案件数量", Shapes: []gongwen.Shape{
		gongwen.Path{Steps: gongwen.Rect(mm(10), mm(10), mm(15), mm(25)), Fill: gongwen.RGB(31, 119, 180)},
		gongwen.Path{Steps: gongwen.Rect(mm(40), mm(5), mm(15), mm(30)), Fill: gongwen.RGB(255, 127, 14), Stroke: gongwen.RGB(0, 0, 0),
			Thickness: mm(0.3)},
		gongwen.Path{Steps: []gongwen.Step{{To: gongwen.Spot{Y: mm(35)}}, {Op: gongwen.Line, To: gongwen.Spot{X: mm(100), Y: mm(35)}}},
			Stroke: gongwen.RGB(0, 0, 0), Thickness: mm(0.5)},
		gongwen.Label{Text: "2024年", At: gongwen.Spot{X: mm(47), Y: mm(39)}, Anchor: gongwen.Middle, Size: 9 * gongwen.Point},
		gongwen.Path{Steps: []gongwen.Step{{To: gongwen.Spot{X: mm(70), Y: mm(30)}}, {Op: gongwen.Curve, To: gongwen.Spot{X: mm(95), Y: mm(30)},
			C1: gongwen.Spot{X: mm(70), Y: mm(2)}, C2: gongwen.Spot{X: mm(95), Y: mm(2)}}, {Op: gongwen.Close}}, Stroke: gongwen.RGB(44, 160, 44),
			Thickness: mm(0.4)},
		gongwen.Label{Text: "甲𫖯", At: gongwen.Spot{X: mm(98), Y: mm(8)}, Anchor: gongwen.End, Size: 12 * gongwen.Point, Face: gongwen.Kai,
			Ink: gongwen.RGB(200, 0, 0)},
	}}
}

// picture is a PNG or JPEG file.
func picture(tb testing.TB, format string) []byte {
	tb.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 160, 90))
	for y := range 90 {
		for x := range 160 {
			m.Set(x, y, color.RGBA{uint8(x), uint8(2 * y), 120, 255})
		}
	}
	var b bytes.Buffer
	if format == "png" {
		require.NoError(tb, png.Encode(&b, m))
	} else {
		require.NoError(tb, jpeg.Encode(&b, m, nil))
	}
	return b.Bytes()
}

// names has characters beyond the Basic Multilingual Plane, some of which no font has, and others that are no text.
func names() *gongwen.Document {
	return &gongwen.Document{Title: "𬺈的报告", Body: []gongwen.Block{
		paragraph("𫖯𬳽甲\U0010FFFD乙\U00020BB7①★“”……——·ⅣA1%é <&> \"引\""), paragraph("前\x00\u202e后\uffff。ༀ한\u0e01"),
	}}
}

// long has a line of many small characters, in which errors of rounding would add up.
func long() *gongwen.Document {
	return &gongwen.Document{Body: []gongwen.Block{gongwen.Drawing{Width: gongwen.MM(150), Height: gongwen.MM(10), Shapes: []gongwen.Shape{
		gongwen.Label{Text: strings.Repeat("字", 500), At: gongwen.Spot{Y: gongwen.MM(5)}, Size: 777},
	}}}}
}

// forms are the forms that the standard gives to documents.
func forms() map[string]*gongwen.Document {
	body := []gongwen.Block{paragraph("现将有关事项函告如下，请予支持。"), paragraph(prose)}
	sign := gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, 3, 6)}
	number := fazhi.Number{Issuer: "泉源司函", Year: 2025, Seq: 8}
	return map[string]*gongwen.Document{
		"letter": {Format: gongwen.Letter, Head: gongwen.Head{Mark: "泉州市泉源区司法局", Number: number},
			Title: "泉州市泉源区司法局关于商请提供数据的函", To: "区统计局", Body: body, Sign: sign,
			Imprint: gongwen.Imprint{CopyTo: []string{"区政府办公室"}}},
		"order": {Format: gongwen.Order, Head: gongwen.Head{Mark: "泉州市泉源区人民政府令", Serial: "第5号"}, Body: body,
			Sign: gongwen.Signature{Signatories: []gongwen.Signatory{{Post: "区长"}, {Post: "副区长", Name: "甲某"}}, Date: sign.Date}},
		"minutes": {Format: gongwen.Minutes, Head: gongwen.Head{Mark: "泉州市泉源区司法局办公会议纪要", Serial: "第12期"}, Body: body,
			Rolls: []gongwen.Roll{{Label: "出席", Names: []string{"甲某某", "乙某", "丙某某"}}, {Label: "列席", Names: []string{"丁某"}}},
			Sign:  gongwen.Signature{Date: sign.Date}},
		"joint": {Head: gongwen.Head{Mark: "文件", Joint: []string{"泉州市泉源区司法局", "泉州市泉源区财政局"},
			Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 6}}, Title: "关于做好经费保障的通知", To: "各街道办事处", Body: body,
			Sign: gongwen.Signature{Organs: []string{"泉州市泉源区司法局", "泉州市泉源区财政局"}, Date: sign.Date, Seal: true}},
	}
}

// samples are documents that together have everything.
func samples(tb testing.TB) map[string]*gongwen.Document {
	tb.Helper()
	all := forms()
	all["report"], all["upward"], all["names"], all["empty"] = report(), upward(tb), names(), &gongwen.Document{}
	all["long"] = long()
	return all
}
