package events

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A Letter is an event that did not go out, and holds up the later ones of its document.
type Letter struct {
	Organ    string
	Ref      fazhi.Ref
	Seq      int64 // the entry from which on nothing of the document is delivered
	Attempts int
	Next     time.Time // when it is tried again; zero if Dead
	Dead     bool      // it is not tried again until Redeliver
}

// A Discarded is an event that somebody decided not to deliver.
type Discarded struct {
	Subscriber string
	Organ      string
	Ref        fazhi.Ref
	Seq        int64  // the entry
	ID         string // of the event
	By, Reason string
	At         time.Time
}

// Held yields what is held up, in the order of the books, and in each those first that are due first.
func (d *Dispatcher) Held(ctx context.Context) iter.Seq2[Letter, error] {
	return func(yield func(Letter, error) bool) {
		all := books{Store: d.opt.Store, filter: d.sub.Filter, closed: func() bool { return false }}
		for head, err := range all.Heads(ctx, d.sub.Filter.scope(d.opt.Role)) {
			if err != nil {
				if !yield(Letter{Organ: head.Organ}, err) {
					return
				}
				continue
			}
			for p, err := range d.opt.Cursors.Parked(ctx, d.subscription(head.Organ)) {
				if !yield(d.letter(head.Organ, p), err) {
					return
				}
			}
		}
	}
}

// Dead yields the dead letters: events that were tried as often as Options.Retry allows.
func (d *Dispatcher) Dead(ctx context.Context) iter.Seq2[Letter, error] {
	return func(yield func(Letter, error) bool) {
		for l, err := range d.Held(ctx) {
			if (err != nil || l.Dead) && !yield(l, err) {
				return
			}
		}
	}
}

func (d *Dispatcher) subscription(organ string) register.Subscription {
	return register.Subscription{Subscriber: d.sub.Name, Organ: organ}
}

func (d *Dispatcher) letter(organ string, p register.Parked) Letter {
	l := Letter{Organ: organ, Ref: p.Ref, Seq: p.From, Attempts: p.Attempts, Next: p.Next}
	if p.Next.After(d.opt.Now().Add(never / 2)) {
		l.Dead, l.Next = true, time.Time{}
	}
	return l
}

// Redeliver has the event of a document that is held up tried at the next pass, with all its attempts before it.
// ErrNotHeld if nothing of the document is held up.
//
// Other processes see it within a minute.
//
// Of this and the methods below: while another process delivers the organ's book, they are register.ErrLeased; ask that
// process, or ask again when it has had nothing to do for the time of its lease.
func (d *Dispatcher) Redeliver(ctx context.Context, organ string, ref fazhi.Ref) error {
	return d.change(ctx, organ, func(l register.Lease, seq int64) (register.Parked, error) {
		p, err := d.held(ctx, organ, ref)
		return register.Parked{Ref: ref, From: p.From, Next: l.Now}, err
	})
}

// Replay delivers the entries of a document again, from one of them on, at the next pass: the receiver has lost them.
// Entries that are held up anyway come as well, in their place; those that were never due yet come in their turn. The pass
// is one of this Dispatcher: other processes, which know of nothing that is held up, see it with the book's next entry.
func (d *Dispatcher) Replay(ctx context.Context, organ string, ref fazhi.Ref, from int64) error {
	return d.change(ctx, organ, func(l register.Lease, seq int64) (register.Parked, error) {
		p, err := d.held(ctx, organ, ref)
		if err == nil {
			from = min(max(from, 1), p.From)
		}
		if errors.Is(err, ErrNotHeld) {
			from, err = max(from, 1), nil
		}
		if err == nil && from > seq {
			err = errNothing
		}
		return register.Parked{Ref: ref, From: from, Next: l.Now}, err
	})
}

// Discard gives up one event, the one at which a Letter stands, so that the later ones of the document go on. By, the account
// that decides, and a reason are a must, and are kept by Options.Record. If the letter has moved since it was read, it is
// register.ErrMoved.
func (d *Dispatcher) Discard(ctx context.Context, l Letter, by, reason string) error {
	if by == "" || reason == "" {
		return errors.New("events: 放弃投递应当写明经办账号和理由")
	}
	if d.opt.Record == nil {
		return errors.New("events: 没有 Record，不能放弃投递")
	}
	return d.change(ctx, l.Organ, func(lease register.Lease, seq int64) (register.Parked, error) {
		p, err := d.held(ctx, l.Organ, l.Ref)
		if err != nil {
			return register.Parked{}, err
		}
		if p.From != l.Seq {
			return register.Parked{}, register.ErrMoved
		}
		e, err := d.first(ctx, l, seq)
		if err != nil {
			return register.Parked{}, err
		}
		err = d.opt.Record(ctx, Discarded{
			Subscriber: d.sub.Name, Organ: l.Organ, Ref: l.Ref, Seq: e.Seq, ID: e.Sum.String(), By: by, Reason: reason, At: lease.Now,
		})
		return register.Parked{Ref: l.Ref, From: e.Seq + 1, Next: lease.Now}, err
	})
}

// first returns the entry at which a letter stands.
func (d *Dispatcher) first(ctx context.Context, l Letter, upto int64) (register.Entry, error) {
	q := register.Query{Scope: register.Scope{Organ: l.Organ, Role: d.opt.Role}, Ref: l.Ref, After: l.Seq - 1, Upto: upto}
	for e, err := range d.opt.Store.Entries(ctx, q) {
		if err != nil || d.sub.Filter.Wants(&e) {
			return e, err
		}
	}
	return register.Entry{}, ErrNotHeld
}

// held returns what is held up of a document.
func (d *Dispatcher) held(ctx context.Context, organ string, ref fazhi.Ref) (register.Parked, error) {
	for p, err := range d.opt.Cursors.Parked(ctx, d.subscription(organ)) {
		if err != nil || p.Ref == ref {
			return p, err
		}
	}
	return register.Parked{}, ErrNotHeld
}

// errNothing says that there is nothing to change.
var errNothing = errors.New("没有变动")

// change parks a document anew, under the lease of its book, which it gives back at once.
func (d *Dispatcher) change(ctx context.Context, organ string, to func(l register.Lease, seq int64) (register.Parked, error)) error {
	if err := d.begin(ctx); err != nil {
		return err
	}
	defer d.end()
	now := d.opt.Now()
	l := register.Lease{Subscription: d.subscription(organ), Holder: d.opt.Holder, Now: now, Until: now.Add(d.opt.LeaseFor)}
	seq, err := d.opt.Cursors.Lease(ctx, l)
	if err != nil {
		return fmt.Errorf("events: %w", err)
	}
	progress := register.Progress{Seq: seq}
	p, err := to(l, seq)
	if err == nil {
		progress.Park = []register.Parked{p}
	}
	if errors.Is(err, errNothing) {
		err = nil
	}
	l.Until = l.Now
	if err := errors.Join(err, d.opt.Cursors.Save(ctx, l, progress)); err != nil {
		return fmt.Errorf("events: %w", err)
	}
	d.follow = d.follower() // which looks at the book again
	return nil
}
