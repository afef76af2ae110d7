package due_test

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/due"
)

// What is to be done about a purchase from a small enterprise, and what has to be said about it.
func Example() {
	small := true
	contracts := []*contract.Contract{{
		Serial: "HT-1", Name: "路灯采购合同", Signed: fazhi.DateOf(2025, 6, 3),
		Terms:   contract.Terms{Expires: fazhi.DateOf(2025, 10, 31)},
		Parties: []contract.Party{{Side: contract.Other, Name: "某照明公司", Small: &small}},
		Payments: []contract.Payment{
			{No: 1, Direction: contract.Pay, Amount: 10_000_000, Since: fazhi.DateOf(2025, 7, 1), Basis: "验收合格"},
		},
		Deliveries: []contract.Delivery{{No: 2, What: "第二批路灯", Due: fazhi.DateOf(2025, 9, 10)}},
	}}
	finder, err := due.New(due.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	today := fazhi.DateOf(2025, 9, 1)
	var tally due.Tally
	for i := range finder.Items(slices.Values(contracts), today) {
		tally.Add(i)
		fmt.Println(i.View, i.Contract, i.What, i.Day, i.Left, i.Amount, i.Interest)
	}
	for _, c := range tally.Counts() {
		fmt.Println(c.View, c.Items, c.Late)
	}
	for r := range finder.Reminders(slices.Values(contracts), today) {
		fmt.Println(r.ID, r.To)
	}
	// Output:
	// 待交付 HT-1 相对方交付第二批路灯 2025-09-10 9 0.00 0.00
	// 待收付 HT-1 付款第1期 2025-07-31 -32 100000.00 1600.00
	// 其他期限 HT-1 合同届满 2025-10-31 60 0.00 0.00
	// 可能异常 HT-1 付款第1期：逾期没有支付中小企业款项 2025-07-31 -32 100000.00 1600.00
	// 待交付 1 0
	// 待验收 0 0
	// 待收付 1 1
	// 其他期限 1 0
	// 可能异常 1 1
	// HT-1#delivery/2 [承办人 合同管理员]
	// HT-1#payment/1 [承办人 合同管理员]
	// HT-1#expiry@60 [承办人 合同管理员]
}
