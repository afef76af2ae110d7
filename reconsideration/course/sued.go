package course

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

const (
	sueLimit = "起诉期限"
	sue      = "起诉"
)

// sued returns the first day on or after another on which one of the suits was brought; zero if none was.
func sued(suits []*run, from fazhi.Date) fazhi.Date {
	var first fazhi.Date
	for _, s := range suits {
		for _, e := range s.taken {
			if e.Step == sue && !e.On.Before(from) && (first.IsZero() || e.On.Before(first)) {
				first = e.On
			}
		}
	}
	return first
}

// endSuing ends the time to sue that ran in the case with the first suit that was brought while it did.
func (r *run) endSuing(suits []*run) {
	for i := range r.clocks {
		t := &r.clocks[i]
		on := sued(suits, t.Start)
		if t.Clock != sueLimit || on.IsZero() || !t.ended.IsZero() && t.ended.Before(on) {
			continue
		}
		t.ended, t.by, t.kept = on, sue, true
		r.state.Running = slices.DeleteFunc(slices.Clone(r.state.Running), func(now lifecycle.Running) bool {
			return now.Clock == t.Clock && now.Start == t.Start
		})
	}
}
