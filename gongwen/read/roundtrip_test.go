package read_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	writer "github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
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
