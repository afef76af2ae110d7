package register

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi"
)

// A MemoryCursors keeps cursors as long as the process lasts: for tests and for trying things out, beside a Memory. Use
// NewMemoryCursors.
type MemoryCursors struct {
	mu      sync.Mutex
	cursors map[Subscription]*memoryCursor
}

var _ Cursors = (*MemoryCursors)(nil)

// A memoryCursor is how far one subscriber has got in one organ's book.
type memoryCursor struct {
	seq    int64
	holder string
	until  time.Time
	parked map[fazhi.Ref]Parked
}

// NewMemoryCursors makes cursors that stand before the first entries.
func NewMemoryCursors() *MemoryCursors {
	return &MemoryCursors{cursors: make(map[Subscription]*memoryCursor)}
}

// Lease is that of Cursors.
func (m *MemoryCursors) Lease(ctx context.Context, l Lease) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	c := m.cursors[l.Subscription]
	switch {
	case c == nil:
		c = &memoryCursor{parked: make(map[fazhi.Ref]Parked)}
		m.cursors[l.Subscription] = c
	case c.holder != l.Holder && l.Now.Before(c.until):
		return 0, fmt.Errorf("register: %w", ErrLeased)
	}
	c.holder, c.until = l.Holder, l.Until
	return c.seq, nil
}

// Save is that of Cursors.
func (m *MemoryCursors) Save(ctx context.Context, l Lease, p Progress) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	c := m.cursors[l.Subscription]
	if c == nil || c.holder != l.Holder {
		return fmt.Errorf("register: %w", ErrLeased)
	}
	for _, d := range p.Park {
		c.parked[d.Ref] = d
	}
	for _, ref := range p.Release {
		delete(c.parked, ref)
	}
	c.seq, c.until = p.Seq, l.Until
	return nil
}

// Parked is that of Cursors. It yields what was there when it began; of those due at the same time, by Ref.
func (m *MemoryCursors) Parked(ctx context.Context, s Subscription) iter.Seq2[Parked, error] {
	return func(yield func(Parked, error) bool) {
		if err := ctx.Err(); err != nil {
			yield(Parked{}, err)
			return
		}
		for _, d := range m.parked(s) {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// parked returns the documents that are held up, those that are due first at the front.
func (m *MemoryCursors) parked(s Subscription) []Parked {
	m.mu.Lock()
	defer m.mu.Unlock()
	c := m.cursors[s]
	if c == nil {
		return nil
	}
	return slices.SortedFunc(maps.Values(c.parked), func(a, b Parked) int {
		if order := a.Next.Compare(b.Next); order != 0 {
			return order
		}
		return strings.Compare(a.Ref.String(), b.Ref.String())
	})
}
