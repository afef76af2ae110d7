package sql

import (
	"context"
	dbsql "database/sql"
	"errors"
	"fmt"
)

// A querier is a database, a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*dbsql.Rows, error)
}

// migrate takes the steps that are missing. Several processes may do so at once.
func (s *Store) migrate(ctx context.Context, d *desk) error {
	if _, err := d.conn.ExecContext(ctx, versionTable(&s.dialect)); err != nil {
		// Another process may just have made it; if not, the first step says so.
		d.rest(0)
	}
	for {
		done := false
		err := d.insist(ctx, func(ctx context.Context) (bool, error) {
			var err error
			done, err = s.step(ctx, d)
			return !done, err
		})
		if err != nil || done {
			return err
		}
	}
}

// step takes the next step and notes it, if there is one.
func (s *Store) step(ctx context.Context, d *desk) (done bool, err error) {
	have, err := s.version(ctx, d.conn)
	if err != nil {
		return false, err
	}
	all := steps(&s.dialect)
	if have == len(all) {
		return true, nil
	}
	for _, statement := range all[have] {
		if _, err := d.conn.ExecContext(ctx, statement); err != nil {
			return false, s.raced(ctx, d, have, err)
		}
	}
	var at any
	if s.options.Now != nil {
		at = millis(s.options.Now())
	}
	note := s.dialect.number("INSERT INTO fz_schema (version, applied_ms, digest) VALUES (?, ?, ?)")
	if _, err := d.conn.ExecContext(ctx, note, have+1, at, digestOf(all[have])); err != nil {
		return false, s.raced(ctx, d, have, err)
	}
	return false, nil
}

// raced reports whether a step failed because another process has taken it meanwhile, which a look by another connection
// tells.
func (s *Store) raced(ctx context.Context, d *desk, had int, err error) error {
	if have, e := s.version(ctx, s.db); e == nil && have > had {
		return fmt.Errorf("%w：%w", errAgain, err)
	}
	return err
}

// checkSchema reports whether all steps were taken.
func (s *Store) checkSchema(ctx context.Context, q querier) error {
	have, err := s.version(ctx, q)
	if err != nil {
		return err
	}
	if want := len(steps(&s.dialect)); have < want {
		return fmt.Errorf("register/sql: %w：版本是 %d，应当是 %d；请用 Migrate 打开一次，或者执行 Schema 的语句", ErrSchema, have, want)
	}
	return nil
}

// version returns how many steps were taken. Steps that this program does not know, or knows otherwise, are ErrSchema.
func (s *Store) version(ctx context.Context, q querier) (int, error) {
	all := steps(&s.dialect)
	have := 0
	rows, err := q.QueryContext(ctx, "SELECT version, digest FROM fz_schema ORDER BY version")
	if err == nil {
		err = each(rows, func(rows *dbsql.Rows) error {
			var version int
			var digest string
			if err := rows.Scan(&version, &digest); err != nil {
				return err
			}
			have++
			switch {
			case version > len(all):
				return own(fmt.Errorf("register/sql: %w：版本 %d 比本程序的 %d 新", ErrSchema, version, len(all)))
			case version != have || digest != digestOf(all[version-1]):
				return own(fmt.Errorf("register/sql: %w：第 %d 步与本程序的不同", ErrSchema, version))
			}
			return nil
		})
	}
	if known := (*ownError)(nil); err != nil && !errors.As(err, &known) {
		err = fmt.Errorf("register/sql: %w：读不到版本：%w", ErrSchema, err)
	}
	return have, err
}
