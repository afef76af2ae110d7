package workday

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Term is one period that runs in one case: from when, how long, and which days do not count.
type Term struct {
	// Start is the day of the event with which the period begins; it is not counted (民事诉讼法 art. 85(2), 民法典 art. 201).
	// Of a period that is counted back it is the day of the event that must not come too early.
	Start fazhi.Date
	Span  Span

	// Basis is the article that sets the limit, Rule the one that says how it is counted. Reasons cite them; they may be
	// empty.
	Basis, Rule string

	// Pauses are the days that do not count, in any order. A day that lies in two of them is left out once.
	Pauses []Pause

	// Rest says what happens when the last day is a day off.
	Rest Rest
}

// A Pause is a stretch of days that do not count, both ends included: a suspension (中止), or what a law leaves out
// (鉴定、听证、补正: 行政许可法 art. 45, 行政强制法 art. 25, 行政复议法实施条例 arts. 29, 30, 34, 37). From which day on and until
// which day is for the caller to say; no statute that was read says it for suspensions.
//
// A Pause without a last day is still open: a period that runs into it has no end yet, which is ErrSuspended.
type Pause struct {
	fazhi.Period
	Reason string `json:"reason,omitempty"` // 鉴定; in reasons only
}

// Rest says what happens to a last day that is a day off. Periods of working days always end on a working day.
type Rest int8

// What happens to a last day that is a day off.
const (
	// Statutory moves it to the first working day after, that is no Pause (民事诉讼法 art. 85(3), 民法典 art. 203(1), 法释〔2018〕1号
	// art. 48). A period that is counted back stays as it is, since no statute moves it and later is too late.
	Statutory Rest = iota

	// Unmoved leaves it as it is. The calendar is then not asked, and its years need not be known.
	Unmoved

	// Earlier moves it to the last working day before, that is no Pause: the day on which an office can still act.
	Earlier
)

// vet returns everything that is wrong with a term.
func (t *Term) vet() error {
	if !t.Start.IsZero() && t.Span.isValid() && t.Rest >= Statutory && t.Rest <= Earlier && !slices.ContainsFunc(t.Pauses, Pause.isWrong) {
		return nil
	}
	var wrong []error
	if t.Start.IsZero() {
		wrong = append(wrong, fmt.Errorf("workday: %w", ErrStart))
	}
	if !t.Span.isValid() {
		wrong = append(wrong, spanError("没有长度，或者超过99999"))
	}
	if t.Rest < Statutory || t.Rest > Earlier {
		wrong = append(wrong, errors.New("workday: Term.Rest 没有这个取值"))
	}
	for i, p := range t.Pauses {
		if p.isWrong() {
			wrong = append(wrong, fmt.Errorf("workday: 第%d段%w：没有起日，或者止日早于起日", i+1, ErrPause))
		}
	}
	return errors.Join(wrong...)
}

func (p Pause) isWrong() bool {
	return p.From.IsZero() || !p.To.IsZero() && p.To.Before(p.From)
}

// startsBefore and endsAfter compare with a day; an open pause ends after every day.
func (p Pause) startsBefore(d fazhi.Date) bool { return p.From.Before(d) }
func (p Pause) endsAfter(d fazhi.Date) bool    { return p.To.IsZero() || p.To.After(d) }

// fewPauses is how many pauses are sorted without allocation.
const fewPauses = 8

// inOrder returns the pauses as a counter meets them, in the buffer if they fit: by their first days, or counted back
// from the last of their last days.
func (t *Term) inOrder(buf []Pause) []Pause {
	pauses := append(buf, t.Pauses...)
	if t.Span.Back() {
		slices.SortFunc(pauses, compareLast)
	} else {
		slices.SortFunc(pauses, compareFirst)
	}
	return pauses
}

func compareFirst(a, b Pause) int { return a.From.Compare(b.From) }

func compareLast(a, b Pause) int {
	switch {
	case a.To == b.To:
		return 0
	case a.endsAfter(b.To) && !b.To.IsZero():
		return -1
	}
	return 1
}
