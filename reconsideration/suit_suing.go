package reconsideration

import "github.com/fazhi-go/fazhi/lifecycle"

// suingSteps are what the time to sue runs from (起诉期限, 行政诉讼法第四十五条至第四十七条). A file begins with them where they are
// known, else with 收到应诉通知.
func suingSteps() []lifecycle.Step {
	from := func(name, doc string, c lifecycle.Clock, after ...string) lifecycle.Step {
		return lifecycle.Step{Name: name, Doc: doc, First: true, After: after, Starts: []lifecycle.Clock{c}}
	}
	acted := acted()
	told := from("知道起诉期限", "知道或者应当知道起诉期限", inSuit(sueLimit, months(6), reading+"第六十四条第一款"), "知道行政行为（未告知）")
	told.First = false
	over := from("履行职责期限届满", "行政机关履行法定职责的期限届满，没有履行", inSuit(sueLimit, months(6), reading+"第六十六条"), "收到履职申请")
	over.Stops = []string{dutyLimit}
	over.Gates = []lifecycle.Gate{{
		Code: "reconsideration/suit/omission/on-expiry", Basis: "行政诉讼法第四十七条第一款", From: suitsFrom(),
		Doc: "履行职责的期限没有届满的，不能记为届满", Open: hasEnded(dutyLimit),
	}}
	steps := []lifecycle.Step{
		from(acted[0], "作出行政行为，不是因不动产", inSuit(sueMost, years(5), "第四十六条第二款")),
		from(acted[1], "因不动产作出行政行为", inSuit(sueMost, years(20), "第四十六条第二款")),
		from("知道行政行为", "知道或者应当知道作出行政行为，直接起诉", inSuit(sueLimit, months(6), "第四十六条第一款"), acted...),
		from("知道行政行为（未告知）", "知道或者应当知道行政行为的内容，没有被告知起诉期限", inSuit(sueUntold, years(1), reading+"第六十四条第一款"), acted...),
		told,
		from("收到履职申请", "行政机关收到履行职责的申请，没有规定履行期限", inSuit(dutyLimit, months(2), "第四十七条第一款")),
		over,
		from("收到复议决定", "收到行政复议决定书", inSuit(sueLimit, days(15), "第四十五条"), acted...),
		from("复议期满未决定", "行政复议期限届满，没有作出决定", inSuit(sueLimit, days(15), "第四十五条"), acted...),
	}
	return append(steps, lifecycle.Step{
		Name: "起诉", Doc: "向人民法院起诉", First: true, After: names(steps), Stops: []string{sueLimit, sueMost, sueUntold, dutyLimit},
	})
}

func names(steps []lifecycle.Step) []string {
	out := make([]string, len(steps))
	for i := range steps {
		out[i] = steps[i].Name
	}
	return out
}
