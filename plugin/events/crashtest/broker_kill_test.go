package crashtest

import (
	"context"
	"net"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/crash"
	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
)

// The server is killed three times while an event is on its way; the dispatcher goes on by itself when it is back.
func TestKillNATS(t *testing.T) {
	t.Parallel()
	store := open(t, crash.Place{Engine: "sqlite", At: filepath.Join(t.TempDir(), "book.db")})
	b := &victim{T: t, options: natsserver.Options{Dir: t.TempDir(), SyncAlways: true}}
	b.start()
	b.bus.makeStream(t)
	sink, err := b.bus.reach(order{}).sink()
	require.NoError(t, err)
	b.sink = sink
	d, err := newDispatcher(store, b, "a", 1)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	b.enough = cancel
	require.ErrorIs(t, d.Run(ctx, 5*time.Millisecond), context.Canceled)
	b.bus.listen(t)
	all(t, &b.bus)
	found := b.bus.judge("sqlite NATS server", kept(t, store), nil)
	t.Logf("%s; server killed %d times, deliveries that failed %d", found, len(b.kills), b.downs)
	found.well(t, 1)
	require.Empty(t, b.moments())
}

// A victim is a server in a process of its own, and the way to it.
type victim struct {
	*testing.T
	options natsserver.Options
	bus     bus
	process *crash.Child
	sink    events.Sink
	calls   int
	sent    int
	enough  func() // is called when all events are sent
	kills   []int  // the calls at which the server was killed
	downs   int
}

// moments are the calls at which the server is still to be killed.
func (v *victim) moments() []int { return []int{100, 250, 370}[len(v.kills):] }

// start starts the server, at its port if it has one.
func (v *victim) start() {
	v.Helper()
	said := make(chan string, 1)
	c, err := crash.Start(order{Serve: &v.options}, func(line []byte) { said <- strings.TrimSpace(string(line)) })
	require.NoError(v, err)
	v.Cleanup(c.Abandon)
	v.process = c
	select {
	case v.bus.url = <-said:
	case <-time.After(time.Minute):
		require.Fail(v, "the server does not start")
	}
	u, err := url.Parse(v.bus.url)
	require.NoError(v, err)
	_, port, err := net.SplitHostPort(u.Host)
	require.NoError(v, err)
	v.options.Port, err = strconv.Atoi(port)
	require.NoError(v, err)
}

// Send sends, and kills the server meanwhile when the moment has come.
func (v *victim) Send(ctx context.Context, e *events.Envelope) error {
	v.calls++
	if left := v.moments(); len(left) == 0 || v.calls < left[0] {
		err := v.sink.Send(ctx, e)
		v.note(err)
		return err
	}
	v.kills = append(v.kills, v.calls)
	killed := make(chan error, 1)
	go func() { killed <- v.process.Kill() }()
	err := v.sink.Send(ctx, e)
	v.note(err)
	require.NoError(v, <-killed)
	v.start()
	return err
}

func (v *victim) note(err error) {
	if err != nil {
		v.downs++
		return
	}
	if v.sent++; v.sent == total {
		v.enough()
	}
}
