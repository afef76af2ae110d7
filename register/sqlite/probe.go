package sqlite

import (
	"context"
	dbsql "database/sql"
	"fmt"

	lib "modernc.org/sqlite/lib"
)

// A probe asks the system. Tests answer for it.
type probe struct {
	network func(dir string) (string, error) // the name of the network file system, empty if it is local
	version func(context.Context, *dbsql.DB) (string, error)

	writable func(path string) error // nil if this process may write there
	frozen   func(dir string) bool   // the whole file system is mounted read-only: nobody can write there
}

// orReal fills in what the test has not set.
func (p probe) orReal() probe {
	if p.network == nil {
		p.network = network
	}
	if p.version == nil {
		p.version = version
	}
	if p.writable == nil {
		p.writable = writable
	}
	if p.frozen == nil {
		p.frozen = frozen
	}
	return p
}

func version(ctx context.Context, db *dbsql.DB) (v string, err error) {
	err = db.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&v)
	return v, err
}

// first makes the first connection, and with it the file, and refuses engines in which two connections may corrupt a file in
// WAL mode.
func (o *Options) first(ctx context.Context, db *dbsql.DB) error {
	err := db.PingContext(ctx)
	v := ""
	if err == nil {
		v, err = o.probe.orReal().version(ctx, db)
	}
	if err == nil && o.ReadOnly {
		_, err = db.ExecContext(ctx, "PRAGMA schema_version") // the first look into the file
	}
	if c := code(err); o.ReadOnly && (c == lib.SQLITE_CANTOPEN || c == lib.SQLITE_READONLY) {
		return fmt.Errorf("register/sqlite: %w：%w", ErrShared, err)
	}
	if err != nil {
		if words := explain(err); words != "" {
			err = fmt.Errorf("%s：%w", words, err)
		}
		return fmt.Errorf("register/sqlite: 不能打开数据库文件：%w", err)
	}
	if isOld(v) {
		return fmt.Errorf("register/sqlite: %w：是 %s，至少要 3.51.3", ErrVersion, v)
	}
	return nil
}

// isOld reports whether a version is lower than 3.51.3, or cannot be read.
func isOld(v string) bool {
	var major, minor, patch int
	if n, _ := fmt.Sscanf(v, "%d.%d.%d", &major, &minor, &patch); n < 2 {
		return true
	}
	return major*1_000_000+minor*1_000+patch < 3_051_003
}
