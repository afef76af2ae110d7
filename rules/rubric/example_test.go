package rubric_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

func Example() {
	r := rubric.Rubric{ID: "licheng/permit", Name: "行政许可案卷评分标准", Version: "2024", Basis: "本单位评查办法",
		Total: rubric.Whole(10), Items: []rubric.Item{
			{ID: "1", Name: "依法受理", Points: 4_50},
			{ID: "2", Name: "在期限内决定", Points: 5_00},
			{ID: "3", Name: "依法举行听证", Points: 1_50},
		}}
	for _, issue := range rubric.Vet(r) {
		fmt.Println(issue)
	}
	r.Items[1].Points = 4_00
	result, _ := rubric.Sum(r, []rubric.Mark{
		{Item: "1", Verdict: rubric.Met, Points: 4_50},
		{Item: "2", Verdict: rubric.NotMet, Points: 2_00, Reason: "超过期限三日"},
		{Item: "3", Verdict: rubric.NotApplicable},
	})
	fmt.Println(result.Got, "/", result.Of, result.Open, result.Vetoed)
	// Output:
	// /total：各项分值合计11分，与总分10分不符 [rubric/total]
	// 6.5 / 8.5 0 false
}
