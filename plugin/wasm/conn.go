package wasm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/tetratelabs/wazero"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A Conn carries messages to a module in this process. Module.Conn makes it; the zero value is of no use. It may be used by
// several goroutines, of which as many are served at a time as there are workers.
//
// An instance that made any mistake is thrown away, and so is one whose call was ended: the next call gets a new one. What a
// module keeps in its memory from one message to the next is therefore never more than a cache.
type Conn struct {
	m       Module                  // without Wasm
	cache   wazero.CompilationCache // nil: none
	runtime wazero.Runtime
	module  wazero.CompiledModule

	life    context.Context // of all instances; here because they outlive the calls that start them
	end     context.CancelFunc
	workers chan *instance // those that are free; nil: not started
	running sync.WaitGroup // goroutines of instances
	close   func() error

	mu     sync.Mutex
	hello  *question // the first; nil: none has been answered
	answer []byte    // to it
}

var _ protocol.Conn = (*Conn)(nil)

func newConn(m Module) *Conn {
	c := &Conn{m: m, workers: make(chan *instance, m.Workers)}
	c.m.Wasm, c.m.Args = nil, slices.Clone(m.Args)
	c.life, c.end = context.WithCancel(context.Background())
	c.close = sync.OnceValue(c.shut)
	for range m.Workers {
		c.workers <- nil
	}
	return c
}

// Call implements protocol.Conn.
func (c *Conn) Call(ctx context.Context, message []byte) ([]byte, error) {
	answer, err := c.call(ctx, message)
	switch {
	case err == nil:
		return answer, nil
	case c.life.Err() != nil:
		err = protocol.ErrClosed
	case ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded): // the module's time, not the caller's
		err = fmt.Errorf("%w：%w", plugin.ErrOverrun, err)
	}
	return nil, fmt.Errorf("wasm: 模块 %s：%w", c.m.Name, err)
}

func (c *Conn) call(ctx context.Context, message []byte) ([]byte, error) {
	q, err := newQuestion(message)
	if err != nil {
		return nil, err
	}
	i, err := c.take(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { c.workers <- i }()
	if i == nil {
		if i, err = c.introduced(ctx); err != nil {
			return nil, err
		}
	}
	var answer []byte
	answer, i, err = c.ask(ctx, i, q)
	if err == nil {
		c.remember(q, answer)
	}
	return answer, err
}

// take waits for a worker.
func (c *Conn) take(ctx context.Context) (*instance, error) {
	if err := errors.Join(ctx.Err(), c.life.Err()); err != nil {
		return nil, err
	}
	select {
	case i := <-c.workers:
		return i, nil
	case <-c.life.Done():
		return nil, c.life.Err()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// ask has an instance answer one message within its time, and returns it if it can go on.
func (c *Conn) ask(ctx context.Context, i *instance, q *question) ([]byte, *instance, error) {
	ctx, cancel := context.WithTimeout(ctx, c.m.Timeout)
	defer cancel()
	answer, over, err := i.exchange(ctx, q)
	if err == nil && !over {
		return answer, i, nil
	}
	i.kill()
	return answer, nil, err
}

// introduced starts an instance, and asks it the first question if others have answered that.
func (c *Conn) introduced(ctx context.Context) (*instance, error) {
	i, err := c.start(ctx)
	hello, want := c.first()
	if err != nil || hello == nil {
		return i, err
	}
	answer, i, err := c.ask(ctx, i, hello)
	switch {
	case err != nil:
		return nil, err
	case i == nil:
		return nil, fmt.Errorf("%w：答复一条消息就退出", ErrEnded)
	case !bytes.Equal(answer, want):
		i.kill()
		return nil, bad("再次启动后，对第一条消息的答复与原先不同")
	}
	return i, nil
}

func (c *Conn) first() (hello *question, answer []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.hello, c.answer
}

// remember keeps the first question, which every later instance is asked before any other.
func (c *Conn) remember(q *question, answer []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.hello == nil {
		c.hello, c.answer = q, bytes.Clone(answer)
	}
}

// Close implements protocol.Conn. It ends all calls and returns when no instance is left.
func (c *Conn) Close() error { return c.close() }

func (c *Conn) shut() error {
	c.end()
	for range c.m.Workers { // whoever is in a call gives his back; nobody starts another
		if i := <-c.workers; i != nil {
			i.kill()
		}
	}
	c.running.Wait()
	return c.release()
}

// release gives back memory and machine code.
func (c *Conn) release() error {
	c.end()
	ctx := context.Background()
	var err error
	if c.runtime != nil {
		err = c.runtime.Close(ctx)
	}
	if c.cache != nil {
		err = errors.Join(err, c.cache.Close(ctx))
	}
	return err
}
