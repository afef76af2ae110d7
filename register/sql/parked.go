package sql

import (
	"context"
	dbsql "database/sql"
	"iter"

	"github.com/fazhi-go/fazhi/register"
)

// parkedPage is how many parked documents are read at once.
const parkedPage = 500

// Parked is that of register.Cursors.
func (s *Store) Parked(ctx context.Context, of register.Subscription) iter.Seq2[register.Parked, error] {
	return func(yield func(register.Parked, error) bool) {
		var after *register.Parked
		for {
			if err := s.usable(ctx, of.Organ); err != nil {
				yield(register.Parked{}, err)
				return
			}
			page, err := s.parked(ctx, of, after)
			if err != nil {
				yield(register.Parked{}, s.readFailed(ctx, err))
				return
			}
			for i := range page {
				if after = &page[i]; !yield(page[i], nil) {
					return
				}
			}
			if len(page) < parkedPage {
				return
			}
		}
	}
}

// parked reads a page.
func (s *Store) parked(ctx context.Context, of register.Subscription, after *register.Parked) (out []register.Parked, err error) {
	page := selection{from: "SELECT doc, from_seq, attempts, next_ms FROM fz_parked", order: "next_ms, doc", limit: parkedPage}
	page.add("subscriber = ?", of.Subscriber)
	page.add("organ = ?", of.Organ)
	if after != nil {
		next := millis(after.Next)
		page.add("(next_ms > ? OR (next_ms = ? AND doc > ?))", next, next, docOf(after.Ref))
	}
	err = s.read(ctx, of.Organ, "", func(q querier) error {
		return s.ask(ctx, q, page.text(), page.args, func(rows *dbsql.Rows) error {
			var p register.Parked
			var doc string
			var next int64
			err := rows.Scan(&doc, &p.From, &p.Attempts, &next)
			p.Ref, p.Next = refOf(doc), fromMillis(next)
			out = append(out, p)
			return err
		})
	})
	return out, err
}
