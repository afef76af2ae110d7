package qr_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/qr"
)

func ExampleDraw() {
	code, err := qr.Draw("https://www.example.gov.cn/report/2024", qr.Options{Side: gongwen.MM(25), Caption: "扫码阅读全文"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.0f mm, %s\n", code.Width.Millimetres(), code.Alt)
	// Output: 25 mm, 二维码：https://www.example.gov.cn/report/2024
}
