package reconsideration

import (
	"cmp"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// A Consequence is what follows when a limit passes (期限届满的后果). It is said and never done: whoever keeps the file takes Step
// where there is one.
type Consequence struct {
	Clock  string     `json:"clock"`          // of the flow
	Due    fazhi.Date `json:"due"`            // the last day of the limit
	On     fazhi.Date `json:"on"`             // the day on which it follows: that day or the next
	Effect string     `json:"effect"`         // 视为受理; 违反期限 where the law attaches nothing of its own
	Doc    string     `json:"doc"`            // one sentence
	Step   string     `json:"step,omitempty"` // the step of the flow that notes it; empty: none
	Basis  string     `json:"basis"`          // the article

	// Lapse says that a right has passed unused, as that to sue, and that nobody is late.
	Lapse bool `json:"lapse,omitempty"`

	// Provisional says that a notice of days off to come may move the day to a later one.
	Provisional bool `json:"provisional,omitempty"`
}

// An effect is one row of the table: of a clock under a law, whose article begins with under; empty: any. An empty article is
// that of the clock.
type effect struct {
	clock, under             string
	name, doc, step, article string
	atOnce, lapse            bool // on the last day itself; a right passes
}

// What follows when the time to sue passes. Whether reconsideration had to come first (复议前置) the flow does not know: where it
// had not, the act itself may still be sued for.
const (
	suitLaw      = "行政诉讼法"
	excusable    = "因不属于自身的原因耽误的时间不计入（行政诉讼法第四十八条）"
	afterRefusal = "复议前置的，不能再起诉"
	refusedDoc   = "依法应当先申请复议的，逾期不起诉；不是复议前置的，仍可以依照行政诉讼法第四十六条起诉原行政行为；" + excusable
)

// effects returns the table; of several rows for a clock the first that fits counts.
func effects() []effect {
	const law, before = "行政复议法第", "行政复议法（2017年修正）第"
	return []effect{
		{clock: applyLimit, under: before, name: "不予受理", doc: "超过申请期限；有不可抗力等正当理由的，期限自障碍消除之日起继续计算", article: before + "九条、第十七条第一款", lapse: true},
		{clock: applyLimit, name: "不予受理", doc: "超过申请期限；有不可抗力等正当理由的，期限自障碍消除之日起继续计算", article: law + "二十条、第三十条", lapse: true},
		{clock: applyMost, name: "不予受理", doc: "自作出行政行为之日起超过最长期限", article: law + "二十一条", lapse: true},
		{clock: applyUntold, name: "不予受理", doc: "自知道行政行为内容之日起超过一年", article: law + "二十条第三款", lapse: true},
		{clock: dutyLimit, under: "行政复议法实施条例", name: "可以申请复议", doc: "没有履行职责，申请人可以自届满之日起六十日内申请", step: "履行职责期限届满", article: "行政复议法实施条例第十六条第一款第二项", atOnce: true},
		{clock: reviewLimit, under: before, name: "视为受理", doc: "没有决定不予受理或者告知的，自收到之日起即为受理", step: "受理", article: before + "十七条第二款"},
		{clock: reviewLimit, name: "视为受理", doc: "没有作出不予受理决定的，自审查期限届满之日起视为受理", step: "视为受理", article: law + "三十条第三款", atOnce: true},
		{clock: supplementLimit, name: "视为放弃", doc: "无正当理由逾期不补正的，视为放弃申请，记录在案", step: "视为放弃", article: law + "三十一条第二款"},
		{clock: replyLimit, under: before, name: "视为没有证据、依据", doc: "没有提出书面答复、提交证据依据的，决定撤销", article: before + "二十八条第一款第四项"},
		{clock: replyLimit, name: "视为没有证据、依据", doc: "没有提出书面答复、提交证据依据的，决定撤销、部分撤销、确认违法、确认无效或者责令履行；第三人提供证据的除外", article: law + "七十条"},
		{clock: decideLimit, name: "可以起诉", doc: "没有作出决定，申请人可以自届满之日起十五日内起诉；仍应当作出决定", step: "期满未决定", article: "行政诉讼法第四十五条"},
		{clock: suspendLimit, under: "行政复议法实施条例", name: "终止", doc: "中止满六十日，原因仍未消除的，终止", step: "终止", article: "行政复议法实施条例第四十二条第二款"},
		{clock: suspendLimit, name: "终止", doc: "中止满六十日，原因仍未消除的，终止", step: "终止", article: law + "四十一条第五项"},
		{clock: sueLimit, under: law, name: afterRefusal, doc: refusedDoc, lapse: true},
		{clock: sueLimit, under: before, name: afterRefusal, doc: refusedDoc, lapse: true},
		{clock: sueLimit, under: suitLaw + "第四十五条", name: "不能再起诉", doc: "逾期不起诉，法律另有规定的除外；没有告知起诉期限的，依照解释第六十四条第二款；" + excusable, lapse: true},
		{clock: sueLimit, name: "不能再起诉", doc: "逾期不起诉；" + excusable, lapse: true},
		{clock: redoLimit, under: before, name: "责令限期履行", doc: "没有重新作出具体行政行为的，责令其限期履行", article: before + "三十二条第二款"},
		{clock: redoLimit, name: "责令限期履行", doc: "没有重新作出行政行为的，责令其限期履行，可以约谈、通报批评", article: law + "七十七条第二款"},
	}
}

// Consequences returns what has followed up to and including a day from the limits that still run in a state of Flow or
// SuitFlow, in the order of the clocks. A clock of a bureau's own, and one to which the law attaches nothing, give 违反期限
// on the article of the clock. Clocks that stand still give nothing.
func Consequences(s lifecycle.State, on fazhi.Date) []Consequence {
	var all []Consequence
	for i := range s.Running {
		if c, ok := ConsequenceOf(s.Running[i]); ok && !on.Before(c.On) {
			all = append(all, c)
		}
	}
	return all
}

// ConsequenceOf returns what follows when a running clock passes, and false while it stands still.
func ConsequenceOf(r lifecycle.Running) (Consequence, bool) {
	if r.Due.IsZero() {
		return Consequence{}, false
	}
	c := Consequence{Clock: r.Clock, Due: r.Due, On: r.Due.AddDays(1), Provisional: r.Provisional,
		Effect: "违反期限", Doc: "期限已经届满，没有办理；仍应当办理", Basis: r.Basis}
	for _, e := range append(effects(), suitEffects()...) {
		if e.clock == r.Clock && strings.HasPrefix(r.Basis, e.under) {
			c.Effect, c.Doc, c.Step, c.Basis, c.Lapse = e.name, e.doc, e.step, cmp.Or(e.article, r.Basis), e.lapse
			if e.atOnce {
				c.On = r.Due
			}
			break
		}
	}
	return c, true
}
