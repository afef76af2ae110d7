package sql_test

import (
	"context"
	dbsql "database/sql"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/mysql"
	"github.com/fazhi-go/fazhi/register/sql"
	"github.com/fazhi-go/fazhi/register/sqlite"
	_ "github.com/jackc/pgx/v5/stdlib"
)

// An engine is one that the tests run on. Servers are named by environment variables; each test has books of its own.
type engine struct {
	name    string
	dialect sql.Dialect
	db      func(t testing.TB) *dbsql.DB // the same data each time within a test
}

// engines are all; those that are not there skip.
func engines(t testing.TB) []engine {
	folder := t.TempDir()
	return []engine{
		{name: "sqlite", dialect: sqlite.Dialect(), db: func(t testing.TB) *dbsql.DB {
			dsn := "file:" + filepath.Join(folder, "book.db") +
				"?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"
			return open(t, "sqlite", dsn)
		}},
		{name: "postgres", dialect: sql.PostgreSQL(), db: func(t testing.TB) *dbsql.DB {
			return open(t, "pgx", address(t, "FAZHI_POSTGRES"))
		}},
		{name: "mysql", dialect: mysql.Dialect(), db: func(t testing.TB) *dbsql.DB {
			return open(t, "mysql", address(t, "FAZHI_MYSQL")+"?interpolateParams=true&collation=utf8mb4_bin")
		}},
	}
}

// address returns an engine's address, and skips when it is not set.
func address(t testing.TB, variable string) string {
	dsn := os.Getenv(variable)
	if dsn == "" {
		t.Skip(variable + " is not set")
	}
	return dsn
}

func open(t testing.TB, driver, dsn string) *dbsql.DB {
	db, err := dbsql.Open(driver, dsn)
	require.NoError(t, err)
	db.SetMaxOpenConns(32)
	db.SetMaxIdleConns(32)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

// store opens a store, which is closed with the test.
func (e *engine) store(t testing.TB, o sql.Options) *sql.Store {
	o.Migrate = true
	s, err := sql.Open(context.Background(), e.db(t), e.dialect, o)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}
