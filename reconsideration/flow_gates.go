package reconsideration

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/lifecycle"
)

func never(lifecycle.State, lifecycle.Move) bool { return false }

// simpleArticle tells the limit of the simple procedure, extended one that has been extended.
const (
	simpleArticle = "第六十二条第二款"
	extended      = "（延长）"
)

// isSimple reports whether the case is under the simple procedure, from which it has not gone over.
func isSimple(s lifecycle.State, _ lifecycle.Move) bool {
	r, ok := s.Clock(decideLimit)
	return ok && strings.HasSuffix(r.Basis, simpleArticle)
}

// mayBeExtended lets the ordinary limit be extended before it is over. What is granted in several parts is one extension.
func mayBeExtended(s lifecycle.State, m lifecycle.Move) bool {
	r, ok := s.Clock(decideLimit)
	return ok && !isSimple(s, m) && (r.Paused() || r.Provisional || !m.On.After(r.Due))
}

// isFirstExtension adds the thirty days once: granted days may be fewer and are capped in sum.
func isFirstExtension(s lifecycle.State, _ lifecycle.Move) bool {
	r, ok := s.Clock(decideLimit)
	return !ok || !strings.HasSuffix(r.Basis, extended)
}

// hasExpired opens when the limit is over.
func hasExpired(clock string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, m lifecycle.Move) bool {
		r, ok := s.Clock(clock)
		return !ok || m.On.After(r.Due)
	}
}

// mayBeWaived opens when the time for the supplement is over; after an extension, whose last day only the file tells, on a later
// day than that of the extension.
func mayBeWaived(s lifecycle.State, m lifecycle.Move) bool {
	return hasExpired(supplementLimit)(s, m) && (s.Step != extendedSupplement || m.On.After(s.On))
}

// isInTime opens up to the last day of the limit.
func isInTime(clock string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, m lifecycle.Move) bool {
		r, ok := s.Clock(clock)
		return !ok || !m.On.After(r.Due)
	}
}

// hasEnded opens from the last day of the limit on.
func hasEnded(clock string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, m lifecycle.Move) bool {
		r, ok := s.Clock(clock)
		return !ok || !m.On.Before(r.Due)
	}
}

// isLastDay opens on the last day of the limit.
func isLastDay(clock string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, m lifecycle.Move) bool {
		r, ok := s.Clock(clock)
		return ok && m.On == r.Due
	}
}

// standsStillBy reports whether one of the steps stopped the limit for the decision, or came last where that does not run.
func standsStillBy(steps ...string) func(lifecycle.State, lifecycle.Move) bool {
	return func(s lifecycle.State, _ lifecycle.Move) bool {
		r, ok := s.Clock(decideLimit)
		if !ok {
			return slices.Contains(steps, s.Step)
		}
		return r.Paused() && slices.Contains(steps, r.Pauses[len(r.Pauses)-1].Reason)
	}
}

// goesOn is the gate of what is not done while the case is suspended.
func goesOn() lifecycle.Gate {
	suspended := standsStillBy(suspending()...)
	return lifecycle.Gate{
		Code: "reconsideration/suspension/over", Basis: "行政复议法第三十九条", Doc: "中止期间不进行审理，应当先恢复",
		Open: func(s lifecycle.State, m lifecycle.Move) bool { return !suspended(s, m) },
	}
}

// isSuspendedBy is the gate of what is done while the case is suspended by one of the steps.
func isSuspendedBy(steps ...string) lifecycle.Gate {
	return lifecycle.Gate{
		Code: "reconsideration/suspension/ground", Basis: "行政复议法第三十九条", Doc: "没有中止，或者不是因此中止的，不能办理",
		Open: standsStillBy(steps...),
	}
}
