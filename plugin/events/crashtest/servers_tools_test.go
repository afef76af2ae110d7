//go:build tools && linux

package crashtest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/crash"
	"github.com/fazhi-go/fazhi/internal/dbserver"
)

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
