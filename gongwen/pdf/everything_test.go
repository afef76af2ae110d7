package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
)

// picture is an image with colours that change from point to point, in part transparent.
func picture(width, height int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.SetNRGBA(x, y, color.NRGBA{uint8(x * 255 / width), uint8(y * 255 / height), 128, uint8(255 - x*255/width)})
		}
	}
	return m
}

func pngFile(tb testing.TB, m image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	require.NoError(tb, png.Encode(&b, m))
	return b.Bytes()
}

func jpegFile(tb testing.TB, m image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	require.NoError(tb, jpeg.Encode(&b, m, nil))
	return b.Bytes()
}

// chart is a drawing with areas, a line, a curve and labels.
func chart() gongwen.Drawing {
	d := gongwen.Drawing{
		Width: 300 * gongwen.Point, Height: 160 * gongwen.Point, Alt: "柱状图：2022年30件，2023年60件，2024年90件。", Caption: "图2　近三年办件数",
	}
	for i := range 3 {
		x, h := gongwen.Length(30+90*i)*gongwen.Point, gongwen.Length(30*(i+1))*gongwen.Point
		d.Shapes = append(d.Shapes,
			gongwen.Path{Steps: gongwen.Rect(x, 130*gongwen.Point-h, 50*gongwen.Point, h), Fill: gongwen.RGB(200, 60, 40)},
			gongwen.Label{Text: fmt.Sprintf("%d年", 2022+i), At: gongwen.Spot{X: x + 25*gongwen.Point, Y: 148 * gongwen.Point},
				Anchor: gongwen.Middle, Size: 12 * gongwen.Point, Face: gongwen.Song, Ink: gongwen.RGB(0, 0, 160)})
	}
	at := func(x, y gongwen.Length) gongwen.Spot {
		return gongwen.Spot{X: x * gongwen.Point, Y: y * gongwen.Point}
	}
	d.Shapes = append(d.Shapes, gongwen.Path{
		Steps: []gongwen.Step{{Op: gongwen.Move, To: at(20, 130)}, {Op: gongwen.Line, To: at(290, 130)},
			{Op: gongwen.Move, To: at(55, 95)}, {Op: gongwen.Curve, C1: at(100, 90), C2: at(180, 20), To: at(235, 35)}},
		Stroke: gongwen.RGB(0, 0, 0), Thickness: gongwen.Point,
	})
	return d
}

// everything has every element that a document can have.
func everything(tb testing.TB) *gongwen.Document {
	d := upward()
	d.Body = append([]gongwen.Block{gongwen.Contents{Levels: 3}, gongwen.PageBreak{}}, report().Body[:8]...)
	header := func(names ...string) [][]gongwen.Span {
		var out [][]gongwen.Span
		for _, n := range names {
			out = append(out, text(n))
		}
		return out
	}
	long := gongwen.Table{Caption: "表1　办件情况", Header: header("序号", "事项", "件数", "备注"), Widths: []int{1, 4, 1, 2}, Right: []bool{false, false, true, false}}
	for i := range 30 {
		long.Rows = append(long.Rows, header(fmt.Sprint(i+1), "行政复议案件审理情况，含调解、和解、撤回", fmt.Sprint(37*i%101)))
	}
	wide := long
	wide.Caption, wide.Landscape, wide.Rows = "表2　横排的表", true, long.Rows[:5]
	shot := gongwen.Image{Data: pngFile(tb, picture(200, 80)), Alt: "渐变的色块", Caption: "图1　示意图"}
	photo := gongwen.Image{Data: jpegFile(tb, picture(150, 100)), Width: 200 * gongwen.Point, Alt: "照片"}
	d.Body = append(d.Body,
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("公开网址："), gongwen.Text("https://sf.quanyuan.example/zfxxgk/fzzfjs/2025/02/17/a-very-long-name_index.html?id=20250217"),
			gongwen.Text("，另见http://a.example。"), gongwen.Note{Text: "数据截至2024年12月31日，见https://tj.example/b。"}, gongwen.Text("请查阅。")}},
		gongwen.List{Ordered: true, Items: [][]gongwen.Span{text("第一项；"), text("第二项" + strings.Repeat("，写得长一些", 8) + "。")}},
		shot, chart(), photo, shot, long, wide, paragraph("表格之后的文字。"))
	d.Body = gongwen.NumberHeadings(d.Body)
	d.Attachments = append(d.Attachments, gongwen.Attachment{Title: "说明", Body: []gongwen.Block{
		gongwen.Heading{Level: 2, Text: text("跳级的标题")}, paragraph("内容。"),
	}})
	return d
}
