package crashtest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"

	"github.com/stretchr/testify/require"
)

// A child is a process of this test program, made to be killed.
type child struct {
	t      *trial
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stderr bytes.Buffer
	read   chan struct{} // closed when all that it has written is read
}

// start starts a process and calls take with each message, in their order.
func (t *trial) start(o order, take func(message)) *child {
	t.Helper()
	text, err := json.Marshal(o)
	require.NoError(t, err)
	program, err := os.Executable()
	require.NoError(t, err)
	c := &child{t: t, cmd: exec.Command(program), read: make(chan struct{})}
	c.cmd.Env = append(os.Environ(), orderVariable+"="+string(text))
	c.cmd.Stderr = &c.stderr
	c.stdin, err = c.cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := c.cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.cmd.Start())
	t.Cleanup(func() { _ = c.cmd.Process.Kill() })
	go func() {
		defer close(c.read)
		receive(stdout, take)
	}()
	return c
}

// receive reads messages. One that was cut off by a kill is none.
func receive(r io.Reader, take func(message)) {
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var m message
		if json.Unmarshal(line, &m) == nil {
			take(m)
		}
	}
}

// kill ends the process in the middle of what it does, kill -9, and reads what it has still said.
func (c *child) kill() {
	c.t.Helper()
	require.NoError(c.t, c.cmd.Process.Kill())
	<-c.read
	err := c.cmd.Wait()
	require.False(c.t, c.cmd.ProcessState.Exited(), "%v: it had ended by itself: %s", err, &c.stderr)
}

// wait waits until the process has come to its end by itself.
func (c *child) wait() {
	c.t.Helper()
	<-c.read
	err := c.cmd.Wait()
	require.NoError(c.t, err, c.stderr.String())
}
