package registertest_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A roughCursor is how far one subscriber has got.
type roughCursor struct {
	seq    int64
	holder string
	until  time.Time
	parked map[fazhi.Ref]register.Parked
}

// roughCursors are one handle on the cursors of a disk.
type roughCursors struct {
	*disk
	mine map[string]*roughCursor
}

func (c *roughCursors) at(s register.Subscription) *roughCursor {
	key := s.Subscriber + "\x00" + s.Organ
	switch {
	case c.is("cursors are those of a subscriber"):
		key = s.Subscriber
	case c.is("cursors are those of an organ"):
		key = s.Organ
	case c.is("subscribers: case is lost"):
		key = strings.ToLower(key)
	case c.is("cursors: both names in one"):
		key = strings.Join(slices.Sorted(slices.Values([]string{s.Subscriber, s.Organ})), " ")
	}
	all := c.cursors
	if c.is("leases are those of a handle") {
		all = c.mine
	}
	if all[key] == nil {
		all[key] = &roughCursor{parked: make(map[fazhi.Ref]register.Parked)}
	}
	return all[key]
}

func (c *roughCursors) Lease(ctx context.Context, l register.Lease) (int64, error) {
	if err := ctx.Err(); err != nil && !c.is("Lease knows no context") {
		return 0, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	at := c.at(l.Subscription)
	mine := at.holder == l.Holder || c.is("holders: case is lost") && strings.EqualFold(at.holder, l.Holder)
	held := at.holder != "" && !mine && l.Now.Before(at.until)
	switch {
	case c.is("Lease asks first and takes then"):
		c.mu.Unlock()
		runtime.Gosched()
		c.mu.Lock()
	case c.is("a lease never ends"):
		held = at.holder != "" && !mine
	case c.is("a lease excludes nobody"):
		held = false
	}
	if held {
		if c.is("a lease that is refused is an error of its own") {
			return 0, errors.New("leased")
		}
		return 0, register.ErrLeased
	}
	if !mine || !c.is("one's own lease is not prolonged") {
		at.until = l.Until
	}
	at.holder = l.Holder
	if c.is("Lease opens a book") {
		c.books[l.Organ] = &roughBook{entries: []register.Entry{{Organ: l.Organ, Seq: 1}}}
	}
	switch {
	case c.is("Lease does not tell the position"):
		return 0, nil
	case c.is("positions have 32 bits"):
		return at.seq & math.MaxUint32, nil
	}
	return at.seq, nil
}

func (c *roughCursors) Save(ctx context.Context, l register.Lease, p register.Progress) error {
	if err := ctx.Err(); err != nil && !c.is("Save knows no context") {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	at := c.at(l.Subscription)
	if c.is("Save parks before it looks at the lease") {
		c.park(at, p.Park)
	}
	gone := at.holder != l.Holder
	switch {
	case c.is("Save does not look at the lease"):
		gone = false
	case c.is("Save looks at the time of the lease only"):
		gone = gone && l.Now.Before(at.until)
	case c.is("Save refuses a lease that ran out"):
		gone = gone || at.until.Before(l.Now)
	case c.is("Save without a lease takes it"):
		gone = gone && at.seq > 0
	}
	if gone {
		return register.ErrLeased
	}
	c.park(at, p.Park)
	for _, ref := range p.Release {
		if _, ok := at.parked[ref]; !ok && c.is("a release of nothing is an error") {
			return register.ErrNotFound
		}
		if !c.is("Release is forgotten") {
			delete(at.parked, ref)
		}
		if c.is("Release lets all go") {
			clear(at.parked)
		}
	}
	at.seq = p.Seq
	if !c.is("Save does not prolong the lease") {
		at.until = l.Until
	}
	return nil
}

func (c *roughCursors) park(at *roughCursor, park []register.Parked) {
	if c.is("Park replaces all") && len(park) > 0 {
		clear(at.parked)
	}
	for _, d := range park {
		ref := d.Ref
		switch {
		case c.is("ids: case is lost"):
			ref.ID = strings.ToLower(ref.ID)
		case c.is("one document is parked as often as it comes"):
			ref.ID += fmt.Sprint(d.From)
		}
		if _, ok := at.parked[ref]; !ok || !c.is("a document that is parked stays as it is") {
			at.parked[ref] = d
		}
	}
}

func (c *roughCursors) Parked(ctx context.Context, s register.Subscription) iter.Seq2[register.Parked, error] {
	return func(yield func(register.Parked, error) bool) {
		if err := ctx.Err(); err != nil && !c.is("Parked knows no context") {
			yield(register.Parked{}, err)
			return
		}
		c.mu.Lock()
		out := slices.SortedFunc(maps.Values(c.at(s).parked), func(a, b register.Parked) int {
			if c.is("parked documents come by their first entry") {
				return int(b.From - a.From)
			}
			return a.Next.Compare(b.Next)
		})
		if c.is("1,000 documents are parked at the most") {
			out = out[:min(len(out), 1000)]
		}
		c.mu.Unlock()
		yielded(&rough{disk: c.disk}, ctx, "Parked", out, yield)
	}
}
