package protocol

import (
	"bytes"
	"context"
	"fmt"
	"sync"
)

// A Handler answers messages: a *Server, or something around one.
//
// Handle answers one message, as Server.Handle does. It may be called from several goroutines at once, and must end when
// its context does.
type Handler interface {
	Handle(ctx context.Context, message []byte) []byte
}

// Direct connects to a server in the same process, as a test does. Closing it ends the calls at work as far as the plug-in
// obeys its context; the server stays.
func Direct(s Handler) Conn {
	closed := make(chan struct{})
	return &direct{server: s, closed: closed, end: sync.OnceFunc(func() { close(closed) })}
}

type direct struct {
	server Handler
	closed chan struct{}
	end    func() // closes it, once
}

// Call has the server at work in a goroutine of its own, which is left behind when it does not end with the context.
func (d *direct) Call(ctx context.Context, message []byte) ([]byte, error) {
	if err := d.over(ctx); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan []byte, 1)
	copied := bytes.Clone(message) // the call may outlast its context
	go func() { done <- d.server.Handle(ctx, copied) }()
	select {
	case answer := <-done:
		switch {
		case ctx.Err() != nil: // the answer is that it was cancelled
		case answer == nil:
			return nil, malformed("通知没有答复")
		case len(answer) > MaxMessage:
			return nil, fmt.Errorf("protocol: %w", ErrTooLarge)
		default:
			return answer, nil
		}
	case <-d.closed:
	case <-ctx.Done():
	}
	return nil, d.over(ctx)
}

// over returns why there is no answer, if the connection or the context is over.
func (d *direct) over(ctx context.Context) error {
	select {
	case <-d.closed:
		return fmt.Errorf("protocol: %w", ErrClosed)
	default:
		return ctx.Err()
	}
}

// Close ends all calls.
func (d *direct) Close() error {
	d.end()
	return nil
}
