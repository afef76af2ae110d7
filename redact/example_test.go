package redact_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/redact"
)

// A text, with names that stand after 申请人 and the like. All data are invented.
func Example() {
	r, err := redact.New(redact.Options{Context: true})
	if err != nil {
		log.Fatal(err)
	}
	public, report := r.Text("申请人：欧阳测试，男，住甲州市乙城区丙街道1号，公民身份号码11010519491231002X。欧阳测试称……")
	fmt.Println(public)
	fmt.Print(report)
	// Output:
	// 申请人：欧阳某，男，住甲州市乙城区××××，公民身份号码××××。欧阳某称……
	// 隐去：姓名 2 处，公民身份号码 1 处，住址 1 处
	// 第5字起4字，姓名
	// 第19字起5字，住址
	// 第31字起18字，公民身份号码
	// 第50字起4字，姓名
}

// The public copy of a document, and what a person has to look at before it is published.
func ExampleRedactor_Document() {
	r, err := redact.New(redact.Options{Names: []fazhi.PersonName{"张三丰", "张四"}, Keep: []string{"0595-00000000"}})
	if err != nil {
		log.Fatal(err)
	}
	public, report, err := r.Document(&gongwen.Document{
		Title: "行政复议决定书",
		Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{
			gongwen.Text("申请人张三丰、第三人张四；本机关电话0595-00000000。"),
		}}},
		Files: []gongwen.File{{Name: "证据.zip", Data: []byte("…")}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(gongwen.PlainText(public.Body[0].(gongwen.Paragraph).Text))
	fmt.Println(public.Note, public.Props.Disclosure, len(public.Files))
	fmt.Print(report)
	issues, err := r.Check(public)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(issues))
	// Output:
	// 申请人张某甲、第三人张某乙；本机关电话0595-00000000。
	// 此件主动公开 主动公开 0
	// 隐去：姓名 2 处，随附文件 1 处
	// /body/0/text：第4字起3字，姓名
	// /body/0/text：第11字起2字，姓名
	// /files/0：随附文件，3 字节
	// 0
}
