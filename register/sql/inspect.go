package sql

import (
	"context"
	dbsql "database/sql"
	"iter"

	"github.com/fazhi-go/fazhi/register"
)

var _ register.Inspector = (*Store)(nil)

// Inspect is that of register.Inspector. It reads the whole book page by page, and the other tables in one transaction at
// the end, so that entries which are kept meanwhile are no discrepancy.
func (s *Store) Inspect(ctx context.Context, scope register.Scope) iter.Seq2[register.Discrepancy, error] {
	return func(yield func(register.Discrepancy, error) bool) {
		if err := s.usable(ctx, scope.Organ); err != nil {
			yield(register.Discrepancy{}, err)
			return
		}
		i := inspection{store: s, scope: scope, serials: make(map[register.Counter]int)}
		for !i.done {
			if err := i.next(ctx); err != nil {
				yield(register.Discrepancy{}, s.readFailed(ctx, err))
				return
			}
			for _, d := range i.found {
				if !yield(d, nil) {
					return
				}
			}
			i.found = i.found[:0]
		}
	}
}

// An inspection is what has been seen of a book so far.
type inspection struct {
	store *Store
	scope register.Scope

	begun   bool                     // a row was read, whatever is in it
	at      int64                    // its place
	last    register.Head            // the last entry that was read
	numbers int                      // that entries gave
	serials map[register.Counter]int // the last of each counter
	bad     int                      // entries that cannot be read
	found   []register.Discrepancy
	done    bool
}

// say notes a discrepancy.
func (i *inspection) say(seq int64, message string) {
	i.found = append(i.found, register.Discrepancy{Seq: seq, Message: message})
}

// sayCounter notes that a counter differs.
func (i *inspection) sayCounter(message string) {
	i.found = append(i.found, register.Discrepancy{Counter: true, Message: message})
}

// next looks at a page of entries, and at the rest of the tables when there is no further one.
func (i *inspection) next(ctx context.Context) error {
	full := false
	err := i.store.read(ctx, i.scope.Organ, i.scope.Role, func(q querier) (err error) {
		full, err = i.page(ctx, q)
		return err
	})
	if err != nil || full {
		return err
	}
	i.done = true
	return i.store.snapshot(ctx, i.scope, func(q querier) error {
		for full := true; full; {
			var err error
			if full, err = i.page(ctx, q); err != nil {
				return err
			}
		}
		return i.tables(ctx, q)
	})
}

// snapshot runs fn in a transaction in which nothing moves.
func (s *Store) snapshot(ctx context.Context, scope register.Scope, fn func(querier) error) error {
	o := dbsql.TxOptions{ReadOnly: true, Isolation: dbsql.LevelRepeatableRead}
	if s.dialect.OneWriter {
		o = dbsql.TxOptions{} // what reads sees no writer anyway
	}
	tx, err := s.db.BeginTx(ctx, &o)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := s.enter(ctx, tx, scope.Organ, scope.Role); err != nil {
		return err
	}
	return fn(tx)
}
