//go:build tools && linux

package crashtest

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/crash"
	"github.com/fazhi-go/fazhi/internal/dbserver"
)

// Keeping the position seldom is paid for with repetitions.
func TestKillSeldomKept(t *testing.T) {
	p := crash.Place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")}
	found := killOneAfterAnother(t, "sqlite webhook, every 50", p, newReceiver(t), 50)
	require.Greater(t, found.doubled, len(found.kills), "it would show")
}

func TestKillPostgreSQL(t *testing.T) {
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) {
			server, err := dbserver.PostgreSQL(t.Context())
			require.NoError(t, err)
			t.Cleanup(func() { require.NoError(t, server.Stop()) })
			c.try(t, "postgres "+c.name, crash.Place{Engine: "postgres", At: server.DSN()})
		})
	}
}
