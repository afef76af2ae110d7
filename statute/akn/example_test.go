package akn_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/akn"
)

func Example() {
	text, _ := statute.Parse("办法.txt", "泉源区养犬管理办法\n\n第一条　为了规范养犬，制定本办法。\n\n第二条　犬只应当登记。")
	var file bytes.Buffer
	err := akn.Write(&file, text, akn.Meta{
		Locality: "350599", Organ: akn.Organ{ID: "qyqzf", Name: "泉州市泉源区人民政府"},
		Slug: "qyzg-2024-2", Dated: fazhi.DateOf(2024, 3, 5),
	})
	fmt.Println(err)
	_, body, _ := strings.Cut(file.String(), "<body>\n")
	body, _, _ = strings.Cut(body, "   </article>")
	fmt.Println(body)
	// Output:
	// <nil>
	//    <article eId="art_1">
	//     <num>第一条</num>
	//     <paragraph eId="art_1__para_1">
	//      <content>
	//       <p>为了规范养犬，制定本办法。</p>
	//      </content>
	//     </paragraph>
}
