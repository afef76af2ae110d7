package contract_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/table"
)

// Read a ledger, check its rows by the law of their day, count it.
func Example() {
	src, err := table.CSV("台账.csv", []byte(`合同编号,合同名称,承办单位,合同相对方,审查日期,审查意见,签订日期
HT-1,路灯采购合同,区城管局,某照明公司,2024-03-01,通过,2024-03-05
HT-2,店面租赁合同,区住建局,某商贸公司,2024-05-11,通过,2024-05-10
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	records, _, err := contract.Read(src, "")
	if err != nil {
		fmt.Println(err)
		return
	}
	checks, err := contract.Checks(contract.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	today := fazhi.DateOf(2025, 1, 15)
	for _, r := range records {
		issues, err := fazhi.Validate(context.Background(), r, r.LawOn(today), today, checks)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, issue := range issues {
			fmt.Println(issue)
		}
	}
	for _, f := range contract.Figures(records, 2024) {
		text, _ := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text)
	}
	// Output:
	// 台账.csv!E3：合法性审查日期晚于签订日期（本地政府合同管理规定） [contract/review/before-signing]
	// 审查政府合同 2份
}
