package nats_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	broker "github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/events/eventstest"
	"github.com/fazhi-go/fazhi/plugin/nats"
)

const streamName = "FAZHI"

// A world is a server that syncs always, with a stream, and what the log heard.
type world struct {
	*testing.T
	server *natsserver.Server
	with   natsserver.Options
	log    journal
}

func newWorld(t *testing.T, o natsserver.Options) *world {
	t.Helper()
	o.Dir, o.SyncAlways = t.TempDir(), true
	server, err := natsserver.Start(o)
	require.NoError(t, err)
	t.Cleanup(server.Stop)
	return &world{T: t, server: server, with: o}
}

// good is a stream that is taken.
func good() jetstream.StreamConfig {
	return jetstream.StreamConfig{
		Name: streamName, Subjects: []string{"fazhi.>"}, Storage: jetstream.FileStorage, Discard: jetstream.DiscardNew,
	}
}

// operator is a connection as the operator has it.
func (w *world) operator() jetstream.JetStream {
	w.Helper()
	conn, err := broker.Connect(w.server.URL(), broker.UserInfo(w.with.User, w.with.Password))
	require.NoError(w, err)
	w.Cleanup(conn.Close)
	js, err := jetstream.New(conn)
	require.NoError(w, err)
	return js
}

// stream makes a stream. A server that is still removing one may fail to make another, so it is asked again.
func (w *world) stream(c jetstream.StreamConfig) {
	w.Helper()
	js := w.operator()
	_, err := js.CreateStream(w.Context(), c)
	for i := 0; err != nil && i < 20; i++ {
		_, err = js.CreateStream(w.Context(), c)
	}
	require.NoError(w, err)
}

// options are those of a sink that gets in.
func (w *world) options() nats.Options {
	o := nats.Options{Servers: []string{w.server.URL()}, Plain: true, Stream: streamName, Log: slog.New(slog.NewTextHandler(&w.log, nil))}
	if w.with.User != "" {
		o.Credential = "register"
		o.Credentials = nats.CredentialFunc(func(context.Context, string) (nats.Credential, error) {
			return nats.Password(w.with.User, w.with.Password), nil
		})
	}
	return o
}

func (w *world) sink(o nats.Options) *nats.Sink {
	w.Helper()
	s, err := nats.New(o)
	require.NoError(w, err)
	w.Cleanup(s.Close)
	return s
}

// sends sends steps of a document.
func (w *world) sends(s *nats.Sink, from, to int64) {
	w.Helper()
	for n := from; n <= to; n++ {
		require.NoError(w, s.Send(w.Context(), event("HT-1", n)))
	}
}

// messages are all that the stream has.
func (w *world) messages() []*jetstream.RawStreamMsg {
	w.Helper()
	stream, err := w.operator().Stream(w.Context(), streamName)
	require.NoError(w, err)
	var out []*jetstream.RawStreamMsg
	for seq := stream.CachedInfo().State.FirstSeq; seq <= stream.CachedInfo().State.LastSeq && seq > 0; seq++ {
		m, err := stream.GetMsg(w.Context(), seq)
		require.NoError(w, err)
		out = append(out, m)
	}
	return out
}

// received is the same for the kit.
func (w *world) received() []eventstest.Message {
	w.Helper()
	var out []eventstest.Message
	for _, m := range w.messages() {
		out = append(out, eventstest.Message{ID: m.Header.Get(jetstream.MsgIDHeader), Body: m.Data})
	}
	return out
}

// chokeOn returns the address of a way to the server that breaks when a text comes along.
func (w *world) chokeOn(text string) string {
	w.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(w, err)
	w.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return
			}
			go w.pass(in, text)
		}
	}()
	return l.Addr().String()
}

// pass passes on what comes, until the text does.
func (w *world) pass(in net.Conn, text string) {
	defer in.Close()
	out, err := net.Dial("tcp", strings.TrimPrefix(w.server.URL(), "nats://"))
	if err != nil {
		return
	}
	defer out.Close()
	go func() { _, _ = io.Copy(in, out) }()
	buffer := make([]byte, 64<<10)
	for {
		n, err := in.Read(buffer)
		if err != nil || bytes.Contains(buffer[:n], []byte(text)) {
			return
		}
		if _, err := out.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// A journal is what was logged.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write keeps the text.
func (j *journal) Write(b []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(b)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

// event is the n-th step of a document.
func event(id string, n int64) *events.Envelope {
	return &events.Envelope{
		ID: strings.Repeat("0", 60) + string("0123456789abcdef"[n/16]) + string("0123456789abcdef"[n%16]) + "aa", Sequence: n,
		Source: events.DefaultSource + "%E9%B2%A4%E5%9F%8E%E5%8C%BA%E5%8F%B8%E6%B3%95%E5%B1%80", Type: "cn.fazhi.contract.step.v1",
		Subject: "contract:" + id, Time: time.Date(2024, 5, 1, 2, 0, int(n), 0, time.UTC),
	}
}
