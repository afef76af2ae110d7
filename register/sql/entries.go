package sql

import (
	"context"
	dbsql "database/sql"
	"iter"
	"slices"

	"github.com/fazhi-go/fazhi/register"
)

// Entries is that of register.Store. It yields what was there when it began, page by page, so that the loop may take its
// time and may write. An entry that cannot be read comes as an error that is register.ErrLine, with its organ and sequence
// number; the loop may go on after it.
func (s *Store) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		if err := s.usable(ctx, q.Scope.Organ); err != nil {
			yield(register.Entry{}, err)
			return
		}
		p := pages{store: s, query: q, at: span{after: q.After, upto: q.Upto}, limit: firstPage}
		for !p.last {
			if err := p.next(ctx); err != nil {
				yield(register.Entry{}, s.readFailed(ctx, err))
				return
			}
			for i := range p.items {
				if ctx.Err() != nil {
					yield(register.Entry{}, ctx.Err())
					return
				}
				if !yield(p.items[i].entry, p.items[i].err) {
					return
				}
			}
		}
	}
}

// pages reads entries page by page, by the key.
type pages struct {
	store *Store
	query register.Query
	at    span
	limit int

	items []item
	last  bool
}

// An item is an entry, or what is wrong with it.
type item struct {
	entry register.Entry
	err   error
}

// seq is where the item stands.
func (i *item) seq() int64 { return i.entry.Seq }

// next reads the next page.
func (p *pages) next(ctx context.Context) error {
	return p.store.read(ctx, p.query.Scope.Organ, p.query.Scope.Role, func(q querier) error {
		before := p.at
		if err := p.load(ctx, q); err != nil {
			return err
		}
		if err := p.addMoved(ctx, q, before); err != nil {
			return err
		}
		if !p.query.Secrets || len(p.items) == 0 {
			return nil
		}
		return p.secrets(ctx, q)
	})
}

func (p *pages) load(ctx context.Context, q querier) error {
	r, err := p.rows(ctx, q, selectEntries(&p.query, p.at, p.limit))
	if err != nil {
		return err
	}
	p.items, p.last = r.items, !r.full
	if r.read > 0 {
		p.at.after, p.at.bound = r.last, r.bound
	}
	p.limit = min(2*p.limit, lastPage)
	return nil
}

// cut leaves off the page what stands at an entry or after it.
func (p *pages) cut(seq int64) {
	p.items = slices.DeleteFunc(p.items, func(i item) bool { return i.seq() >= seq })
	p.at.after, p.last = seq-1, false
}

// A reading is what some rows say.
type reading struct {
	items []item
	read  int   // rows
	last  int64 // the last row
	bound int64 // where the book ended
	full  bool  // there may be more
}

// rows reads until there is nothing more, or no room for it.
func (p *pages) rows(ctx context.Context, q querier, page selection) (reading, error) {
	r := reading{bound: p.at.bound}
	rows, err := q.QueryContext(ctx, p.store.dialect.number(page.text()), page.args...)
	if err != nil {
		return r, err
	}
	defer rows.Close()
	bytes := 0
	for bytes < maxPageBytes && rows.Next() {
		n, err := p.scan(rows, &r)
		if err != nil {
			return r, unreadable(err)
		}
		r.read++
		bytes += n
	}
	r.full = r.read == page.limit || bytes >= maxPageBytes
	return r, rows.Err()
}

// scan takes one row and returns its length.
func (p *pages) scan(rows *dbsql.Rows, r *reading) (int, error) {
	var sum string
	var line []byte
	var end dbsql.NullInt64
	if err := rows.Scan(&r.last, &sum, &line, &end); err != nil {
		return 0, err
	}
	if r.bound == 0 {
		r.bound = end.Int64
	}
	e, err := readEntry(p.query.Scope.Organ, r.last, sum, line)
	if err != nil || p.query.Matches(&e) {
		r.items = append(r.items, item{entry: e, err: err})
	}
	return len(line), nil
}
