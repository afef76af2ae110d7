package enforcement_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/table"
)

// Read a ledger, check its rows by the law of their day, count it.
func Example() {
	src, err := table.CSV("台账.csv", []byte(`案卷编号,评查批次,评查日期,执法部门,法律顾问评分,赋权部门评分,检察院参与,等次
AJ-1,第1次,2024-06-12,甲街道办事处,88.5,91.5,是,优秀
AJ-2,第1次,2024-06-12,乙街道办事处,70,85,是,合格
AJ-3,第2次,2024-11-20,甲街道办事处,89.9,89.9,否,优秀
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	records, _, err := enforcement.Read(src, "")
	if err != nil {
		fmt.Println(err)
		return
	}
	checks, err := enforcement.Checks(enforcement.Profile{})
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
	for _, f := range enforcement.Figures(records, 2024) {
		text, _ := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text)
	}
	// Output:
	// 台账.csv!A3：两个评分相差超过限度，没有第三人评分（本单位案卷评查双评规则） [enforcement/score/arbitration]
	// 台账.csv!H4：等次与得分不符（本单位案卷评查双评规则） [enforcement/grade]
	// 案卷评查活动 2次
	// 评查部门 2个部门
	// 评查案卷 3件
	// 邀请检察院参与案卷评查 1次
}
