package reconsideration

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// SuitFlow returns the way of one instance of a suit, as the defendant sees it (行政应诉): 收到应诉通知, 答辩, 出庭, the
// court's judgment, ruling or mediation, 上诉 or 履行. An appeal begins an instance of its own.
//
// Rulings on the procedure (程序性裁定: 中止诉讼, 停止执行, 先予执行, 移送管辖 …) end nothing; of them only that on an objection to
// jurisdiction may be appealed (解释第一百零一条). A judgment of a retrial may be appealed when the case was retried as one of
// first instance (民事诉讼法第二百一十八条), which the ledger does not say: the step is open, and no limit is shown.
//
// Who appears in court is a fact to be noted, whoever it was; the check reconsideration/suit/appearance judges it. The
// court's own limits (第八十一条、第八十八条) have no clocks, because the defendant does not know their first day. Where the
// court sets a shorter time in the simple procedure, that one counts.
//
// Before the notice stand, optional, the days from which the time to sue runs (起诉期限), and after judgment 裁判生效 with the
// time to ask for a retrial (申请再审), which runs from a mediation (调解书), too. What follows when a limit passes, Consequences says.
func SuitFlow(Profile) lifecycle.Flow {
	steps := slices.Concat(suingSteps(), instanceSteps(), judgedSteps())
	return lifecycle.Flow{Kind: SuitKind, Name: "行政应诉案件办理流程", Steps: steps}
}

// The names of clocks of suits, besides those of cases.
const (
	sueMost       = "最长起诉期限"
	sueUntold     = "未告知时最长起诉期限"
	answerLimit   = "答辩举证期限"
	evidenceLimit = "延期举证期限"
	appealLimit   = "上诉期限"
	venueLimit    = "管辖异议上诉期限"
	retrialLimit  = "申请再审期限"
)

// reading is the interpretation of the 行政诉讼法 by the court, in force since 2018-02-08.
const reading = "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》"

func months(n int) workday.Span { return workday.Span{N: n, Unit: workday.Months} }

// inSuit makes a limit of the 行政诉讼法, or of its interpretation.
func inSuit(name string, span workday.Span, article string) lifecycle.Clock {
	c := lifecycle.Clock{Name: name, Span: span, Basis: "行政诉讼法" + article, Rule: suitRule, From: suitsFrom()}
	if strings.HasPrefix(article, "《") {
		c.Basis, c.From = article, fazhi.DateOf(2018, 2, 8)
	}
	return c
}

// pendingSuit are the steps at which an instance is not closed.
func pendingSuit() []string {
	return []string{"收到应诉通知", "答辩", "申请延期举证", "延期举证事由消除", "延期举证", "出庭", "程序性裁定送达", "管辖异议裁定送达", "管辖异议上诉"}
}

// instanceSteps are those until the court closes the instance.
func instanceSteps() []lifecycle.Step {
	pending := pendingSuit()
	return []lifecycle.Step{
		{
			Name: "收到应诉通知", Doc: "收到应诉通知和起诉状、上诉状或者再审申请书副本", First: true, After: []string{"起诉"},
			Starts: []lifecycle.Clock{
				when(inSuit(answerLimit, days(15), "第六十七条第一款"), isInstance("一审")),
				when(inSuit(answerLimit, days(15), reading+"第一百零八条第二款"), isInstance("二审")),
				when(inSuit(answerLimit, days(15), reading+"第一百一十一条"), isInstance("再审")),
			},
		},
		{Name: "答辩", Doc: "提交答辩状、证据和所依据的规范性文件", After: pending, Stops: []string{answerLimit}},
		{Name: "申请延期举证", Doc: "因正当事由书面申请延期提供证据，应当在答辩举证期限内", After: pending},
		{
			Name: "延期举证事由消除", Doc: "人民法院准许延期提供证据的正当事由消除", After: pending,
			Starts: []lifecycle.Clock{inSuit(evidenceLimit, days(15), reading+"第三十四条")},
		},
		{Name: "延期举证", Doc: "提供准许延期提供的证据", After: pending, Stops: []string{evidenceLimit}},
		{Name: "出庭", Doc: "开庭，行政机关一方出庭应诉", After: pending},
		{Name: "程序性裁定送达", Doc: "收到中止诉讼、停止执行、先予执行、移送管辖等不终结审理、不能上诉的裁定", After: pending},
		{
			Name: "管辖异议裁定送达", Doc: "收到对管辖异议的裁定", After: pending,
			Starts: []lifecycle.Clock{venueAppeal()},
		},
		{Name: "管辖异议上诉", Doc: "有一方对管辖异议的裁定上诉", After: []string{"管辖异议裁定送达"}, Stops: []string{venueLimit}},
	}
}

// venueAppeal is the limit to appeal against a ruling on jurisdiction, since the interpretation is in force.
func venueAppeal() lifecycle.Clock {
	c := when(inSuit(venueLimit, days(10), "第八十五条、"+reading+"第一百零一条"), isInstance("一审"))
	c.From = fazhi.DateOf(2018, 2, 8)
	return c
}

