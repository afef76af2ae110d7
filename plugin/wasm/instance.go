package wasm

import (
	"context"
	"fmt"
	"math/rand/v2"

	"github.com/tetratelabs/wazero"
)

// An instance is a module at work, in a goroutine of its own. Module and host never work at the same time: the module runs from
// the message that it is given until it asks for the next one, or ends.
type instance struct {
	messages chan []byte   // to the module, each one line
	turns    chan turn     // from the module, when it asks for a message
	over     chan struct{} // closed when it has ended
	last     turn          // the one in which it ended
	kill     context.CancelFunc
	young    bool // it has answered nothing
}

// A turn is what a module did until it asked for the next message, or ended.
type turn struct {
	wrote []byte
	fault error // of what it wrote
	ended bool
	err   error // how it ended; nil: by itself
}

// start makes an instance, and waits until it asks for the first message.
func (c *Conn) start(ctx context.Context) (*instance, error) {
	ctx, cancel := context.WithTimeout(ctx, c.m.StartTimeout)
	defer cancel()
	life, kill := context.WithCancel(c.life)
	i := &instance{messages: make(chan []byte), turns: make(chan turn), over: make(chan struct{}), kill: kill, young: true}
	c.running.Go(func() { c.run(life, i) })
	t, err := i.turn(ctx)
	switch {
	case err == nil && t.ended:
		err = t.end()
	case err == nil && len(t.wrote) > 0:
		err = bad("还没有消息就输出")
	}
	if err != nil {
		kill()
		return nil, fmt.Errorf("启动：%w", err)
	}
	c.m.Log.Info("插件实例已启动", "module", c.m.Name)
	return i, nil
}

// run lets the module work until it ends or is killed.
func (c *Conn) run(life context.Context, i *instance) {
	s := &stdio{life: life, i: i, limit: c.m.MaxAnswer, errors: &lines{name: c.m.Name, log: c.m.Log}}
	err := c.instantiate(life, s)
	s.errors.end()
	i.last = turn{wrote: s.wrote, fault: s.fault, ended: true, err: err}
	i.kill()
	close(i.over)
}

// instantiate runs the module's _start. What it sees of the world is all in here.
func (c *Conn) instantiate(life context.Context, s *stdio) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%w：运行环境崩溃", ErrEnded)
		}
	}()
	var t clock
	m, err := c.runtime.InstantiateModule(life, c.module, wazero.NewModuleConfig().
		WithName("").WithArgs(append([]string{c.m.Name}, c.m.Args...)...).
		WithStdin(s).WithStdout(s).WithStderr(s.errors).
		WithWalltime(t.wall, 1000).WithNanotime(t.nano, 1000).WithNanosleep(t.sleep).
		WithRandSource(rand.NewChaCha8([32]byte{})))
	if m != nil {
		_ = m.Close(context.Background()) // frees memory, and cannot fail
	}
	return err
}

// turn waits for the module's turn to end.
func (i *instance) turn(ctx context.Context) (turn, error) {
	select {
	case t := <-i.turns:
		return t, nil
	case <-i.over:
		return i.last, nil
	case <-ctx.Done():
		return turn{}, ctx.Err()
	}
}

// exchange asks the module, and returns the answer, and whether the module has ended.
func (i *instance) exchange(ctx context.Context, q *question) ([]byte, bool, error) {
	select {
	case i.messages <- q.line:
	case <-i.over:
		return nil, true, i.last.end()
	case <-ctx.Done():
		return nil, false, ctx.Err()
	}
	t, err := i.turn(ctx)
	if err != nil {
		return nil, false, err
	}
	answer, err := t.line()
	if err == nil {
		err = q.answered(answer, i.young)
		i.young = false
	}
	if err != nil {
		return nil, false, err
	}
	return answer, t.ended, nil
}
