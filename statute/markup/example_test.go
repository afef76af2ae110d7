package markup_test

import (
	"log"
	"os"

	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/markup"
)

func Example() {
	text, _ := statute.Parse("办法.txt", "泉源区养犬管理办法\n第一章 总则\n第一条 为了规范养犬，制定本办法。\n第二条 犬只应当登记。")
	if err := markup.Markdown(os.Stdout, text); err != nil {
		log.Fatal(err)
	}
	// Output:
	// # 泉源区养犬管理办法
	//
	// ## 第一章 总则
	//
	// **第一条**　为了规范养犬，制定本办法。
	//
	// **第二条**　犬只应当登记。
}
