package workday

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

// A Deadline is when a period ends.
type Deadline struct {
	Raw   fazhi.Date `json:"raw"`   // the last day as counted
	End   fazhi.Date `json:"end"`   // the last day, moved if Raw is a day off
	Moved bool       `json:"moved"` // End is not Raw

	// Provisional says that a notice to come may still change the result: see Calendar.Provisional.
	Provisional bool `json:"provisional"`

	// Why says how it was counted, line by line, in Chinese. Of Due it is nil.
	Why []string `json:"why"`
}

// Deadline computes when a period ends, with the reasons. What is wrong with the term is ErrStart, ErrSpan or ErrPause,
// all together; a year that is needed and not known is a *NoCalendarError; ErrSuspended and ErrRange say that there is no
// end.
//
// A period of working days asks the calendar for every day that it counts, other periods only for the last.
func (c *Calendar) Deadline(t Term) (Deadline, error) {
	d, err := c.Due(t)
	if err != nil {
		return Deadline{}, err
	}
	e := explainer{c: c, t: &t, d: &d}
	d.Why = e.reasons()
	return d, nil
}

// Due computes what Deadline does, without the reasons. It does not allocate as long as there is no error and the term
// has no more than eight pauses.
func (c *Calendar) Due(t Term) (Deadline, error) {
	if err := t.vet(); err != nil {
		return Deadline{}, err
	}
	var buf [fewPauses]Pause
	pauses := t.inOrder(buf[:0])
	count, err := c.counterOf(&t)
	if err != nil {
		return Deadline{}, err
	}
	if t.Span.Back() {
		err = count.back(pauses)
	} else {
		err = count.forward(pauses)
	}
	if err != nil {
		return Deadline{}, err
	}
	d := Deadline{Raw: count.pos, End: count.pos, Provisional: count.provisional}
	if !count.working && t.Rest != Unmoved {
		err = c.settle(&d, t.Rest, t.Span.Back(), pauses)
	}
	if err != nil {
		return Deadline{}, err
	}
	return d, nil
}

// settle moves the last day if it is a day off.
func (c *Calendar) settle(d *Deadline, rest Rest, back bool, pauses []Pause) error {
	work, err := c.IsWorkday(d.Raw)
	switch {
	case err != nil:
		return err
	case work || back && rest == Statutory:
	case rest == Earlier:
		d.End, err = c.workdayBefore(d.Raw, pauses)
	default:
		d.End, err = c.workdayAfter(d.Raw, pauses)
	}
	d.Moved = d.End != d.Raw
	d.Provisional = d.Provisional || len(c.unsureIn(d.Raw, d.End)) > 0
	return err
}

// workdayAfter returns the first working day after d that is no pause.
func (c *Calendar) workdayAfter(d fazhi.Date, pauses []Pause) (fazhi.Date, error) {
	for {
		k := counter{c: c, working: true, pos: d, need: 1}
		if err := k.ahead(fazhi.Date{}); err != nil {
			return fazhi.Date{}, err
		}
		p, in := pauseOn(k.pos, pauses)
		if !in {
			return k.pos, nil
		}
		if p.To.IsZero() {
			return fazhi.Date{}, suspendedError()
		}
		d = p.To
	}
}

// workdayBefore returns the last working day before d that is no pause.
func (c *Calendar) workdayBefore(d fazhi.Date, pauses []Pause) (fazhi.Date, error) {
	for {
		k := counter{c: c, working: true, pos: d, need: 1}
		if err := k.behind(fazhi.Date{}); err != nil {
			return fazhi.Date{}, err
		}
		p, in := pauseOn(k.pos, pauses)
		if !in {
			return k.pos, nil
		}
		d = p.From
	}
}

func pauseOn(d fazhi.Date, pauses []Pause) (Pause, bool) {
	for _, p := range pauses {
		if p.Contains(d) {
			return p, true
		}
	}
	return Pause{}, false
}

func suspendedError() error { return fmt.Errorf("workday: %w", ErrSuspended) }
