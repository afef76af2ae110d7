package casefile_test

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

const example = `{
  "serial": "AJ-2024-031", "organ": "某区城市管理局", "sort": "行政处罚", "procedure": "普通程序",
  "dates": {"filed": "2024-07-03", "informed": "2024-09-20", "decided": "2024-10-09"},
  "facts": {"hearingDue": false},
  "documents": [{"name": "立案审批表"}, {"name": "行政处罚事先告知书"}, {"name": "行政处罚决定书"}]
}`

func Example() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	examiner, err := casefile.NewExaminer(calendar)
	if err != nil {
		fmt.Println(err)
		return
	}
	file, issues, err := casefile.Read("案卷.json", strings.NewReader(example))
	if err != nil || file == nil {
		fmt.Println(err, issues)
		return
	}
	var examined casefile.Examined
	if err := examiner.Examine(file, &examined); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(examiner.State(&examined, "处罚决定期限"), examined.Missing())

	explained, err := examiner.Explain(file, "处罚决定期限")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Join(explained.Why, "\n"))
	// Output:
	// 不符合 [案件调查报告 送达回证]
	// 立案日期为2024年7月3日
	// 决定日期为2024年10月9日
	// 期限为90日（行政处罚法第六十条）
	// 2024年7月3日当日不计入，自2024年7月4日起算
	// 第90日为2024年10月1日
	// 2024年10月1日国庆节放假，顺延至其后第一个工作日2024年10月8日
	// 逾期1日
}

// A rubric speaks of limits as data.
func ExampleVocabulary() {
	vocabulary, err := casefile.Vocabulary()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, issues := rules.Compile(vocabulary, []rules.Condition{{Field: "处罚决定期限", Relation: "等于", Value: "符合"}})
	fmt.Println(len(issues))
	_, issues = rules.Compile(vocabulary, []rules.Condition{{Field: "处罚决定期限", Relation: "等于", Value: "合格"}})
	fmt.Println(issues[0].Message)
	// Output:
	// 0
	// 第1行“值”列：“处罚决定期限”是文本字段：不是可选的值之一
}
