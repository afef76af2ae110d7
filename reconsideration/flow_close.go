package reconsideration

import "github.com/fazhi-go/fazhi/lifecycle"

// closingSteps are the decisions and what follows them.
func closingSteps() []lifecycle.Step {
	ends := []string{sendLimit, replyLimit, decideLimit}
	decided := []string{"终止", "决定", "驳回申请", "调解", "决定书送达", "意见书送达", "意见书反馈", "履行"}
	return []lifecycle.Step{
		{
			Name: "决定", Doc: "经行政复议机关的负责人同意或者集体讨论通过，作出行政复议决定", After: hearing(), Stops: ends,
			Roles: []string{"复议机关负责人"},
		},
		{Name: "驳回申请", Doc: "受理后发现不符合受理条件，决定驳回申请", After: hearing(), Stops: ends},
		{Name: "调解", Doc: "各方在调解书上签字或者签章，加盖行政复议机关印章", After: hearing(), Stops: ends},
		{
			Name: "决定书送达", Doc: "决定书送达当事人，发生法律效力", After: []string{"决定", "驳回申请"},
			Starts: []lifecycle.Clock{{
				Name: sueLimit, Span: days(15), Basis: "行政诉讼法第四十五条", Rule: "行政诉讼法第一百零一条、民事诉讼法第八十五条",
			}},
		},
		{
			Name: "意见书送达", Doc: "有关机关收到行政复议意见书", After: decided,
			Starts: []lifecycle.Clock{in2023(adviceLimit, days(60), "第七十六条")},
		},
		{Name: "意见书反馈", Doc: "有关机关报送纠正情况", After: decided, Stops: []string{adviceLimit}},
		{Name: "履行", Doc: "被申请人履行决定书、调解书、意见书", After: decided},
		{Name: "归档", Doc: "案件材料立卷归档", After: decided, Final: true},
	}
}
