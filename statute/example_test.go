package statute_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/statute"
)

func Example() {
	text, _ := statute.Parse("办法.txt", "临时占道管理办法\n\n第一条 占道应当经批准。\n\n第二条 有下列情形之一的，不得占道：\n（一）影响消防通道的；\n（二）影响盲道的。\n")
	for n := range text.All() {
		if n.Kind == statute.Item {
			fmt.Println(n.Path(), n.Citation(), n.Text)
		}
	}
	fmt.Println(text.Format() == text.Root.String()+text.End)
	// Output:
	// /art_2/para_1/point_1 第二条第一项 影响消防通道的；
	// /art_2/para_1/point_2 第二条第二项 影响盲道的。
	// true
}
