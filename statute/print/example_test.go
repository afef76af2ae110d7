package print_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/print"
)

// A notice that issues a text; any renderer of gongwen writes it.
func Example() {
	text, _ := statute.Parse("办法.txt", "泉源区养犬管理办法\n第一章 总则\n第一条 为了规范养犬，制定本办法。")
	d := print.Notice{Organ: "泉州市泉源区人民政府", To: "各镇人民政府", Date: fazhi.DateOf(2024, 3, 6)}.Document(text)
	fmt.Println(d.Title)
	fmt.Println(gongwen.PlainText(d.Body[0].(gongwen.Paragraph).Text))
	for _, b := range d.Attachments[0].Body {
		fmt.Println(gongwen.PlainText(b.(gongwen.Paragraph).Text))
	}
	// Output:
	// 泉州市泉源区人民政府关于印发《泉源区养犬管理办法》的通知
	// 现将《泉源区养犬管理办法》印发给你们，请认真组织实施。
	// 第一章　总则
	// 第一条　为了规范养犬，制定本办法。
}
