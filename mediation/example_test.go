package mediation_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// Read a ledger, check its rows by the law of their day, count it.
func Example() {
	src, err := table.CSV("台账.csv", []byte(`编号,调解委员会,受理日期,调解结果,调解日期,协议形式,签名盖章齐全,媒体报道日期
RT-1,某社区调委会,2024-03-01,成功,2024-03-05,书面,是,
RT-2,某社区调委会,2024-05-10,成功,2024-05-11,书面,否,
RT-3,某社区调委会,2024-12-30,调解中,,,,
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	records, _, err := mediation.Read(src, "")
	if err != nil {
		fmt.Println(err)
		return
	}
	checks, err := mediation.Checks(mediation.Profile{})
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
	for _, f := range mediation.Figures(records, 2024) {
		text, _ := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text)
	}
	// Output:
	// 台账.csv!G3：协议书的签名、盖章不齐全，没有生效（人民调解法第二十九条第二款） [mediation/agreement/effect]
	// 排查调处矛盾纠纷 3件
	// 调解成功 2件
	// 调解案件获媒体正面宣传 0起
}
