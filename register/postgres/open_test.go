package postgres_test

import (
	"context"
	"net/url"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/postgres"
	"github.com/fazhi-go/fazhi/register/registertest"
	"github.com/fazhi-go/fazhi/register/sql"
)

// address is that of a server for tests, as a URL.
func address(t *testing.T) string {
	dsn := os.Getenv("FAZHI_POSTGRES")
	if dsn == "" {
		t.Skip("FAZHI_POSTGRES is not set")
	}
	return dsn
}

var migrate = postgres.Options{Options: sql.Options{Migrate: true}}

func TestContract(t *testing.T) {
	dsn := address(t)
	registertest.Run(t, registertest.Harness{Open: func(ctx context.Context) (registertest.Stores, error) {
		s, err := postgres.Open(ctx, dsn, migrate)
		if err != nil {
			return registertest.Stores{}, err
		}
		return registertest.Stores{Store: s, Secrets: s, Cursors: s, Close: s.Close}, nil
	}})
}

func TestWeakSettings(t *testing.T) {
	u, err := url.Parse(address(t))
	require.NoError(t, err, "the test wants a URL")
	q := u.Query()
	q.Set("synchronous_commit", "off")
	u.RawQuery = q.Encode()
	_, err = postgres.Open(t.Context(), u.String(), migrate)
	require.ErrorIs(t, err, sql.ErrWeak)
	require.ErrorContains(t, err, "synchronous_commit")

	o := migrate
	o.WeakDurability = true
	s, err := postgres.Open(t.Context(), u.String(), o)
	require.NoError(t, err)
	require.NoError(t, s.Close())
}

func TestBadAddress(t *testing.T) {
	_, err := postgres.Open(t.Context(), "postgres://%zz", postgres.Options{})
	require.ErrorContains(t, err, "数据库地址有误")
	_, err = postgres.Open(t.Context(), "postgres://127.0.0.1:1/x?connect_timeout=1", postgres.Options{})
	require.Error(t, err)
}
