package registertest

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// leaseOf is a lease of one minute that begins so many seconds after the books.
func leaseOf(s register.Subscription, holder string, second int) register.Lease {
	now := begin().Add(time.Duration(second) * time.Second)
	return register.Lease{Subscription: s, Holder: holder, Now: now, Until: now.Add(time.Minute)}
}

// subscription returns a new one.
func (t *trial) subscription() register.Subscription {
	return register.Subscription{Subscriber: "sub-" + t.name, Organ: t.organ()}
}

// lease takes a lease and notes when that fails or the position is another.
func (t *trial) lease(c register.Cursors, l register.Lease, want int64) {
	seq, err := c.Lease(t.ctx, l)
	if err != nil || seq != want {
		t.fault("holder %s leases at %s: position %d instead of %d, error %v", l.Holder, clock(l.Now), seq, want, err)
	}
}

// refused notes when a lease is not refused.
func (t *trial) refused(c register.Cursors, l register.Lease) {
	if seq, err := c.Lease(t.ctx, l); !errors.Is(err, register.ErrLeased) {
		t.fault("holder %s leases at %s: the error is %v, not ErrLeased, and the position %d", l.Holder, clock(l.Now), err, seq)
	}
}

func clock(at time.Time) string { return at.UTC().Format(time.TimeOnly) }

func (t *trial) save(l register.Lease, p register.Progress) {
	t.need("Save", t.Cursors.Save(t.ctx, l, p))
}

// parkedOf is a document that is to be tried again so many seconds after the books begin.
func parkedOf(id string, from int64, second int) register.Parked {
	next := begin().Add(time.Duration(second)*time.Second + 7*time.Millisecond)
	return register.Parked{Ref: ref(id), From: from, Attempts: int(from), Next: next}
}

// parkedAre notes whether these documents are held up, in this order.
func (t *trial) parkedAre(what string, s register.Subscription, want ...register.Parked) {
	got, err := collect(t.Cursors.Parked(t.ctx, s))
	t.need("Parked", err)
	same := func(a, b register.Parked) bool {
		return a.Ref == b.Ref && a.From == b.From && a.Attempts == b.Attempts && a.Next.Equal(b.Next)
	}
	if !slices.EqualFunc(got, want, same) {
		t.fault("%s: %d documents are parked instead of %d, or others, or in another order", what, len(got), len(want))
	}
}

func leaseTellsProgress(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	t.save(l, register.Progress{Seq: 7})
	t.lease(t.Cursors, leaseOf(s, "p1", 1), 7)
	t.save(l, register.Progress{Seq: 1 << 40})
	t.lease(t.Cursors, leaseOf(s, "p2", 3600), 1<<40)
}

func leaseExcludes(t *trial) {
	s := t.subscription()
	t.lease(t.Cursors, leaseOf(s, "p1", 0), 0)
	t.refused(t.Cursors, leaseOf(s, "p2", 0))
	t.refused(t.Cursors, leaseOf(s, "p2", 59))
	t.refused(t.Cursors, leaseOf(s, "P1", 59))
	t.lease(t.Cursors, leaseOf(s, "p1", 10), 0)
}

func leaseExcludesElsewhere(t *trial) {
	s, other := t.subscription(), t.another()
	if other.Cursors == nil {
		t.stop("a second handle has no Cursors")
	}
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	t.save(l, register.Progress{Seq: 3})
	t.refused(other.Cursors, leaseOf(s, "p2", 30))
	t.lease(other.Cursors, leaseOf(s, "p2", 90), 3)
	t.refused(t.Cursors, leaseOf(s, "p1", 100))
	if err := t.Cursors.Save(t.ctx, leaseOf(s, "p1", 100), register.Progress{Seq: 9}); !errors.Is(err, register.ErrLeased) {
		t.fault("the lease went to another handle: the error of Save is %v, not ErrLeased", err)
	}
}

