package reconsideration

import (
	"github.com/fazhi-go/fazhi/lifecycle"
)

// suitRule is the article on counting the limits of suits.
const suitRule = "行政诉讼法第一百零一条、民事诉讼法第八十五条"

// closingSteps are the decisions and what follows them.
func closingSteps() []lifecycle.Step {
	ends := []string{sendLimit, replyLimit, decideLimit}
	settled := append(ends[:3:3], suspendLimit, ancillaryLimit, askMakerLimit, makerLimit, referLimit, referredLimit)
	served := []string{"决定", "驳回申请", "决定书送达", "责令重作送达", "重新作出", "意见书送达", "意见书反馈", "履行"}
	decided := append(served[:8:8], "终止", "终止决定书送达", "调解")
	goesOn := []lifecycle.Gate{goesOn()}
	return []lifecycle.Step{
		{
			Name: "决定", Doc: "经行政复议机关的负责人同意或者集体讨论通过，作出行政复议决定", After: hearing(), Gates: goesOn, Stops: ends,
			Roles: []string{"复议机关负责人", "集体讨论"},
		},
		{Name: "驳回申请", Doc: "受理后发现不符合受理条件，决定驳回申请", After: hearing(), Gates: goesOn, Stops: ends},
		{Name: "调解", Doc: "各方在调解书上签字或者签章，加盖行政复议机关印章", After: undecided(), Stops: settled},
		{
			Name: "决定书送达", Doc: "决定书送达一方当事人，发生法律效力", After: served, Late: true,
			Starts: []lifecycle.Clock{{Name: sueLimit, Span: days(15), Basis: "行政诉讼法第四十五条", Rule: suitRule, From: suitsFrom()}},
		},
		{
			Name: "责令重作送达", Doc: "责令重新作出行政行为的决定书送达被申请人；法律、法规、规章另有期限的，依其规定", After: served, Late: true,
			Starts: redoLimits(), // where no other rule has one
		},
		{Name: "重新作出", Doc: "被申请人重新作出行政行为", After: served, Stops: []string{redoLimit}},
		{Name: "终止决定书送达", Doc: "终止决定书送达当事人", After: []string{"终止", "终止决定书送达"}},
		{
			Name: "重新审理", Doc: "上级行政机关责令恢复审理（实施条例第四十八条第二款），或者人民法院判决重新作出复议决定",
			After: []string{"决定", "驳回申请", "决定书送达", "责令重作送达", "重新作出", "履行"}, Stops: []string{sueLimit, redoLimit},
		},
		adviceSent("意见书送达", decided),
		{Name: "意见书反馈", Doc: "有关机关报送纠正情况", After: decided, Stops: []string{adviceLimit}},
		{Name: "履行", Doc: "被申请人履行决定书、调解书、意见书", After: decided},
		{
			Name: "归档", Doc: "案件材料立卷归档", After: append([]string{"不予受理", "不予受理决定书送达"}, decided...), Final: true,
		},
	}
}

// redoLimits are those to act anew; under the text of 2017 beside its own article on what follows (第三十二条).
func redoLimits() []lifecycle.Clock {
	const article = "第四十九条第一款"
	now := ofRules(redoLimit, article)
	now.From = newLaw()
	before := in2017(redoLimit, days(60), "第三十二条第一款、行政复议法实施条例"+article)
	before.From = in2007(redoLimit, days(60), article).From
	return []lifecycle.Clock{now, before}
}

// adviceSent is the step with which an organ has received a statement of advice (行政复议意见书).
func adviceSent(name string, after []string) lifecycle.Step {
	return lifecycle.Step{
		Name: name, Doc: "有关机关收到行政复议意见书", After: after, Late: true,
		Starts: []lifecycle.Clock{in2023(adviceLimit, days(60), "第七十六条"), in2007(adviceLimit, days(60), "第五十七条第一款")},
	}
}
