package rules_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
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

// A rubric as officials type it: one row for each condition.
func ExampleCompileRubric() {
	type File struct{ Opened, Decided fazhi.Date }
	fields, err := rules.NewVocabulary(
		rules.Days("立案至决定天数", func(f File) (fazhi.Date, fazhi.Date) { return f.Opened, f.Decided }).At("/decided"),
		rules.Date("决定日期", func(f File) fazhi.Date { return f.Decided }).At("/decided"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	src, err := table.CSV("标准.csv", []byte(`编号,分组,项目,分值,一票否决,依据条文,条件,连接,字段,关系,值
1,期限,在九十日内决定,60,,行政处罚法第六十条,适用,,决定日期,不为空,
,,,,,,合格,,立案至决定天数,不大于,90
2,文书,文书规范,40,,,,,,,
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	head := rubric.Rubric{ID: "licheng/penalty", Name: "处罚案卷评分标准", Version: "2024", Basis: "本单位评查办法", Total: rubric.Whole(100)}
	r, issues, err := rules.ReadItems(head, src, "")
	if err != nil || issues != nil {
		fmt.Println(issues, err)
		return
	}
	scorer, issues := rules.CompileRubric(fields, r)
	if issues != nil {
		fmt.Println(issues)
		return
	}
	result := scorer.Score(File{fazhi.DateOf(2024, 1, 2), fazhi.DateOf(2024, 4, 2)})
	for _, m := range result.Marks {
		fmt.Printf("%s %v %v分 %q\n", m.Item, m.Verdict, m.Points, m.Reason)
	}
	fmt.Println(result.Got, "/", result.Of, "未评", result.Open)
	// Output:
	// 1 不合格 0分 "没有达到合格条件：“立案至决定天数”不大于“90”"
	// 2 未评 0分 ""
	// 0 / 100 未评 1
}

// A check as officials type it; faults are named by their cells.
func ExampleReadRequirements() {
	src, err := table.CSV("检查项.csv", []byte(`代码,说明,依据,程度,施行日期,失效日期,条件,连接,字段,关系,值
licheng/penalty/days,处罚决定应当在九十日内作出,行政处罚法第六十条,警告,2021-07-15,,合格,,立案至决定天数,不大于,九十日
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	list, _, err := rules.ReadRequirements(src, "", table.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fields, err := rules.NewVocabulary(rules.Integer("立案至决定天数", func(c *caseFile) (int64, bool) { return c.Days, true }).At("/decided"))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, issues := rules.CheckWith(nil, fields, "case", list)
	fmt.Println(issues)

	list[0].Meets[0].Value = "90"
	checks, _ := rules.CheckWith(nil, fields, "case", list)
	on := fazhi.DateOf(2024, 5, 6)
	issues, err = fazhi.Validate(context.Background(), &caseFile{Days: 91}, on, on, checks)
	fmt.Println(issues, err)
	// Output:
	// [检查项.csv!K2：“立案至决定天数”是整数字段：应当是整数 [rules/value/kind]]
	// [/decided：处罚决定应当在九十日内作出（行政处罚法第六十条） [licheng/penalty/days]] <nil>
}
