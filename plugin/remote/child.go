package remote

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A child is one process. It is asked one thing at a time.
type child struct {
	p    *Process
	cmd  *exec.Cmd
	in   *os.File // we write
	out  *os.File // we read
	from *bufio.Reader
	said *stderr
	busy bool // it has been sent more than the first message

	writing sync.Mutex // so that a cancel does not fall into a message

	mu     sync.Mutex
	cause  error       // why it was ended, the first reason
	reaped bool        // its number may be somebody else's
	asking protocol.ID // what it is doing
	limit  *time.Timer // ends it

	gone   chan struct{} // closed when there is no process any more; then status is set
	status string
}

// start verifies and starts the program.
func (p *Process) start() (*child, error) {
	if err := p.verify(); err != nil {
		return nil, &Error{Program: p.Path, Err: err}
	}
	c := &child{p: p, gone: make(chan struct{}), said: newStderr(p)}
	c.cmd = &exec.Cmd{Path: p.Path, Args: append([]string{p.Path}, p.Args...), Env: append([]string{}, p.Env...), Dir: p.Dir}
	ownGroup(c.cmd)
	if err := c.launch(); err != nil {
		return nil, &Error{Program: p.Path, Err: fmt.Errorf("%w：%w", ErrStart, err)}
	}
	c.from = bufio.NewReaderSize(c.out, 64<<10)
	p.Log.Info("插件进程已启动", "program", p.Path, "pid", c.cmd.Process.Pid)
	go c.said.read()
	go c.watch()
	return c, nil
}

// launch starts the program on three pipes.
func (c *child) launch() error {
	var theirs, ours []*os.File
	defer func() { closeAll(theirs) }()
	for i := range 3 {
		r, w, err := os.Pipe()
		if err != nil {
			closeAll(ours)
			return err
		}
		if i == 0 {
			r, w = w, r
		}
		ours, theirs = append(ours, r), append(theirs, w)
	}
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = theirs[0], theirs[1], theirs[2]
	c.in, c.out, c.said.from = ours[0], ours[1], ours[2]
	if err := c.cmd.Start(); err != nil {
		closeAll(ours)
		return err
	}
	return nil
}

func closeAll(files []*os.File) {
	for _, f := range files {
		_ = f.Close()
	}
}

// watch waits for the end of the process, kills what it leaves, and then lets its number go.
func (c *child) watch() {
	waiting := awaitExit(c.cmd.Process.Pid)
	if waiting {
		c.mu.Lock()
		killGroup(c.cmd.Process)
		c.reaped = true
		c.mu.Unlock()
	}
	_ = c.cmd.Wait() // the state says more
	c.mu.Lock()
	c.reaped = true
	c.mu.Unlock()
	if s := c.cmd.ProcessState; s != nil {
		c.status = s.String()
	}
	close(c.gone)
	enough := time.Now().Add(lingering) // for what is still in the pipes; somebody who left the group may hold them open
	_, _ = c.out.SetReadDeadline(enough), c.said.from.SetReadDeadline(enough)
}

// end kills the process and its group. The first reason counts.
func (c *child) end(why error) {
	c.mu.Lock()
	if c.cause == nil {
		c.cause = why
	}
	if !c.reaped {
		killGroup(c.cmd.Process)
	}
	c.mu.Unlock()
	closeAll([]*os.File{c.in, c.out}) // whoever else holds the other ends
}

// left reports whether the process has ended.
func (c *child) left() bool {
	select {
	case <-c.gone:
		return true
	default:
		return false
	}
}

// ask sends one request and reads what answers it. When the limit is over, or some grace after the context, the process
// is killed. After an error the child is of no use.
func (c *child) ask(ctx context.Context, q *question, limit time.Duration) ([]byte, error) {
	c.begin(q.id, limit)
	stop := context.AfterFunc(ctx, func() { c.hurry(q.id) })
	defer stop()
	answer, err := c.exchange(q)
	if !c.finish() {
		err = plugin.ErrOverrun
	}
	if err != nil {
		return nil, c.fault(err)
	}
	return answer, nil
}

func (c *child) exchange(q *question) ([]byte, error) {
	c.writing.Lock()
	_, err := c.in.Write(q.line)
	c.writing.Unlock()
	if err != nil {
		return nil, ErrEnded
	}
	answer, err := readLine(c.from, c.p.MaxAnswer)
	switch {
	case errors.Is(err, protocol.ErrTooLarge):
		return nil, err
	case err != nil:
		return nil, ErrEnded
	}
	if c.busy && !utf8.Valid(answer) { // the client says more about a first answer
		return nil, &noise{answer, "不是 UTF-8"}
	}
	if h, ok := headOf(answer); !ok || h.id != q.id && h.id != 0 {
		return nil, &noise{answer, "不是对请求的答复"}
	}
	return answer, nil
}

func (c *child) begin(id protocol.ID, limit time.Duration) {
	c.said.again()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asking, c.limit = id, time.AfterFunc(limit, func() { c.end(plugin.ErrOverrun) })
}

// finish reports whether the limit was kept.
func (c *child) finish() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asking = 0
	return c.limit.Stop()
}

// hurry tells the process that an answer is not wanted any more, and leaves it a little time.
func (c *child) hurry(id protocol.ID) {
	if !c.shorten(id) {
		return
	}
	c.writing.Lock()
	defer c.writing.Unlock()
	_, _ = c.in.Write(cancelLine(id)) // when it has ended, so has its work
}

func (c *child) shorten(id protocol.ID) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asking != id {
		return false
	}
	if c.limit.Stop() {
		c.limit.Reset(c.p.Grace)
	}
	return true
}

// lingering is how long the end of a killed process is waited for, so that the error can tell how it ended.
const lingering = time.Second

// fault ends the process and says why.
func (c *child) fault(err error) error {
	c.end(err)
	timer := time.NewTimer(lingering)
	defer timer.Stop()
	e := &Error{Program: c.p.Path, starting: !c.busy}
	select {
	case <-c.gone:
		e.Status = c.status
		c.said.wait(timer.C)
	case <-timer.C:
	}
	c.mu.Lock()
	e.Err = c.cause
	c.mu.Unlock()
	e.Printed = c.said.tail()
	var n *noise
	if errors.As(e.Err, &n) {
		e.Printed = n.start()
	}
	return e
}
