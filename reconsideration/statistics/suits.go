package statistics

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// OfSuits returns a counter of suits. Every instance counts for itself. The error is ErrUnit or ErrPeriod.
func OfSuits(unit string, p fazhi.Period) (*Counter[reconsideration.Suit], error) {
	return newCounter(unit, Suits, p, suitAxes(), suitLife)
}

func suitAxes() []property[reconsideration.Suit] {
	type s = reconsideration.Suit
	return []property[s]{
		{axis: "审级", column: "审级", of: func(d *s) string { return d.Instance }},
		{axis: "事项", column: "行政行为类别", of: func(d *s) string { return d.Act }},
		{axis: "管理类别", of: func(d *s) string { return d.Field }},
		{axis: "被告层级", column: "被告层级", of: func(d *s) string { return d.Level }},
		{axis: "被告", of: func(d *s) string { return d.Defendant }},
		{axis: "被告形式", column: "被告形式", of: func(d *s) string { return d.Form }},
	}
}

// suitLife tells what became of one instance.
func suitLife(s *reconsideration.Suit, l *life) {
	arrived := cmp.Or(s.Notified, s.Heard, s.Concluded)
	if arrived.IsZero() {
		return
	}
	l.on(arrived, Received)
	hearing(s, l)
	if s.Concluded.IsZero() {
		l.spell(Pending, arrived, fazhi.Date{})
		return
	}
	end := later(s.Concluded, arrived)
	l.spell(Pending, arrived, end)
	l.end(end, Item(s.Result))
	if s.Instance != "一审" {
		return
	}
	l.on(end, First)
	if s.Result.IsJudgment() {
		l.on(end, FirstJudged)
	}
	if s.Result.IsLost() {
		l.on(end, FirstLost)
	}
}

// hearing counts who appeared in court.
func hearing(s *reconsideration.Suit, l *life) {
	if s.Heard.IsZero() {
		return
	}
	organs, heads := s.OrganTimes()
	l.on(s.Heard, Heard)
	l.onMany(s.Heard, OrganTimes, organs)
	l.onMany(s.Heard, HeadTimes, heads)
	if heads > 0 {
		l.on(s.Heard, HeadsHeard)
	}
}
