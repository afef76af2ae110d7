package normdoc

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// A review is what documents, council items and major decisions have in common: the review of legality (合法性审查) that
// stands before their meeting.
type review struct {
	what, put string // 议题, 提请审议
	meeting   string // 会议日期
	on, met   fazhi.Date
	opinion   string
	openRisk  bool // may go to the meeting against its review, because it says its legal risk openly
}

// fault returns what is wrong with a review whose meeting was held; no message: nothing.
func (r review) fault() (at fazhi.Path, message string) {
	switch {
	case r.met.IsZero():
	case r.on.IsZero():
		return "/reviewed", r.what + "已经" + r.put + "，没有合法性审查日期"
	case r.on.After(r.met):
		return "/reviewed", "合法性审查日期晚于" + r.meeting
	case r.opinion == "不合法" && !r.openRisk:
		return "/opinion", "审查意见为不合法，" + r.what + "仍然" + r.put
	case r.opinion == "不属审查范围":
		return "/opinion", "重大行政决策应当合法性审查"
	}
	return "", ""
}

// mayMeet reports whether the meeting may be held on the day of a step: the review is there, and lets it.
func (r review) mayMeet(s lifecycle.State, m lifecycle.Move) bool {
	reviewed := s.Step != "" && !r.on.IsZero() && !r.on.After(m.On)
	return reviewed && (isPositive(r.opinion) || r.opinion == "不合法" && r.openRisk)
}

// isPositive reports whether an opinion lets a draft go on. One that asks for changes does: what was not taken up is
// explained at the meeting.
func isPositive(opinion string) bool { return opinion == "合法" || opinion == "应当予以修改" }

// reviewSteps are 送审, 退回补正 and 审查 with one limit; submit says what is submitted and after which steps.
func reviewSteps(submit lifecycle.Step, limit lifecycle.Clock) []lifecycle.Step {
	submit.Name, submit.Starts = "送审", []lifecycle.Clock{limit}
	return []lifecycle.Step{
		submit,
		{Name: "退回补正", Doc: "材料不符合要求，退回或者要求补充", After: []string{"送审"}, Stops: []string{limit.Name}},
		{Name: "审查", Doc: "出具合法性审查意见", After: []string{"送审"}, Stops: []string{limit.Name}},
	}
}
