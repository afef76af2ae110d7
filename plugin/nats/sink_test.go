package nats_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/events/eventstest"
	"github.com/fazhi-go/fazhi/plugin/nats"
	"github.com/fazhi-go/fazhi/register"
)

const password = "an-invented-password"

func TestKit(t *testing.T) {
	w := newWorld(t, natsserver.Options{User: "register", Password: password})
	w.stream(good())
	rig := eventstest.Rig{Sink: w.sink(w.options()), Received: w.received, Stop: w.server.Stop, Secrets: []string{password}}
	require.NoError(t, eventstest.Sink(t.Context(), rig))
}

func TestMessage(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	e := event("HT-1", 1)
	require.NoError(t, w.sink(w.options()).Send(t.Context(), e))
	all := w.messages()
	require.Len(t, all, 1)
	require.Equal(t, "fazhi.%E9%B2%A4%E5%9F%8E%E5%8C%BA%E5%8F%B8%E6%B3%95%E5%B1%80.contract.step", all[0].Subject)
	require.Equal(t, "application/cloudevents+json; charset=utf-8", all[0].Header.Get("Content-Type"))
	require.Equal(t, e.ID, all[0].Header.Get("Nats-Msg-Id"))
	got, err := events.Parse(all[0].Data)
	require.NoError(t, err)
	require.Equal(t, e, got)
	require.Empty(t, w.log.String())
}

// The same event twice, from two processes too, is in the stream once.
func TestDuplicates(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	for range 2 {
		s := w.sink(w.options())
		for range 2 {
			require.NoError(t, s.Send(t.Context(), event("HT-1", 1)))
		}
	}
	require.Len(t, w.messages(), 1)
}

// A server that is away for a while: events wait, and go on without anybody's help, each once.
func TestRestart(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	s := w.sink(w.options())
	w.sends(s, 1, 10)
	w.server.Stop()
	for range 2 {
		err := s.Send(t.Context(), event("HT-1", 11))
		require.ErrorIs(t, err, events.ErrDown)
		require.ErrorIs(t, err, register.ErrStall)
	}
	require.NoError(t, w.server.Again())
	w.sends(s, 10, 20) // the tenth again
	require.Len(t, w.messages(), 20)
	require.Empty(t, w.log.String())
}

// A server that has lost what it acknowledged, as after a power cut without sync_interval: always, is reported.
func TestLost(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	s := w.sink(w.options())
	w.sends(s, 1, 3)
	w.server.Stop()
	require.NoError(t, os.RemoveAll(w.with.Dir))
	require.NoError(t, w.server.Again())
	w.stream(good())
	require.NoError(t, s.Check(t.Context()))
	require.Contains(t, w.log.String(), "服务器丢失了已经确认的消息")
	require.Contains(t, w.log.String(), "confirmed=3 present=0")
	before := w.log.String()
	require.NoError(t, s.Check(t.Context()))
	require.Equal(t, before, w.log.String(), "it is said once")
}

// A dropped connection is made anew within Send.
func TestConnectionBreaks(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	s := w.sink(w.options())
	for n := range int64(5) {
		require.NoError(t, s.Send(t.Context(), event("HT-1", n+1)))
		require.NoError(t, w.server.DropClients())
	}
	require.Len(t, w.messages(), 5)
}

// An event at which the connection breaks each time holds up itself, not everything.
func TestPoison(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	o := w.options()
	o.Servers = []string{"nats://" + w.chokeOn(event("HT-1", 1).ID)}
	s := w.sink(o)
	err := s.Send(t.Context(), event("HT-1", 1))
	require.ErrorContains(t, err, "连接中断")
	require.NotErrorIs(t, err, events.ErrDown)
	require.NotErrorIs(t, err, events.ErrReject)
	require.NoError(t, s.Send(t.Context(), event("HT-2", 2)))
	require.Len(t, w.messages(), 1)
}

func TestTooLarge(t *testing.T) {
	large := event("HT-1", 1)
	large.Data = []byte(`{"x":"` + strings.Repeat("x", 100_000) + `"}`)
	for name, c := range map[string]struct {
		server natsserver.Options
		max    int32
		said   string
	}{
		"stream": {natsserver.Options{}, 50_000, "max_msg_size"},
		"server": {natsserver.Options{MaxPayload: 50_000}, 0, "max_payload"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, c.server)
			config := good()
			config.MaxMsgSize = c.max
			w.stream(config)
			s := w.sink(w.options())
			err := s.Send(t.Context(), large)
			require.ErrorIs(t, err, events.ErrReject)
			require.NotErrorIs(t, err, events.ErrDown)
			require.NoError(t, s.Send(t.Context(), event("HT-2", 2)), "others go on")
			require.Contains(t, w.log.String(), c.said)
		})
	}
}

// A stream that is full holds up everything, and nothing is lost.
func TestFull(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	config := good()
	config.MaxMsgs = 2
	w.stream(config)
	s := w.sink(w.options())
	require.NoError(t, s.Send(t.Context(), event("HT-1", 1)))
	require.NoError(t, s.Send(t.Context(), event("HT-1", 2)))
	require.ErrorIs(t, s.Send(t.Context(), event("HT-1", 3)), events.ErrDown)
	require.Len(t, w.messages(), 2)
}

