package protocol

import "context"

// A Conn carries messages to one plug-in and brings its answers. Package plugin/protocol/protocoltest has a kit for it.
//
// Call sends one request, which has no line end, and returns the message that answers it, as it came. It may be called from
// several goroutines at once, and each gets the answer to its own request. It keeps neither the message nor the answer, and
// does not change the message. It returns soon after its context has ended, with an error that is the context's under
// errors.Is; what the plug-in was doing is ended with it, or its answer is thrown away, and the next call is not disturbed.
// A message of MaxMessage bytes is carried; an answer that is longer is an error, as is an answer that does not come: the
// error says what happened to the plug-in and holds no part of a message.
//
// The first request of a Conn is Initialize. A Conn that starts its plug-in anew or more than once, as a child process
// that was killed or one of several workers, gives each of them this first request before any other, and it is an error when
// the answer is not the same bytes.
//
// Close ends the plug-in and all calls, which return errors; calls after it return ErrClosed. It may be called twice.
type Conn interface {
	Call(ctx context.Context, message []byte) ([]byte, error)
	Close() error
}
