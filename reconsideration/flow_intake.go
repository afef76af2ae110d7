package reconsideration

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// extendedSupplement is the step at which another time for the supplement is set; the flow does not know its length.
const extendedSupplement = "延长补正期限"

// supplementing are the steps at which the authority waits for a supplement (补正).
func supplementing() []string {
	return []string{"通知补正", "补正通知送达", extendedSupplement}
}

// intakeSteps are those up to the decision on acceptance (申请的收到、补正).
func intakeSteps() []lifecycle.Step {
	review := []lifecycle.Clock{in2023(reviewLimit, workdays(5), "第三十条第一款"), in2017(reviewLimit, workdays(5), "第十七条第一款")}
	received := append(review[:2:2], in2017(sendLimit, workdays(7), "第二十三条第一款"), in2017(decideLimit, days(60), "第三十一条第一款"))
	return []lifecycle.Step{
		{
			Name: "收到", Doc: "收到行政复议申请，编写案号", First: true, After: append(applying(), atOrgan),
			Starts: received, Stops: append(applyLimits(), forwardLimit), Numbers: []string{"案号"},
		},
		{
			Name: "通知补正", Doc: "书面通知申请人补正，一次性载明需要补正的事项", After: []string{"收到"},
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/supplement/in-time", Basis: "行政复议法第三十条第三款、第三十一条第一款", From: newLaw(), Path: "/intake",
				Doc: "补正通知应当自收到申请之日起五日内发出；期限届满的视为受理", Open: isInTime(reviewLimit),
			}},
			Stops: []string{reviewLimit}, Pauses: true, Only: []string{decideLimit},
		},
		{
			Name: "补正通知送达", Doc: "申请人收到补正通知", After: []string{"通知补正", extendedSupplement}, Late: true,
			Starts: []lifecycle.Clock{in2023(supplementLimit, workdays(10), "第三十一条第二款")},
		},
		{
			Name: extendedSupplement, Doc: "有正当理由不能按期补正的，另定合理的补正期限，载入案卷；原期限不再计算",
			After: []string{"补正通知送达", extendedSupplement}, Stops: []string{supplementLimit},
		},
		{
			Name: "补正", Doc: "收到补正材料", After: supplementing(),
			Starts: review, Stops: []string{supplementLimit}, Resumes: true, Only: []string{decideLimit},
		},
		{
			Name: "视为放弃", Doc: "无正当理由逾期（有延长的，逾延长的期限）不补正，视为放弃申请，记录在案",
			After: []string{"补正通知送达", extendedSupplement},
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/supplement/expired", Basis: "行政复议法第三十一条第二款", From: newLaw(),
				Doc: "补正期限没有届满的，不得视为放弃申请", Open: mayBeWaived,
			}},
			Final: true,
		},
	}
}

