package sql

import (
	"context"
	dbsql "database/sql"
)

// read runs fn on a connection. Under row security it is in a transaction that has named its organ.
func (s *Store) read(ctx context.Context, organ, role string, fn func(querier) error) error {
	if !s.options.RowSecurity {
		return fn(s.db)
	}
	tx, err := s.db.BeginTx(ctx, &dbsql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := s.enter(ctx, tx, organ, role); err != nil {
		return err
	}
	return fn(tx)
}

// enter names the organ of a transaction, where the engine wants to know.
func (s *Store) enter(ctx context.Context, tx *dbsql.Tx, organ, role string) error {
	if !s.options.RowSecurity {
		return nil
	}
	return s.ask(ctx, tx, s.dialect.Enter, []any{organ, role}, func(*dbsql.Rows) error { return nil })
}

// ask runs a query and calls scan for each row.
func (s *Store) ask(ctx context.Context, q querier, query string, args []any, scan func(*dbsql.Rows) error) error {
	rows, err := q.QueryContext(ctx, s.dialect.number(query), args...)
	if err != nil {
		return err
	}
	return each(rows, scan)
}

// readFailed gives an error of reading its final form.
func (s *Store) readFailed(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return failed(s.dialect.explain(err))
}
