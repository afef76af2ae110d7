package review_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/contract/review"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// One question is answered with 否, one is left open; what is proposed changes as the answers come in.
func Example() {
	var items []law.Item
	for _, i := range law.Items() {
		if i.Code == "contract/terms/clear" || i.Code == "contract/faith/promise" {
			items = append(items, i)
		}
	}
	m := review.Matter{
		Contract: &contract.Contract{Serial: "HT-7", Name: "清溪书屋租赁合同", Sort: "租赁", Department: "泉源区文化局", Submitted: fazhi.DateOf(2025, 3, 3)},
		Items:    items,
		Profile:  contract.Profile{Rule: "泉源区政府合同管理办法"},
	}
	r := review.Review{Contract: "HT-7", Answers: []review.Answer{
		{Code: "contract/terms/clear", Reply: review.No, Reason: "没有约定租赁物的交付日期", Clause: "第四条", Role: "法律顾问"},
	}}
	fmt.Printf("%q %s\n", m.Propose(&r).Opinion, m.Propose(&r).Why)

	r.Answers = append(r.Answers, review.Answer{Code: "contract/faith/promise", Reply: review.Yes, Role: "法律顾问"})
	fmt.Printf("%q %s\n", m.Propose(&r).Opinion, m.Propose(&r).Why)

	r.Decision = review.Decision{Opinion: review.Pass, Role: "审查机构负责人", On: fazhi.DateOf(2025, 3, 7)}
	for _, i := range m.Issues(&r) {
		fmt.Println(i.Code, i.Path)
	}

	r.Decision.Opinion = review.PassChanged
	values := m.OpinionValues(&r)
	values["文号"], values["审查单位"] = fazhi.Number{Issuer: "泉司审", Year: 2025, Seq: 4}, "泉源区司法局"
	opinion, err := form.New(review.Opinion())
	if err != nil {
		fmt.Println(err)
		return
	}
	d, issues, err := opinion.Fill(values)
	if err != nil || len(issues) > 0 {
		fmt.Println(issues, err)
		return
	}
	fmt.Println(d.Title, d.Head.Number)
	// Output:
	// "" 还有问题没有答复、待核实，或者材料不齐，不能提出审查意见的建议
	// "修改后通过" 有应当修改、补充或者说明的问题
	// contract/terms/clear /answers/0/reply
	// contract/conclusion/milder /decision/opinion
	// 关于《清溪书屋租赁合同》的合法性审查意见书 泉司审〔2025〕4号
}
