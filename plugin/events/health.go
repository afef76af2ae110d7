package events

import (
	"errors"
	"time"
)

// A health is what a dispatcher knows of its receiver. It decides what a failure means: that one event is bad, or that
// nothing can be delivered.
//
// A Sink that knows says so (ErrReject, ErrDown). Of the failures that nobody can explain, each holds up its own document
// only; but when several new events fail one after another, it must be the receiver. Then, each time
// the wait is over, one event that was held up is tried and one that is new, until one goes through.
type health struct {
	retry  []time.Duration
	streak int       // new events in a row that failed, nobody knows why
	stalls int       // waits in a row
	until  time.Time // nothing is sent before
	grace  bool      // a new event may be tried though an old one has just failed
	gone   bool
	held   bool      // the one under way was held up: it failed before, or waited behind one that did, or is asked for again
	again  time.Time // when this pass began with those
}

const (
	troubleAfter = 5                // failures in a row
	longestWait  = 10 * time.Minute // for a receiver that is down: it is up again when it is up
	longestLater = time.Hour        // for one that asks to wait
	shortest     = time.Second
	againFor     = 10 * time.Second // for events that were held up, of one pass, so that new ones get their turn
)

// closed reports whether nothing is to be sent now.
func (h *health) closed(now time.Time) bool { return h.gone || now.Before(h.until) }

// tired reports whether a pass has spent enough time on events that were held up.
func (h *health) tired(now time.Time) bool {
	if !h.held {
		return false
	}
	if h.again.IsZero() {
		h.again = now
	}
	return now.Sub(h.again) >= againFor
}

// note takes in how a delivery ended.
func (h *health) note(now time.Time, err error) {
	var later *Later
	switch {
	case err == nil || errors.Is(err, ErrReject):
		h.streak, h.stalls, h.until = 0, 0, time.Time{}
	case errors.Is(err, ErrGone):
		h.gone = true
	case errors.As(err, &later):
		h.until = now.Add(min(max(later.After, shortest), longestLater))
	case errors.Is(err, ErrDown):
		h.pause(now)
	default:
		h.unexplained(now)
	}
}

func (h *health) unexplained(now time.Time) {
	if !h.held {
		h.streak++
	}
	if h.inTrouble() && !h.closed(now) {
		h.pause(now)
		h.grace = h.held
	}
}

// begin begins a pass.
func (h *health) begin() { h.again, h.grace = time.Time{}, false }

// admits reports whether an event may be tried now.
func (h *health) admits(now time.Time) bool {
	if !h.closed(now) {
		return true
	}
	if h.held || !h.grace {
		return false
	}
	h.grace = false
	return true
}

func (h *health) inTrouble() bool { return h.streak >= troubleAfter }

// pause keeps the receiver alone for a while, longer each time.
func (h *health) pause(now time.Time) {
	h.stalls++
	h.until = now.Add(min(h.step(h.stalls), longestWait))
}

// step is the wait after so many failures.
func (h *health) step(n int) time.Duration { return h.retry[min(n, len(h.retry))-1] }

// wait is how long a document waits after so many failures of its event. While the receiver is in trouble, no event dies of
// it, nor waits long.
func (h *health) wait(attempts int) time.Duration {
	switch {
	case h.inTrouble():
		return min(h.step(attempts), longestWait)
	case attempts > len(h.retry):
		return never
	}
	return h.step(attempts)
}