// leaseOnce lets many ask at once: for a new subscription, and for one whose lease is over.
func leaseOnce(t *trial) {
	handles := []register.Cursors{t.Cursors, t.another().Cursors}
	for range 20 {
		s := t.subscription()
		for _, second := range []int{0, 3600} {
			var got atomic.Int64
			t.together(16, func(i int) {
				_, err := handles[i%2].Lease(t.ctx, leaseOf(s, "p"+strconv.Itoa(second+i), second))
				if err == nil {
					got.Add(1)
				} else if !errors.Is(err, register.ErrLeased) {
					t.fault("the error is %v, not ErrLeased", err)
				}
			})
			if n := got.Load(); n != 1 {
				t.fault("of 16 holders that ask at once, %d get the lease", n)
			}
		}
	}
}

func leaseEnds(t *trial) {
	s := t.subscription()
	t.lease(t.Cursors, leaseOf(s, "p1", 0), 0)
	t.lease(t.Cursors, leaseOf(s, "p2", 61), 0)
	t.refused(t.Cursors, leaseOf(s, "p1", 62))
	t.lease(t.Cursors, leaseOf(s, "p1", 180), 0)
}

func leaseIsProlonged(t *trial) {
	s := t.subscription()
	t.lease(t.Cursors, leaseOf(s, "p1", 0), 0)
	t.lease(t.Cursors, leaseOf(s, "p1", 50), 0)
	t.refused(t.Cursors, leaseOf(s, "p2", 100))
	t.lease(t.Cursors, leaseOf(s, "p1", 500), 0) // its own, which ran out
	t.refused(t.Cursors, leaseOf(s, "p2", 530))
}

func saveKeeps(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	a, b, c := parkedOf("A", 3, 30), parkedOf("B", 4, 20), parkedOf("C", 5, 10)
	t.save(l, register.Progress{Seq: 5, Park: []register.Parked{a, b}})
	t.parkedAre("two", s, b, a)
	t.save(l, register.Progress{Seq: 6, Park: []register.Parked{c}, Release: []fazhi.Ref{b.Ref}})
	t.parkedAre("one more and one less", s, c, a)
	t.save(l, register.Progress{Seq: 6})
	t.parkedAre("nothing new", s, c, a)
	t.lease(t.Cursors, leaseOf(s, "p1", 1), 6)
}

func saveProlongs(t *trial) {
	s := t.subscription()
	t.lease(t.Cursors, leaseOf(s, "p1", 0), 0)
	t.save(leaseOf(s, "p1", 50), register.Progress{Seq: 1})
	t.refused(t.Cursors, leaseOf(s, "p2", 100))
	t.lease(t.Cursors, leaseOf(s, "p2", 120), 1)
}

func saveAfterLoss(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	a := parkedOf("A", 3, 30)
	t.save(l, register.Progress{Seq: 3, Park: []register.Parked{a}})
	t.lease(t.Cursors, leaseOf(s, "p2", 100), 3)
	lost := register.Progress{Seq: 9, Park: []register.Parked{parkedOf("B", 4, 1), parkedOf("A", 9, 1)}}
	for _, second := range []int{101, 1000} { // while the other's lease lasts, and after it
		for _, p := range []register.Progress{lost, {Seq: 10, Release: []fazhi.Ref{a.Ref}}} {
			if err := t.Cursors.Save(t.ctx, leaseOf(s, "p1", second), p); !errors.Is(err, register.ErrLeased) {
				t.fault("the lease went to another holder: the error of Save is %v, not ErrLeased", err)
			}
		}
	}
	t.parkedAre("after a Save that was refused", s, a)
	t.lease(t.Cursors, leaseOf(s, "p2", 110), 3)
	t.refused(t.Cursors, leaseOf(s, "p1", 150)) // which Save did not take either
	t.lease(t.Cursors, leaseOf(s, "p1", 2000), 3)
	t.save(leaseOf(s, "p1", 2001), register.Progress{Seq: 4})
}

