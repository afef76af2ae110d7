package register

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi"
)

// ErrStall is, under errors.Is, what a follower's function returns when nothing can be delivered just now, whichever
// document it is: the network is down, the receiver is full. The entry is tried again at the next pass, and no document
// is parked. Of an entry that was parked before, it puts off all that were, and those that are new are still tried: what
// is in trouble does not hold up what is not.
var ErrStall = errors.New("暂时不能投递")

// A Follower tells one subscriber what has been kept in the books: every entry at least once, and those of a document in
// their order. The trail itself is the outbox, so nothing can be forgotten; a slow or failing follower holds up nobody.
//
// An entry whose delivery fails parks its document: it is tried again later, and its following entries wait behind it,
// while all others go on.
type Follower struct {
	Store   Store
	Cursors Cursors
	Name    string // of the subscriber: the key of its position, for ever
	Holder  string // of this process; see Lease
	Scope   Scope  // whose books; AllOrgans for all

	// Deliver takes one entry. It may be called with the same entry again, after a crash or a failure.
	Deliver func(ctx context.Context, e *Event) error

	// Wants says which entries are the subscriber's; the others are passed over and cost next to nothing. It must not change
	// the entry, nor change its mind. nil: all.
	Wants func(e *Entry) bool

	Now func() time.Time // the clock; a must

	// Failed is told of each delivery that failed: the document is parked, or the pass has ended. It is also told of an
	// entry that the store cannot read (ErrLine), which is then passed over; nil: nobody is told, and such an entry ends the
	// pass each time.
	Failed func(e *Event, err error)

	// Retry says how long to wait after so many failed attempts; nil: 5 s, 30 s, 2 min, 10 min, 1 h, then every 6 h.
	Retry func(attempts int) time.Duration
	// SaveEvery says after how many entries the position is kept; so many may come twice after a crash. Zero: 1.
	SaveEvery int
	// LeaseFor is how long a process that died keeps others waiting; zero: 30 s. Deliver must not take longer.
	LeaseFor time.Duration
	// MaxParked is how many documents of an organ may be parked before the organ waits; zero: 10,000.
	MaxParked int

	seen map[string]glance // by organ
}

// A glance is how an organ was left: up to seq there is nothing new, and nothing is due before until.
type glance struct {
	seq   int64
	until time.Time // zero: nothing is parked
}

// lookAgain is how often documents that are parked are looked at, for another process may have changed when they are due.
const lookAgain = time.Minute

// An Event is one entry on its way to a subscriber.
type Event struct {
	Subscriber string
	Entry      Entry
	Attempt    int // 1 for the first
}

// Pass delivers what is there and due, in all books of the scope, and returns how many entries were taken. Books that
// another process has leased are left to it. A Follower makes one pass at a time.
func (f *Follower) Pass(ctx context.Context) (int, error) {
	if err := f.vet(); err != nil {
		return 0, err
	}
	if f.seen == nil {
		f.seen = make(map[string]glance)
	}
	var total int
	var failed []error
	for head, err := range f.Store.Heads(ctx, f.Scope) {
		if err != nil {
			return total, errors.Join(append(failed, err)...)
		}
		if f.idle(head) {
			continue
		}
		p := pass{f: f, head: head}
		err := p.run(ctx)
		total += p.taken
		if ctx.Err() != nil {
			return total, ctx.Err()
		}
		if err != nil && !errors.Is(err, ErrLeased) {
			failed = append(failed, fmt.Errorf("register: %s 的登记簿：%w", head.Organ, err))
		}
	}
	return total, errors.Join(failed...)
}

// idle reports whether there is nothing to do in a book.
func (f *Follower) idle(head Head) bool {
	at, known := f.seen[head.Organ]
	return known && at.seq == head.Seq && (at.until.IsZero() || f.Now().Before(at.until))
}

// Run makes passes until ctx ends, and waits between them. What goes wrong is told to report, which may be nil.
func (f *Follower) Run(ctx context.Context, wait time.Duration, report func(error)) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		if _, err := f.Pass(ctx); err != nil && ctx.Err() == nil && report != nil {
			report(err)
		}
		timer.Reset(wait)
	}
}

