package intake

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// A Profile is what no law that was read says. The zero Profile is usable.
type Profile struct {
	// Forwarding is how soon a department that may no longer decide hands an application on, ForwardingBasis what it rests on.
	// A notice of the government of Fujian of 2022 is reported to say two working days; whether it holds beside the law of
	// 2023 is not confirmed. Zero: not judged.
	Forwarding      workday.Span
	ForwardingBasis string

	// AnnouncementRest says what happens when the thirtieth day of an announcement (公告送达) is a day off. Zero: it moves, as
	// the last day of any period (民事诉讼法 art. 85(3)); the article on announcements itself does not say.
	AnnouncementRest workday.Rest
}

// An Examiner judges applications and services. It never changes and may be shared.
type Examiner struct {
	calendar *workday.Calendar
	profile  Profile
}

// ErrCalendar says that there is no calendar.
var ErrCalendar = errors.New("intake: 没有工作日历")

// New returns an examiner; ErrCalendar without a calendar, an error for a profile whose Forwarding is counted back.
func New(calendar *workday.Calendar, p Profile) (*Examiner, error) {
	if calendar == nil {
		return nil, ErrCalendar
	}
	if p.Forwarding.Back() {
		return nil, errors.New("intake: 部门转送的期限应当向后计算")
	}
	return &Examiner{calendar: calendar, profile: p}, nil
}

// An Opinion is what came of an application.
type Opinion struct {
	Law          string       `json:"law"`      // the text that decides: law.Of2017, law.Of2023
	Findings     []Finding    `json:"findings"` // in the order of Rules, then one for each attached document
	Jurisdiction Jurisdiction `json:"jurisdiction"`
	Next         Next         `json:"next"`
}

// Examine judges an application. An application whose values cannot be is a *fazhi.InvalidError with all issues of Check; one
// received before 行政复议法 came into force is law.ErrUnknown. A period of a year whose days off are not known is not an
// error: the finding is Open and says so.
func (e *Examiner) Examine(a *Application) (*Opinion, error) {
	if err := a.Check().Err(); err != nil {
		return nil, fmt.Errorf("intake: %w", err)
	}
	on := law.Accepted(a.Received, a.Accepted)
	version, err := law.On(on)
	if err != nil {
		return nil, fmt.Errorf("intake: %w", err)
	}
	m := &matter{Application: a, version: version.Name, rules: !on.Before(fazhi.DateOf(2007, 8, 1)),
		calendar: e.calendar, profile: e.profile, list: Facts()}
	o := &Opinion{Law: version.Name, Jurisdiction: m.jurisdiction()}
	for _, r := range Rules() {
		o.Findings = append(o.Findings, r.find(m))
	}
	o.Findings = append(o.Findings, m.attached()...)
	o.Next = m.next(o.Findings, o.Jurisdiction)
	return o, nil
}

// Issues returns the rules that are not kept, as issues.
func (o *Opinion) Issues() fazhi.Issues {
	var issues fazhi.Issues
	for _, f := range o.Findings {
		if f.State != Broken {
			continue
		}
		for _, reason := range f.Reasons {
			issues = append(issues, fazhi.Issue{Code: f.Code, Path: f.Path, Message: reason, Basis: f.Basis})
		}
	}
	return issues
}
