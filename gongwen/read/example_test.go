package read_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/gongwen/read"
)

// A report copied from a website.
func Example() {
	r, err := read.Text("报告.txt", []byte(`泉州市泉源区司法局关于2024年度法治政府建设情况的报告
区委、区政府：
　　现将有关情况报告如下。
一、工作成效
　　全年审查政府合同25份。
泉州市泉源区司法局
2025年02月17日
（此件主动公开）`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Document.Title)
	fmt.Println(len(r.Document.Body), r.Document.Sign.Organs, r.Document.Note)
	for _, i := range r.Issues {
		fmt.Println(i)
	}
	// Output:
	// 泉州市泉源区司法局关于2024年度法治政府建设情况的报告
	// 3 [泉州市泉源区司法局] 此件主动公开
	// 报告.txt!第7行：成文日期已改为规范写法：用阿拉伯数字，年月日标全，月日不编虚位 [gongwen/read/date]
}
