package crash

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

// A Place is where books are kept.
type Place struct {
	Engine string // sqlite, postgres, mysql
	At     string // the file or the address
}

// A Keeper is a store of any engine.
type Keeper interface {
	register.Store
	register.Cursors
	Close() error
}

// Open opens the store, and makes its tables.
func (p Place) Open(ctx context.Context) (Keeper, error) {
	o := sql.Options{Migrate: true, Now: time.Now}
	switch p.Engine {
	case "sqlite":
		return sqlite.Open(ctx, p.At, sqlite.Options{Now: o.Now})
	case "postgres":
		return postgres.Open(ctx, p.At, postgres.Options{Options: o})
	case "mysql":
		return mysql.Open(ctx, p.At, mysql.Options{Options: o})
	}
	return nil, fmt.Errorf("crash: no engine %q", p.Engine)
}

// Raw opens the database behind the store's back.
func (p Place) Raw() (*dbsql.DB, error) {
	driver := p.Engine
	if driver == "postgres" {
		driver = "pgx"
	}
	return dbsql.Open(driver, p.At)
}
