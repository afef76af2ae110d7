package intake

import (
	"cmp"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/law"
	"github.com/fazhi-go/fazhi/workday"
)

// A Service is what is known of the service (送达) of one document on one party.
type Service struct {
	Mode      Mode            `json:"mode"`
	Recipient Party           `json:"recipient,omitempty"`
	Signer    Signer          `json:"signer,omitempty"`
	Sent      fazhi.Date      `json:"sent,omitzero"`      // 交付、交邮、委托、发送之日
	Signed    fazhi.Date      `json:"signed,omitzero"`    // 送达回证、邮寄回执上的签收日期
	Left      fazhi.Date      `json:"left,omitzero"`      // 留置之日
	Arrived   fazhi.Date      `json:"arrived,omitzero"`   // 送达系统显示到达受送达人特定系统之日
	Proved    fazhi.Date      `json:"proved,omitzero"`    // 受送达人证明的到达之日
	Announced fazhi.Date      `json:"announced,omitzero"` // 发出公告之日
	Facts     map[Fact]Answer `json:"facts,omitempty"`
}

// A Delivery is what came of a service. Effective is zero unless State is Kept.
type Delivery struct {
	State     State      `json:"state"` // Kept, Broken, Open or NotJudged
	Effective fazhi.Date `json:"effective,omitzero"`
	Basis     string     `json:"basis"`
	Reasons   []string   `json:"reasons,omitempty"`
	Asks      []Ask      `json:"asks,omitempty"`
}

// CodeService is the code of a service that takes no effect.
const CodeService fazhi.Code = "reconsideration/intake/service"

// Check returns what in a service cannot be.
func (s *Service) Check() fazhi.Issues {
	var c checker
	c.value(s.Mode != "", "/mode", "没有送达方式")
	choice(&c, "/mode", s.Mode, named(Modes(), func(m ModeInfo) Mode { return m.Mode }))
	choice(&c, "/recipient", s.Recipient, parties())
	choice(&c, "/signer", s.Signer, signers())
	c.facts(s.Facts, ServiceFacts())
	for _, d := range s.days() {
		c.before(d.path, s.Sent, d.day, "早于发送之日")
	}
	return c.issues
}

type serviceDay struct {
	path fazhi.Path
	day  fazhi.Date
}

func (s *Service) days() []serviceDay {
	return []serviceDay{{"/signed", s.Signed}, {"/left", s.Left}, {"/arrived", s.Arrived}, {"/proved", s.Proved}, {"/announced", s.Announced}}
}

// on is the day that decides which text of 民事诉讼法 is meant.
func (s *Service) on() fazhi.Date {
	on := s.Sent
	for _, d := range s.days() {
		on = cmp.Or(on, d.day)
	}
	return on
}

// Deliver says on which day a service takes effect, or what is missing. Values that cannot be are a *fazhi.InvalidError. A
// service before 2024 is not judged: 民事诉讼法 had other texts then. Days come from paper: one that lies ahead is not noticed.
func (e *Examiner) Deliver(s *Service) (*Delivery, error) {
	if err := s.Check().Err(); err != nil {
		return nil, fmt.Errorf("intake: %w", err)
	}
	mode := modeOf(s.Mode)
	d := &Delivery{Basis: basisOf(mode)}
	if on := s.on(); !on.IsZero() && on.Before(civilFrom()) {
		d.State, d.Reasons = NotJudged, []string{"2024年1月1日以前的送达，适用当时的民事诉讼法，不作判断"}
		return d, nil
	}
	m := &matter{Application: &Application{Facts: s.Facts}, list: ServiceFacts()}
	v := both(mode.needs(m), s.signedBy(mode))
	day, dated := mode.day(s)
	v = both(v, dated)
	d.State, d.Reasons, d.Asks = v.state, v.reasons, unique(v.asks)
	if v.state == Kept {
		e.effect(d, mode, day)
	}
	return d, nil
}

// effect sets the day.
func (e *Examiner) effect(d *Delivery, mode ModeInfo, day fazhi.Date) {
	d.Effective = day
	if mode.After.IsZero() {
		return
	}
	term := workday.Term{Start: day, Span: mode.After, Basis: d.Basis, Rule: civilName + "第八十五条第三款", Rest: e.profile.AnnouncementRest}
	due, err := e.calendar.Deadline(term)
	if err != nil || due.Provisional {
		d.State, d.Effective, d.Reasons = Open, fazhi.Date{}, []string{"公告期满之日取决于尚未公布的放假安排，不能计算"}
		return
	}
	d.Effective, d.Reasons = due.End, due.Why
}

// Issues returns the faults of a service as issues.
func (d *Delivery) Issues() fazhi.Issues {
	var issues fazhi.Issues
	if d.State != Broken {
		return nil
	}
	for _, reason := range d.Reasons {
		issues = append(issues, fazhi.Issue{Code: CodeService, Message: reason, Basis: d.Basis})
	}
	return issues
}

// civilFrom is the first day of 民事诉讼法 of 2023, which is that of 行政复议法.
func civilFrom() fazhi.Date {
	version, err := law.Named(newText)
	if err != nil {
		return fazhi.Date{}
	}
	return version.From
}