// saveLate has a holder that took longer than its lease, while nobody else came.
func saveLate(t *trial) {
	s := t.subscription()
	t.lease(t.Cursors, leaseOf(s, "p1", 0), 0)
	a := parkedOf("A", 3, 30)
	t.save(leaseOf(s, "p1", 500), register.Progress{Seq: 4, Park: []register.Parked{a}})
	t.parkedAre("after a late Save", s, a)
	t.refused(t.Cursors, leaseOf(s, "p2", 530))
	t.lease(t.Cursors, leaseOf(s, "p2", 600), 4)
}

func saveUnleased(t *trial) {
	s := t.subscription()
	t.lease(t.Cursors, leaseOf(s, "p1", 0), 0)
	err := t.Cursors.Save(t.ctx, leaseOf(s, "p2", 1), register.Progress{Seq: 9, Park: []register.Parked{parkedOf("A", 1, 1)}})
	if !errors.Is(err, register.ErrLeased) {
		t.fault("a holder that never had the lease: the error of Save is %v, not ErrLeased", err)
	}
	t.parkedAre("after it", s)
	t.lease(t.Cursors, leaseOf(s, "p1", 2), 0)
}

func parkReplaces(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	a, b, later := parkedOf("A", 3, 30), parkedOf("B", 4, 40), parkedOf("A", 5, 50)
	t.save(l, register.Progress{Seq: 4, Park: []register.Parked{a, b}})
	t.save(l, register.Progress{Seq: 6, Park: []register.Parked{later}})
	t.parkedAre("after one was parked again", s, b, later)
	t.save(l, register.Progress{Seq: 7, Park: []register.Parked{parkedOf("B", 5, 60), parkedOf("B", 6, 20)}})
	t.parkedAre("after one was parked twice at once", s, parkedOf("B", 6, 20), later)
}

func releases(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	a, b := parkedOf("A", 3, 30), parkedOf("B", 4, 40)
	t.save(l, register.Progress{Seq: 4, Park: []register.Parked{a, b}})
	t.save(l, register.Progress{Seq: 5, Release: []fazhi.Ref{a.Ref, ref("C")}})
	t.parkedAre("after one was released", s, b)
	t.save(l, register.Progress{Seq: 5, Release: []fazhi.Ref{a.Ref, b.Ref}})
	t.parkedAre("after all were released", s)
	t.save(l, register.Progress{Seq: 5, Park: []register.Parked{a}})
	t.parkedAre("after one was parked anew", s, a)
}

func parkedInOrder(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	const n = 2500
	want := make([]register.Parked, n)
	given := make([]register.Parked, n)
	for i := range n {
		want[i] = parkedOf("P-"+strconv.Itoa(i*7919%n), int64(i+1), i)
		given[(i*1231+17)%n] = want[i]
	}
	t.save(l, register.Progress{Seq: n, Park: given[:n/2]})
	t.save(l, register.Progress{Seq: n, Park: given[n/2:]})
	t.parkedAre("many documents", s, want...)
}

func parkedApart(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	var want []register.Parked
	for i, text := range append(alike(), longest(128)...) {
		want = append(want, parkedOf(text, int64(i+1), i))
	}
	other := parkedOf("a", 1000, 1000)
	other.Ref.Kind = "normdoc"
	want = append(want, other)
	t.save(l, register.Progress{Seq: 1000, Park: want})
	t.parkedAre("documents with ids that are alike", s, want...)
	t.save(l, register.Progress{Seq: 1000, Release: []fazhi.Ref{ref("a"), ref("%"), ref("A")}})
	want = slices.DeleteFunc(want, func(p register.Parked) bool { return p.Ref == ref("a") || p.Ref == ref("%") || p.Ref == ref("A") })
	t.parkedAre("after three were released", s, want...)
}

