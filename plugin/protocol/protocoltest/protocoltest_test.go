package protocoltest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/protocol/protocoltest"
)

func direct(context.Context) (protocol.Conn, error) {
	return protocol.Direct(protocoltest.NewServer()), nil
}

func TestDirect(t *testing.T) {
	protocoltest.Run(t, protocoltest.Harness{Open: direct})
}

func Example() {
	open := func(context.Context) (protocol.Conn, error) { return protocol.Direct(protocoltest.NewServer()), nil }
	fmt.Println(len(protocoltest.Verify(protocoltest.Harness{Open: open})))
	// Output: 0
}

// Each flaw is found by the case of its sentence.
func TestKitBites(t *testing.T) {
	for _, x := range []struct {
		flaw  string
		cases []string
	}{
		{"answers are late by one", []string{"call-answers"}},
		{"answers are written anew", []string{"call-answer-as-it-came"}},
		{"a line end is left", []string{"call-answer-as-it-came"}},
		{"calls at once get each other's answers", []string{"call-several-at-once"}},
		{"a line end is put behind the message", []string{"call-message-unchanged"}},
		{"one buffer for all answers", []string{"call-answer-not-kept"}},
		{"the message is kept", []string{"call-message-not-kept"}},
		{"a context that is over is not looked at", []string{"call-context-over"}},
		{"the end of a context is told in other words", []string{"call-context-cancelled", "call-context-deadline"}},
		{"a deadline is a cancellation", []string{"call-context-deadline"}},
		{"a context is not looked at", []string{"call-context-cancelled", "call-context-deadline", "close-ends-calls"}},
		{"an answer nobody waited for goes to the next", []string{"call-after-cancelled"}},
		{"a cancelled call ends all", []string{"call-beside-cancelled"}},
		{"a new plug-in is not greeted", []string{"call-started-anew"}},
		{"messages of 64 KiB", []string{"call-largest-message"}},
		{"answers of any length", []string{"call-answer-too-large"}},
		{"a long answer ends the plug-in", []string{"call-after-too-large"}},
		{"errors hold the message", []string{"call-error-without-message"}},
		{"Close waits for nobody and ends nothing", []string{"close-ends-calls"}},
		{"there are answers after Close", []string{"close-then-call"}},
		{"a second Close is an error", []string{"close-twice"}},
		{"it panics", []string{"call-answers"}},
		{"it does not open", []string{"call-answers"}},
		{"", []string{"no-such-case"}},
	} {
		t.Run(x.flaw, func(t *testing.T) {
			t.Parallel()
			open := func(context.Context) (protocol.Conn, error) { return newRough(x.flaw) }
			found := make(map[string]bool)
			for _, f := range protocoltest.Verify(protocoltest.Harness{Open: open, Only: x.cases, Patience: time.Second}) {
				require.NotEmpty(t, f.Rule)
				require.NotEmpty(t, f.Fault)
				require.Contains(t, f.String(), f.Case+": "+f.Rule)
				found[f.Case] = true
			}
			require.ElementsMatch(t, x.cases, slices.Collect(maps.Keys(found)))
		})
	}
}

// rough is a Conn with one flaw.
type rough struct {
	flaw   string
	server *protocoltest.Server
	conn   protocol.Conn
	there  chan []byte
	back   chan []byte

	mu       sync.Mutex
	last     []byte // answer
	buffer   []byte
	sent     []byte // the message before
	lost     []byte // an answer that nobody waited for
	dead     bool
	closings atomic.Int32
	calls    []context.CancelFunc
}

func newRough(flaw string) (protocol.Conn, error) {
	if flaw == "it does not open" {
		return nil, errors.New("no")
	}
	r := &rough{flaw: flaw, server: protocoltest.NewServer(), buffer: make([]byte, 1000), there: make(chan []byte), back: make(chan []byte)}
	r.conn = protocol.Direct(r.server)
	return r, nil
}

func (r *rough) is(flaw string) bool { return r.flaw == flaw }

