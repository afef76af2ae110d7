//go:build tools && linux

package dbserver

import (
	"context"
	"net"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each server starts, dies, comes back on the same port and leaves nothing behind.
func TestServers(t *testing.T) {
	for name, start := range map[string]func(context.Context) (*Server, error){"postgres": PostgreSQL, "mysql": MariaDB} {
		t.Run(name, func(t *testing.T) {
			s, err := start(t.Context())
			require.NoError(t, err)
			dsn := s.DSN()
			require.True(t, listens(t, dsn))
			require.Error(t, s.Start(t.Context()), "it runs already")
			require.NoError(t, s.Kill())
			require.False(t, listens(t, dsn))
			require.NoError(t, s.Kill())
			require.NoError(t, s.Start(t.Context()))
			require.Equal(t, dsn, s.DSN())
			require.True(t, listens(t, dsn))
			require.NoError(t, s.Stop())
			require.False(t, listens(t, dsn))
			require.NoDirExists(t, s.dir)
		})
	}
}

// listens reports whether somebody listens at the address that a DSN names.
func listens(t *testing.T, dsn string) bool {
	t.Helper()
	address := strings.TrimSuffix(strings.TrimPrefix(dsn, "root@tcp("), ")/fazhi")
	if u, err := url.Parse(dsn); err == nil {
		address = u.Host
	}
	conn, err := net.Dial("tcp", address)
	if err == nil {
		err = conn.Close()
	}
	return err == nil
}

// What is missing is named, with the package to install.
func TestMissingProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := find("postgres", "postgresql", t.TempDir())
	require.ErrorContains(t, err, "install the package postgresql")
	path, err := find("postgres", "postgresql", "/usr/lib/postgresql/*/bin")
	require.NoError(t, err)
	_, err = os.Stat(path)
	require.NoError(t, err)
}
