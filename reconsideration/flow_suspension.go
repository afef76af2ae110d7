package reconsideration

import "github.com/fazhi-go/fazhi/lifecycle"

// The ways in which a case is suspended (中止, 第三十九条); three grounds stand apart, because limits begin with them.
const (
	suspension = "中止"
	noParty    = "中止（参加人未确定）"
	ownReview  = "中止（附带审查，有权处理）"
	sentReview = "中止（附带审查，无权处理）"
)

func suspending() []string { return []string{suspension, noParty, ownReview, sentReview} }

// suspended are the steps at which a case is suspended.
func suspended() []string {
	return append(suspending(), "通知制定机关", "制定机关收到通知", "制定机关答复", "转送附带审查", "接受机关收到转送", "收到处理意见")
}

// suspensionSteps are 中止, what is done meanwhile, and 恢复.
func suspensionSteps(p Profile) []lifecycle.Step {
	only := []string{decideLimit}
	after := func(steps ...string) []string { return append(steps, beside()...) }
	own, sent := []lifecycle.Gate{isSuspendedBy(ownReview)}, []lifecycle.Gate{isSuspendedBy(sentReview)}
	limits := []string{suspendLimit, ancillaryLimit, askMakerLimit, makerLimit, referLimit, referredLimit}
	return []lifecycle.Step{
		{Name: suspension, Doc: "有第三十九条第一款规定情形之一的，中止，书面告知当事人", After: undecided(), Pauses: true, Only: only},
		{
			Name: noParty, Doc: "有第三十九条第一款第一项、第二项、第四项情形的，中止；满六十日原因仍未消除的终止",
			After: undecided(), Pauses: true, Only: only,
			Starts: []lifecycle.Clock{in2023(suspendLimit, days(60), "第四十一条第五项"), in2007(suspendLimit, days(60), "第四十二条第二款")},
		},
		{
			Name: ownReview, Doc: "审查本机关有权处理的规范性文件或者依据的，中止", After: undecided(), Pauses: true, Only: only,
			Starts: []lifecycle.Clock{
				in2023(askMakerLimit, workdays(3), "第五十八条第一款"), in2023(ancillaryLimit, p.Limits.ancillary(), "第五十六条、第五十七条"),
				in2017(ancillaryLimit, p.Limits.ancillary(), "第二十六条、第二十七条"),
			},
		},
		{
			Name: sentReview, Doc: "规范性文件或者依据本机关无权处理的，中止", After: undecided(), Pauses: true, Only: only,
			Starts: []lifecycle.Clock{
				in2023(referLimit, p.Limits.referral(), "第五十六条、第五十七条"), in2017(referLimit, p.Limits.referral(), "第二十六条、第二十七条"),
			},
		},
		{
			Name: "通知制定机关", Doc: "有权处理的，书面通知制定机关提出答复", After: after(ownReview), Gates: own,
			Stops: []string{askMakerLimit},
		},
		{
			Name: "制定机关收到通知", Doc: "制定机关收到书面通知", After: after("通知制定机关"), Gates: own, Late: true,
			Starts: []lifecycle.Clock{in2023(makerLimit, workdays(10), "第五十八条第一款")},
		},
		{
			Name: "制定机关答复", Doc: "制定机关提交书面答复", After: after("通知制定机关", "制定机关收到通知"), Gates: own,
			Stops: []string{makerLimit},
		},
		{
			Name: "转送附带审查", Doc: "无权处理的，转送有权处理的机关", After: after(sentReview), Gates: sent,
			Stops: []string{referLimit},
		},
		{
			Name: "接受机关收到转送", Doc: "有权处理的机关收到转送", After: after("转送附带审查"), Gates: sent, Late: true,
			Starts: []lifecycle.Clock{in2023(referredLimit, days(60), "第六十条"), in2017(referredLimit, days(60), "第二十六条")},
		},
		{
			Name: "收到处理意见", Doc: "收到有权处理的机关的处理意见", After: after("转送附带审查", "接受机关收到转送"), Gates: sent,
			Stops: []string{referredLimit},
		},
		{
			Name: "恢复", Doc: "中止的原因消除，或者上级行政机关责令恢复（第四十条），恢复审理，书面告知当事人",
			After: after(suspended()...), Gates: []lifecycle.Gate{isSuspendedBy(suspending()...)}, Resumes: true, Only: only, Stops: limits,
		},
		{
			Name: "终止", Doc: "有第四十一条规定情形之一的，决定终止", After: undecided(),
			Stops: append(limits, sendLimit, replyLimit, decideLimit),
		},
	}
}
