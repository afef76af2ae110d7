package docx_test

import (
	"bytes"
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
)

// A report of one sentence, as a file that Word, WPS and LibreOffice open.
func Example() {
	fonts, err := fontSet() // layout.NewFonts with the fonts of gongwen/fonts
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := docx.New(gongwen.GB9704(), fonts)
	if err != nil {
		fmt.Println(err)
		return
	}
	var file bytes.Buffer
	issues, err := r.Render(&file, &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{
			gongwen.Text("全年审查政府合同"), gongwen.Figure{ID: "合同.审查", Text: "25份"}, gongwen.Text("。"),
		}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	written, err := textOf(file.Bytes())
	fmt.Println(len(issues), err)
	fmt.Print(written)
	// Output:
	// 0 <nil>
	// 泉州市泉源区司法局关于2024年度法治政府建设情况的报告
	//
	// 全年审查政府合同25份。
}
