package crashtest

import (
	"context"
	dbsql "database/sql"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/mysql"
	"github.com/fazhi-go/fazhi/register/postgres"
	"github.com/fazhi-go/fazhi/register/sql"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// A place is where books are kept.
type place struct {
	Engine string // sqlite, postgres, mysql
	At     string // the file or the address
}

// A keeper is a store of any engine.
type keeper interface {
	register.Store
	register.Cursors
	Close() error
}

// open opens the store, and makes its tables.
func (p place) open(ctx context.Context) (keeper, error) {
	o := sql.Options{Migrate: true, Now: time.Now}
	switch p.Engine {
	case "sqlite":
		return sqlite.Open(ctx, p.At, sqlite.Options{Now: o.Now})
	case "postgres":
		return postgres.Open(ctx, p.At, postgres.Options{Options: o})
	case "mysql":
		return mysql.Open(ctx, p.At, mysql.Options{Options: o})
	}
	return nil, fmt.Errorf("no engine %q", p.Engine)
}

// raw opens the database behind the store's back.
func (p place) raw() (*dbsql.DB, error) {
	driver := p.Engine
	if driver == "postgres" {
		driver = "pgx"
	}
	return dbsql.Open(driver, p.At)
}
