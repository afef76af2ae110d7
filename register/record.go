package register

import (
	"context"
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi"
)

// A Record is a document as the book has it: where it stands, its content and its numbers.
type Record struct {
	Ref     fazhi.Ref
	Last    Entry      // the last entry that is not a refusal
	Numbers []Numbered // those of a void document too
	Lapsed  []Numbered // those of reservations that were given up or ran out: they are not the document's
	Doc     []byte     // canonical JSON, with commitments in place of personal data
	With    []string
}

// Get returns a document, ErrNotFound if the organ's book does not have it.
func (b *Book) Get(ctx context.Context, s Scope, ref fazhi.Ref) (Record, error) {
	r := Record{Ref: ref}
	for e, err := range b.Trail(ctx, s, ref) {
		if err != nil {
			return Record{}, err
		}
		r.add(e)
	}
	if r.Last.Seq == 0 {
		return Record{}, fmt.Errorf("register: %w", ErrNotFound)
	}
	return r, nil
}

func (r *Record) add(e Entry) {
	if e.Act == Refused {
		return
	}
	r.Last = e
	r.Numbers = append(r.Numbers, e.Numbers...)
	if e.Act == Expired {
		r.Lapsed, r.Numbers = append(r.Lapsed, r.Numbers...), nil
	}
	if len(e.Doc) > 0 {
		r.Doc = e.Doc
	}
	if len(e.With) > 0 {
		r.With = e.With
	}
}

// Trail yields a document's entries in their order, refusals among them.
func (b *Book) Trail(ctx context.Context, s Scope, ref fazhi.Ref) iter.Seq2[Entry, error] {
	return b.store.Entries(ctx, Query{Scope: s, Ref: ref})
}

// Find yields the entries that a query asks for, in their order.
func (b *Book) Find(ctx context.Context, q Query) iter.Seq2[Entry, error] {
	return b.store.Entries(ctx, q)
}

// Overdue yields the last entries of the documents that have a clock which ended before a day (逾期). Reservations are not
// among them: see Expire.
func (b *Book) Overdue(ctx context.Context, s Scope, day fazhi.Date) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range b.store.Entries(ctx, Query{Scope: s, DueBefore: day}) {
			if e.Act != Reserved && !yield(e, err) {
				return
			}
		}
	}
}

// first returns the first entry, nil if there is none.
func first(entries iter.Seq2[Entry, error]) (*Entry, error) {
	for e, err := range entries {
		if err != nil {
			return nil, err
		}
		return &e, nil
	}
	return nil, nil
}
