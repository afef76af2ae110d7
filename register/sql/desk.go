package sql

import (
	"context"
	dbsql "database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"time"
)

// A desk is a connection that writes, with the statements prepared on it. One goroutine has it.
type desk struct {
	store *Store
	conn  *dbsql.Conn // nil: there is none yet, or it was broken
	ready map[prepared]*dbsql.Stmt
}

// prepared names a statement for a number of rows.
type prepared struct {
	statement string
	rows      int
}

// open sees to it that there is a connection, and that it keeps what is committed.
func (d *desk) open(ctx context.Context) error {
	if d.conn != nil {
		return nil
	}
	conn, err := d.store.db.Conn(ctx)
	if err != nil {
		return err
	}
	d.conn, d.ready = conn, make(map[prepared]*dbsql.Stmt)
	for _, statement := range d.store.dialect.Session {
		if err == nil {
			_, err = conn.ExecContext(ctx, statement)
		}
	}
	if err == nil && !d.store.options.WeakDurability {
		err = checkDurable(ctx, conn, d.store.dialect.Durable)
	}
	if err != nil {
		d.drop()
	}
	return err
}

// checkDurable asks for the settings that must be right.
func checkDurable(ctx context.Context, conn *dbsql.Conn, settings []Setting) error {
	for _, s := range settings {
		var got string
		if err := conn.QueryRowContext(ctx, s.Query).Scan(&got); err != nil {
			return fmt.Errorf("register/sql: 不能读取设置 %s：%w", s.Name, err)
		}
		if !slices.Contains(s.Want, got) {
			return fmt.Errorf("register/sql: %w：%s 是 %s，应当是 %s", ErrWeak, s.Name, got, s.Want[0])
		}
	}
	return nil
}

// drop closes the connection for good: nobody knows in which state it is.
func (d *desk) drop() {
	if d.conn == nil {
		return
	}
	for _, stmt := range d.ready {
		_ = stmt.Close() // the pool does not know them, and SQLite keeps the file open for them
	}
	_ = d.conn.Raw(func(any) error { return driver.ErrBadConn })
	_ = d.conn.Close()
	d.conn, d.ready = nil, nil
}

// atOnce tells an engine that did not wait for another process, as SQLite does not while a file becomes one with a log, from
// one that has waited as long as it was told to.
const atOnce = 20 * time.Millisecond

// transact runs a transaction. fn says whether there is something to commit. The error is a *failure, or that of fn.
func (d *desk) transact(ctx context.Context, fn func(context.Context) (bool, error)) error {
	if err := d.open(ctx); err != nil {
		return &failure{err: d.explain(err), unbegun: true, again: !errors.Is(err, ErrWeak)}
	}
	begun := time.Now()
	if _, err := d.conn.ExecContext(ctx, d.store.dialect.Begin); err != nil {
		if d.store.dialect.retry(err) {
			return &failure{err: d.explain(err), unbegun: true, again: time.Since(begun) < atOnce}
		}
		d.drop()
		return &failure{err: d.explain(err), unbegun: true, again: true}
	}
	wrote, err := fn(ctx)
	if err != nil {
		return d.undo(ctx, err)
	}
	if !wrote {
		return d.rollback(ctx)
	}
	if err := d.there(); err != nil {
		return d.undo(ctx, own(err))
	}
	if _, err := d.conn.ExecContext(ctx, "COMMIT"); err != nil {
		return d.lost(ctx, err)
	}
	return nil
}

// there asks whether the database is still the one that was opened.
func (d *desk) there() error {
	if d.store.options.There == nil {
		return nil
	}
	return d.store.options.There()
}

// rollback ends a transaction that has nothing to commit.
func (d *desk) rollback(ctx context.Context) error {
	if _, err := d.conn.ExecContext(ctx, "ROLLBACK"); err != nil {
		d.drop()
	}
	return nil
}

// undo takes back what a transaction has done.
func (d *desk) undo(ctx context.Context, err error) error {
	_, broken := d.conn.ExecContext(ctx, "ROLLBACK")
	if broken != nil {
		d.drop()
	}
	var own *ownError
	if errors.As(err, &own) {
		return own.err
	}
	// SQLite takes a transaction back by itself when the disk is full, and then there is nothing left to roll back.
	again := broken != nil && !d.store.dialect.undone(err)
	quiet := d.explain(d.store.dialect.quiet(err))
	return &failure{err: quiet, again: again || errors.Is(err, errAgain) || d.store.dialect.retry(err)}
}

// lost deals with an error of COMMIT.
func (d *desk) lost(ctx context.Context, err error) error {
	if d.store.dialect.undone(err) {
		return d.undo(ctx, err)
	}
	d.drop()
	return &failure{err: d.explain(err), unknown: true}
}

func (d *desk) explain(err error) error { return d.store.dialect.explain(err) }

// An ownError is one of this package's, not of the database.
type ownError struct{ err error }

func (e *ownError) Error() string { return e.err.Error() }
func (e *ownError) Unwrap() error { return e.err }

// own marks an error with which fn ends a transaction.
func own(err error) error { return &ownError{err: err} }

// prepare returns a statement for n rows.
func (d *desk) prepare(ctx context.Context, statement string, n int) (*dbsql.Stmt, error) {
	key := prepared{statement: statement, rows: n}
	if stmt := d.ready[key]; stmt != nil {
		return stmt, nil
	}
	stmt, err := d.conn.PrepareContext(ctx, d.store.dialect.text(statement, n))
	if err != nil {
		return nil, err
	}
	d.ready[key] = stmt
	return stmt, nil
}

// exec runs a statement for n rows.
func (d *desk) exec(ctx context.Context, statement string, n int, args ...any) error {
	_, err := d.run(ctx, statement, n, args)
	return err
}

// move runs an UPDATE for n rows, of which it must change so many: else a row is not there, or there twice.
func (d *desk) move(ctx context.Context, statement string, n, want int, args ...any) error {
	result, err := d.run(ctx, statement, n, args)
	if err != nil {
		return err
	}
	if got, err := result.RowsAffected(); err != nil || got != int64(want) {
		return fmt.Errorf("应当改动 %d 行，改动了 %d 行：%w", want, got, errRows)
	}
	return nil
}

func (d *desk) run(ctx context.Context, statement string, n int, args []any) (dbsql.Result, error) {
	stmt, err := d.prepare(ctx, statement, n)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(ctx, args...)
}

// query runs a statement for n rows and calls scan for each row of the answer.
func (d *desk) query(ctx context.Context, statement string, n int, scan func(*dbsql.Rows) error, args ...any) error {
	stmt, err := d.prepare(ctx, statement, n)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	return each(rows, scan)
}

// each calls scan for each row.
func each(rows *dbsql.Rows, scan func(*dbsql.Rows) error) error {
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return unreadable(err)
		}
	}
	return rows.Err()
}

// enter tells the engine for which organs the transaction is.
func (d *desk) enter(ctx context.Context, organs, role string) error {
	if !d.store.options.RowSecurity {
		return nil
	}
	return d.query(ctx, d.store.dialect.Enter, 1, func(*dbsql.Rows) error { return nil }, organs, role)
}
