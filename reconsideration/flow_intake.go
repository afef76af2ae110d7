package reconsideration

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// intakeSteps are those up to the decision on acceptance (申请的收到、补正).
func intakeSteps() []lifecycle.Step {
	review := []lifecycle.Clock{in2023(reviewLimit, workdays(5), "第三十条第一款"), in2017(reviewLimit, workdays(5), "第十七条第一款")}
	return []lifecycle.Step{
		{
			Name: "收到", Doc: "收到行政复议申请，编写案号", First: true,
			Starts: review, Numbers: []string{"案号"},
		},
		{
			Name: "通知补正", Doc: "书面通知申请人补正，一次性载明需要补正的事项", After: []string{"收到"},
			Stops: []string{reviewLimit},
		},
		{
			Name: "补正通知送达", Doc: "申请人收到补正通知", After: []string{"通知补正"},
			Starts: []lifecycle.Clock{in2023(supplementLimit, workdays(10), "第三十一条第二款")},
		},
		{
			Name: "延长补正期限", Doc: "有正当理由不能按期补正的，另定合理的补正期限", After: []string{"补正通知送达"},
			Stops: []string{supplementLimit},
		},
		{
			Name: "补正", Doc: "收到补正材料", After: []string{"通知补正", "补正通知送达", "延长补正期限"},
			Starts: review, Stops: []string{supplementLimit},
		},
		{
			Name: "视为放弃", Doc: "无正当理由逾期不补正，视为放弃申请，记录在案", After: []string{"补正通知送达", "延长补正期限"},
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/supplement/expired", Basis: "行政复议法第三十一条第二款", From: fazhi.DateOf(2024, 1, 1),
				Doc: "补正期限没有届满的，不得视为放弃申请", Open: hasExpired(supplementLimit),
			}},
			Final: true,
		},
	}
}

// acceptanceSteps are 受理 in its forms, and the ways in which a case is not accepted.
func acceptanceSteps() []lifecycle.Step {
	from := fazhi.DateOf(2024, 1, 1)
	pending := []string{"收到", "补正"}
	return []lifecycle.Step{
		{
			Name: "受理", Doc: "受理，适用普通程序", After: pending,
			Starts: ordinaryLimits(), Stops: []string{reviewLimit},
		},
		{
			Name: "受理（简易程序）", Doc: "受理，适用简易程序", After: pending,
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/simple/law", Basis: "行政复议法第五十三条", Until: from.AddDays(-1),
				Doc: "二〇二四年一月一日之前没有简易程序", Open: never,
			}},
			Starts: []lifecycle.Clock{in2023(sendLimit, workdays(3), "第五十四条第一款"), in2023(decideLimit, simpleTerm(), "第六十二条第二款")},
			Stops:  []string{reviewLimit},
		},
		{
			Name: "视为受理", Doc: "审查期限届满，没有作出不予受理决定；日期为届满之日", After: pending,
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/deemed/on-expiry", Basis: "行政复议法第三十条第三款", From: from, Path: "/accepted",
				Doc: "审查期限届满之日起视为受理，不早也不晚", Open: isLastDay(reviewLimit),
			}},
			Starts: ordinaryLimits(), Stops: []string{reviewLimit},
		},
		{
			Name: "不予受理", Doc: "决定不予受理，说明理由", After: pending,
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/refusal/in-time", Basis: "行政复议法第三十条第二款、第三款", From: from, Path: "/intake",
				Doc: "不予受理应当在审查期限内决定；期限届满的视为受理", Open: isInTime(reviewLimit),
			}},
			Final: true,
		},
		{Name: "转送", Doc: "转送有权处理的机关", After: pending, Final: true},
		{Name: "受理前撤回", Doc: "申请人在受理之前撤回申请", After: []string{"收到", "通知补正", "补正通知送达", "延长补正期限", "补正"}, Final: true},
	}
}

func ordinaryLimits() []lifecycle.Clock {
	return []lifecycle.Clock{
		in2023(sendLimit, workdays(7), "第四十八条"), in2017(sendLimit, workdays(7), "第二十三条第一款"),
		in2023(decideLimit, ordinaryTerm(), "第六十二条第一款"), in2017(decideLimit, ordinaryTerm(), "第三十一条第一款"),
	}
}

// The limits within which a case is decided (审理期限).
func ordinaryTerm() workday.Span { return days(60) }
func simpleTerm() workday.Span   { return days(30) }
func extension() workday.Span    { return days(30) }
