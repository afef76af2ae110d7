package html_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/html"
)

// A report of one sentence as a page of a website.
func Example() {
	r, err := html.New(html.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var page bytes.Buffer
	issues, err := r.Render(&page, &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{
			gongwen.Text("全年审查政府合同"), gongwen.Figure{ID: "合同.审查", Text: "25份"}, gongwen.Text("。"),
		}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, body, _ := strings.Cut(page.String(), `<main id="main">`)
	fmt.Println(len(issues))
	fmt.Println(strings.TrimSpace(body))
	// Output:
	// 0
	// <article aria-labelledby="title">
	// <h1 id="title"><span class="phrase">泉州市泉源区司法局</span><span class="phrase">关于2024年度法治政府建设情况的报告</span></h1>
	// <p>全年审查政府合同<data value="25" data-id="合同.审查">25份</data>。</p>
	// </article>
	// </main>
	// </body>
	// </html>
}
