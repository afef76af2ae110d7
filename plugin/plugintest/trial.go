package plugintest

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A trial is one run of one case: a fresh plug-in, the documents to try it with, and what was found.
type trial struct {
	*suite
	ctx   context.Context
	p     plugin.Plugin
	end   func()
	found []string
	hangs atomic.Int32
}

// maxFaults of a case are enough to see what is wrong.
const maxFaults = 10

func (t *trial) fault(format string, args ...any) {
	if len(t.found) < maxFaults {
		t.found = append(t.found, fmt.Sprintf(format, args...))
	}
}

// start makes the plug-in and reports whether there is one.
func (t *trial) start() bool {
	if t.New == nil {
		t.fault("Config.New 是 nil")
		return false
	}
	p, end, err := t.New(t.ctx)
	if err != nil {
		t.fault("插件不能启动：%s", t.explain(err))
		return false
	}
	t.p, t.end = p, end
	return true
}

// stop ends the plug-in. One that does not end is left behind.
func (t *trial) stop() {
	end := t.end
	if t.end = nil; end == nil {
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		end()
	}()
	select {
	case <-done:
	case <-time.After(t.patience()):
	}
}

// restart makes a new plug-in in the place of one that is dead.
func (t *trial) restart() bool {
	t.stop()
	return t.start()
}

// A question is one call of one hook.
type question struct {
	name  string
	about any // what the plug-in is given and must not change
	ask   func(context.Context, *plugin.Plugin) (any, error)
}

// How a plug-in can fail to answer at all.
var (
	errPanic = errors.New("崩溃")
	errHangs = errors.New("没有答复")
)

// put asks a question with the patience of the config.
func (t *trial) put(q question) (any, error) { return t.putWithin(t.ctx, t.patience(), q) }

// maxHangs is after how many questions without an answer a case asks no more.
const maxHangs = 3

// putWithin asks a question and waits no longer than patience. It may be called from several goroutines.
func (t *trial) putWithin(ctx context.Context, patience time.Duration, q question) (any, error) {
	if t.hangs.Load() >= maxHangs {
		return nil, fmt.Errorf("%w，不再问", errHangs)
	}
	type result struct {
		answer any
		err    error
	}
	done := make(chan result, 1)
	p := t.p
	go func() {
		r := result{err: errPanic} // of what ends its goroutine
		defer func() {
			if v := recover(); v != nil {
				r.err = panicked(v)
			}
			done <- r
		}()
		r.answer, r.err = q.ask(ctx, &p)
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.answer, r.err
	case <-timer.C:
		t.hangs.Add(1)
		return nil, fmt.Errorf("%w，等了 %v", errHangs, patience)
	}
}

// panicked is the error of a panic, with the place in the plug-in.
func panicked(v any) error {
	var pcs [16]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(4, pcs[:])]) // past this, the deferred function and the runtime
	for {
		f, more := frames.Next()
		if f.Function != "" && !isRuntime(f.Function) {
			return fmt.Errorf("%w：%v，在 %s", errPanic, v, f.Function)
		}
		if !more {
			return fmt.Errorf("%w：%v", errPanic, v)
		}
	}
}

func isRuntime(function string) bool { return strings.HasPrefix(function, "runtime.") }

// A fate is what became of a question.
type fate int

const (
	answered fate = iota
	refused       // with an error, and the plug-in lives
	dead          // panic, no answer, or a process that ended
)

// fateOf says what an error means for the plug-in.
func (t *trial) fateOf(err error) fate {
	var fault *protocol.Fault
	switch {
	case err == nil:
		return answered
	case errors.Is(err, errPanic), errors.Is(err, errHangs):
		return dead
	case !t.Remote, errors.As(err, &fault), errors.Is(err, plugin.ErrAnswer), errors.Is(err, protocol.ErrMessage),
		errors.Is(err, protocol.ErrDocument), errors.Is(err, protocol.ErrTooLarge):
		return refused
	}
	return dead
}
