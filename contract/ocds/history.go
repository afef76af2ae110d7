package ocds

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// history sets the amount and the term that were agreed first, and what each change did to them. An amendment does not hold
// the old values: what it did is the difference between its release and the one before. A release without a new amendment
// that has other values puts right what was published, so it moves the first values along.
// It reports whether a change made income of expenses, or the other way round.
func history(c *contract.Contract, published []*Contract) (turned bool) {
	h := &past{c: c, seen: make(map[string]bool)}
	for _, k := range published {
		h.release(k)
	}
	c.Amount = abs(h.first)
	return h.turned
}

// past is what the releases so far come to.
type past struct {
	c          *contract.Contract
	seen       map[string]bool // ids of amendments
	count      int             // of amendments
	first, now fazhi.Money
	known      bool // there was an amount
	turned     bool // a change made income of expenses, or the other way round
	expires    fazhi.Date
}

func (h *past) release(k *Contract) {
	change := h.news(k)
	if k.Value != nil && k.Value.Amount != "" {
		h.amount(money(k.Value), change)
	}
	p := k.Period
	if p == nil {
		return
	}
	if day := dayOf(p.Start); !day.IsZero() {
		h.c.Begins = day
	}
	day := dayOf(p.End)
	switch {
	case day.IsZero() || day == h.expires:
	case change != nil && !h.expires.IsZero():
		change.Expires = day
	default:
		h.c.Expires = day
	}
	if !day.IsZero() {
		h.expires = day
	}
}

// news returns the change of the last amendment that was not in a release before, nil if there is none.
func (h *past) news(k *Contract) *contract.Change {
	var last *contract.Change
	for _, a := range k.Amendments {
		if h.seen[a.ID] {
			continue
		}
		if h.count < len(h.c.Changes) {
			last = &h.c.Changes[h.count]
		}
		h.count++
		h.seen[a.ID] = a.ID != ""
	}
	return last
}

func (h *past) amount(m fazhi.Money, change *contract.Change) {
	switch {
	case !h.known:
		h.first = m
	case change != nil:
		change.Amount = abs(m) - abs(h.now)
		h.turned = h.turned || m < 0 && h.now > 0 || m > 0 && h.now < 0
	default:
		h.first += m - h.now
	}
	h.now, h.known = m, true
}
