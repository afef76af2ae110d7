package postgres

import (
	"context"
	dbsql "database/sql"
	"errors"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

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

// Open opens the database at an address: a URL or key=value pairs, as libpq has them.
func Open(ctx context.Context, dsn string, o Options) (*Store, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, fmt.Errorf("register/postgres: 数据库地址有误：%w", err)
	}
	db := stdlib.OpenDB(*config)
	most := o.MaxConnections
	if most <= 0 {
		most = defaultConnections
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	store, err := sql.Open(ctx, db, sql.PostgreSQL(), o.Options)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{Store: store, db: db}, nil
}

// Close ends the store and its connections.
func (s *Store) Close() error {
	var err error
	s.close.Do(func() { err = errors.Join(s.Store.Close(), s.db.Close()) })
	return err
}