func (r *rough) Close() error {
	switch {
	case r.is("a second Close is an error") && r.closings.Add(1) > 1:
		return protocol.ErrClosed
	case r.is("Close waits for nobody and ends nothing"), r.is("there are answers after Close"), r.is("a context is not looked at"):
		return nil
	}
	return r.connNow().Close()
}

func (r *rough) Call(ctx context.Context, message []byte) ([]byte, error) {
	r.before(message)
	switch {
	case r.is("a context that is over is not looked at") && ctx.Err() != nil, r.is("a context is not looked at"):
		ctx = context.WithoutCancel(ctx)
	case r.is("messages of 64 KiB") && len(message) > 64<<10:
		return nil, protocol.ErrTooLarge
	case r.is("answers of any length"):
		return r.server.Handle(ctx, message), nil
	case r.is("a cancelled call ends all"):
		return r.together(ctx, message)
	case r.hasDied():
		return nil, errors.New("the plug-in is gone")
	}
	answer, err := r.connNow().Call(ctx, message)
	if err != nil {
		return nil, r.told(ctx, message, err)
	}
	if r.is("calls at once get each other's answers") {
		return r.exchanged(answer), nil
	}
	if r.is("the message is kept") {
		answer = r.late(ctx, message, answer)
	}
	return r.after(answer), nil
}

// late answers the message before, which is not the Conn's any more.
func (r *rough) late(ctx context.Context, message, answer []byte) []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sent != nil {
		answer = r.server.Handle(ctx, r.sent)
	}
	r.sent = message
	return answer
}

// exchanged gives two calls that are at work each other's answer.
func (r *rough) exchanged(answer []byte) []byte {
	select {
	case other := <-r.there:
		r.back <- answer
		return other
	case r.there <- answer:
		return <-r.back
	case <-time.After(50 * time.Millisecond): // nobody else is at work
		return answer
	}
}

func (r *rough) before(message []byte) {
	switch {
	case r.is("it panics") && bytes.Contains(message, []byte("check")):
		panic("rough")
	case r.is("a line end is put behind the message"):
		_ = append(message, '\n')
	}
}

// together has the end of one context end all calls.
func (r *rough) together(ctx context.Context, message []byte) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r.mu.Lock()
	r.calls = append(r.calls, cancel)
	r.mu.Unlock()
	answer, err := r.conn.Call(ctx, message)
	if err != nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		for _, cancel := range r.calls {
			cancel()
		}
		r.dead = true
		return nil, err
	}
	if r.hasDied() {
		return nil, context.Canceled
	}
	return answer, nil
}

func (r *rough) connNow() protocol.Conn {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.conn
}

func (r *rough) hasDied() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.dead
}

// told is what is said of an error.
func (r *rough) told(ctx context.Context, message []byte, err error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.is("the end of a context is told in other words"):
		return errors.New("no answer")
	case r.is("a deadline is a cancellation") && ctx.Err() != nil:
		return context.Canceled
	case r.is("errors hold the message"):
		return fmt.Errorf("%w: %s", err, message)
	case r.is("a long answer ends the plug-in") && errors.Is(err, protocol.ErrTooLarge):
		r.dead = true
	case r.is("an answer nobody waited for goes to the next") && ctx.Err() != nil:
		r.lost = []byte(`{"jsonrpc":"2.0","id":2,"result":{"issues":[]}}`)
	case r.is("a new plug-in is not greeted") && ctx.Err() != nil:
		r.conn = protocol.Direct(protocoltest.NewServer())
	}
	return err
}

// after is what becomes of an answer.
func (r *rough) after(answer []byte) []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.is("answers are late by one") && r.last != nil:
		r.last, answer = answer, r.last
	case r.is("answers are late by one"):
		r.last = answer
	case r.is("answers are written anew"):
		return bytes.ReplaceAll(answer, []byte(`1.0`), []byte(`1`))
	case r.is("a line end is left"):
		return append(answer, '\n')
	case r.is("one buffer for all answers") && len(answer) < 1000:
		return r.buffer[:copy(r.buffer, answer)]
	case r.lost != nil:
		answer, r.lost = r.lost, nil
	}
	return answer
}
