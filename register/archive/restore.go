package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
)

// restoreBatch is how many entries are kept in one transaction.
const restoreBatch = 200

// A DamagedError says that an archive was not restored, and why.
type DamagedError struct{ Result *audit.Result }

// Error returns the first fault.
func (e *DamagedError) Error() string {
	if len(e.Result.Faults) == 0 {
		return "archive: 存档有误"
	}
	return "archive: 存档有误：" + e.Result.Faults[0].String()
}

// Restore verifies an archive and, if nothing is wrong with it, keeps its entries in the organ's empty book, with their
// numbers, so that numbering goes on where it stopped. It returns how many entries it kept. A book that holds the first
// entries of the archive already, from a run that was cut off, is continued; any other is register.ErrExists.
func Restore(ctx context.Context, r io.ReadSeeker, store register.Store, scope register.Scope, o Options) (int64, error) {
	result, err := Verify(r, o)
	if err != nil {
		return 0, err
	}
	if !result.Well() {
		return 0, &DamagedError{Result: result}
	}
	if result.Organ != scope.Organ {
		return 0, fmt.Errorf("archive: %w", register.ErrScope)
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return 0, fmt.Errorf("archive: %w", err)
	}
	in, err := open(r, o)
	if err != nil {
		return 0, err
	}
	b := &restorer{store: store, scope: scope}
	err = in.entries(restoreBatch, func(entries []register.Entry) error { return b.keep(ctx, entries) })
	if err == nil {
		err = b.matches(ctx, result)
	}
	return b.kept, err
}

type restorer struct {
	store register.Store
	scope register.Scope
	kept  int64
}

// errThere ends a transaction whose entries are in the book already.
var errThere = errors.New("已经恢复")

// keep appends a batch, or what of it is not there yet.
func (b *restorer) keep(ctx context.Context, entries []register.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	key := register.Key{Scope: b.scope, Ref: entries[0].Ref, Counters: counters(entries)}
	kept, err := b.store.Append(ctx, key, func(p register.Prior) ([]register.Entry, error) {
		return missing(p.Head, entries)
	})
	if errors.Is(err, errThere) {
		return nil
	}
	b.kept += int64(len(kept))
	return err
}

// missing returns the entries that follow on the head, errThere if there are none.
func missing(head register.Head, entries []register.Entry) ([]register.Entry, error) {
	if head.Seq+1 < entries[0].Seq {
		return nil, fmt.Errorf("archive: %w", register.ErrChain)
	}
	at := int(head.Seq + 1 - entries[0].Seq)
	if at > 0 && at <= len(entries) && entries[at-1].Sum != head.Sum {
		return nil, fmt.Errorf("archive: %w：登记簿不是空的", register.ErrExists)
	}
	if at >= len(entries) {
		return nil, errThere
	}
	return entries[at:], nil
}

// matches reports whether the book now is the archive's and no more.
func (b *restorer) matches(ctx context.Context, r *audit.Result) error {
	if r.Entries == 0 {
		return nil
	}
	head, err := headOf(ctx, b.store, b.scope)
	if err == nil && (head.Seq != r.Entries || head.Sum != r.Head) {
		err = fmt.Errorf("archive: %w：登记簿有存档之外的条目", register.ErrExists)
	}
	return err
}

// counters lists the counters that the numbers of entries were drawn from, each once, in order.
func counters(entries []register.Entry) []register.Counter {
	var list []register.Counter
	for i := range entries {
		for _, n := range entries[i].Numbers {
			if c := (register.Counter{Series: n.Series, Year: n.Year}); !slices.Contains(list, c) {
				list = append(list, c)
			}
		}
	}
	return list
}
