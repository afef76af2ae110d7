package sql

import (
	"context"
	dbsql "database/sql"
	"errors"

	"github.com/fazhi-go/fazhi/register"
)

// errFull ends a page.
var errFull = errors.New("一页已满")

// secrets reads the secrets of the page, as many as there is room for: the page ends before the entry whose secrets are too
// many. Those of its first entry are always read.
func (p *pages) secrets(ctx context.Context, q querier) error {
	places := make(map[int64]*register.Entry, len(p.items))
	var seqs []int64
	for i := range p.items {
		if p.items[i].err == nil {
			places[p.items[i].seq()] = &p.items[i].entry
			seqs = append(seqs, p.items[i].seq())
		}
	}
	bytes, of := 0, int64(0)
	err := lookup(seqs, maxRows, func(part []int64) error {
		return p.secretsOf(ctx, q, part, func(secret register.Secret) error {
			if of != 0 && secret.Seq != of && bytes >= maxPageBytes {
				p.cut(secret.Seq)
				return own(errFull)
			}
			of = secret.Seq
			bytes += len(secret.Box)
			if e := places[of]; e != nil {
				e.Secrets = append(e.Secrets, secret)
			}
			return nil
		})
	})
	if errors.Is(err, errFull) {
		return nil
	}
	return err
}

// secretsOf calls fn with the secrets of entries, by entry and path.
func (p *pages) secretsOf(ctx context.Context, q querier, seqs []int64, fn func(register.Secret) error) error {
	args := append([]any{p.query.Scope.Organ}, anys(seqs)...)
	rows, err := q.QueryContext(ctx, p.store.dialect.text(ofEntries, len(seqs)), args...)
	if err != nil {
		return err
	}
	return each(rows, func(rows *dbsql.Rows) error {
		secret, err := scanSecret(rows, p.query.Scope.Organ)
		if err != nil {
			return err
		}
		return fn(secret)
	})
}
