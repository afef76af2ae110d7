package sql_test

import (
	dbsql "database/sql"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sql"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// file is a new SQLite file with these settings.
func file(t *testing.T, pragmas string) *dbsql.DB {
	return open(t, "sqlite", "file:"+filepath.Join(t.TempDir(), "book.db")+"?_pragma=busy_timeout(10000)"+pragmas)
}

const safe = "&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"

func TestWeakSettings(t *testing.T) {
	for _, pragmas := range []string{
		"&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)",
		"&_pragma=journal_mode(WAL)&_pragma=synchronous(OFF)",
		"&_pragma=journal_mode(DELETE)&_pragma=synchronous(FULL)",
	} {
		db := file(t, pragmas)
		_, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true})
		require.ErrorIs(t, err, sql.ErrWeak)
		s, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true, WeakDurability: true})
		require.NoError(t, err)
		require.NoError(t, s.Close())
	}
}

func TestSchemaVersions(t *testing.T) {
	db := file(t, safe)
	_, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{})
	require.ErrorIs(t, err, sql.ErrSchema)

	for range 2 {
		o := sql.Options{Migrate: true, Now: func() time.Time { return time.UnixMilli(1) }}
		s, err := sql.Open(t.Context(), db, sqlite.Dialect(), o)
		require.NoError(t, err)
		require.NoError(t, s.Close())
	}

	_, err = db.Exec("UPDATE fz_schema SET digest = 'x'")
	require.NoError(t, err)
	_, err = sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true})
	require.ErrorIs(t, err, sql.ErrSchema, "a step that was changed")

	_, err = db.Exec("DELETE FROM fz_schema")
	require.NoError(t, err)
	_, err = db.Exec("INSERT INTO fz_schema (version, digest) VALUES (99, 'x')")
	require.NoError(t, err)
	for _, migrate := range []bool{false, true} {
		_, err = sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: migrate})
		require.ErrorIs(t, err, sql.ErrSchema, "a newer database")
	}
}

// The tables may be made by hand.
func TestSchemaByHand(t *testing.T) {
	db := file(t, safe)
	for _, statement := range sql.Schema(sqlite.Dialect()) {
		_, err := db.Exec(statement)
		require.NoError(t, err)
	}
	s, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{})
	require.NoError(t, err)
	require.NoError(t, s.Close())
}

// Several processes may make the tables at once.
func TestMigrateTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	var all sync.WaitGroup
	for range 6 {
		db := open(t, "sqlite", "file:"+path+"?_pragma=busy_timeout(10000)"+safe)
		all.Go(func() {
			s, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true})
			require.NoError(t, err)
			require.NoError(t, s.Close())
		})
	}
	all.Wait()
}

func TestReadOnly(t *testing.T) {
	db := file(t, safe)
	s, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true})
	require.NoError(t, err)
	defer s.Close()
	key := keyOf(name(), ref(1))
	_, err = s.Append(t.Context(), key, give(key))
	require.NoError(t, err)

	r, err := sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{ReadOnly: true})
	require.NoError(t, err)
	whole(t, r, key.Scope.Organ, 1)
	_, err = r.Append(t.Context(), key, give(key))
	require.ErrorIs(t, err, sql.ErrReadOnly)
	_, err = r.Lease(t.Context(), register.Lease{Subscription: register.Subscription{Subscriber: "a", Organ: "b"}})
	require.ErrorIs(t, err, sql.ErrReadOnly)
	require.ErrorIs(t, r.Reseal(t.Context(), key.Scope, nil), sql.ErrReadOnly)
	require.NoError(t, r.Close())
}

func TestWrongOptions(t *testing.T) {
	db := file(t, safe)
	_, err := sql.Open(t.Context(), nil, sqlite.Dialect(), sql.Options{})
	require.ErrorContains(t, err, "没有数据库")
	_, err = sql.Open(t.Context(), db, sql.Dialect{}, sql.Options{})
	require.ErrorIs(t, err, sql.ErrDialect)
	require.ErrorContains(t, err, "没有 Begin")
	_, err = sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{RowSecurity: true})
	require.ErrorIs(t, err, sql.ErrDialect)
	_, err = sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Committers: -1})
	require.ErrorContains(t, err, "Committers")
	db.SetMaxOpenConns(1)
	_, err = sql.Open(t.Context(), db, sqlite.Dialect(), sql.Options{Migrate: true})
	require.ErrorIs(t, err, sql.ErrPool)
}