func (f *Follower) vet() error {
	var wrong []error
	say := func(bad bool, message string) {
		if bad {
			wrong = append(wrong, errors.New(message))
		}
	}
	say(f.Store == nil, "没有 Store")
	say(f.Cursors == nil, "没有 Cursors")
	say(f.Deliver == nil, "没有 Deliver")
	say(f.Now == nil, "没有 Now")
	say(!isName(f.Name, maxName), "订阅者的名称"+nameRule(maxName))
	say(!isName(f.Holder, maxName), "进程的名称"+nameRule(maxName))
	if len(wrong) > 0 {
		return fmt.Errorf("register: 不能投递：%w", errors.Join(wrong...))
	}
	return nil
}

func (f *Follower) leaseFor() time.Duration {
	if f.LeaseFor > 0 {
		return f.LeaseFor
	}
	return 30 * time.Second
}

func (f *Follower) maxParked() int {
	if f.MaxParked > 0 {
		return f.MaxParked
	}
	return 10_000
}

func (f *Follower) retryAfter(attempts int) time.Duration {
	if f.Retry != nil {
		return f.Retry(attempts)
	}
	ladder := [...]time.Duration{5 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute, time.Hour, 6 * time.Hour}
	return ladder[min(attempts, len(ladder))-1]
}

// A pass is one organ's part of a pass.
type pass struct {
	f      *Follower
	head   Head
	lease  Lease
	seq    int64
	parked map[fazhi.Ref]Parked
	queue  []Parked // those that were parked before, in the order in which they are due
	done   Progress // since it was last saved
	open   int      // entries since then
	passed bool     // entries that nobody wants since then
	taken  int
}

func (p *pass) run(ctx context.Context) error {
	p.lease.Subscription = Subscription{Subscriber: p.f.Name, Organ: p.head.Organ}
	p.lease.Holder = p.f.Holder
	p.renew()
	var err error
	if p.seq, err = p.f.Cursors.Lease(ctx, p.lease); err != nil {
		return err
	}
	if err := p.load(ctx); err != nil {
		return err
	}
	err = p.again(ctx)
	if err == nil || errors.Is(err, ErrStall) && ctx.Err() == nil {
		err = errors.Join(err, p.ahead(ctx))
	}
	if e := p.save(ctx); e != nil {
		return errors.Join(err, e)
	}
	if err == nil {
		p.f.seen[p.head.Organ] = p.glance()
	}
	return err
}

// glance says when to look again at what is parked.
func (p *pass) glance() glance {
	g := glance{seq: p.seq}
	if len(p.parked) == 0 {
		return g
	}
	g.until = p.f.Now().Add(lookAgain)
	for _, d := range p.parked {
		if d.Next.Before(g.until) {
			g.until = d.Next
		}
	}
	return g
}

func (p *pass) renew() {
	p.lease.Now = p.f.Now()
	p.lease.Until = p.lease.Now.Add(p.f.leaseFor())
}

func (p *pass) load(ctx context.Context) error {
	p.parked = make(map[fazhi.Ref]Parked)
	for d, err := range p.f.Cursors.Parked(ctx, p.lease.Subscription) {
		if err != nil {
			return err
		}
		p.parked[d.Ref] = d
		p.queue = append(p.queue, d)
	}
	return nil
}

