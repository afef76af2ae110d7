package review

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// A History is the result of one file with what came afterwards: objections and their re-checks (异议、复核). Nothing in it is
// ever replaced.
type History struct {
	Settled  Settled   `json:"settled"` // as it was first
	Rechecks []Recheck `json:"rechecks"`
}

// A Recheck is an objection of the department and what became of it. Settled is the new result, nil when the result stays
// (维持).
type Recheck struct {
	Objected fazhi.Date `json:"objected"` // 异议日期
	Grounds  string     `json:"grounds"`  // 异议理由
	On       fazhi.Date `json:"on"`       // 复核日期
	Reason   string     `json:"reason"`   // 复核理由
	Settled  *Settled   `json:"settled,omitempty"`
}

// MarshalJSON writes no re-checks as [].
func (h History) MarshalJSON() ([]byte, error) {
	type plain History
	if h.Rechecks == nil {
		h.Rechecks = []Recheck{}
	}
	return json.Marshal(plain(h))
}

// Current returns the result that counts now: the latest.
func (h *History) Current() *Settled {
	for i := len(h.Rechecks) - 1; i >= 0; i-- {
		if h.Rechecks[i].Settled != nil {
			return h.Rechecks[i].Settled
		}
	}
	return &h.Settled
}

// ErrRecheck is wrapped by what Recheck says about a re-check that cannot be.
var ErrRecheck = errors.New("复核不成立")

// Recheck returns a history with one more re-check (复核). A new opinion, of the role Rechecker, makes a new result by itself;
// with nil the result stays. The re-checker has given no opinion on the file before and is not of its department. An
// objection and its re-check each have their reason. The error wraps ErrRecheck; the history given is not changed.
func (s *Settler) Recheck(h History, c Recheck, opinion *Opinion) (History, error) {
	next, why := s.tryRecheck(h, c, opinion)
	if why != "" {
		return h, fmt.Errorf("review: %w：%s", ErrRecheck, why)
	}
	return next, nil
}

// tryRecheck is Recheck with the reason in words why it cannot be.
func (s *Settler) tryRecheck(h History, c Recheck, opinion *Opinion) (History, string) {
	current, last := h.Current(), fazhi.Date{}
	if n := len(h.Rechecks); n > 0 {
		last = h.Rechecks[n-1].On
	}
	switch {
	case current.Way == Undecided:
		return h, "还没有评查结果"
	case c.Grounds == "" || c.Reason == "":
		return h, "没有写明异议理由或者复核理由"
	case !c.Objected.IsZero() && c.Objected.Before(current.Reviewed):
		return h, tooEarly
	case c.Objected.IsZero() || c.On.Before(c.Objected) || c.Objected.Before(last):
		return h, "没有日期，或者日期先后颠倒"
	}
	c.Settled = nil
	if opinion != nil {
		settled, why := s.recheck(current, c.Reason, *opinion)
		if why != "" {
			return h, why
		}
		c.Settled = settled
	}
	h.Rechecks = append(slices.Clone(h.Rechecks), c)
	return h, ""
}

// recheck makes the new result, or says why there is none.
func (s *Settler) recheck(before *Settled, reason string, o Opinion) (*Settled, string) {
	c := Case{before.File, before.Digest, before.Unit, before.Sort, before.Strata, before.Reviewed}
	why := s.refuses(&c, &o, []Role{Rechecker})
	switch {
	case why != "":
		return nil, why
	case slices.ContainsFunc(before.Opinions, func(p Opinion) bool { return p.Reviewer == o.Reviewer }):
		return nil, "复核人评查过这一案卷"
	case unfinished(&o):
		return nil, open(&o)
	case empty(&o):
		return nil, nothing
	}
	w := &work{file: c, opinions: append(slices.Clone(before.Opinions), o), refused: before.Refused}
	settled := s.conclude(w, decided(ByRecheck, "复核"+says(&o.Outcome)+"，以复核为准："+reason, o.Outcome.Score, o))
	return &settled, ""
}

// Days are the days of a round that are the same for all its files; zero: not yet.
type Days struct{ Drawn, Feedback, Circular fazhi.Date }

// Moves returns the steps that a file has taken so far, as enforcement.Flow knows them, with the rows of the ledger that its
// gates look at. A file that is not decided stops before 评定等次.
func (h *History) Moves(head LedgerHead, d Days) []lifecycle.Move {
	m := &moving{head: head}
	m.add("抽取", d.Drawn, &h.Settled)
	for range min(2, len(h.Settled.Opinions)) {
		m.add("评查", h.Settled.Reviewed, &h.Settled)
	}
	if h.Settled.Way == ByThird {
		m.add("第三人评分", h.Settled.Reviewed, &h.Settled)
	}
	if h.Settled.Way == Undecided {
		return m.list
	}
	m.add("评定等次", h.Settled.Reviewed, &h.Settled)
	m.add("反馈", d.Feedback, &h.Settled)
	settled := &h.Settled
	for i := range h.Rechecks {
		c := &h.Rechecks[i]
		m.add("异议", c.Objected, settled)
		m.add("复核", c.On, settled)
		if c.Settled != nil || i+1 < len(h.Rechecks) {
			if c.Settled != nil {
				settled = c.Settled
			}
			m.add("评定等次", c.On, settled)
			m.add("反馈", c.On, settled)
		}
	}
	m.add("通报", d.Circular, settled)
	return m.list
}

// moving gathers the steps of a file, up to the first that has no day.
type moving struct {
	head LedgerHead
	list []lifecycle.Move
	done bool
}

func (m *moving) add(step string, on fazhi.Date, s *Settled) {
	if m.done = m.done || on.IsZero(); !m.done {
		m.list = append(m.list, lifecycle.Move{Step: step, On: on, Doc: LedgerRow(m.head, s)})
	}
}