// judgedSteps are the ways in which the court closes the instance, and what follows.
func judgedSteps() []lifecycle.Step {
	pending, ends := pendingSuit(), []string{answerLimit, evidenceLimit, venueLimit}
	closed := []string{"判决送达", "裁定送达", "裁判生效", "调解书送达", "履行"}
	return []lifecycle.Step{
		{
			Name: "判决送达", Doc: "收到判决书", After: pending, Stops: ends,
			Starts: []lifecycle.Clock{when(inSuit(appealLimit, days(15), "第八十五条"), isInstance("一审"))},
		},
		{
			Name: "裁定送达", Doc: "收到驳回起诉、准许撤诉、终结诉讼等终结审理的裁定", After: pending, Stops: ends,
			Starts: []lifecycle.Clock{when(inSuit(appealLimit, days(10), "第八十五条"), lifecycle.For(isDismissed))},
		},
		{
			Name: "调解书送达", Doc: "收到行政调解书，双方签收后发生法律效力；日期为生效之日", After: pending, Stops: ends,
			Starts: retrial(),
		},
		{
			Name: "上诉", Doc: "有一方上诉；二审另立一件", After: []string{"判决送达", "裁定送达", "履行"}, Stops: []string{appealLimit}, Final: true,
			Gates: []lifecycle.Gate{{
				Code: "reconsideration/suit/appeal", Basis: "行政诉讼法第七条、第八十五条", From: suitsFrom(), Path: "/instance",
				Doc:  "两审终审，不服第一审判决、裁定的才能上诉，二审的不得上诉",
				Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool { return s.Instance != "二审" }),
			}},
		},
		effective(),
		{Name: "申请再审", Doc: "当事人向上一级人民法院申请再审；再审另立一件", After: []string{"裁判生效", "调解书送达", "履行"}, Stops: []string{retrialLimit}, Final: true},
		{Name: "履行", Doc: "履行生效的判决、裁定、调解书", After: closed, Stops: []string{appealLimit}},
		{Name: "归档", Doc: "案件材料立卷归档", After: closed, Final: true},
	}
}

// effective is the day on which a judgment or ruling takes effect: the time to appeal is over, or there was none.
func effective() lifecycle.Step {
	return lifecycle.Step{
		Name: "裁判生效", Doc: "判决、裁定发生法律效力：上诉期限届满没有上诉，或者不得上诉而送达", After: []string{"判决送达", "裁定送达"},
		Gates: []lifecycle.Gate{{
			Code: "reconsideration/suit/effect", Basis: "行政诉讼法第八十五条", From: suitsFrom(),
			Doc: "上诉期限没有届满的，判决、裁定没有发生法律效力", Open: hasExpired(appealLimit),
		}},
		Starts: retrial(), Stops: []string{appealLimit},
	}
}

// retrial is the time to ask for one, from the day on which a judgment, a ruling or a mediation took effect.
func retrial() []lifecycle.Clock {
	return []lifecycle.Clock{when(inSuit(retrialLimit, months(6), reading+"第一百一十条"), isNotRetrial)}
}

func isNotRetrial(s lifecycle.State, m lifecycle.Move) bool { return !isInstance("再审")(s, m) }

func isInstance(name string) func(lifecycle.State, lifecycle.Move) bool {
	return lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool { return s.Instance == name })
}

// isDismissed tells the ruling that may be appealed, 驳回起诉, from those that end a case and may not. On 不予立案 the
// defendant is not heard.
func isDismissed(_ lifecycle.State, _ lifecycle.Move, s *Suit) bool {
	return s.Instance == "一审" && s.Result == "驳回起诉"
}

// suitEffects are what follows when the limits of a suit pass.
func suitEffects() []effect {
	const law = "行政诉讼法第"
	return []effect{
		{clock: dutyLimit, name: "可以起诉", doc: "没有履行职责，可以自届满之日起六个月内起诉", step: "履行职责期限届满", article: reading + "第六十六条", atOnce: true},
		{clock: sueMost, name: "不能再起诉", doc: "自作出行政行为之日起超过最长期限", article: law + "四十六条第二款", lapse: true},
		{clock: sueUntold, name: "不能再起诉", doc: "自知道行政行为内容之日起超过一年", article: reading + "第六十四条第一款", lapse: true},
		{clock: answerLimit, under: law, name: "视为没有证据", doc: "不提供或者无正当理由逾期提供证据的，视为没有相应证据；第三人提供证据的除外；不答辩不影响审理", article: law + "三十四条第二款、第六十七条第二款"},
		{clock: answerLimit, name: "不影响审理", doc: "没有提交答辩状或者书面意见的，不影响审理", article: law + "六十七条第二款", lapse: true},
		{clock: evidenceLimit, name: "视为没有证据", doc: "逾期提供的，视为没有相应证据", article: reading + "第三十四条"},
		{clock: appealLimit, name: "裁判生效", doc: "逾期不上诉的，第一审判决、裁定发生法律效力", step: "裁判生效", article: law + "八十五条", lapse: true},
		{clock: venueLimit, name: "裁定生效", doc: "逾期不上诉的，裁定发生法律效力", article: law + "八十五条", lapse: true},
		{clock: retrialLimit, name: "不能再申请再审", doc: "逾期不申请的，除有新的证据等情形外不能再申请再审", article: reading + "第一百一十条", lapse: true},
	}
}
