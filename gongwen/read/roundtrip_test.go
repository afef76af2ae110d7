package read_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	writer "github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/read"
)

// written renders a document as a Word file.
func written(t testing.TB, d *gongwen.Document) []byte {
	t.Helper()
	fonts, err := layout.NewFonts([]layout.FontFile{{Face: gongwen.FangSong, Name: "仿宋", Data: fangsong.TTF()}})
	require.NoError(t, err)
	w, err := writer.New(gongwen.GB9704(), fonts)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = w.Render(&b, d)
	require.NoError(t, err)
	return b.Bytes()
}

// What this module writes it reads as the same document.
func TestWhatWasWrittenIsReadAgain(t *testing.T) {
	spans := func(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }
	d := &gongwen.Document{
		Head: gongwen.Head{
			Mark: "泉州市泉源区司法局文件", Number: fazhi.Number{Issuer: "泉源司", Year: 2025, Seq: 5}, Signers: []string{"甲某某"},
		},
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Body: []gongwen.Block{
			gongwen.Paragraph{Text: spans("现将有关情况报告如下。")},
			gongwen.Heading{Level: 1, Label: "一、", Text: spans("工作成效")},
			gongwen.Heading{Level: 2, Label: "（一）", Text: spans("强化统筹")},
			gongwen.Heading{Level: 3, Label: "1.", Text: spans("加强学习。"), RunIn: true},
			gongwen.Paragraph{Text: spans("组织培训3次。")},
			gongwen.Table{Header: [][]gongwen.Span{spans("项目"), spans("件")}, Rows: [][][]gongwen.Span{{spans("复议"), spans("111")}}},
		},
		Sign:    gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, 2, 17)},
		Note:    "此件主动公开",
		Imprint: gongwen.Imprint{CopyTo: []string{"甲局", "乙局"}, Printer: "泉源区司法局办公室", Printed: fazhi.DateOf(2025, 2, 18)},
	}
	r, err := read.Docx("报告.docx", written(t, d))
	require.NoError(t, err)
	require.Empty(t, r.Issues)
	got := r.Document
	require.Equal(t, d.Title, got.Title)
	require.Equal(t, d.To, got.To)
	require.Equal(t, outline(d.Body), outline(got.Body))
	require.Equal(t, d.Sign, got.Sign)
	require.Equal(t, d.Note, got.Note)
	require.Equal(t, d.Head, got.Head)
	require.Equal(t, d.Imprint, got.Imprint)
}

// The forms of the standard are read again with all their elements. Not compared is what the page does not show: the
// properties, and whether the lines of a title were broken by hand. Not read again are a letter of several organs, whose mark
// names only the first, and a post of several lines.
func TestFormsAreReadAgain(t *testing.T) {
	for name, d := range forms() {
		t.Run(name, func(t *testing.T) {
			r, err := read.Docx("公文.docx", written(t, d))
			require.NoError(t, err)
			require.Empty(t, r.Issues)
			got := r.Document
			require.Equal(t, d.Format, got.Format)
			require.Equal(t, d.Head, got.Head)
			require.Equal(t, d.Title, got.Title)
			require.Equal(t, d.To, got.To)
			require.Equal(t, d.Sign, got.Sign)
			require.Equal(t, d.Rolls, got.Rolls)
			require.Equal(t, d.Note, got.Note)
			require.Equal(t, d.Imprint, got.Imprint)
			require.Len(t, got.Attachments, len(d.Attachments))
			for i, a := range d.Attachments {
				require.Equal(t, a.Title, got.Attachments[i].Title)
				require.Equal(t, a.Apart, got.Attachments[i].Apart)
				require.Len(t, got.Attachments[i].Body, len(a.Body))
			}
		})
	}
}

// forms are documents of all forms.
func forms() map[string]*gongwen.Document {
	notice := gongwentest.Joint()
	notice.Head = gongwen.Head{Mark: "泉州市泉源区司法局文件", Number: notice.Head.Number, Signers: []string{"甲某某", "乙某", "丙某某"}}
	notice.Title = "泉州市泉源区司法局关于印发《泉源区行政规范性文件管理办法》和《泉源区重大行政决策程序规定》的通知"
	notice.Sign.Organs = notice.Sign.Organs[:1]
	second := notice.Attachments[0]
	second.Title = "泉州市泉源区人民调解委员会2025年度矛盾纠纷化解情况统计和补贴发放明细表"
	notice.Attachments = append(notice.Attachments, second)
	for i := range notice.Attachments {
		notice.Attachments[i].Apart = false
	}
	notice.Note = "联系人：甲某某（办公室）"
	notice.Imprint = gongwen.Imprint{CopyTo: []string{"甲局"}, Printer: "甲局办公室", Printed: notice.Sign.Date}
	unsealed := gongwentest.Letter()
	unsealed.Sign.Seal = false
	order := gongwentest.Order()
	order.Sign.Signatories = []gongwen.Signatory{{Post: "区　长", Name: "甲某某"}, {Post: "主任", Name: "乙某"}}
	order.Imprint = notice.Imprint
	minutes := gongwentest.Minutes()
	minutes.Imprint = notice.Imprint
	minutes.Attachments = notice.Attachments[:1]
	joint := gongwentest.Joint()
	joint.Head.Mark = ""
	return map[string]*gongwen.Document{
		"报告": gongwentest.Report(), "信函": gongwentest.Letter(), "命令": gongwentest.Order(), "纪要": gongwentest.Minutes(),
		"联合行文": gongwentest.Joint(), "通知": notice, "不用印的信函": unsealed, "署名的命令": order, "有附件的纪要": minutes, "只有机关名称": joint,
	}
}
