package review_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Two opinions, six points apart: the policy asks for a talk, and what the two agree on is the result.
func Example() {
	r := rubric.Rubric{ID: "licheng/penalty", Name: "行政处罚案卷评分标准", Version: "2024", Basis: "本单位规定", Total: rubric.Whole(100),
		Grades: []rubric.Grade{{Name: "优秀", Least: rubric.Whole(90)}, {Name: "良好", Least: rubric.Whole(80)}, {Name: "合格"}},
		Items: []rubric.Item{
			{ID: "1", Name: "事实清楚、证据充分", Points: rubric.Whole(60)},
			{ID: "2", Name: "程序合法", Points: rubric.Whole(40)},
		}}
	opinion := func(reviewer, role, unit string, first, second int) review.Opinion {
		result, _ := rubric.Sum(r, []rubric.Mark{
			{Item: "1", Verdict: rubric.NotMet, Points: rubric.Whole(first), Reason: "证据没有当事人确认"},
			{Item: "2", Verdict: rubric.NotMet, Points: rubric.Whole(second), Reason: "告知书没有送达日期"},
		})
		return review.Opinion{Reviewer: reviewer, Role: role, Unit: unit, Result: result}
	}
	settler, err := review.NewSettler(review.Usual(), r)
	if err != nil {
		fmt.Println(err)
		return
	}
	file := review.Case{File: "AJ-1", Unit: "甲街道办事处", Sort: casefile.Penalty, Reviewed: fazhi.DateOf(2024, 6, 12)}
	blind := []review.Opinion{opinion("P03", review.Counsel, "某律师事务所", 50, 31), opinion("P08", review.Empowering, "乙局", 50, 37)}
	settled := settler.Settle(file, blind, nil)
	fmt.Println(settled.Way, settled.Why)
	talk := opinion("P03、P08", review.Agreed, "", 50, 35)
	settled = settler.Settle(file, blind, &talk)
	fmt.Println(settled.Way, settled.Final, settled.Grade)
	for _, fault := range settled.Faults {
		fmt.Println(fault.Name, fault.Lost, fault.Reasons)
	}
	// Output:
	// 未定 法律顾问81.00分（良好），赋权部门87.00分（良好）；相差6分，超过5分，不超过10分；待逐项合议，不能一致的由第三评查人评分
	// 合议 85.00 良好
	// 事实清楚、证据充分 10.00 [证据没有当事人确认]
	// 程序合法 5.00 [告知书没有送达日期]
}