// again tries the parked documents that are due.
func (p *pass) again(ctx context.Context) error {
	for _, d := range p.queue {
		if d.Next.After(p.f.Now()) {
			return nil
		}
		if err := p.retry(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// retry delivers the entries of a parked document that were passed over.
func (p *pass) retry(ctx context.Context, d Parked) error {
	q := Query{Scope: p.scope(), Ref: d.Ref, After: d.From - 1, Upto: p.seq}
	attempt := d.Attempts + 1
	for e, err := range p.f.Store.Entries(ctx, q) {
		if err != nil {
			if err := p.unread(e, err); err != nil {
				return err
			}
			continue
		}
		if !p.wants(&e) {
			continue
		}
		switch err := p.deliver(ctx, e, attempt); {
		case err != nil && (errors.Is(err, ErrStall) || ctx.Err() != nil):
			return err
		case err != nil:
			p.park(e, attempt)
			return p.saveIfDue(ctx)
		}
		attempt = 1
		// What is delivered is noted at once, so that a crash does not repeat the whole document.
		d.From, d.Attempts = e.Seq+1, 0
		p.note(Progress{Park: []Parked{d}})
		if err := p.saveIfDue(ctx); err != nil {
			return err
		}
	}
	delete(p.parked, d.Ref)
	p.note(Progress{Release: []fazhi.Ref{d.Ref}})
	return p.saveIfDue(ctx)
}

// ahead delivers what is new.
func (p *pass) ahead(ctx context.Context) error {
	for e, err := range p.f.Store.Entries(ctx, Query{Scope: p.scope(), After: p.seq}) {
		_, held := p.parked[e.Ref]
		wanted := err != nil || p.wants(&e)
		switch {
		case err != nil:
			err = p.unread(e, err)
		case !held && wanted:
			err = p.first(ctx, e)
		}
		if err != nil {
			return err
		}
		p.seq = e.Seq
		if err := p.advance(ctx, wanted); err != nil {
			return err
		}
	}
	return nil
}

// advance sees to it that the position is kept. What is passed over does not ask for that: it would be passed over again.
func (p *pass) advance(ctx context.Context, wanted bool) error {
	if !wanted {
		p.passed = true
		return p.saveIfOld(ctx)
	}
	p.open++
	return p.saveIfDue(ctx)
}

func (p *pass) wants(e *Entry) bool { return p.f.Wants == nil || p.f.Wants(e) }

// first delivers an entry for the first time.
func (p *pass) first(ctx context.Context, e Entry) error {
	err := p.deliver(ctx, e, 1)
	if err == nil || errors.Is(err, ErrStall) || ctx.Err() != nil {
		return err
	}
	if len(p.parked) >= p.f.maxParked() {
		return fmt.Errorf("有 %d 份文件不能投递，暂停投递", len(p.parked))
	}
	p.park(e, 1)
	return nil
}

// unread passes over an entry that cannot be read, if somebody is told of it: there is nothing to deliver, and an audit names
// it.
func (p *pass) unread(e Entry, err error) error {
	if !errors.Is(err, ErrLine) || p.f.Failed == nil {
		return err
	}
	p.f.Failed(&Event{Subscriber: p.f.Name, Entry: e, Attempt: 1}, err)
	return nil
}

func (p *pass) deliver(ctx context.Context, e Entry, attempt int) error {
	if !p.f.Now().Before(p.lease.Until) {
		return fmt.Errorf("register: %w", ErrLeased) // another process may be at it by now
	}
	event := &Event{Subscriber: p.f.Name, Entry: e, Attempt: attempt}
	err := p.f.Deliver(ctx, event)
	switch {
	case err == nil:
		p.taken++
	case p.f.Failed != nil:
		p.f.Failed(event, err)
	}
	return err
}

// park holds a document up. The position is not saved here: it must not be without the entry, nor the entry without it.
func (p *pass) park(e Entry, attempts int) {
	d := Parked{Ref: e.Ref, From: e.Seq, Attempts: attempts, Next: p.f.Now().Add(p.f.retryAfter(attempts))}
	p.parked[e.Ref] = d
	p.note(Progress{Park: []Parked{d}})
}

func (p *pass) scope() Scope { return Scope{Organ: p.head.Organ, Role: p.f.Scope.Role} }

// note adds to what will be saved. What is noted last of a document holds: it is parked or released, never both.
func (p *pass) note(n Progress) {
	for _, d := range n.Park {
		p.done.Release = slices.DeleteFunc(p.done.Release, func(ref fazhi.Ref) bool { return ref == d.Ref })
	}
	for _, ref := range n.Release {
		p.done.Park = slices.DeleteFunc(p.done.Park, func(d Parked) bool { return d.Ref == ref })
	}
	p.done.Park = append(p.done.Park, n.Park...)
	p.done.Release = append(p.done.Release, n.Release...)
	p.open++
}

func (p *pass) saveIfDue(ctx context.Context) error {
	if p.open < max(p.f.SaveEvery, 1) {
		return p.saveIfOld(ctx)
	}
	return p.save(ctx)
}

// saveIfOld saves when half of the lease is over, to prolong it.
func (p *pass) saveIfOld(ctx context.Context) error {
	half := p.lease.Now.Add(p.f.leaseFor() / 2)
	if p.f.Now().Before(half) {
		return nil
	}
	return p.save(ctx)
}

// save keeps the progress, even when ctx has just ended: what is delivered is delivered.
func (p *pass) save(ctx context.Context) error {
	if p.open == 0 && !p.passed {
		return nil
	}
	p.renew()
	p.done.Seq = p.seq
	if err := p.f.Cursors.Save(context.WithoutCancel(ctx), p.lease, p.done); err != nil {
		return err
	}
	p.done, p.open, p.passed = Progress{}, 0, false
	return nil
}
