package sqlite

import (
	"context"
	dbsql "database/sql"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// A probe asks the system. Tests answer for it.
type probe struct {
	network func(dir string) (string, error) // the name of the network file system, empty if it is local
	version func(context.Context, *dbsql.DB) (string, error)

	writable func(path string) error // nil if this process may write there
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

// isReadOnly reports whether an error is that of a place where nothing can be written.
func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
