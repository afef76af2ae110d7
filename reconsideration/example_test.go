package reconsideration_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/table"
)

// Read a ledger, check its rows by the law of their day, count it.
func Example() {
	src, err := table.CSV("台账.csv", []byte(`案号,收到日期,被申请人,处理,受理日期,审结日期,结案方式
1号,2024-03-01,区公安分局,受理,2024-03-06,2024-04-30,维持
2号,2024-05-01,区住建局,受理,2024-05-06,2024-06-28,撤销
3号,2024-07-01,区城管局,不予受理,2024-07-04,,
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	records, _, err := reconsideration.Read(src, "")
	if err != nil {
		fmt.Println(err)
		return
	}
	checks, err := reconsideration.Checks(reconsideration.Profile{})
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
	for _, f := range reconsideration.Figures(records, 2024) {
		text, _ := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text)
	}
	// Output:
	// 台账.csv!E4：没有受理，却有受理日期（行政复议、行政应诉台账填写说明） [reconsideration/acceptance]
	// 收到行政复议申请 3件
	// 已受理的行政复议案件审结 2件
	// 行政复议直接纠错率 50%
}

// The change of a rate compares with the rows of the year before in the same ledger.
func ExampleSuitFigures() {
	closed := func(serial string, on fazhi.Date, r reconsideration.Result) *reconsideration.Suit {
		return &reconsideration.Suit{Serial: serial, Instance: "一审", Concluded: on, Result: r}
	}
	suits := []*reconsideration.Suit{
		closed("1号", fazhi.DateOf(2023, 6, 1), "撤销"),
		closed("2号", fazhi.DateOf(2023, 9, 1), "驳回起诉"),
		closed("3号", fazhi.DateOf(2024, 3, 1), "确认违法"),
		closed("4号", fazhi.DateOf(2024, 5, 1), "驳回诉讼请求"),
		closed("5号", fazhi.DateOf(2024, 8, 1), "主动撤诉"),
	}
	for _, f := range reconsideration.SuitFigures(suits, 2024)[3:] {
		text, _ := f.Text(fazhi.Form{})
		fmt.Println(f.Name, text)
	}
	// Output:
	// 行政诉讼败诉率 33.33%
	// 行政诉讼败诉率同比变化 下降16.67个百分点
}
