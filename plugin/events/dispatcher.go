package events

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Options are what a Dispatcher works with. Store, Cursors, Holder and Now are a must.
type Options struct {
	Store   register.Store
	Cursors register.Cursors
	Holder  string           // of this process, by a name that no other has: it holds the leases
	Now     func() time.Time // the clock
	Role    string           // for the store's own walls; see register.Scope
	Source  string           // the prefix of sources; see Form

	// Retry are the waits after the first, second … failure of an event; when they are used up, the event is dead. Empty:
	// 5 s, 30 s, 2 min, 10 min, 1 h, 4 h, 12 h, 24 h.
	Retry []time.Duration
	// SendFor is how long one delivery may take; zero: 10 s. A Sink that does not heed its context keeps this process, and
	// no other: when the lease is over, the next one takes its books.
	SendFor time.Duration
	// LeaseFor is how long a process that died keeps others waiting; zero: three times SendFor, which is the least.
	LeaseFor time.Duration
	// SaveEvery says after how many events the position is kept; so many may come twice after a crash. Zero: 1.
	SaveEvery int
	// MaxHeld is how many documents of an organ may be held up, dead ones among them, before the organ waits; it bounds
	// the memory. Zero: 100,000.
	MaxHeld int

	// Log hears of each delivery that failed, at Warn, and of each event that died, at Error; nil: nobody. It is given
	// the document's id, and nothing of its content.
	Log *slog.Logger

	// Record keeps who discarded an event and why, before that is done; if it fails, nothing is discarded. nil: nothing
	// can be discarded.
	Record func(ctx context.Context, d Discarded) error
}

// ladder is the default of Options.Retry.
func ladder() []time.Duration {
	const s, m, h = time.Second, time.Minute, time.Hour
	return []time.Duration{5 * s, 30 * s, 2 * m, 10 * m, h, 4 * h, 12 * h, 24 * h}
}

// never is the wait after the last failure; so far ahead a dead event lies.
const never = 100 * 365 * 24 * time.Hour

// withDefaults fills in what is zero.
func (o Options) withDefaults() Options {
	if len(o.Retry) == 0 {
		o.Retry = ladder()
	}
	o.Retry = slices.Clone(o.Retry)
	if o.SendFor == 0 {
		o.SendFor = 10 * time.Second
	}
	if o.LeaseFor == 0 {
		o.LeaseFor = 3 * o.SendFor
	}
	if o.MaxHeld == 0 {
		o.MaxHeld = 100_000
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// check says everything that is wrong with the options and the subscription.
func (o Options) check(s Subscription) error {
	var wrong []error
	say := func(bad bool, message string) {
		if bad {
			wrong = append(wrong, errors.New(message))
		}
	}
	say(o.Store == nil, "没有 Store")
	say(s.Sink == nil, "订阅没有 Sink")
	say(slices.ContainsFunc(o.Retry, func(d time.Duration) bool { return d <= 0 }), "Retry 应当大于零")
	say(o.SendFor < 0 || o.SaveEvery < 0 || o.MaxHeld < 0, "SendFor、SaveEvery、MaxHeld 不应当为负")
	say(o.LeaseFor < 3*o.SendFor, "LeaseFor 应当不短于 SendFor 的三倍")
	return errors.Join(append(wrong, s.Filter.check(), Form{Source: o.Source}.check())...)
}

// A Dispatcher delivers the events of one subscription: each at least once, those of a document in their order. Any number
// of processes may have one for the same subscription, under different Holders: each book is delivered by one of them
// at a time, and by another when that one has died or has had nothing to do for a while.
//
// Its methods may be called from several goroutines; those that deliver or change something wait for each other.
type Dispatcher struct {
	sub    Subscription
	opt    Options
	form   Form
	follow *register.Follower
	turn   chan struct{} // holds one token when somebody is at work
	health health
}

// New makes a dispatcher. Everything that is wrong is said at once.
func New(s Subscription, o Options) (*Dispatcher, error) {
	o = o.withDefaults()
	s.Filter = s.Filter.clone()
	s.Content.Doc = slices.Clone(s.Content.Doc)
	d := &Dispatcher{sub: s, opt: o, form: Form{Source: o.Source, Content: s.Content}, turn: make(chan struct{}, 1)}
	d.health.retry = o.Retry
	d.follow = d.follower()
	if err := errors.Join(o.check(s), d.dry()); err != nil {
		return nil, fmt.Errorf("events: 订阅“%s”不能投递：%w", s.Name, err)
	}
	return d, nil
}

// dry makes a pass over no books, so that the follower says now what it does not like.
func (d *Dispatcher) dry() error {
	f := d.follower()
	f.Store = &books{closed: func() bool { return true }}
	_, err := f.Pass(context.Background())
	return err
}

// follower makes a follower that has not looked at anything yet.
func (d *Dispatcher) follower() *register.Follower {
	store := &books{
		Store: d.opt.Store, filter: d.sub.Filter,
		closed: func() bool { return d.health.closed(d.opt.Now()) },
		reads:  func(q register.Query) { d.health.held = q.Ref != fazhi.Ref{} }, // it asks for a document only if that was parked
	}
	return &register.Follower{
		Store: store, Cursors: d.opt.Cursors, Name: d.sub.Name, Holder: d.opt.Holder, Scope: d.sub.Filter.scope(d.opt.Role),
		Wants: d.sub.Filter.Wants, Deliver: d.deliver, Failed: d.failed, Retry: d.health.wait, Now: d.opt.Now,
		SaveEvery: d.opt.SaveEvery, LeaseFor: d.opt.LeaseFor, MaxParked: d.opt.MaxHeld,
	}
}

// Pass delivers what is there and due, and returns how many events went out. While the receiver is not to be disturbed,
// it does nothing. When the receiver has cancelled the subscription, the error is ErrGone, from then on each time. Any other
// error says what is held up; the next pass goes on from there.
func (d *Dispatcher) Pass(ctx context.Context) (int, error) {
	if err := d.begin(ctx); err != nil {
		return 0, err
	}
	defer d.end()
	if d.health.gone {
		return 0, fmt.Errorf("events: %w", ErrGone)
	}
	d.health.begin()
	return d.follow.Pass(ctx)
}

// Run makes passes, and waits between them, until ctx ends, whose error it returns, or the receiver has cancelled the
// subscription: then the error is ErrGone. What else goes wrong is told to Options.Log.
func (d *Dispatcher) Run(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
		}
		_, err := d.Pass(ctx)
		switch {
		case errors.Is(err, ErrGone):
			return err
		case err != nil && ctx.Err() == nil:
			d.opt.Log.WarnContext(ctx, "投递未能完成", "subscriber", d.sub.Name, "error", err)
		}
		timer.Reset(wait)
	}
}

// begin waits for its turn.
func (d *Dispatcher) begin(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case d.turn <- struct{}{}:
		return nil
	}
}

func (d *Dispatcher) end() { <-d.turn }
