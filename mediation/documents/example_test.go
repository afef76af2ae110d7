package documents_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/documents"
)

// An agreement, of which the number is not known at first. All data are invented.
func Example() {
	d := &dispute.Dispute{
		Case:      mediation.Case{Serial: "RT-1", Committee: "泉源区清溪街道人民调解委员会", Sort: "邻里"},
		Facts:     "双方因楼道堆放物品发生争议。",
		Parties:   []dispute.Party{{Name: "某甲"}, {Name: "某乙"}},
		Mediators: []dispute.Mediator{{Name: "某丙"}},
		Agreement: &dispute.Agreement{Agreed: fazhi.DateOf(2024, 8, 5), Terms: []string{"某乙补偿某甲500元"}, How: "现金支付", Until: fazhi.DateOf(2024, 8, 9), Amount: 500_00, Copies: 3},
	}
	letter, err := form.New(documents.Agreement())
	if err != nil {
		log.Fatal(err)
	}
	values := documents.AgreementValues(d)
	_, issues, err := letter.Fill(values)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(issues)
	values["编号"] = "（2024）清溪人调字第1号"
	paper, issues, err := letter.Fill(values)
	if err != nil || issues.Err() != nil {
		log.Fatal(err, issues)
	}
	fmt.Println(paper.Title, paper.Props.Disclosure)
	for _, block := range paper.Body {
		if p, ok := block.(gongwen.Paragraph); ok {
			if text := gongwen.PlainText(p.Text); strings.Contains(text, "金额") || strings.Contains(text, "期限") {
				fmt.Println(text)
			}
		}
	}
	// Output:
	// [/编号：没有填写“编号” [form/field/missing]]
	// 人民调解协议书 不予公开
	// 协议涉及金额500元（大写：人民币伍佰元整）。
	// 履行期限：2024年8月9日前（含当日）履行完毕。
}
