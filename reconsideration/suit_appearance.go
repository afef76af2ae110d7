package reconsideration

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// An Attendee is who sits in court for the organ (出庭人员), by office and not by name.
type Attendee string

// The attendees. Heads are the first four (《关于行政机关负责人出庭应诉若干问题的规定》第二条).
const (
	FirstHead     Attendee = "正职负责人"
	DeputyHead    Attendee = "副职负责人"
	DeputyRank    Attendee = "参与分管的副职级别负责人"
	OtherHead     Attendee = "其他参与分管的负责人"
	EntrustedHead Attendee = "受委托组织负责人"
	LowerHead     Attendee = "下级行政机关负责人"
	Official      Attendee = "工作人员"
	Lawyer        Attendee = "律师"
)

// IsHead reports whether the attendee counts as head of the organ. Heads of an entrusted organisation or of a lower organ do not.
func (a Attendee) IsHead() bool {
	return slices.Contains([]Attendee{FirstHead, DeputyHead, DeputyRank, OtherHead}, a)
}

func (a Attendee) isKnown() bool {
	return a.IsHead() || slices.Contains([]Attendee{EntrustedHead, LowerHead, Official, Lawyer}, a)
}

// Excuses returns the grounds on which a head may stay away (正当理由, 同规定第八条).
func Excuses() []string {
	return []string{"不可抗力", "意外事件", "履行他人不能代替的公务", "其他正当事由"}
}

// A Sitting is one hearing of an instance.
type Sitting struct {
	On       fazhi.Date `json:"on"`
	Notified fazhi.Date `json:"notified,omitzero"` // when the court told the organ that its head should appear; zero: not known
	Present  []Attendee `json:"present,omitempty"`
	Called   bool       `json:"called,omitempty"` // the court asked for the head again, though one had appeared (同规定第七条)
	Excuse   string     `json:"excuse,omitempty"` // one of Excuses, with the reasons given to the court; empty: none
}

// The codes of what is wrong with an appearance.
const (
	CodeAttendee  fazhi.Code = "reconsideration/sitting/attendee"     // not one of the attendees, or not one of Excuses
	CodeNobody    fazhi.Code = "reconsideration/sitting/nobody"       // no head and no official of the organ itself, as when lawyers come alone
	CodeNoHead    fazhi.Code = "reconsideration/sitting/head"         // no head and no excuse
	CodeShortCall fazhi.Code = "reconsideration/sitting/short-notice" // the court told the organ less than three days before
)

// appearing is the rule on appearance.
const appearing = "《最高人民法院关于行政机关负责人出庭应诉若干问题的规定》第"

// Appearance judges the sittings of one instance, in their order, and names each place as /3/present. That a head appears once
// in an instance is enough, unless the court calls again (第七条); each instance stands for itself (第一条). Where the court gave
// short notice, the absence is a warning only. Officials of the organ itself
// must come when no head does: lawyers, and heads of an entrusted organisation or of a lower organ, are not enough.
func Appearance(sittings []Sitting) fazhi.Issues {
	var issues fazhi.Issues
	appeared := slices.ContainsFunc(sittings, func(s Sitting) bool { return slices.ContainsFunc(s.Present, Attendee.IsHead) })
	for i := range sittings {
		s := &sittings[i]
		at := fazhi.Path("").At(i)
		issues = append(issues, s.attendees(at)...)
		issues = append(issues, s.judge(at, appeared)...)
	}
	return issues
}

// attendees reports what is none of the choices.
func (s *Sitting) attendees(at fazhi.Path) fazhi.Issues {
	var issues fazhi.Issues
	for i, a := range s.Present {
		if !a.isKnown() {
			issues = append(issues, fazhi.Issue{Code: CodeAttendee, Path: at.At("present", i), Message: "出庭人员不是可填的一种", Basis: appearing + "二条"})
		}
	}
	if s.Excuse != "" && !slices.Contains(Excuses(), s.Excuse) {
		issues = append(issues, fazhi.Issue{Code: CodeAttendee, Path: at.At("excuse"), Message: "不是可填的正当理由", Basis: appearing + "八条"})
	}
	return issues
}

func (s *Sitting) judge(at fazhi.Path, appeared bool) fazhi.Issues {
	if slices.ContainsFunc(s.Present, Attendee.IsHead) {
		return nil
	}
	var issues fazhi.Issues
	if !slices.Contains(s.Present, Official) {
		issues = append(issues, fazhi.Issue{Code: CodeNobody, Path: at.At("present"), Message: "负责人没有出庭，也没有本机关相应的工作人员出庭", Basis: "行政诉讼法第三条第三款"})
	}
	switch {
	case appeared && !s.Called, slices.Contains(Excuses(), s.Excuse):
	case s.isShort():
		issues = append(issues, fazhi.Issue{Code: CodeShortCall, Severity: fazhi.Warning, Path: at.At("notified"), Message: "负责人没有出庭；人民法院通知不足开庭三日之前", Basis: appearing + "五条"})
	default:
		issues = append(issues, fazhi.Issue{Code: CodeNoHead, Path: at.At("present"), Message: "负责人没有出庭，也没有正当理由", Basis: "行政诉讼法第三条第三款、" + appearing + "八条"})
	}
	return issues
}

// isShort reports whether the court gave less than three days.
func (s *Sitting) isShort() bool { return !s.Notified.IsZero() && s.On.DaysSince(s.Notified) < 3 }
