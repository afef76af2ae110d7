package reconsideration

import "github.com/fazhi-go/fazhi/lifecycle"

func never(lifecycle.State, lifecycle.Move) bool { return false }

// isSimple reports whether the limit of the simple procedure runs.
func isSimple(s lifecycle.State, _ lifecycle.Move) bool {
	r, ok := s.Clock(decideLimit)
	return ok && r.Span == simpleTerm() && s.Step != "转为普通程序"
}

// mayBeExtended lets the sixty days become ninety, once and before they are over. A case that came from the simple
// procedure has them too, if the profile says so.
func mayBeExtended(s lifecycle.State, m lifecycle.Move) bool {
	r, ok := s.Clock(decideLimit)
	return ok && r.Span == ordinaryTerm() && (r.Provisional || !m.On.After(r.Due))
}

// hasExpired opens when the limit is over, or was set aside for another that the authority set.
func hasExpired(clock string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, m lifecycle.Move) bool {
		r, ok := s.Clock(clock)
		return !ok || m.On.After(r.Due)
	}
}

// isInTime opens up to the last day of the limit.
func isInTime(clock string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, m lifecycle.Move) bool {
		r, ok := s.Clock(clock)
		return !ok || !m.On.After(r.Due)
	}
}

// isLastDay opens on the last day of the limit.
func isLastDay(clock string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, m lifecycle.Move) bool {
		r, ok := s.Clock(clock)
		return ok && m.On == r.Due
	}
}
