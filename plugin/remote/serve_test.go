package remote_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// echo answers each message with itself. It waits for the end of the context when asked to, or does not end at all.
type echo struct{ done chan struct{} }

func (e echo) Done() <-chan struct{} { return e.done }

func (e echo) Handle(ctx context.Context, message []byte) []byte {
	switch {
	case bytes.Contains(message, []byte("cancel")):
		return nil
	case bytes.Contains(message, []byte("shutdown")):
		close(e.done)
	case bytes.Contains(message, []byte("wait")):
		<-ctx.Done()
	}
	return message
}

func TestServeStdio(t *testing.T) {
	var out bytes.Buffer
	in := strings.NewReader("{\"id\":1}\r\n\n{\"method\":\"cancel\",\"params\":{}}\n")
	require.NoError(t, remote.ServeStdio(t.Context(), in, &out, echo{make(chan struct{})}))
	require.Equal(t, "{\"id\":1}\n", out.String())
}

// After goodbye the rest of the input is not read.
func TestServeStdioUntilGoodbye(t *testing.T) {
	in, host := io.Pipe()
	out := new(bytes.Buffer)
	ended := make(chan error, 1)
	go func() { ended <- remote.ServeStdio(t.Context(), in, out, echo{make(chan struct{})}) }()
	_, err := host.Write([]byte("{\"id\":1,\"method\":\"shutdown\"}\n"))
	require.NoError(t, err)
	require.NoError(t, <-ended)
	require.Equal(t, "{\"id\":1,\"method\":\"shutdown\"}\n", out.String())
}

func TestServeStdioUntilContext(t *testing.T) {
	in, _ := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, remote.ServeStdio(ctx, in, io.Discard, echo{}), context.Canceled)
}

// At the end of the input there is a while for answers, and no more: a program whose host has died does not stay for ever.
func TestServeStdioLeavesWhatDoesNotEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		require.NoError(t, remote.ServeStdio(ctx, strings.NewReader("{\"method\":\"wait\"}\n"), &out, echo{}))
		synctest.Wait() // the request ends with the context, too late for an answer
		require.Empty(t, out.String())
	})
}

type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, errors.New("nobody listens") }

func TestServeStdioErrors(t *testing.T) {
	err := remote.ServeStdio(t.Context(), strings.NewReader("{\"id\":1}\n"), deaf{}, echo{})
	require.ErrorContains(t, err, "nobody listens")
	long := strings.Repeat(" ", protocol.MaxMessage+1) + "\n"
	require.ErrorIs(t, remote.ServeStdio(t.Context(), strings.NewReader(long), io.Discard, echo{}), protocol.ErrTooLarge)
}
