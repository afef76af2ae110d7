package course

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// The notice of a hearing (听证通知): how long before it is sent, counted back from the hearing.
const (
	hearing       = "听证"
	hearingNotice = "听证通知"
	noticeLimit   = "听证通知期限"
	noticeArticle = "行政复议法第五十一条第一款"
)

// A session is a hearing that was held, and the notice that was for it; the zero notice is none.
type session struct {
	Event
	at     fazhi.Path
	notice Event
}

// sessions gives each hearing the earliest notice before it that no other hearing has. Hearings of one day are one hearing, noted
// for several parties.
func (r *run) sessions() []session {
	var held []session
	var notices []Event
	for i, e := range r.taken {
		if e.Step == hearingNotice {
			notices = append(notices, e)
		}
		if e.Step != hearing {
			continue
		}
		s := session{Event: e, at: r.places[i]}
		switch n := len(held); {
		case n > 0 && held[n-1].On == e.On:
			s.notice = held[n-1].notice
		case len(notices) > 0:
			s.notice, notices = notices[0], notices[1:]
		}
		held = append(held, s)
	}
	return held
}

// clockOf is the limit for the notice of a hearing, met or missed; without a notice it is missed and has not ended.
func (r *run) clockOf(s *session) (Clock, error) {
	t := workday.Term{Start: s.On, Span: workday.Span{N: -5, Unit: workday.WorkingDays}, Basis: noticeArticle, Rule: "行政复议法第八十八条第二款"}
	d, err := r.calendar.Deadline(t)
	if err != nil {
		return Clock{}, fmt.Errorf("course: %s：%w", noticeLimit, err)
	}
	c := Clock{Name: noticeLimit, Status: Met, Start: s.On, Span: t.Span, Due: d.End, Ended: s.notice.On, Provisional: d.Provisional, Basis: t.Basis, Why: d.Why}
	if s.notice.On.IsZero() || s.notice.On.After(d.End) {
		c.Status = Missed
	}
	return c, nil
}

// hearings returns the limit for the notice of each hearing that was held under the law of 2023, and reports those that were missed.
func (r *run) hearings() ([]Clock, error) {
	var clocks []Clock
	for _, s := range r.sessions() {
		if r.version(s.On) != law.Of2023 {
			continue
		}
		c, err := r.clockOf(&s)
		if err != nil {
			return nil, err
		}
		if c.Status == Missed {
			r.report(fazhi.Issue{Code: CodeHearing, Path: s.at, Message: "举行听证的五个工作日之前，没有通知当事人", Basis: noticeArticle})
		}
		clocks = append(clocks, c)
	}
	return clocks, nil
}
