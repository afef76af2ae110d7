package sql

import (
	"cmp"
	"context"
	dbsql "database/sql"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/register"
)

// load reads what the jobs must know. The books are locked first, all in the same order, so that nobody else moves
// anything of these organs until the transaction ends.
func (b *batch) load(ctx context.Context) error {
	if err := b.enter(ctx); err != nil {
		return err
	}
	if err := b.lock(ctx); err != nil {
		return err
	}
	if err := b.loadCounters(ctx); err != nil {
		return err
	}
	if err := b.loadRequests(ctx); err != nil {
		return err
	}
	return b.loadLast(ctx)
}

// enter names the organs of the batch.
func (b *batch) enter(ctx context.Context) error {
	return b.desk.enter(ctx, strings.Join(b.organs, scopeSeparator), b.role())
}

// role is that of the callers, if they have the same.
func (b *batch) role() string {
	role := b.jobs[0].key.Scope.Role
	for _, j := range b.jobs {
		if j.key.Scope.Role != role {
			return ""
		}
	}
	return role
}

// lock locks the books. One that cannot be read is for its own jobs to complain of.
func (b *batch) lock(ctx context.Context) error {
	err := lookup(b.organs, maxRows, func(organs []string) error {
		return b.desk.query(ctx, lockBooks, len(organs), func(rows *dbsql.Rows) error {
			h, err := scanHead(rows)
			b.books[h.head.Organ] = &h
			return err
		}, anys(organs)...)
	})
	if err != nil {
		return err
	}
	if len(b.missing()) > 0 {
		return own(errNoBook)
	}
	return nil
}

// missing are the organs without a row.
func (b *batch) missing() []string {
	return slices.DeleteFunc(slices.Clone(b.organs), func(organ string) bool { return b.books[organ] != nil })
}

// addBooks makes rows for the organs that have none. It is a transaction of its own.
func (b *batch) addBooks(ctx context.Context) (bool, error) {
	if err := b.enter(ctx); err != nil {
		return false, err
	}
	var args []any
	for _, organ := range b.missing() {
		args = append(args, organ, int64(0), register.Sum{}.String(), int64(0))
	}
	return true, b.desk.insert(ctx, addBooks, bookColumns, args)
}

func (b *batch) loadCounters(ctx context.Context) error {
	keys := slices.SortedFunc(maps.Keys(b.counters), counter.compare)
	return lookup(keys, maxRows, func(keys []counter) error {
		var args []any
		for _, k := range keys {
			args = append(args, k.organ, k.Series, int64(k.Year))
		}
		return b.desk.query(ctx, findCounters, len(keys), func(rows *dbsql.Rows) error {
			var c counter
			var last int
			if err := rows.Scan(&c.organ, &c.Series, &c.Year, &last); err != nil {
				return err
			}
			b.counters[c] = &count{last: last}
			return nil
		}, args...)
	})
}

func (b *batch) loadRequests(ctx context.Context) error {
	err := b.desk.find(ctx, findRequests, joinRequests, sortedKeys(b.requests), func(p pair, k kept) {
		b.requests[p] = append(b.requests[p], k)
	})
	for _, stored := range b.requests {
		slices.SortFunc(stored, func(k, l kept) int { return cmp.Compare(k.seq, l.seq) })
	}
	return err
}

func (b *batch) loadLast(ctx context.Context) error {
	return b.desk.find(ctx, findLast, joinLast, sortedKeys(b.last), func(p pair, k kept) { b.last[p] = k })
}
