package score_test

import (
	"encoding/json"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

func Example() {
	r := rubric.Rubric{ID: "licheng/penalty", Name: "处罚案卷评分标准", Version: "2024", Kind: casefile.Kind, Basis: "本单位评查办法",
		From:   fazhi.DateOf(2024, 1, 1),
		Grades: []rubric.Grade{{Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"}},
		Items: []rubric.Item{
			{ID: "1", Name: "在法定期限内决定", Basis: "行政处罚法第六十条", Points: rubric.Whole(60),
				Meets: []rubric.Condition{{Field: "处罚决定期限", Relation: "等于", Value: "符合"}}},
			{ID: "2", Name: "文书规范", Points: rubric.Whole(40), Each: rubric.Whole(2)},
		}}
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
	m, issues, err := score.New(r, score.Options{Examiner: examiner, Sort: casefile.Penalty})
	if err != nil || issues != nil {
		fmt.Println(issues, err)
		return
	}

	file := &casefile.File{Serial: "2024-7", Sort: casefile.Penalty}
	file.Dates[casefile.Filed], file.Dates[casefile.Decided] = fazhi.DateOf(2024, 3, 7), fazhi.DateOf(2024, 6, 5)
	var x casefile.Examined
	if err := examiner.Examine(file, &x); err != nil {
		fmt.Println(err)
		return
	}
	s, issues := m.Score(&x, []rubric.Mark{{Item: "2", Verdict: rubric.NotMet, Points: rubric.Whole(36), Times: 2, Reason: "两处涂改没有签名"}})
	fmt.Println(s.Outcome.Score, s.Outcome.Grade, s.Final(), issues)
	stored, err := json.Marshal(s.Compact().Deductions)
	fmt.Println(string(stored), err)
	e, err := m.Explain(&x, &s)
	if err != nil {
		fmt.Println(err)
		return
	}
	item := e.Score.Parts[0].Parts[0].Parts[0]
	fmt.Println(item.Name, item.Value, item.Item.Verdict, item.Item.By)
	fmt.Println(item.Item.Evidence[0].Text)
	// Output:
	// 96.00 合格 true []
	// [{"item":"2","lost":4,"times":2}] <nil>
	// 在法定期限内决定 60 合格 自动评定
	// 符合；立案日期为2024年3月7日；决定日期为2024年6月5日；期限为90日（行政处罚法第六十条）；2024年3月7日当日不计入，自2024年3月8日起算；第90日为2024年6月5日
}
