package mysql_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	driver "github.com/go-sql-driver/mysql"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register/mysql"
	"github.com/fazhi-go/fazhi/register/registertest"
	"github.com/fazhi-go/fazhi/register/sql"
)

// address is that of a server for tests.
func address(t *testing.T) string {
	dsn := os.Getenv("FAZHI_MYSQL")
	if dsn == "" {
		t.Skip("FAZHI_MYSQL is not set")
	}
	return dsn
}

func TestContract(t *testing.T) {
	dsn := address(t)
	registertest.Run(t, registertest.Harness{Open: func(ctx context.Context) (registertest.Stores, error) {
		s, err := mysql.Open(ctx, dsn, mysql.Options{Options: sql.Options{Migrate: true}})
		if err != nil {
			return registertest.Stores{}, err
		}
		return registertest.Stores{Store: s, Secrets: s, Cursors: s, Close: s.Close}, nil
	}})
}

func TestBadAddress(t *testing.T) {
	_, err := mysql.Open(t.Context(), "no address", mysql.Options{})
	require.ErrorContains(t, err, "数据库地址有误")
	_, err = mysql.Open(t.Context(), "f:f@tcp(127.0.0.1:1)/x?timeout=1s", mysql.Options{})
	require.Error(t, err)
}

func TestDialect(t *testing.T) {
	d := mysql.Dialect()
	for number, again := range map[uint16]bool{1205: true, 1213: true, 1062: false} {
		err := fmt.Errorf("x: %w", &driver.MySQLError{Number: number})
		require.Equal(t, again, d.Retry(err), number)
	}
	require.False(t, d.Retry(context.Canceled))
	require.Contains(t, d.Explain(driver.ErrPktTooLarge), "max_allowed_packet")
	require.Contains(t, d.Explain(&driver.MySQLError{Number: 1114}), "磁盘已满")
	require.Empty(t, d.Explain(context.Canceled))
}
