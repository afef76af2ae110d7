package sql

import (
	"context"
	dbsql "database/sql"
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi/register"
)

// headsPage is how many heads are read at once.
const headsPage = 500

// Heads is that of register.Store. A book whose end cannot be read comes as its organ with an error that is
// register.ErrLine; the loop may go on after it.
func (s *Store) Heads(ctx context.Context, scope register.Scope) iter.Seq2[register.Head, error] {
	return func(yield func(register.Head, error) bool) {
		if scope.Organ == "" {
			yield(register.Head{}, fmt.Errorf("register/sql: %w", register.ErrScope))
			return
		}
		after := ""
		for {
			if err := s.alive(ctx); err != nil {
				yield(register.Head{}, err)
				return
			}
			heads, err := s.heads(ctx, scope, after)
			if err != nil {
				yield(register.Head{}, s.readFailed(ctx, err))
				return
			}
			for _, h := range heads {
				if after = h.head.Organ; !yield(h.head, h.err) {
					return
				}
			}
			if len(heads) < headsPage {
				return
			}
		}
	}
}

// heads reads a page. Books without an entry do not count.
func (s *Store) heads(ctx context.Context, scope register.Scope, after string) (heads []book, err error) {
	page := selection{from: "SELECT organ, seq, head, at_ms FROM fz_book", order: "organ", limit: headsPage}
	page.add("seq > ?", int64(0))
	if scope.Organ != register.AllOrgans {
		page.add("organ = ?", scope.Organ)
	}
	if after != "" {
		page.add("organ > ?", after)
	}
	err = s.read(ctx, scope.Organ, scope.Role, func(q querier) error {
		return s.ask(ctx, q, page.text(), page.args, func(rows *dbsql.Rows) error {
			h, err := scanHead(rows)
			heads = append(heads, h)
			return err
		})
	})
	return heads, err
}
