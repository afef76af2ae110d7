package sql

import (
	"context"
	dbsql "database/sql"
	"iter"

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

// next reads the next page.
func (p *pages) next(ctx context.Context) error {
	p.items = p.items[:0]
	return p.store.read(ctx, p.query.Scope.Organ, p.query.Scope.Role, func(q querier) error {
		if err := p.load(ctx, q); err != nil {
			return err
		}
		if !p.query.Secrets || len(p.items) == 0 {
			return nil
		}
		return p.secrets(ctx, q)
	})
}

func (p *pages) load(ctx context.Context, q querier) error {
	page := selectEntries(&p.query, p.at, p.limit)
	read, bytes := 0, 0
	bound := p.at.bound
	rows, err := q.QueryContext(ctx, p.store.dialect.number(page.text()), page.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for bytes < maxPageBytes && rows.Next() {
		n, err := p.scan(rows, &bound)
		if err != nil {
			return unreadable(err)
		}
		read++
		bytes += n
	}
	p.at.bound = bound
	p.last = read < p.limit && bytes < maxPageBytes
	p.limit = min(2*p.limit, lastPage)
	return rows.Err()
}

// scan takes one row and returns its length.
func (p *pages) scan(rows *dbsql.Rows, bound *int64) (int, error) {
	var seq int64
	var sum string
	var line []byte
	var end dbsql.NullInt64
	if err := rows.Scan(&seq, &sum, &line, &end); err != nil {
		return 0, err
	}
	if *bound == 0 {
		*bound = end.Int64
	}
	p.at.after = seq
	e, err := readEntry(p.query.Scope.Organ, seq, sum, line)
	if err != nil || p.query.Matches(&e) {
		p.items = append(p.items, item{entry: e, err: err})
	}
	return len(line), nil
}

// secrets reads the secrets of the page.
func (p *pages) secrets(ctx context.Context, q querier) error {
	places := make(map[int64]*register.Entry, len(p.items))
	var seqs []int64
	for i := range p.items {
		if p.items[i].err == nil {
			e := &p.items[i].entry
			places[e.Seq] = e
			seqs = append(seqs, e.Seq)
		}
	}
	return lookup(seqs, maxRows, func(part []int64) error {
		args := append([]any{p.query.Scope.Organ}, anys(part)...)
		rows, err := q.QueryContext(ctx, p.store.dialect.text(ofEntries, len(part)), args...)
		if err != nil {
			return err
		}
		return each(rows, func(rows *dbsql.Rows) error {
			secret, err := scanSecret(rows, p.query.Scope.Organ)
			if err != nil {
				return err
			}
			if e := places[secret.Seq]; e != nil {
				e.Secrets = append(e.Secrets, secret)
			}
			return nil
		})
	})
}
