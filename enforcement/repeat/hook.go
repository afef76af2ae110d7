package repeat

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A Hook ties an Index to a register: a new file is compared when it is registered, and the index follows the trail.
//
//	hook := repeat.Hook{Index: index, Attempted: …, Kept: …, Tell: …, Failed: …}
//	before, err := hook.Before(nil)
//	book, err := register.New(store, register.Options{Hooks: register.Hooks{Before: before}, …})
//	err = hook.Rebuild(ctx, book.Find(ctx, register.Query{Scope: scope}))
//	follower := register.Follower{Deliver: hook.Deliver, Wants: hook.Wants, …}
//
// A warning is never a verdict, so nothing is refused, and the entry does not name the hook among those who judged. What
// is registered in the moments before the follower has told the index is not compared with; the daily Scan finds it.
type Hook struct {
	Index *Index

	// Serial names the record of a document; nil: the ID of its Ref. Where books of several organs use the same IDs, put the
	// organ before it. It replaces the number of what Attempted and Kept return.
	Serial func(organ string, ref fazhi.Ref) string

	// Of names the record that Record.Of speaks of, in the same way; of.ID is Record.Of, of.Kind and organ are those of the
	// document itself. Nil: Serial. Give it where a case may follow one of another organ (移送): Record.Of has to say which.
	Of func(organ string, of fazhi.Ref) string

	// Attempted makes a record of the document that is about to be registered or corrected, with its personal data in it.
	// Nil with a nil error: the document is none that is compared.
	Attempted func(ctx context.Context, a *register.Attempt) (*Record, error)

	// Kept makes a record of the document of an entry. Where personal data is sealed, it opens the party's code; a record
	// without it is not compared. Nil with a nil error: as above.
	Kept func(ctx context.Context, e *register.Entry) (*Record, error)

	// Tell is given the warnings of an attempt, before it is kept. It may be called twice for one, when the document moved
	// meanwhile, and for one that is refused by others or fails afterwards.
	Tell func(ctx context.Context, a *register.Attempt, found Found)

	// Failed is told why an attempt could not be compared; it is registered all the same.
	Failed func(a *register.Attempt, err error)
}

// ErrHook says, wrapped, what a Hook lacks.
var ErrHook = errors.New("repeat: 登记接口没有配齐")

// Before returns a function for register.Hooks.Before. It compares every attempt that brings content, and then asks
// next, which may be nil: next alone judges, and is who is named.
func (h *Hook) Before(next func(context.Context, *register.Attempt) ([]string, error)) (func(context.Context, *register.Attempt) ([]string, error), error) {
	if h.Index == nil || h.Attempted == nil || h.Tell == nil || h.Failed == nil {
		return nil, fmt.Errorf("%w：Index、Attempted、Tell、Failed 都应当给出", ErrHook)
	}
	own := *h
	return func(ctx context.Context, a *register.Attempt) ([]string, error) {
		own.compare(ctx, a)
		if next == nil {
			return nil, nil
		}
		return next(ctx, a)
	}, nil
}

func (h *Hook) compare(ctx context.Context, a *register.Attempt) {
	if a.Doc == nil || a.Act != register.Added && a.Act != register.Corrected && a.Act != register.Stepped {
		return
	}
	r, err := h.Attempted(ctx, a)
	if err == nil && r != nil {
		var found Found
		if found, err = h.Index.Check(h.named(r, a.Scope.Organ, a.Ref)); err == nil && len(found.Warnings) > 0 {
			h.Tell(ctx, a, found)
		}
	}
	if err != nil {
		h.Failed(a, err)
	}
}

// named returns the record under the number of its document, and what it follows under its.
func (h *Hook) named(r *Record, organ string, ref fazhi.Ref) *Record {
	own := *r
	own.Serial = h.serial(organ, ref)
	if isKnown(r.Of) {
		own.Of = h.of(organ, fazhi.Ref{Kind: ref.Kind, ID: r.Of})
	}
	return &own
}

func (h *Hook) of(organ string, of fazhi.Ref) string {
	if h.Of == nil {
		return h.serial(organ, of)
	}
	return h.Of(organ, of)
}

func (h *Hook) serial(organ string, ref fazhi.Ref) string {
	if h.Serial == nil {
		return ref.ID
	}
	return h.Serial(organ, ref)
}

// Wants is for register.Follower: entries with content, and those that end a document.
func (h *Hook) Wants(e *register.Entry) bool {
	return e.Act != register.Refused && (len(e.Doc) > 0 || e.Act == register.Voided)
}

// Deliver is for register.Follower: it brings the index to what an entry says. The same entry may come twice.
func (h *Hook) Deliver(ctx context.Context, e *register.Event) error { return h.take(ctx, &e.Entry) }

// Rebuild fills the index from the entries of a book, as after a restart: a Follower delivers only what is new to it.
// Entries that are delivered meanwhile must wait until it is done.
func (h *Hook) Rebuild(ctx context.Context, entries iter.Seq2[register.Entry, error]) error {
	for e, err := range entries {
		if err == nil && h.Wants(&e) {
			err = h.take(ctx, &e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (h *Hook) take(ctx context.Context, e *register.Entry) error {
	if h.Index == nil || h.Kept == nil {
		return fmt.Errorf("%w：Index、Kept 都应当给出", ErrHook)
	}
	serial := h.serial(e.Organ, e.Ref)
	if e.Act.Ends() {
		h.Index.Remove(serial)
		return nil
	}
	r, err := h.Kept(ctx, e)
	switch {
	case err != nil:
		return err
	case r == nil:
		h.Index.Remove(serial)
		return nil
	}
	return h.Index.Add(h.named(r, e.Organ, e.Ref))
}
