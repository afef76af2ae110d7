package reconsideration

import "github.com/fazhi-go/fazhi/lifecycle"

// suspensionSteps are 中止 (第三十九条), with two of its grounds apart, because limits begin with them, and 恢复.
func suspensionSteps(p Profile) []lifecycle.Step {
	suspended := []string{"中止", "中止（承受人未定）", "中止（附带审查）", "通知制定机关", "制定机关收到通知", "制定机关答复", "转送附带审查"}
	return []lifecycle.Step{
		{Name: "中止", Doc: "有第三十九条第一款规定情形之一的，中止，书面告知当事人", After: hearing(), Pauses: true},
		{
			Name: "中止（承受人未定）", Doc: "有第三十九条第一款第一项、第二项、第四项情形的，中止；满六十日原因仍未消除的终止",
			After: hearing(), Pauses: true,
			Starts: []lifecycle.Clock{in2023(suspendLimit, days(60), "第四十一条第五项")},
		},
		{
			Name: "中止（附带审查）", Doc: "审查有关规范性文件或者依据的，中止", After: hearing(), Pauses: true,
			Starts: []lifecycle.Clock{
				in2023(askMakerLimit, workdays(3), "第五十八条第一款"),
				in2023(ancillaryLimit, p.Limits.Ancillary, "第五十六条、第五十七条"),
				in2023(referLimit, p.Limits.Referral, "第五十六条、第五十七条"),
			},
		},
		{
			Name: "通知制定机关", Doc: "有权处理的，书面通知制定机关提出答复", After: []string{"中止（附带审查）"},
			Stops: []string{askMakerLimit, referLimit},
		},
		{
			Name: "制定机关收到通知", Doc: "制定机关收到书面通知", After: []string{"通知制定机关"},
			Starts: []lifecycle.Clock{in2023(makerLimit, workdays(10), "第五十八条第一款")},
		},
		{Name: "制定机关答复", Doc: "制定机关提交书面答复", After: []string{"通知制定机关", "制定机关收到通知"}, Stops: []string{makerLimit}},
		{
			Name: "转送附带审查", Doc: "无权处理的，转送有权处理的机关", After: []string{"中止（附带审查）"},
			Stops: []string{ancillaryLimit, askMakerLimit, referLimit},
		},
		{
			Name: "恢复", Doc: "中止的原因消除，恢复审理，书面告知当事人", After: suspended, Resumes: true,
			Stops: []string{suspendLimit, ancillaryLimit, askMakerLimit, makerLimit, referLimit},
		},
		{
			Name: "终止", Doc: "有第四十一条规定情形之一的，决定终止", After: append(append(hearing(), "鉴定勘验"), suspended...),
			Stops: []string{sendLimit, replyLimit, decideLimit, suspendLimit, ancillaryLimit, askMakerLimit, makerLimit, referLimit},
		},
	}
}
