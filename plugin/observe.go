package plugin

import (
	"context"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
)

// Followers returns one follower for each plug-in that observes: like the given one, but its Name is the plug-in's and its
// Deliver is Observe. Each keeps its own place in the books, so a slow or failing plug-in holds up nobody; make their
// passes as register.Follower says. A plug-in that has been put aside (Quarantined) gets nothing until it is released, and
// loses nothing.
func (h *Host) Followers(like register.Follower) []*register.Follower {
	var all []*register.Follower
	for _, m := range h.members {
		if m.Plugin.Observe == nil {
			continue
		}
		all = append(all, &register.Follower{
			Store: like.Store, Cursors: like.Cursors, Name: m.Name, Holder: like.Holder, Scope: like.Scope,
			Deliver: func(ctx context.Context, e *Event) error { return h.deliver(ctx, m, e) },
			Wants:   like.Wants, Now: like.Now, Failed: like.Failed, Retry: like.Retry,
			SaveEvery: like.SaveEvery, LeaseFor: like.LeaseFor, MaxParked: like.MaxParked,
		})
	}
	return all
}

func (h *Host) deliver(ctx context.Context, m *member, e *Event) error {
	_, err := invoke(ctx, h, m, HookObserve, m.askObserver, e)
	if errors.Is(err, ErrQuarantined) {
		return fmt.Errorf("%w：%w", register.ErrStall, err) // no document is to blame
	}
	return err
}

// nothing is the answer of an observer.
type nothing struct{}

func (m *member) observe(ctx context.Context, e *Event) (*nothing, error) {
	return nil, m.Plugin.Observe(ctx, e)
}
