package nats

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	broker "github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// A Sink publishes events to a stream. It may be used by several goroutines.
type Sink struct {
	opt     Options
	subject template
	turn    chan struct{} // holds one token while somebody has link and closed
	link    *link
	closed  bool
	last    atomic.Uint64 // the greatest place in the stream that was acknowledged
}

var _ events.Sink = (*Sink)(nil)

// New makes a sink. Everything that is wrong is said at once. Nothing is dialled yet; see Check.
func New(o Options) (*Sink, error) {
	o = o.withDefaults()
	subject, err := parseTemplate(o.Subject)
	if err := errors.Join(o.check(), err); err != nil {
		return nil, fmt.Errorf("nats: 不能投递：%w", err)
	}
	return &Sink{opt: o, subject: subject, turn: make(chan struct{}, 1)}, nil
}

// Check connects, if there is no connection, and looks at the stream. The error is events.ErrDown, and ErrStream if it is
// the stream. Send does the same at each new connection; whoever wants to know of a stream that is changed meanwhile calls
// Check now and then.
func (s *Sink) Check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.opt.Timeout)
	defer cancel()
	l, err := s.current(ctx)
	if err == nil {
		_, err = s.look(ctx, l)
	}
	if err != nil {
		return fmt.Errorf("nats: %w：%w", events.ErrDown, err)
	}
	return nil
}

// Close closes the connection. From then on every Send is events.ErrDown.
func (s *Sink) Close() {
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	s.closed = true
	s.drop()
}

// Send publishes an event and waits until the stream has acknowledged it. No connection, a stream that is refused, full or
// without a leader is events.ErrDown; an event that is larger than the server or the stream takes, or that has no subject, is
// events.ErrReject. A connection that breaks is made anew once; the server drops the event if it has it already.
func (s *Sink) Send(ctx context.Context, e *events.Envelope) error {
	m, err := s.message(e)
	if err != nil {
		return fmt.Errorf("nats: %w：%w", events.ErrReject, err)
	}
	within, cancel := context.WithTimeout(ctx, s.opt.Timeout)
	defer cancel()
	err = s.publish(within, m)
	if errors.Is(err, errBroken) {
		err = s.publish(within, m)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.Canceled):
		return fmt.Errorf("nats: %w", ctx.Err())
	}
	return fmt.Errorf("nats: %w", err)
}

// message makes the message of an event.
func (s *Sink) message(e *events.Envelope) (*broker.Msg, error) {
	body, err := e.Encode()
	if err != nil {
		return nil, err
	}
	subject, err := s.subject.of(e)
	if err != nil {
		return nil, err
	}
	return &broker.Msg{Subject: subject, Data: body, Header: broker.Header{
		"Content-Type":                 {events.ContentType},
		jetstream.MsgIDHeader:          {e.ID},
		jetstream.ExpectedStreamHeader: {s.opt.Stream},
	}}, nil
}

// errBroken is a connection that broke while a message was on its way. That may be the message's fault.
var errBroken = errors.New("连接中断")

// publish publishes once.
func (s *Sink) publish(ctx context.Context, m *broker.Msg) error {
	l, err := s.current(ctx)
	if err != nil {
		return fmt.Errorf("%w：%w", events.ErrDown, err)
	}
	ack, err := l.js.PublishMsg(ctx, m)
	switch {
	case err == nil:
		s.reached(ack.Sequence)
		return nil
	case !l.conn.IsConnected():
		return fmt.Errorf("%w：%w", errBroken, err)
	}
	return meaning(err)
}

// reached notes a place in the stream.
func (s *Sink) reached(seq uint64) {
	for {
		last := s.last.Load()
		if seq <= last || s.last.CompareAndSwap(last, seq) {
			return
		}
	}
}

// tooLarge is the server's code for a message that the stream does not take for its size. The client library has no name
// for it.
const tooLarge jetstream.ErrorCode = 10054

// unavailable is the class of codes that say nothing of the message: full, no leader, no room.
const unavailable = 503

// meaning says what an error of the client library says of the event.
func meaning(err error) error {
	var api *jetstream.APIError
	switch {
	case errors.Is(err, broker.ErrMaxPayload), errors.As(err, &api) && api.ErrorCode == tooLarge:
		return fmt.Errorf("%w：%w", events.ErrReject, err)
	case errors.Is(err, jetstream.ErrNoStreamResponse), api != nil && api.Code == unavailable:
		return fmt.Errorf("%w：%w", events.ErrDown, err)
	}
	return err
}
