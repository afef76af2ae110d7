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

// shown returns the first day on or after another on which a suit of first instance had been brought, though its file does not say
// when: it begins with 收到应诉通知. Zero if there is none.
func shown(suits []*run, from fazhi.Date) fazhi.Date {
	var first fazhi.Date
	for _, s := range suits {
		if len(s.taken) == 0 || s.taken[0].Step != "收到应诉通知" || !s.isOf(firstInstance) {
			continue
		}
		if on := s.taken[0].On; !on.Before(from) && (first.IsZero() || on.Before(first)) {
			first = on
		}
	}
	return first
}

// endSuing ends the time to sue that ran in the case with the first suit that was brought while it did. Where only a notice of the
// court shows that there is a suit, whether it came in time is not known.
func (r *run) endSuing(suits []*run) {
	for i := range r.clocks {
		t := &r.clocks[i]
		if t.Clock != sueLimit {
			continue
		}
		on, lost := sued(suits, t.Start), false
		if on.IsZero() || on.After(t.Due) {
			if notice := shown(suits, t.Start); !notice.IsZero() {
				on, lost = notice, true
			}
		}
		if on.IsZero() || !t.ended.IsZero() && t.ended.Before(on) {
			continue
		}
		t.ended, t.by, t.kept, t.lost = on, sue, !lost, lost
		r.state.Running = slices.DeleteFunc(slices.Clone(r.state.Running), func(now lifecycle.Running) bool {
			return now.Clock == t.Clock && now.Start == t.Start
		})
	}
}
