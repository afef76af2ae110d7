package repeat_test

import (
	"context"
	"fmt"
	"log"

	"github.com/fazhi-go/fazhi/enforcement/repeat"
	"github.com/fazhi-go/fazhi/table"
)

// A ledger of two organs: both fined one act.
func Example() {
	file, err := table.CSV("执法信息.csv", []byte(`编号,类别,执法机关,当事人代码,违法行为代码,行为开始日期,行为终了日期,罚款金额,状态
CF-1,行政处罚,甲局,TEST0001,W-100,2024-03-01,2024-03-03,500,已结
CF-2,行政处罚,乙局,TEST0001,W-100,2024-03-02,2024-03-05,800,已结
`))
	if err != nil {
		log.Fatal(err)
	}
	records, issues, err := repeat.Read(file, "")
	if err != nil || issues.Err() != nil {
		log.Fatal(err, issues)
	}
	each := func(yield func(*repeat.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
	tally, err := repeat.Scan(context.Background(), each, repeat.Options{}, func(w *repeat.Warning) error {
		fmt.Println(w.Rule(), w.Level.Chinese(), w.Strength, w.A.Serial, w.B.Serial)
		fmt.Println(w.Text())
		fmt.Println("没有填报：", w.Missing)
		fmt.Println(w.Basis)
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(tally.Records, "条，预警", tally.Warnings, "条")
	// Output:
	// R1 黄色 90 CF-1 CF-2
	// 当事人相同，违法行为代码相同，行为起止重叠2日，双方均有罚款
	// 没有填报： [地点]
	// 《中华人民共和国行政处罚法》第二十五条第一款、第二十九条
	// 2 条，预警 1 条
}

// An index compares what comes in.
func ExampleIndex() {
	index, err := repeat.NewIndex(repeat.Options{Policy: repeat.Policy{
		Limits: []repeat.Limit{{Organ: "甲局", Item: "消防安全", Times: 1}},
	}})
	if err != nil {
		log.Fatal(err)
	}
	visit := func(serial, on string) *repeat.Record {
		return &repeat.Record{
			Serial: serial, Sort: repeat.Inspection, Organ: "甲局", Party: "TEST0001", Items: []string{"消防安全"}, Inspected: day(on), Lead: repeat.Routine,
		}
	}
	for _, r := range []*repeat.Record{visit("JC-1", "2025-03-01"), visit("JC-2", "2025-07-01")} {
		found, err := index.Check(r)
		if err != nil {
			log.Fatal(err)
		}
		for _, w := range found.Warnings {
			fmt.Println(w.Rule(), w.A.Serial, w.B.Serial, w.Text())
		}
		if err := index.Add(r); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// R3 JC-1 JC-2 当事人相同，执法机关相同，检查事项相同，本年度内第2次，公布的频次上限为1次
}
