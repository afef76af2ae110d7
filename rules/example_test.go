package rules_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
)

func Example() {
	type Penalty struct {
		Fine    fazhi.Money
		Decided fazhi.Date
	}
	fields, err := rules.NewVocabulary(
		rules.Money("罚款金额", func(p Penalty) (fazhi.Money, bool) { return p.Fine, true }),
		rules.Date("决定日期", func(p Penalty) fazhi.Date { return p.Decided }),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	ledger, err := table.CSV("标准.csv", []byte("字段,关系,值\n罚款金额,大于,1万元\n决定日期,不早于,2024-01-01\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	conditions, _, err := rules.Read(ledger, "", table.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	holds, issues := rules.Compile(fields, conditions)
	fmt.Println(issues.Err(), holds(Penalty{Fine: 20000_00, Decided: fazhi.DateOf(2024, 5, 6)}))

	conditions[0].Field = "罚款金领"
	_, issues = rules.Compile(fields, conditions)
	fmt.Println(issues.Err())
	// Output:
	// <nil> true
	// 标准.csv!A2：没有“罚款金领”这个字段，是不是“罚款金额”？ [rules/field/unknown]
}
