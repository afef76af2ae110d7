package remote

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A pool is a protocol.Conn on the processes of one program. Processes are started when they are needed.
type pool struct {
	p     Process
	rest  rest
	slots chan struct{} // one for each that is at work
	done  chan struct{} // closed by Close
	close func()

	mu       sync.Mutex
	closed   bool
	calls    sync.WaitGroup
	idle     []*child // the last one used is used first
	live     map[*child]bool
	first    *question // what each process is asked first
	greeting []byte    // what each must answer
}

var _ protocol.Conn = (*pool)(nil)

func newPool(p Process) *pool {
	l := &pool{
		p: p, rest: rest{first: p.Rest, most: p.MaxRest}, slots: make(chan struct{}, p.Workers),
		done: make(chan struct{}), live: make(map[*child]bool),
	}
	l.close = sync.OnceFunc(l.shut)
	return l
}

// Call lets an idle process answer, or starts one.
func (l *pool) Call(ctx context.Context, message []byte) ([]byte, error) {
	q, err := newQuestion(message)
	if err != nil {
		return nil, err
	}
	if err := l.enter(ctx); err != nil {
		return nil, err
	}
	type reply struct {
		answer []byte
		err    error
	}
	come := make(chan reply, 1)
	go func() {
		defer l.leave()
		answer, err := l.exchange(ctx, q)
		come <- reply{answer, err}
	}()
	select {
	case r := <-come:
		return r.answer, r.err
	case <-ctx.Done():
		return nil, ended(ctx)
	}
}

func ended(ctx context.Context) error { return fmt.Errorf("remote: %w", ctx.Err()) }

func closedError() error { return fmt.Errorf("remote: %w", protocol.ErrClosed) }

// enter waits for a slot.
func (l *pool) enter(ctx context.Context) error {
	if ctx.Err() != nil {
		return ended(ctx)
	}
	select {
	case l.slots <- struct{}{}:
	case <-ctx.Done():
		return ended(ctx)
	case <-l.done:
		return closedError()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		<-l.slots
		return closedError()
	}
	l.calls.Add(1)
	return nil
}

func (l *pool) leave() {
	<-l.slots
	l.calls.Done()
}

// exchange asks an idle process or a new one.
func (l *pool) exchange(ctx context.Context, q *question) ([]byte, error) {
	c := l.warm()
	if c == nil && q.method == protocol.Shutdown {
		return fmt.Appendf(nil, `{"jsonrpc":"2.0","id":%d,"result":{}}`, q.id), nil // for nobody is there
	}
	if c == nil {
		var answer []byte
		var err error
		if c, answer, err = l.fresh(q); err != nil || answer != nil {
			return answer, err
		}
	}
	if ctx.Err() != nil { // while it was started
		l.put(c)
		return nil, ended(ctx)
	}
	c.busy = true
	answer, err := c.ask(ctx, q, l.p.Timeout)
	if err != nil {
		return nil, l.drop(c, err)
	}
	l.rest.answered()
	l.put(c)
	return answer, nil
}

// fresh starts a process and asks it what is asked first. If that is the question itself, the answer is returned.
func (l *pool) fresh(q *question) (*child, []byte, error) {
	if !l.rest.over() {
		return nil, nil, &Error{Program: l.p.Path, Err: ErrResting}
	}
	c, err := l.p.start()
	if err != nil {
		l.rest.failed()
		return nil, nil, err
	}
	if !l.add(c) {
		return nil, nil, l.drop(c, c.fault(protocol.ErrClosed))
	}
	first := l.opening(q)
	answer, err := c.ask(context.Background(), first, l.p.StartTimeout)
	if err == nil && !l.same(answer) {
		err = c.fault(ErrChanged)
	}
	if err != nil {
		return nil, nil, l.drop(c, err)
	}
	if first == q {
		l.put(c)
		return nil, answer, nil
	}
	return c, nil, nil
}

// opening returns what is asked first: until that has been answered, the question at hand.
func (l *pool) opening(q *question) *question {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.greeting == nil {
		l.first = q
	}
	return l.first
}

// same reports whether a process says of itself what the first has said.
func (l *pool) same(answer []byte) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.greeting == nil {
		l.greeting = bytes.Clone(answer)
	}
	return bytes.Equal(l.greeting, answer)
}

// add takes a new process into the pool, unless that is closed.
func (l *pool) add(c *child) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.live[c] = true
	return !l.closed
}

// drop takes a process that has failed out of the pool.
func (l *pool) drop(c *child, err error) error {
	l.mu.Lock()
	closed := l.closed
	if c.left() {
		delete(l.live, c)
	}
	l.mu.Unlock()
	if !closed {
		l.rest.failed()
		l.p.Log.Warn("插件进程已终止", "error", err.Error())
	}
	return err
}

// warm returns an idle process, or nil.
func (l *pool) warm() *child {
	for {
		l.mu.Lock()
		n := len(l.idle)
		if n == 0 {
			l.mu.Unlock()
			return nil
		}
		c := l.idle[n-1]
		l.idle = slices.Delete(l.idle, n-1, n)
		l.mu.Unlock()
		if !c.left() {
			return c
		}
		_ = l.drop(c, c.fault(ErrEnded)) // while nobody asked it anything
	}
}

// put gives a process back.
func (l *pool) put(c *child) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		c.end(protocol.ErrClosed)
		return
	}
	l.idle = append(l.idle, c)
}

// Close ends all processes and waits until they are gone.
func (l *pool) Close() error {
	l.close()
	return nil
}

func (l *pool) shut() {
	l.mu.Lock()
	l.closed = true
	close(l.done)
	idle := l.idle
	l.idle = nil
	for c := range l.live {
		if slices.Contains(idle, c) {
			_ = c.in.Close() // the end of its input means the same as shutdown
		} else {
			c.end(protocol.ErrClosed)
		}
	}
	l.mu.Unlock()
	l.rest.stop()
	patience := time.AfterFunc(l.p.Grace, func() {
		for _, c := range idle {
			c.end(protocol.ErrClosed)
		}
	})
	defer patience.Stop()
	l.calls.Wait()
	for c := range l.live { // nobody else is left
		<-c.gone
		c.end(protocol.ErrClosed)
	}
}