// A stream that goes away under a connection.
func TestStreamGone(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	s := w.sink(w.options())
	require.NoError(t, s.Send(t.Context(), event("HT-1", 1)))
	require.NoError(t, w.operator().DeleteStream(t.Context(), streamName))
	require.ErrorIs(t, s.Send(t.Context(), event("HT-1", 2)), events.ErrDown)

	other := good()
	other.Name = "OTHER"
	w.stream(other)
	require.Error(t, s.Send(t.Context(), event("HT-1", 2)), "another stream on the same subjects is not the one")
}

// A server that takes connections and says nothing.
func TestSilence(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	s, err := nats.New(nats.Options{Servers: []string{"nats://" + l.Addr().String()}, Plain: true, Stream: streamName})
	require.NoError(t, err)
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		if c, err := l.Accept(); err == nil {
			defer c.Close()
			cancel() // while the client waits for the first word
			<-t.Context().Done()
		}
	}()
	err = s.Send(ctx, event("HT-1", 1))
	require.ErrorIs(t, err, context.Canceled)
	require.NotErrorIs(t, err, events.ErrDown)
}

func TestClosed(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	w.stream(good())
	s := w.sink(w.options())
	require.NoError(t, s.Send(t.Context(), event("HT-1", 1)))
	s.Close()
	s.Close()
	require.ErrorIs(t, s.Send(t.Context(), event("HT-1", 2)), events.ErrDown)
}

// Servers show certificates, and who has certified them is asked.
func TestTLS(t *testing.T) {
	https := httptest.NewTLSServer(nil) // for its certificate
	defer https.Close()
	known := x509.NewCertPool()
	known.AddCert(https.Certificate())
	w := newWorld(t, natsserver.Options{TLS: &tls.Config{Certificates: https.TLS.Certificates, MinVersion: tls.VersionTLS12}})
	for name, c := range map[string]struct {
		roots  *x509.CertPool
		within bool
	}{"known": {known, true}, "unknown": {x509.NewCertPool(), false}, "of the system": {nil, false}} {
		s := w.sink(nats.Options{Servers: []string{strings.Replace(w.server.URL(), "nats:", "tls:", 1)}, Stream: streamName, Roots: c.roots})
		err := s.Check(t.Context())
		require.ErrorIs(t, err, events.ErrDown)
		require.Equal(t, c.within, errors.Is(err, nats.ErrStream), "%s: %v", name, err)
	}
}

// Without the right to publish on one subject nothing is known of the others, and the log says why.
func TestNotPermitted(t *testing.T) {
	w := newWorld(t, natsserver.Options{User: "register", Password: password, Deny: "fazhi.*.contract.>"})
	o := w.options()
	o.Timeout = 300 * time.Millisecond
	w.stream(good())
	s := w.sink(o)
	require.NoError(t, s.Check(t.Context()))
	err := s.Send(t.Context(), event("HT-1", 1))
	require.Error(t, err)
	require.NotErrorIs(t, err, events.ErrDown)
	require.NotErrorIs(t, err, events.ErrReject)
	require.Contains(t, w.log.String(), "不许可在这一主题上发布")
	other := event("GF-1", 2)
	other.Type = "cn.fazhi.norm.add.v1"
	require.NoError(t, s.Send(t.Context(), other))
}

// No server, one of another kind, no credential.
func TestUnreachable(t *testing.T) {
	w := newWorld(t, natsserver.Options{})
	for name, change := range map[string]func(o *nats.Options){
		"no server": func(o *nats.Options) { o.Servers = []string{"nats://127.0.0.1:1"} },
		"no TLS": func(o *nats.Options) {
			o.Servers, o.Plain = []string{"tls://" + w.server.URL()[len("nats://"):]}, false
		},
		"no credential": func(o *nats.Options) {
			o.Credential = "register"
			o.Credentials = nats.CredentialFunc(func(context.Context, string) (nats.Credential, error) {
				return nats.Credential{}, errors.New("not there")
			})
		},
		"empty credential": func(o *nats.Options) {
			o.Credential = "register"
			o.Credentials = nats.CredentialFunc(func(context.Context, string) (nats.Credential, error) { return nats.Credential{}, nil })
		},
	} {
		o := w.options()
		change(&o)
		s := w.sink(o)
		require.ErrorIs(t, s.Send(t.Context(), event("HT-1", 1)), events.ErrDown, name)
		require.ErrorIs(t, s.Check(t.Context()), events.ErrDown, name)
	}
}

func TestNewSaysEverything(t *testing.T) {
	_, err := nats.New(nats.Options{
		Servers: []string{"nats://a:4222", "tls://user:" + password + "@b", "tls://c/x", "ws://d", ""},
		Subject: "{organ}", Credential: "x", Timeout: -1,
	})
	for _, text := range []string{"第1项应当是 tls", "第2项不应当有用户和密码", "第3项", "第4项", "第5项", "Stream", "Subject", "Credentials", "为负"} {
		require.ErrorContains(t, err, text)
	}
	require.NotContains(t, err.Error(), password)
	_, err = nats.New(nats.Options{})
	require.ErrorContains(t, err, "没有 Servers")
}
