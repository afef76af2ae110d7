package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// Options say how a book is verified.
type Options struct {
	// Hash is that of the book; zero: SHA-256.
	Hash register.Hash
	// Checkpoints are those that others have kept, their signatures verified.
	Checkpoints []checkpoint.Checkpoint
	// ReadOnly leaves the counters of a store alone that is no register.Inspector: they can only be read as a writer.
	ReadOnly bool
}

// Verify reads the whole book of the scope's organ and says what is wrong with it. Entries that are added meanwhile are
// left for the next time. The error says that the book could not be read to its end, with what was found until then, or that
// there is none (register.ErrNotFound).
func Verify(ctx context.Context, store register.Store, scope register.Scope, o Options) (*Result, error) {
	hash, err := o.Hash.Check()
	if err != nil {
		return nil, err
	}
	c, err := NewChain(scope.Organ, hash, o.Checkpoints)
	if err != nil {
		return nil, err
	}
	head, err := headOf(ctx, store, scope)
	unknown := errors.Is(err, register.ErrLine)
	if err != nil && !unknown {
		return nil, err
	}
	if unknown {
		c.fault(Head, 1, "登记簿所记的末条不能读取")
		err = c.readAll(ctx, store, register.Query{Scope: scope})
	} else {
		err = c.read(ctx, store, scope, head)
	}
	if err != nil {
		c.fault(Unreadable, c.seq+1, "第%d条之后不能读取", c.seq)
		return &c.result, err
	}
	if head.Seq == 0 && c.result.Well() && len(c.known) == 0 {
		return nil, fmt.Errorf("audit: %w：%s 的登记簿", register.ErrNotFound, scope.Organ)
	}
	if err := c.inspect(ctx, store, scope); err != nil {
		return c.End(), err
	}
	if !o.ReadOnly && !c.result.Inspected {
		err = c.compareCounters(ctx, store, scope, head)
	}
	return c.End(), err
}

// inspect has the store look at what it keeps beside the entries, if it keeps anything.
func (c *Chain) inspect(ctx context.Context, store register.Store, scope register.Scope) error {
	inspector, ok := store.(register.Inspector)
	if !ok {
		return nil
	}
	for d, err := range inspector.Inspect(ctx, scope) {
		if err != nil {
			return err
		}
		code := Index
		if d.Counter {
			code = Counter
		}
		c.fault(code, cmp.Or(d.Seq, c.seq), "%s", d.Message)
	}
	c.result.Inspected = true
	return nil
}

// headOf returns what the store says is the end of the book.
func headOf(ctx context.Context, store register.Store, scope register.Scope) (register.Head, error) {
	for h, err := range store.Heads(ctx, scope) {
		if err != nil {
			return register.Head{}, err
		}
		if h.Organ == scope.Organ {
			return h, nil
		}
	}
	return register.Head{Organ: scope.Organ}, nil
}

// read takes the entries up to the head.
func (c *Chain) read(ctx context.Context, store register.Store, scope register.Scope, head register.Head) error {
	if head.Seq > 0 {
		if err := c.readAll(ctx, store, register.Query{Scope: scope, Upto: head.Seq}); err != nil {
			return err
		}
	}
	switch {
	case c.seq < head.Seq:
		c.fault(Missing, c.seq+1, "第%d条至第%d条被截去：登记簿应有%d条", c.seq+1, head.Seq, head.Seq)
	case !c.lost && c.sum != head.Sum:
		c.fault(Head, head.Seq, "登记簿所记的末条与实际末条不符")
	}
	return c.readBeyond(ctx, store, scope, head)
}

// readAll takes the entries of a query.
func (c *Chain) readAll(ctx context.Context, store register.Store, q register.Query) error {
	for e, err := range store.Entries(ctx, q) {
		switch {
		case errors.Is(err, register.ErrLine):
			c.Unreadable(e.Seq)
		case err != nil:
			return err
		default:
			c.Entry(&e)
		}
	}
	return nil
}

// readBeyond looks for entries that the store's head does not know of.
func (c *Chain) readBeyond(ctx context.Context, store register.Store, scope register.Scope, head register.Head) error {
	for e, err := range store.Entries(ctx, register.Query{Scope: scope, After: head.Seq}) {
		if err != nil && !errors.Is(err, register.ErrLine) {
			return err
		}
		now, err := headOf(ctx, store, scope)
		if err == nil && now.Seq < e.Seq {
			c.fault(Head, e.Seq, "登记簿所记的末条是第%d条，此后还有条目", now.Seq)
		}
		return err
	}
	return nil
}

// errPeek ends a transaction that only wanted to look.
var errPeek = errors.New("只读取，不登记")

// maxPeek is how many counters are asked for at a time.
const maxPeek = 64

// compareCounters holds the store's counters against the numbers given. If the book has grown meanwhile, they may be
// ahead.
func (c *Chain) compareCounters(ctx context.Context, store register.Store, scope register.Scope, head register.Head) error {
	counters := slices.SortedFunc(maps.Keys(c.counters), func(a, b register.Counter) int {
		return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
	})
	for part := range slices.Chunk(counters, maxPeek) {
		var told register.Prior
		_, err := store.Append(ctx, register.Key{Scope: scope, Counters: part}, func(p register.Prior) ([]register.Entry, error) {
			told = p
			return nil, errPeek
		})
		if !errors.Is(err, errPeek) {
			return err
		}
		for i, counter := range part {
			given, next := c.counters[counter], told.Serials[i]
			if next != given+1 && (told.Head.Seq == head.Seq || next <= given) {
				c.fault(Counter, head.Seq, "编号系列 %s：已给至第%d号，而下一个将是第%d号", counter.Series, given, next)
			}
		}
	}
	return nil
}
