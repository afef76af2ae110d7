package layout_test

import (
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

func Example() {
	embedded, err := fonts.Embedded() // once in a program
	if err != nil {
		log.Fatal(err)
	}
	doc := &gongwen.Document{
		Title: "泉州市泉源区司法局关于2024年度法治政府建设情况的报告",
		To:    "区委、区政府",
		Body:  []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("全年调解矛盾纠纷4155件，为群众挽回经济损失共257.3万元，现报告如下。")}}},
	}
	pages, issues, err := layout.Lay(doc, gongwen.GB9704(), embedded)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(pages.Text())
	fmt.Println(len(issues), "issues")
	// Output:
	// 泉州市泉源区司法局
	// 关于2024年度法治政府建设情况的报告
	// 区委、区政府：
	// 全年调解矛盾纠纷4155件，为群众挽回经济损失共
	// 257.3万元，现报告如下。
	// — 1 —
	// 0 issues
}

func ExampleFonts_Pick() {
	embedded, err := fonts.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range "法2“①" {
		font, _ := embedded.Pick(gongwen.FangSong, r)
		fmt.Printf("%c %s\n", r, font.Name())
	}
	// Output:
	// 法 仿宋_GB2312
	// 2 Times New Roman
	// “ 宋体
	// ① 宋体
}
