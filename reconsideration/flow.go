package reconsideration

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Limits are limits that no law states in words. One that is zero is not set.
type Limits struct {
	// Conversion is what a case gains when it goes over to the ordinary procedure (转为普通程序). The law does not say from
	// when the sixty days then run; where they are counted from acceptance, as art. 62(1) may be read, it is 30 days.
	// Zero: the thirty days of the simple procedure go on and cannot be extended.
	Conversion workday.Span

	// Ancillary and Referral are within how many days of the suspension the authority deals with a normative document or
	// refers it (附带审查, 第五十六条、第五十七条: thirty days, seven working days). The law does not say from when they run.
	Ancillary, Referral workday.Span
}

// Flow returns the way of an application for reconsideration: 收到, 补正, 受理 or 不予受理 or 视为受理, 中止 and 恢复, 决定 or
// 调解 or 终止, with the limits of the 行政复议法. Those of 2023 hold for steps from 2024-01-01 on, those of 2017 for
// steps before; that steps and not cases decide is a choice, because no article of transition exists.
//
// Limits name the latest day: an extension (延长) counts as the full thirty days, whatever was granted. Where another law
// sets less than sixty days (第六十二条第一款), a bureau changes the flow. Who receives what on which day is a step
// (补正通知送达, 副本送达), because limits begin with the receipt.
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{Kind: Kind, Name: "行政复议案件办理流程",
		Steps: slices.Concat(intakeSteps(), acceptanceSteps(), hearingSteps(p), suspensionSteps(p), closingSteps())}
}

// The names of clocks.
const (
	reviewLimit     = "审查期限"
	supplementLimit = "补正期限"
	sendLimit       = "发送副本期限"
	replyLimit      = "答复期限"
	decideLimit     = "审理期限"
	suspendLimit    = "中止满六十日"
	ancillaryLimit  = "附带审查期限"
	askMakerLimit   = "通知制定机关期限"
	makerLimit      = "制定机关答复期限"
	referLimit      = "转送附带审查期限"
	sueLimit        = "起诉期限"
	adviceLimit     = "意见书反馈期限"
)

// The articles on counting (期间的计算).
const (
	workingRule  = "行政复议法第八十八条第二款"
	calendarRule = "行政复议法第八十八条第一款、民事诉讼法第八十五条"
)

func workdays(n int) workday.Span { return workday.Span{N: n, Unit: workday.WorkingDays} }
func days(n int) workday.Span     { return workday.Span{N: n, Unit: workday.CalendarDays} }

// in2023 and in2017 make a limit of the law of 2023 and of the one before.
func in2023(name string, span workday.Span, article string) lifecycle.Clock {
	c := lifecycle.Clock{Name: name, Span: span, Basis: "行政复议法" + article, Rule: calendarRule, From: fazhi.DateOf(2024, 1, 1)}
	if span.Unit == workday.WorkingDays {
		c.Rule = workingRule
	}
	return c
}

func in2017(name string, span workday.Span, article string) lifecycle.Clock {
	return lifecycle.Clock{Name: name, Span: span, Basis: "行政复议法（2017年修正）" + article, Rule: "行政复议法（2017年修正）第四十条",
		Until: fazhi.DateOf(2023, 12, 31)}
}

func when(c lifecycle.Clock, holds func(lifecycle.State, lifecycle.Move) bool) lifecycle.Clock {
	c.When = holds
	return c
}
