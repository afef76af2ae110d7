// Package crash is what tests share that kill processes: a test program that runs itself again as a Child, made to be
// killed, and the Places where such processes keep books.
//
//	func TestMain(m *testing.M) {
//		crash.Main(obey) // does not return in a child
//		os.Exit(m.Run())
//	}
//
//	child, err := crash.Start(order{Role: "writer"}, func(line []byte) { … })
//	…
//	err = child.Kill()
//
// A child reads its order, a value that it shares with its parent, does it, and tells the parent lines on its standard
// output. It ends when it has obeyed; it may take the end of its standard input as the wish that it should.
package crash

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// variable holds the order of a child.
const variable = "FAZHI_CRASH_ORDER"

// Main obeys and exits if this process is a child, otherwise it returns.
func Main[Order any](obey func(Order) error) {
	text, ok := os.LookupEnv(variable)
	if !ok {
		return
	}
	var o Order
	err := json.Unmarshal([]byte(text), &o)
	if err == nil {
		err = obey(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// A Child is a process of this test program, made to be killed.
type Child struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stderr bytes.Buffer
	read   chan struct{} // closed when all that it has written is read
}

// Start starts a child and calls take with each line that it writes, in their order. A line that was cut off by a kill is
// none.
func Start(order any, take func(line []byte)) (*Child, error) {
	text, err := json.Marshal(order)
	if err != nil {
		return nil, fmt.Errorf("crash: %w", err)
	}
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("crash: %w", err)
	}
	c := &Child{cmd: exec.Command(program), read: make(chan struct{})}
	c.cmd.Env = append(os.Environ(), variable+"="+string(text))
	c.cmd.Stderr = &c.stderr
	stdin, err1 := c.cmd.StdinPipe()
	stdout, err2 := c.cmd.StdoutPipe()
	if err := errors.Join(err1, err2); err != nil {
		return nil, fmt.Errorf("crash: %w", err)
	}
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("crash: %w", err)
	}
	c.stdin = stdin
	go func() {
		defer close(c.read)
		lines := bufio.NewReader(stdout)
		for {
			line, err := lines.ReadBytes('\n')
			if err != nil {
				return
			}
			take(line)
		}
	}()
	return c, nil
}

// Say writes to the child's standard input.
func (c *Child) Say(what ...byte) error {
	if _, err := c.stdin.Write(what); err != nil {
		return fmt.Errorf("crash: %w", err)
	}
	return nil
}

// Abandon kills the child in whatever state it is, for the end of a test.
func (c *Child) Abandon() { _ = c.cmd.Process.Kill() }

// Kill ends the child in the middle of what it does, kill -9, and reads what it has still said. It is an error if the child
// had ended by itself.
func (c *Child) Kill() error {
	if err := c.cmd.Process.Kill(); err != nil {
		return fmt.Errorf("crash: %w: it had ended by itself: %s", err, c.end())
	}
	if end := c.end(); c.cmd.ProcessState.Exited() {
		return fmt.Errorf("crash: it had ended by itself: %s", end)
	}
	return nil
}

// end waits for the end, and returns what the child has complained of.
func (c *Child) end() string {
	<-c.read
	_ = c.cmd.Wait()
	return c.stderr.String()
}

// Wait waits until the child has come to its end by itself.
func (c *Child) Wait() error {
	<-c.read
	if err := c.cmd.Wait(); err != nil {
		return fmt.Errorf("crash: %w: %s", err, c.stderr.String())
	}
	return nil
}

// Finish lets the child come to its end.
func (c *Child) Finish() error {
	return errors.Join(c.stdin.Close(), c.Wait())
}
