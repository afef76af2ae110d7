package pdf_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

func Example() {
	embedded, err := fonts.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	renderer, err := pdf.New(gongwen.GB9704(), embedded) // once in a program
	if err != nil {
		log.Fatal(err)
	}
	doc := &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Body:  []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("现将有关情况报告如下。")}}},
		Sign:  gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, 2, 17)},
	}
	var file bytes.Buffer
	issues, err := renderer.Render(&file, doc)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s, %d issues\n", file.Bytes()[:8], len(issues))
	// Output: %PDF-1.4, 0 issues
}
