package docx

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/fonts/hei"
	"github.com/fazhi-go/fazhi/gongwen/fonts/kai"
	times "github.com/fazhi-go/fazhi/gongwen/fonts/latin"
	"github.com/fazhi-go/fazhi/gongwen/fonts/song"
	"github.com/fazhi-go/fazhi/gongwen/fonts/songbold"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// BenchmarkWrite writes a report of ten pages that has been laid out once.
func BenchmarkWrite(b *testing.B) {
	fonts, err := layout.NewFonts([]layout.FontFile{
		{Face: gongwen.FangSong, Name: "仿宋_GB2312", Data: fangsong.TTF()},
		{Face: gongwen.Kai, Name: "楷体_GB2312", Data: kai.TTF()},
		{Face: gongwen.Hei, Name: "黑体", Data: hei.TTF()},
		{Face: gongwen.Song, Name: "宋体", Data: song.TTF()},
		{Face: gongwen.XiaoBiaoSong, Name: "方正小标宋简体", Data: songbold.TTF()},
		{Face: gongwen.Latin, Name: "Times New Roman", Data: times.TTF()},
	})
	require.NoError(b, err)
	r, err := New(gongwen.GB9704(), fonts)
	require.NoError(b, err)
	d := &gongwen.Document{Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告"}
	for i := range 36 {
		if i%6 == 0 {
			d.Body = append(d.Body, gongwen.Heading{Level: 1, Text: []gongwen.Span{gongwen.Text("主要做法")}})
		}
		d.Body = append(d.Body, gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(
			"深化“一街一品”调解品牌建设，依托“点对点”“面对面”服务模式，把矛盾纠纷化解在基层、化解在萌芽状态，共调处矛盾纠纷4155件，涉及金额约2573.4万元。" +
				"落实《关于加强行政执法监督工作的若干意见（试行）》，对17个部门的315件案卷开展“双评”，督促有关单位逐项整改到位，做到件件有着落、事事有回音。")}})
	}
	d.Body = gongwen.NumberHeadings(d.Body)
	pages, _, err := layout.Lay(d, gongwen.GB9704(), fonts)
	require.NoError(b, err)
	b.ReportMetric(float64(len(pages.Pages)), "pages")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.write(io.Discard, d, pages); err != nil {
			b.Fatal(err)
		}
	}
}
