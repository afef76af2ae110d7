package html_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	nethtml "golang.org/x/net/html"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/html"
)

func render(t testing.TB, d *gongwen.Document) string {
	t.Helper()
	r, err := html.New(html.Options{})
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = r.Render(&b, d)
	require.NoError(t, err)
	return b.String()
}

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

func para(s string) gongwen.Paragraph { return gongwen.Paragraph{Text: text(s)} }

func body(blocks ...gongwen.Block) *gongwen.Document { return &gongwen.Document{Body: blocks} }

// parse reads a file as browsers do.
func parse(file []byte) (*nethtml.Node, error) { return nethtml.Parse(bytes.NewReader(file)) }

// textOf returns the text of the document that a file holds, as the package comment says: without elements nav and those of
// the class "extra", and without text alternatives. Blocks end in a line feed.
func textOf(file []byte) (string, error) {
	root, err := parse(file)
	if err != nil {
		return "", err
	}
	page := find(root, func(n *nethtml.Node) bool { return n.Data == "body" })
	if page == nil {
		return "", errors.New("no body")
	}
	var b strings.Builder
	collect(&b, page)
	return b.String(), nil
}

func collect(b *strings.Builder, n *nethtml.Node) {
	switch {
	case n.Type == nethtml.TextNode:
		b.WriteString(n.Data)
	case n.Data == "nav", n.Data == "title", n.Data == "desc", strings.HasPrefix(attribute(n, "class"), "extra"):
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		collect(b, c)
	}
}

func attribute(n *nethtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// find returns the first element for which f is true, nil if there is none.
func find(n *nethtml.Node, f func(*nethtml.Node) bool) *nethtml.Node {
	if found := all(n, f); len(found) > 0 {
		return found[0]
	}
	return nil
}

// all returns the elements for which f is true, in their order.
func all(n *nethtml.Node, f func(*nethtml.Node) bool) []*nethtml.Node {
	var out []*nethtml.Node
	for d := range n.Descendants() {
		if d.Type == nethtml.ElementNode && f(d) {
			out = append(out, d)
		}
	}
	return out
}

// squeeze drops blanks: the form of the page, not its text, decides on them.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// picture is a small PNG.
func picture() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for x := range 60 {
		for y := range 40 {
			img.Set(x, y, color.RGBA{uint8(4 * x), uint8(6 * y), 160, 255})
		}
	}
	var b bytes.Buffer
	if png.Encode(&b, img) != nil {
		return nil
	}
	return b.Bytes()
}

func chart() gongwen.Drawing {
	d := gongwen.Drawing{Width: 300 * gongwen.Point, Height: 120 * gongwen.Point, Alt: "柱形图。受理67件，审结61件。", Caption: "图2 案件数"}
	for i, n := range []int32{67, 61} {
		x := gongwen.Length(40+140*i) * gongwen.Point
		height := gongwen.Length(n) * gongwen.Point
		d.Shapes = append(d.Shapes,
			gongwen.Path{Steps: gongwen.Rect(x, 95*gongwen.Point-height, 60*gongwen.Point, height), Fill: gongwen.RGB(11, 74, 143)},
			gongwen.Label{Text: []string{"受理67件", "审结61件"}[i], At: gongwen.Spot{X: x + 30*gongwen.Point, Y: 110 * gongwen.Point},
				Anchor: gongwen.Middle, Size: 12 * gongwen.Point})
	}
	return d
}

