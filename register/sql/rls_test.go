package sql_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/registertest"
	"github.com/fazhi-go/fazhi/register/sql"
)

// Under row-level security, and without the right to change what is kept, the store does all that it does; whoever names no
// organ sees nothing.
func TestRowSecurity(t *testing.T) {
	dsn := address(t, "FAZHI_POSTGRES")
	admin := open(t, "pgx", dsn)
	id := strings.ToLower(strings.TrimPrefix(name(), "机关"))
	for _, statement := range []string{
		"CREATE ROLE r" + id + " LOGIN PASSWORD '" + id + "'",
		"CREATE DATABASE d" + id + " OWNER r" + id,
	} {
		_, err := admin.Exec(statement)
		require.NoError(t, err)
	}
	t.Cleanup(func() {
		for _, statement := range []string{"DROP DATABASE d" + id + " WITH (FORCE)", "DROP ROLE r" + id} {
			_, err := admin.Exec(statement)
			require.NoError(t, err)
		}
	})
	u, err := url.Parse(dsn)
	require.NoError(t, err, "the test wants a URL")
	u.User, u.Path = url.UserPassword("r"+id, id), "/d"+id
	db := open(t, "pgx", u.String())

	s, err := sql.Open(t.Context(), db, sql.PostgreSQL(), sql.Options{Migrate: true})
	require.NoError(t, err)
	require.NoError(t, s.Close())
	appendOnly := "REVOKE UPDATE, DELETE, TRUNCATE ON fz_entry, fz_number FROM r" + id
	for _, statement := range append(sql.RowLevelSecurity(), appendOnly) {
		_, err := db.Exec(statement)
		require.NoError(t, err)
	}

	registertest.Run(t, registertest.Harness{Open: func(ctx context.Context) (registertest.Stores, error) {
		s, err := sql.Open(ctx, db, sql.PostgreSQL(), sql.Options{RowSecurity: true})
		if err != nil {
			return registertest.Stores{}, err
		}
		return registertest.Stores{Store: s, Secrets: s, Cursors: s, Close: s.Close}, nil
	}})

	seen := func(organ string) (n int) {
		tx, err := db.Begin()
		require.NoError(t, err)
		defer func() { require.NoError(t, tx.Rollback()) }()
		if organ != "" {
			_, err = tx.Exec("SELECT set_config('fazhi.organ', $1, true)", organ)
			require.NoError(t, err)
		}
		require.NoError(t, tx.QueryRow("SELECT COUNT(*) FROM fz_entry").Scan(&n))
		return n
	}
	require.Zero(t, seen(""), "fails closed")
	require.Zero(t, seen("别的机关"))
	require.NotZero(t, seen(register.AllOrgans))

	plain, err := sql.Open(t.Context(), db, sql.PostgreSQL(), sql.Options{})
	require.NoError(t, err)
	key := keyOf(id, ref(1))
	_, err = plain.Append(t.Context(), key, give(key))
	require.Error(t, err, "a store that names no organ cannot write")
	require.NoError(t, plain.Close())
}
