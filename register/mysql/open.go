package mysql

import (
	"context"
	dbsql "database/sql"
	"errors"
	"fmt"
	"sync"

	driver "github.com/go-sql-driver/mysql"

	"github.com/fazhi-go/fazhi/register/sql"
)

// Options are those of sql.Open, and how many connections there may be. The zero value expects tables that are up to date.
type Options struct {
	sql.Options

	// MaxConnections bounds the connections to the server; zero: 20.
	MaxConnections int
}

const defaultConnections = 20

// A Store is a store in one database.
type Store struct {
	*sql.Store
	db    *dbsql.DB
	close sync.Once
}

// Open opens the database at an address: user:password@tcp(host:port)/database.
func Open(ctx context.Context, dsn string, o Options) (*Store, error) {
	config, err := driver.ParseDSN(dsn)
	if err != nil {
		return nil, fmt.Errorf("register/mysql: 数据库地址有误：%w", err)
	}
	adapt(config)
	connector, err := driver.NewConnector(config)
	if err != nil {
		return nil, fmt.Errorf("register/mysql: 数据库地址有误：%w", err)
	}
	db := dbsql.OpenDB(connector)
	most := o.MaxConnections
	if most <= 0 {
		most = defaultConnections
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	store, err := sql.Open(ctx, db, Dialect(), o.Options)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{Store: store, db: db}, nil
}

// adapt sets what the store relies on: a query with parameters takes one round trip, text is UTF-8, and a text that does
// not fit is an error.
func adapt(c *driver.Config) {
	c.InterpolateParams = true
	c.Collation = "utf8mb4_bin"
	if c.Params == nil {
		c.Params = make(map[string]string)
	}
	c.Params["sql_mode"] = "'TRADITIONAL'"
}

// Close ends the store and its connections.
func (s *Store) Close() error {
	var err error
	s.close.Do(func() { err = errors.Join(s.Store.Close(), s.db.Close()) })
	return err
}
