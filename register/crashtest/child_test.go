package crashtest

import (
	"encoding/json"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/crash"
)

// A child is a process of this test program, made to be killed.
type child struct {
	t *trial
	*crash.Child
}

// start starts a process and calls take with each message, in their order.
func (t *trial) start(o order, take func(message)) *child {
	t.Helper()
	c, err := crash.Start(o, func(line []byte) {
		var m message
		if json.Unmarshal(line, &m) == nil {
			take(m)
		}
	})
	require.NoError(t, err)
	t.Cleanup(c.Abandon)
	return &child{t: t, Child: c}
}

// kill ends the process in the middle of what it does.
func (c *child) kill() {
	c.t.Helper()
	require.NoError(c.t, c.Kill())
}

// wait waits until the process has come to its end by itself.
func (c *child) wait() {
	c.t.Helper()
	require.NoError(c.t, c.Wait())
}
