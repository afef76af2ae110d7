package bench

import (
	"context"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/mysql"
	"github.com/fazhi-go/fazhi/register/postgres"
	store "github.com/fazhi-go/fazhi/register/sql"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// An engine is a database that both sides work on, through the same driver.
type engine struct {
	name    string
	address func(testing.TB) string // where a test has its data; skips if there is no server

	// For the plain program.
	driver   string
	settings string // put behind the address
	begin    string
	lock     string // ends a SELECT that locks
	table    string // ends the definition of a table
	numbered bool   // parameters are $1, $2 …
	server   bool   // several connections may write

	open func(ctx context.Context, address string) (closingStore, error)
}

type closingStore interface {
	register.Store
	io.Closer
}

func engines() []engine {
	migrate := store.Options{Migrate: true}
	return []engine{
		{
			name: "sqlite", driver: "sqlite", begin: "BEGIN IMMEDIATE",
			address:  func(tb testing.TB) string { return filepath.Join(tb.TempDir(), "book.db") },
			settings: ".plain?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)",
			open: func(ctx context.Context, a string) (closingStore, error) {
				return sqlite.Open(ctx, a, sqlite.Options{})
			},
		},
		{
			name: "postgres", driver: "pgx", begin: "BEGIN", lock: " FOR UPDATE", numbered: true, server: true,
			address: named("FAZHI_POSTGRES"),
			open: func(ctx context.Context, a string) (closingStore, error) {
				return postgres.Open(ctx, a, postgres.Options{Options: migrate})
			},
		},
		{
			name: "mysql", driver: "mysql", begin: "START TRANSACTION", lock: " FOR UPDATE", server: true,
			table:   " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
			address: named("FAZHI_MYSQL"),
			open: func(ctx context.Context, a string) (closingStore, error) {
				return mysql.Open(ctx, a, mysql.Options{Options: migrate})
			},
		},
	}
}

func named(variable string) func(testing.TB) string {
	return func(tb testing.TB) string {
		address := os.Getenv(variable)
		if address == "" {
			tb.Skip(variable + " is not set")
		}
		return address
	}
}

// db opens the database for the plain program.
func (e *engine) db(tb testing.TB, address string) *sql.DB {
	db, err := sql.Open(e.driver, address+e.settings)
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxIdleConns(plainConnections + 2)
	tb.Cleanup(func() { _ = db.Close() })
	return db
}

// text writes a statement of so many rows: what stands in braces is repeated for each.
func (e *engine) text(statement string, rows int) string {
	before, group, found := strings.Cut(statement, "{")
	if found {
		statement = before + strings.TrimSuffix(strings.Repeat(strings.TrimSuffix(group, "}")+", ", rows), ", ")
	}
	statement = strings.ReplaceAll(statement, " LOCK", e.lock)
	if !e.numbered {
		return statement
	}
	parts := strings.Split(statement, "?")
	for i := range parts[1:] {
		parts[i] += "$" + strconv.Itoa(i+1)
	}
	return strings.Join(parts, "")
}
