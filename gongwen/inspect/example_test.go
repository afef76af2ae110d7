package inspect_test

import (
	"bytes"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

func ExampleFile() {
	page := gongwen.GB9704()
	page.PageNumberGap = gongwen.MM(10) // a mistake: 7.5 says 7 mm
	var file bytes.Buffer
	if err := write(&file, page); err != nil {
		fmt.Println(err)
		return
	}
	c, err := inspect.File(file.Bytes(), inspect.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Conforms, c.Measures.BodySize, c.Measures.Left)
	for _, finding := range c.Findings {
		fmt.Println(finding)
	}
	// Output:
	// false 16 28.01
	// 第1页：页码一字线距版心下边缘 10.0 mm，应为 7 mm（GB/T 9704-2012 7.5） [gongwen/inspect/page-number-gap]
}

// write makes a PDF of one page.
func write(file *bytes.Buffer, page gongwen.Profile) error {
	faces, err := fonts.Embedded()
	if err != nil {
		return err
	}
	r, err := pdf.New(page, faces)
	if err != nil {
		return err
	}
	_, err = r.Render(file, &gongwen.Document{
		Title: "关于开展案卷评查的通知",
		To:    "各司法所",
		Body:  []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(prose)}}},
		Sign:  gongwen.Signature{Organs: []string{"泉源区司法局"}, Date: fazhi.DateOf(2025, time.March, 3)},
	})
	return err
}
