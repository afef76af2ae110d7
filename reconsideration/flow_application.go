package reconsideration

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// atOrgan is the step at which the organ that punished has received the application (第三十二条).
const atOrgan = "处罚机关收到申请"

func years(n int) workday.Span { return workday.Span{N: n, Unit: workday.Years} }

func acted() []string { return []string{"行政行为作出", "行政行为作出（不动产）"} }

// knowing are the steps from which, or after which, the time to apply runs.
func knowing() []string {
	return []string{"知道行政行为", "知道行政行为（未告知）", "知道申请权利", "履行职责期限届满", "申请障碍发生", "申请障碍消除"}
}

// applying are all steps before an application comes in.
func applying() []string { return append(append(acted(), "收到履职申请"), knowing()...) }

func applyLimits() []string { return []string{applyLimit, applyMost, applyUntold, dutyLimit} }

// applicationSteps are what the time to apply runs from (申请期限, 第二十条、第二十一条, 实施条例第十六条). A file begins with them
// where they are known, else with 收到. Where a law gives more than sixty days, a bureau changes the flow; where the need is
// urgent (实施条例第十六条第二款) no limit of the duty is noted.
func applicationSteps() []lifecycle.Step {
	apply := func(name, article string) lifecycle.Step {
		return lifecycle.Step{Name: name, First: true, After: acted(), Starts: []lifecycle.Clock{in2023(applyLimit, days(60), article)}}
	}
	known := apply("知道行政行为", "第二十条第一款")
	known.Doc = "知道或者应当知道行政行为（实施条例第十五条）"
	known.Starts = append(known.Starts, in2017(applyLimit, days(60), "第九条第一款"))
	told := apply("知道申请权利", "第二十条第三款")
	told.Doc, told.First, told.After = "知道或者应当知道申请行政复议的权利、行政复议机关和申请期限", false, []string{"知道行政行为（未告知）"}
	return []lifecycle.Step{
		actedOn("行政行为作出", "作出行政行为，不是因不动产", 5),
		actedOn("行政行为作出（不动产）", "因不动产作出行政行为", 20),
		known,
		{
			Name: "知道行政行为（未告知）", Doc: "知道或者应当知道行政行为的内容，没有被告知申请权利、机关和期限", First: true, After: acted(),
			Starts: []lifecycle.Clock{in2023(applyUntold, years(1), "第二十条第三款")},
		},
		told,
		{
			Name: "收到履职申请", Doc: "行政机关收到履行职责的申请，法律、法规没有规定履行期限", First: true,
			Starts: []lifecycle.Clock{ofRules(dutyLimit, "第十六条第一款第二项")},
		},
		dutyOver(),
		{
			Name: "申请障碍发生", Doc: "因不可抗力或者其他正当理由耽误申请期限（第二十条第二款）", Pauses: true, Only: []string{applyLimit},
			After: []string{"知道行政行为", "知道申请权利", "履行职责期限届满", "申请障碍消除"},
		},
		{
			Name: "申请障碍消除", Doc: "障碍消除，申请期限继续计算", Resumes: true, Only: []string{applyLimit}, After: []string{"申请障碍发生"},
		},
		{
			Name: atOrgan, Doc: "作出处罚的机关收到申请，认为需要维持的，应当转送行政复议机关（第三十二条）", First: true, After: applying(),
			Starts: []lifecycle.Clock{in2023(forwardLimit, workdays(5), "第三十二条")}, Stops: applyLimits(),
		},
	}
}

// actedOn is the day of the act, from which the longest time to apply runs; the law of 2017 had none.
func actedOn(name, doc string, most int) lifecycle.Step {
	return lifecycle.Step{Name: name, Doc: doc, First: true, Starts: []lifecycle.Clock{in2023(applyMost, years(most), "第二十一条")}}
}

// dutyOver is the end of the time in which an organ had to act.
func dutyOver() lifecycle.Step {
	return lifecycle.Step{
		Name: "履行职责期限届满", Doc: "法定的履行期限届满，或者没有规定期限而自收到申请之日起满六十日，没有履行", First: true, After: []string{"收到履职申请"},
		Gates: []lifecycle.Gate{{
			Code: "reconsideration/omission/on-expiry", Basis: "行政复议法实施条例第十六条第一款第二项", From: fazhi.DateOf(2007, 8, 1),
			Doc: "履行职责的期限没有届满的，不能记为届满", Open: hasEnded(dutyLimit),
		}},
		Starts: []lifecycle.Clock{ofRules(applyLimit, "第十六条第一款")}, Stops: []string{dutyLimit},
	}
}

// ofRules is a limit of sixty days of the 实施条例, which is in force beside the law of 2023.
func ofRules(name, article string) lifecycle.Clock {
	c := in2007(name, days(60), article)
	c.Rule, c.Until = calendarRule, fazhi.Date{}
	return c
}