func parkedBreak(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	t.save(l, register.Progress{Seq: 3, Park: []register.Parked{parkedOf("A", 1, 1), parkedOf("B", 2, 2), parkedOf("C", 3, 3)}})
	for range 200 { // more than any pool has connections
		n := 0
		for p, err := range t.Cursors.Parked(t.ctx, s) {
			t.need("Parked", err)
			if n++; n == 2 {
				break
			}
			t.save(l, register.Progress{Seq: 4, Park: []register.Parked{p}}) // within the loop
		}
		if n != 2 {
			t.stop("a loop that is left at document 2 sees %d", n)
		}
	}
}

func subscriptionsApart(t *trial) {
	one := t.subscription()
	subscriptions := []register.Subscription{
		one, {Subscriber: one.Subscriber, Organ: t.organ()}, {Subscriber: "Sub-" + t.name, Organ: one.Organ},
		{Subscriber: one.Organ, Organ: one.Subscriber},
	}
	for i, s := range subscriptions {
		l := leaseOf(s, "p"+strconv.Itoa(i), 0)
		t.lease(t.Cursors, l, 0)
		t.parkedAre("of a new subscription", s)
		t.save(l, register.Progress{Seq: int64(i + 1), Park: []register.Parked{parkedOf("A", int64(i+1), i)}})
	}
	for i, s := range subscriptions {
		t.lease(t.Cursors, leaseOf(s, "p"+strconv.Itoa(i), 1), int64(i+1))
		t.parkedAre("of one subscription", s, parkedOf("A", int64(i+1), i))
	}
	t.save(leaseOf(one, "p0", 2), register.Progress{Seq: 9, Release: []fazhi.Ref{ref("A")}})
	t.parkedAre("after another subscription's document was released", subscriptions[1], parkedOf("A", 2, 1))
}

func cursorsDurable(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	a := parkedOf("A", 3, 30)
	t.save(l, register.Progress{Seq: 5, Park: []register.Parked{a}})
	t.reopen()
	if t.Cursors == nil {
		t.stop("opened again: there are no Cursors")
	}
	t.parkedAre("opened again", s, a)
	t.refused(t.Cursors, leaseOf(s, "p2", 30))
	t.lease(t.Cursors, leaseOf(s, "p1", 40), 5)
}

func cursorsContext(t *trial) {
	s := t.subscription()
	l := leaseOf(s, "p1", 0)
	if _, err := t.Cursors.Lease(t.ended(), l); !errors.Is(err, context.Canceled) {
		t.fault("a context that is over: the error of Lease is %v", err)
	}
	t.lease(t.Cursors, leaseOf(s, "p2", 0), 0)
	err := t.Cursors.Save(t.ended(), leaseOf(s, "p2", 1), register.Progress{Seq: 3, Park: []register.Parked{parkedOf("A", 1, 1)}})
	if !errors.Is(err, context.Canceled) {
		t.fault("a context that is over: the error of Save is %v", err)
	}
	t.parkedAre("the context was over", s)
	t.lease(t.Cursors, leaseOf(s, "p2", 2), 0)
	if _, err := collect(t.Cursors.Parked(t.ended(), s)); !errors.Is(err, context.Canceled) {
		t.fault("a context that is over: the error of Parked is %v", err)
	}
}

// booksUntouched needs a Store beside the Cursors.
func booksUntouched(t *trial) {
	if t.Store == nil {
		return
	}
	s := t.subscription()
	want := t.fill(s.Organ, 3)
	l := leaseOf(s, "p1", 0)
	t.lease(t.Cursors, l, 0)
	t.save(l, register.Progress{Seq: 2, Park: []register.Parked{parkedOf("F-1", 2, 1)}})
	t.save(l, register.Progress{Seq: 3, Release: []fazhi.Ref{ref("F-1")}})
	t.holds("after a delivery", s.Organ, want)
	empty := t.subscription()
	t.lease(t.Cursors, leaseOf(empty, "p1", 0), 0)
	t.headIs("a subscription to a book without entries", empty.Organ, nil)
}