// acceptanceSteps are 受理 in its forms, and the ways in which a case is not accepted.
func acceptanceSteps() []lifecycle.Step {
	reviewed := []string{"收到", "补正"}
	pending := append(reviewed[:2:2], supplementing()...)
	ordered := append(pending[:5:5], "责令受理")
	inTime := lifecycle.Gate{
		Code: "reconsideration/acceptance/in-time", Basis: "行政复议法第三十条第三款", From: newLaw(), Path: "/intake",
		Doc: "审查期限届满，没有作出不予受理决定的，视为受理，日期为届满之日", Open: isInTime(reviewLimit),
	}
	simple := lifecycle.Gate{
		Code: "reconsideration/simple/law", Basis: "行政复议法第五十三条", Until: oldLaw(),
		Doc: "二〇二四年一月一日之前没有简易程序", Open: never,
	}
	deemed := lifecycle.Gate{
		Code: "reconsideration/deemed/on-expiry", Basis: "行政复议法第三十条第三款", From: newLaw(), Path: "/accepted",
		Doc: "审查期限届满之日起视为受理，不早也不晚", Open: isLastDay(reviewLimit),
	}
	accepts := func(s lifecycle.Step, clocks []lifecycle.Clock) lifecycle.Step {
		s.Starts, s.Stops = clocks, []string{reviewLimit, supplementLimit}
		s.Resumes, s.Only = true, []string{decideLimit}
		return s
	}
	return []lifecycle.Step{
		accepts(lifecycle.Step{
			Name: "受理", Doc: "受理，适用普通程序", After: ordered, Gates: []lifecycle.Gate{inTime},
		}, ordinaryLimits()),
		accepts(lifecycle.Step{
			Name: "受理（简易程序）", Doc: "受理，适用简易程序", After: ordered, Gates: []lifecycle.Gate{simple, inTime},
		}, simpleLimits()),
		accepts(lifecycle.Step{
			Name: "视为受理", Doc: "审查期限届满，没有作出不予受理决定；日期为届满之日", After: reviewed, Gates: []lifecycle.Gate{deemed},
		}, ordinaryLimits()),
		accepts(lifecycle.Step{
			Name: "视为受理（简易程序）", Doc: "视为受理，适用简易程序；日期为审查期限届满之日", After: reviewed, Gates: []lifecycle.Gate{simple, deemed},
		}, simpleLimits()),
		{
			Name: "不予受理", Doc: "决定不予受理，说明理由；不属于本机关管辖的，告知有管辖权的机关", After: pending,
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/refusal/in-time", Basis: "行政复议法第三十条第二款、第三款", From: newLaw(), Path: "/intake",
				Doc: "不予受理应当在审查期限内决定；期限届满的视为受理", Open: isInTime(reviewLimit),
			}},
			Stops: []string{reviewLimit, supplementLimit, sendLimit, decideLimit},
		},
		{
			Name: "不予受理决定书送达", Doc: "决定书送达申请人；依法应当先申请复议的，可以自收到之日起十五日内起诉，显示的起诉期限只对这类案件", After: []string{"不予受理"}, Late: true,
			Starts: []lifecycle.Clock{
				suing(in2023(sueLimit, days(15), "第三十四条（复议前置）")), suing(in2017(sueLimit, days(15), "第十九条（复议前置）")),
			},
		},
		{
			Name: "责令受理", Doc: "上级行政机关责令纠正，或者督促、责令受理（第三十五条，实施条例第三十一条）",
			After: []string{"不予受理", "不予受理决定书送达"}, Stops: []string{sueLimit},
		},
		{
			Name: "转送", Doc: "转送有关行政复议机关，告知申请人（2017年修正第十八条）", After: pending,
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/referral/law", Basis: "行政复议法第三十条第二款", From: newLaw(), Path: "/intake",
				Doc: "不属于本机关管辖的，应当决定不予受理并告知有管辖权的机关，不再转送", Open: never,
			}},
			Final: true,
		},
		{Name: "受理前撤回", Doc: "申请人在受理之前撤回申请", After: append(pending, atOrgan), Gates: []lifecycle.Gate{inTime}, Final: true},
	}
}

func ordinaryLimits() []lifecycle.Clock {
	return []lifecycle.Clock{in2023(sendLimit, workdays(7), "第四十八条"), in2023(decideLimit, days(60), "第六十二条第一款")}
}

func simpleLimits() []lifecycle.Clock {
	return []lifecycle.Clock{in2023(sendLimit, workdays(3), "第五十四条第一款"), in2023(decideLimit, days(30), simpleArticle)}
}

// suing makes a limit one of the court's.
func suing(c lifecycle.Clock) lifecycle.Clock {
	c.Rule = suitRule
	return c
}

// extension is what may be added to the ordinary limit.
func extension() workday.Span { return days(30) }

// suitsFrom is the first day of the 行政诉讼法 as amended in 2014.
func suitsFrom() fazhi.Date { return fazhi.DateOf(2015, 5, 1) }