// everything is a report with every element of the model.
func everything() *gongwen.Document {
	d := gongwentest.Report()
	d.Head.Signers = append(d.Head.Signers, "乙某")
	d.Body = append([]gongwen.Block{gongwen.Contents{}}, d.Body...)
	d.Body = append(d.Body,
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("受理复议申请"), gongwen.Figure{ID: "复议.受理", Text: "67件"},
			gongwen.Note{Text: "含上年结转4件。"}, gongwen.Text("，审结"), gongwen.Figure{ID: "复议.审结", Text: "60余件"},
			gongwen.Note{Text: "截至2024年12月31日。"}, gongwen.Text("，涉及金额"), gongwen.Figure{Text: "2573.4万元"}, gongwen.Text("。")}},
		gongwen.List{Items: [][]gongwen.Span{text("不编号的一项；"), text("不编号的另一项。")}},
		gongwen.Image{Data: picture(), Width: 180 * gongwen.Point, Alt: "渐变色块", Caption: "图1 示意"},
		chart(),
		gongwen.PageBreak{},
		gongwen.Paragraph{Align: gongwen.RightAligned, Text: text("靠右一行")},
		wide(),
	)
	d.Attachments = append(d.Attachments, gongwen.Attachment{Title: "案件清单", Apart: true, Body: []gongwen.Block{
		gongwen.Heading{Level: 2, Label: "（一）", Text: text("跳过一级的标题")},
		gongwen.Heading{Level: 4, Label: "（1）", Text: []gongwen.Span{gongwen.Text("细目"), gongwen.Note{Text: "附件的注。"}}},
		para("清单内容。"),
	}})
	d.Rolls = []gongwen.Roll{{Label: "出席", Names: []string{"甲某某", "乙某"}}, {Label: "请假", Names: []string{"丙某"}}}
	d.Files = []gongwen.File{{Name: "figures.xlsx", Data: []byte("PK")}}
	return d
}

// wide is a table that no telephone has room for.
func wide() gongwen.Table {
	t := gongwen.Table{Caption: "表2 各街道办理情况", Landscape: true}
	names := []string{"街道", "受理", "审结", "维持", "驳回", "撤销", "确认违法", "调解", "和解", "备注"}
	for i, name := range names {
		t.Header = append(t.Header, text(name))
		t.Right = append(t.Right, i > 0 && i < 9)
	}
	for _, name := range []string{"甲街道", "乙街道", "丙街道"} {
		row := [][]gongwen.Span{text(name)}
		for range 8 {
			row = append(row, text("1234"))
		}
		t.Rows = append(t.Rows, append(row, text("数据来自台账")))
	}
	return t
}

// forms are documents of the special forms (10), of joint issuers, with seals and with signatories.
func forms() map[string]*gongwen.Document {
	day := fazhi.DateOf(2025, 3, 5)
	number := fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 12}
	organ := "泉州市泉源区司法局"
	return map[string]*gongwen.Document{
		"letter": {Format: gongwen.Letter, Head: gongwen.Head{Mark: organ, Number: number, Urgency: "加急"}, Title: organ + "关于征求意见的函",
			To: "区直各单位", Body: []gongwen.Block{para("请于3月20日前将意见反馈我局。")},
			Sign: gongwen.Signature{Organs: []string{organ}, Date: day, Seal: true}, Imprint: gongwen.Imprint{CopyTo: []string{"市司法局"}}},
		"order": {Format: gongwen.Order, Head: gongwen.Head{Mark: "泉州市泉源区人民政府令", Serial: "第5号"},
			Body: []gongwen.Block{para("《泉源区行政执法监督办法》已经审议通过，现予公布。")},
			Sign: gongwen.Signature{Signatories: []gongwen.Signatory{{Post: "区　长", Name: "丁某某"}, {Post: "副区长"}}, Date: day}},
		"minutes": {Format: gongwen.Minutes, Head: gongwen.Head{Mark: organ + "局务会议纪要", Serial: "第3期"}, Title: "第三次局务会议纪要",
			Body:  []gongwen.Block{para("会议听取了一季度工作汇报。")},
			Rolls: []gongwen.Roll{{Label: "出席", Names: []string{"甲某某", "乙某", "丙某"}}}, Sign: gongwen.Signature{Date: day}},
		"joint": {Head: gongwen.Head{Joint: []string{organ, "泉州市泉源区财政局", "泉州市泉源区人民法院"}, Mark: "文件", Number: number},
			TitleLines: []string{"关于加强人民调解经费保障的", "通知"}, Title: "关于加强人民调解经费保障的通知",
			Body: []gongwen.Block{para("现将有关事项通知如下。")},
			Sign: gongwen.Signature{Organs: []string{organ, "泉州市泉源区财政局", "泉州市泉源区人民法院"}, Date: day, Seal: true}},
	}
}
