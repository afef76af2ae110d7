package ofd_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
)

func Example() {
	embedded, err := fonts.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	renderer, err := ofd.New(gongwen.GB9704(), embedded) // once in a program
	if err != nil {
		log.Fatal(err)
	}
	doc := &gongwen.Document{
		Title: "泉州市泉源区司法局关于商请提供数据的函",
		To:    "区统计局",
		Body:  []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("请于月底前提供有关数据。")}}},
		Sign:  gongwen.Signature{Organs: []string{"泉州市泉源区司法局"}, Date: fazhi.DateOf(2025, 3, 6)},
	}
	var file bytes.Buffer
	issues, err := renderer.Render(&file, doc)
	if err != nil {
		log.Fatal(err)
	}
	parts, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s first, %d issues\n", parts.File[0].Name, len(issues))
	// Output: OFD.xml first, 0 issues
}
