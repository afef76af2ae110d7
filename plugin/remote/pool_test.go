//go:build unix

package remote

import (
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// A process that dies while nobody asks it anything disturbs nobody.
func TestIdleProcessDies(t *testing.T) {
	p := Process{Path: "/bin/sh", SHA256: Unchecked, Args: []string{"-c", `while read line; do echo '{"jsonrpc":"2.0","id":1,"result":{}}'; done`}}
	conn, err := p.Conn()
	require.NoError(t, err)
	defer conn.Close()
	message := []byte(`{"jsonrpc":"2.0","id":1,"method":"check","params":{}}`)
	var last *child
	for range 3 {
		_, err = conn.Call(t.Context(), message)
		require.NoError(t, err)
		l := conn.(*pool)
		l.mu.Lock()
		require.Len(t, l.live, 1)
		c := l.idle[0]
		l.mu.Unlock()
		require.NotSame(t, last, c)
		require.NoError(t, syscall.Kill(c.cmd.Process.Pid, syscall.SIGKILL))
		<-c.gone
		require.Equal(t, "signal: killed", c.status)
		last = c
	}
}
