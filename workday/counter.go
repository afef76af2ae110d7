package workday

import "github.com/fazhi-go/fazhi"

// A counter goes from day to day, or rather from pause to pause.
type counter struct {
	c           *Calendar
	working     bool       // counts working days, else all
	pos         fazhi.Date // the day up to which it has counted
	need        int        // how many are still to come
	provisional bool
}

func (c *Calendar) counterOf(t *Term) (counter, error) {
	k := counter{c: c, working: t.Span.Unit == WorkingDays, pos: t.Start}
	var err error
	k.need, err = t.Span.days(t.Start)
	return k, err
}

// forward counts to the last day, over the pauses in the order of their first days.
func (k *counter) forward(pauses []Pause) error {
	for _, p := range pauses {
		if !p.endsAfter(k.pos) {
			continue
		}
		if limit := p.From.AddDays(-1); limit.After(k.pos) {
			if err := k.ahead(limit); err != nil || k.need == 0 {
				return err
			}
		}
		if p.To.IsZero() {
			return suspendedError()
		}
		k.pos = p.To
	}
	return k.ahead(fazhi.Date{})
}

// back counts back to the last day, over the pauses in the reverse order of their last days.
func (k *counter) back(pauses []Pause) error {
	for _, p := range pauses {
		if !p.startsBefore(k.pos) {
			continue
		}
		if !p.endsAfter(k.pos.AddDays(-2)) { // there is a day between
			if err := k.behind(p.To.AddDays(1)); err != nil || k.need == 0 {
				return err
			}
		}
		k.pos = p.From
	}
	return k.behind(fazhi.Date{})
}

// ahead counts the days after pos up to and including limit; the zero limit is none. It stops on the last day needed.
func (k *counter) ahead(limit fazhi.Date) error {
	if !k.working {
		return k.stride(limit, 1)
	}
	first := k.pos.AddDays(1)
	r, err := k.c.runOf(first)
	if err != nil {
		return err
	}
	begin := r.rank(first)
	d, found := r.at(begin + k.need - 1)
	switch {
	case found && (limit.IsZero() || !d.After(limit)):
		k.reach(first, d, 0)
	case !limit.IsZero() && !limit.After(r.last()):
		k.reach(first, limit, k.need-(r.rank(limit.AddDays(1))-begin))
	default:
		return &NoCalendarError{Year: r.last().Year() + 1}
	}
	return nil
}

// behind counts the days before pos back to and including limit, as ahead does.
func (k *counter) behind(limit fazhi.Date) error {
	if !k.working {
		return k.stride(limit, -1)
	}
	first := k.pos.AddDays(-1)
	r, err := k.c.runOf(first)
	if err != nil {
		return err
	}
	end := r.rank(first.AddDays(1))
	d, found := r.at(end - k.need)
	switch {
	case found && !d.Before(limit):
		k.reach(first, d, 0)
	case !limit.IsZero() && !limit.Before(r.first):
		k.reach(first, limit, k.need-(end-r.rank(limit)))
	default:
		return &NoCalendarError{Year: r.first.Year() - 1}
	}
	return nil
}

// stride counts days of the calendar, in the direction of the sign.
func (k *counter) stride(limit fazhi.Date, sign int) error {
	if !limit.IsZero() {
		if n := sign * limit.DaysSince(k.pos); n < k.need {
			k.pos, k.need = limit, k.need-n
			return nil
		}
	}
	d := k.pos.AddDays(sign * k.need)
	if d.IsZero() {
		return rangeError()
	}
	k.pos, k.need = d, 0
	return nil
}

// reach notes that the working days from first to d are counted.
func (k *counter) reach(first, d fazhi.Date, need int) {
	k.pos, k.need = d, need
	k.provisional = k.provisional || len(k.c.unsureIn(first, d)) > 0
}
