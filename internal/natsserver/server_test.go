package natsserver_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/natsserver"
)

// The server syncs as it is told, and says so, also when it was started again.
func TestSync(t *testing.T) {
	for _, always := range []bool{true, false} {
		s, err := natsserver.Start(natsserver.Options{Dir: t.TempDir(), SyncAlways: always})
		require.NoError(t, err)
		before := s.URL()
		s.Stop()
		require.NoError(t, s.Again())
		require.Equal(t, before, s.URL())
		said, err := s.SyncAlways()
		require.NoError(t, err)
		require.Equal(t, always, said)
		s.Stop()
	}
	_, err := natsserver.Start(natsserver.Options{})
	require.Error(t, err)
}
