package plugin

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"
)

// A Hook names where plug-ins have a part.
type Hook string

// The hooks.
const (
	HookCheck    Hook = "check"
	HookGuard    Hook = "guard"
	HookSection  Hook = "section"
	HookNumber   Hook = "number"
	HookRender   Hook = "render"
	HookCalendar Hook = "calendar"
	HookScore    Hook = "score"
	HookSign     Hook = "sign"
	HookObserve  Hook = "observe"
)

// invoke calls one hook of one plug-in, with what every call has: a context that is not over, a trace, a deadline, a net
// under panics, and an error that names the plug-in. Without deadline and trace it allocates nothing.
func invoke[Q, R any](ctx context.Context, h *Host, m *member, hook Hook, f func(context.Context, *Q) (*R, error), q *Q) (*R, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if m.quarantined(h) {
		return nil, m.fail(h, ctx, hook, ErrQuarantined)
	}
	var end func(error)
	if h.o.Tracer != nil {
		ctx, end = h.o.Tracer.Start(ctx, Call{Plugin: m.applied(), Hook: hook})
	}
	var r *R
	var err error
	if h.o.Timeout > 0 {
		r, err = limited(ctx, h, m, hook, f, q)
	} else {
		r, err = caught(ctx, m, hook, f, q)
	}
	if end != nil {
		end(err)
	}
	if err != nil {
		return r, m.fail(h, ctx, hook, err) // checks may have both
	}
	return r, nil
}

// caught calls f and turns a panic into an error.
func caught[Q, R any](ctx context.Context, m *member, hook Hook, f func(context.Context, *Q) (*R, error), q *Q) (r *R, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, m.panicked(hook, p)
		}
	}()
	r, err = f(ctx, q)
	return r, sound(err)
}

// sound returns an error, or panics here, within the net, if it panics when it is looked into: a *fs.PathError that is nil.
func sound(err error) error {
	_ = errors.Is(err, ErrPanic)
	return err
}

func (m *member) panicked(hook Hook, p any) error {
	return &Error{Plugin: m.applied(), Hook: hook, Err: ErrPanic, Panic: p, Stack: debug.Stack()}
}

// grace is how long a plug-in has for ending after its context has.
const grace = 50 * time.Millisecond

// limited calls f and waits no longer than the host allows. Go cannot end a goroutine: one that does not end with its context is
// left behind, still at work, and counted against the plug-in.
func limited[Q, R any](ctx context.Context, h *Host, m *member, hook Hook, f func(context.Context, *Q) (*R, error), q *Q) (*R, error) {
	ctx, cancel := context.WithTimeout(ctx, h.o.Timeout)
	defer cancel()
	type answer struct {
		r   *R
		err error
	}
	mine := *q // its own, for the call may outlast its time
	done := make(chan answer, 1)
	go func() {
		a := answer{err: fmt.Errorf("%w：自行结束了协程", ErrPanic)}
		defer func() { done <- a }() // also when f ends its goroutine
		a.r, a.err = caught(ctx, m, hook, f, &mine)
	}()
	select {
	case a := <-done:
		return a.r, a.err
	case <-ctx.Done():
	}
	timer := time.NewTimer(grace)
	defer timer.Stop()
	select {
	case a := <-done:
		return a.r, a.err
	case <-timer.C:
		m.overran(h)
		return nil, ErrOverrun
	}
}

// fail names the plug-in in an error and logs it. The end of the caller's context is nobody's fault.
func (m *member) fail(h *Host, ctx context.Context, hook Hook, err error) error {
	named, ok := err.(*Error)
	if !ok || named.Plugin != m.applied() {
		named = &Error{Plugin: m.applied(), Hook: hook, Err: err}
	}
	if h.o.Log != nil && ctx.Err() == nil {
		h.o.Log.WarnContext(ctx, "插件没有答复", "plugin", m.Name, "version", m.Version, "hook", string(hook), "error", named.Error())
	}
	return named
}

// bad says that an answer does not fit.
func bad(what string) error { return fmt.Errorf("%w：%s", ErrAnswer, what) }

func badIf(is bool, what string) error {
	if is {
		return bad(what)
	}
	return nil
}
