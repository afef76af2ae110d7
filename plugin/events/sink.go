package events

import "context"

// A Sink takes events to where they are going: an address (plugin/webhook), a broker. The kit eventstest tries it sentence
// by sentence.
//
// Send returns nil when the receiver has the event for good: it has kept it, or acknowledged it after keeping it. What the
// receiver gets is what Encode writes, and ID as a key by which it tells repetitions.
//
// Of events that are sent one after another, the receiver gets the earlier one first.
//
// An event that was sent before is sent again; the receiver may drop it.
//
// An envelope that Encode refuses is ErrReject.
//
// When the event did not go out, or nobody knows, Send returns an error: ErrReject, ErrDown, ErrGone or a *Later where it
// knows more, under errors.Is. ErrDown is for failures that cannot be the event's fault, for it holds up all documents: no
// connection, a full queue. An event that the receiver chokes on must not be one.
//
// When ctx ends, Send returns soon, with an error. It says no more than ctx's own error unless it knows more.
//
// Send does not change the envelope and does not keep it. It may be called from several goroutines. No error holds a
// secret or data of the event.
type Sink interface {
	Send(ctx context.Context, e *Envelope) error
}

// A SinkFunc is a Sink made of a function.
type SinkFunc func(ctx context.Context, e *Envelope) error

// Send calls f.
func (f SinkFunc) Send(ctx context.Context, e *Envelope) error { return f(ctx, e) }
