package webhook_test

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/events/eventstest"
	"github.com/fazhi-go/fazhi/plugin/webhook"
	"github.com/fazhi-go/fazhi/register"
)

func TestSink(t *testing.T) {
	r := newReceiver(t, secret(t, 1))
	require.NoError(t, eventstest.Sink(t.Context(), eventstest.Rig{
		Sink: newSink(t, r.options(secret(t, 1))), Received: r.all, Stop: r.Close,
		Secrets: []string{string(secret(t, 1).Reveal()), "127.0.0.1/"},
	}))
}

// A secret that is changed needs no restart, on either side.
func TestSinkRotates(t *testing.T) {
	before, after := secret(t, 1), secret(t, 2)
	r := newReceiver(t, before)
	valid := []webhook.Secret{before}
	o := r.options()
	o.Secrets = webhook.SecretFunc(func(context.Context, string) ([]webhook.Secret, error) { return valid, nil })
	s := newSink(t, o)
	require.NoError(t, s.Send(t.Context(), envelope()))
	valid = []webhook.Secret{after, before}
	require.NoError(t, s.Send(t.Context(), envelope()), "the receiver still has the old one")
	r.verifier.Secrets = []webhook.Secret{after}
	require.NoError(t, s.Send(t.Context(), envelope()))
	valid = []webhook.Secret{after}
	require.NoError(t, s.Send(t.Context(), envelope()))
	require.Len(t, r.all(), 4)
	valid = []webhook.Secret{before}
	err := s.Send(t.Context(), envelope())
	var status *webhook.Status
	require.ErrorAs(t, err, &status)
	require.Equal(t, http.StatusUnauthorized, status.Code)
	require.NotErrorIs(t, err, events.ErrReject)
}

// A kept connection that the receiver has closed meanwhile is no failure.
func TestConnectionClosedMeanwhile(t *testing.T) {
	r := newReceiver(t, secret(t, 1))
	s := newSink(t, r.options(secret(t, 1)))
	for range 5 {
		require.NoError(t, s.Send(t.Context(), envelope()))
		r.CloseClientConnections()
	}
	require.Len(t, r.all(), 5)
}

// A receiver that went away between two events is down, though its connection was still there: nobody's document is parked.
func TestGoesAwayOnAKeptConnection(t *testing.T) {
	r := newReceiver(t, secret(t, 1))
	s := newSink(t, r.options(secret(t, 1)))
	require.NoError(t, s.Send(t.Context(), envelope()))
	r.answers(func(http.ResponseWriter, *http.Request) {
		_ = r.Listener.Close()
		panic(http.ErrAbortHandler)
	})
	require.ErrorIs(t, s.Send(t.Context(), envelope()), events.ErrDown)
}

// Without a secret nothing goes out.
func TestNoSecret(t *testing.T) {
	r := newReceiver(t, secret(t, 1))
	broken := errors.New("vault is sealed")
	for _, source := range []webhook.SecretFunc{
		func(context.Context, string) ([]webhook.Secret, error) { return nil, broken },
		func(context.Context, string) ([]webhook.Secret, error) { return nil, nil },
		func(context.Context, string) ([]webhook.Secret, error) { return []webhook.Secret{{}}, nil },
	} {
		o := r.options()
		o.Secrets = source
		require.ErrorIs(t, newSink(t, o).Send(t.Context(), envelope()), events.ErrDown)
	}
	require.Zero(t, r.hits)
}

// The names and numbers by which a forged address tries to get to a server on this machine or beside it. None reaches it,
// whether the list is empty, has other addresses, or has all.
func TestForgedAddresses(t *testing.T) {
	hits := 0
	serve := func(network, address string) string {
		l, err := net.Listen(network, address)
		require.NoError(t, err)
		server := &http.Server{Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits++ })}
		go func() { _ = server.Serve(l) }()
		t.Cleanup(func() { _ = server.Close() })
		_, port, err := net.SplitHostPort(l.Addr().String())
		require.NoError(t, err)
		return port
	}
	port := serve("tcp", ":0") // all addresses of this machine
	control := newSink(t, plain("http://127.0.0.1:"+port, loopback()...))
	require.NoError(t, control.Send(t.Context(), envelope()))
	require.Equal(t, 1, hits, "the server is there")

	hosts := []string{
		"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0x7f000001", "169.254.169.254",
		"10.0.0.1", "100.64.0.1", "[64:ff9b::7f00:1]", "[fe80::1%25lo]", "[::]", "[::ffff:7f00:1]", "[::127.0.0.1]", "127.255.255.254",
		"017700000001", "0177.0.0.1", "LOCALHOST", "localhost.", "[2002:7f00:1::]", "[::ffff:0:127.0.0.1]", "100.100.100.200",
	}
	others := []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}
	for _, allow := range [][]netip.Prefix{nil, others} {
		for _, host := range hosts {
			o := plain("http://"+host+":"+port, allow...)
			o.Timeout = 2 * time.Second // of the resolver, for names that are none
			err := newSink(t, o).Send(t.Context(), envelope())
			require.ErrorIs(t, err, events.ErrDown, host)
			require.ErrorIs(t, err, register.ErrStall, "and it parks nothing")
		}
	}
	wide := []netip.Prefix{netip.MustParsePrefix("0.0.0.0/0"), netip.MustParsePrefix("::/0")}
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]"} {
		err := newSink(t, plain("http://"+host+":"+port, wide...)).Send(t.Context(), envelope())
		require.ErrorIs(t, err, webhook.ErrForbidden, host)
	}
	require.Equal(t, 1, hits)
}

func plain(url string, allow ...netip.Prefix) webhook.Options {
	key, _ := webhook.NewSecret(make([]byte, 32))
	return webhook.Options{URL: url, Allow: allow, Plain: true, Secret: "archive", Secrets: fixed(key), Now: now}
}

func TestStatuses(t *testing.T) {
	r := newReceiver(t)
	s := newSink(t, r.options(secret(t, 1)))
	kinds := []error{events.ErrDown, events.ErrReject, events.ErrGone}
	for code, want := range map[int]error{
		200: nil, 201: nil, 202: nil, 204: nil,
		400: events.ErrReject, 413: events.ErrReject, 415: events.ErrReject, 422: events.ErrReject,
		410: events.ErrGone, 429: events.ErrDown,
		301: nil, 302: nil, 303: nil, 304: nil, 307: nil, 308: nil,
		401: nil, 403: nil, 404: nil, 405: nil, 407: nil, 408: nil, 409: nil, 418: nil, 500: nil, 501: nil, 502: nil, 503: nil, 504: nil, 599: nil,
	} {
		r.answers(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "/elsewhere")
			w.WriteHeader(code)
		})
		err := s.Send(t.Context(), envelope())
		if code < 300 {
			require.NoError(t, err, code)
			continue
		}
		var status *webhook.Status
		require.ErrorAs(t, err, &status)
		require.Equal(t, code, status.Code)
		require.EqualError(t, err, fmt.Sprintf("webhook: 接收方答复 %d", code))
		for _, kind := range kinds {
			require.Equal(t, kind == want, errors.Is(err, kind), "%d %v", code, kind)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	r := newReceiver(t)
	s := newSink(t, r.options(secret(t, 1)))
	for _, x := range []struct {
		code int
		text string
		want time.Duration // -1: it says nothing
	}{
		{429, "120", 2 * time.Minute}, {503, "0", 0}, {503, "Wed, 01 May 2024 02:30:00 GMT", 30 * time.Minute},
		{503, "Tue, 30 Apr 2024 00:00:00 GMT", 0}, {429, "999999999999", 24 * time.Hour}, {429, "99999999999999999999999", 24 * time.Hour},
		{503, "Fri, 31 Dec 9999 23:59:59 GMT", 24 * time.Hour}, {429, "-1", -1}, {429, "soon", -1}, {429, "", -1}, {503, "", -1}, {500, "120", -1},
	} {
		r.answers(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", x.text)
			w.WriteHeader(x.code)
		})
		err := s.Send(t.Context(), envelope())
		var later *events.Later
		if x.want < 0 {
			require.False(t, errors.As(err, &later), x)
			continue
		}
		require.ErrorAs(t, err, &later, x)
		require.Equal(t, x.want, later.After, x)
		require.ErrorIs(t, err, events.ErrDown)
		require.ErrorAs(t, err, new(*webhook.Status))
	}
}

// A redirect is an answer, not an order.
func TestNoRedirects(t *testing.T) {
	other := newReceiver(t, secret(t, 1))
	r := newReceiver(t)
	for _, code := range []int{301, 302, 303, 307, 308} {
		r.answers(func(w http.ResponseWriter, q *http.Request) { http.Redirect(w, q, other.URL, code) })
		o := r.options(secret(t, 1))
		o.Roots.AddCert(other.Certificate())
		require.Error(t, newSink(t, o).Send(t.Context(), envelope()))
	}
	require.Equal(t, 5, r.hits)
	require.Zero(t, other.hits)
}

// A certificate that nobody knows, one for another name, a TLS of old: nothing is sent, nothing parked.
func TestCertificates(t *testing.T) {
	r := newReceiver(t, secret(t, 1))
	o := r.options(secret(t, 1))
	o.Roots = nil
	require.ErrorIs(t, newSink(t, o).Send(t.Context(), envelope()), events.ErrDown)
	o = r.options(secret(t, 1))
	o.URL = strings.Replace(r.URL, "127.0.0.1", "127.0.0.2", 1)
	require.ErrorIs(t, newSink(t, o).Send(t.Context(), envelope()), events.ErrDown)
	old := httptest.NewUnstartedServer(r)
	old.TLS, old.Config.ErrorLog = &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}, r.Config.ErrorLog
	old.StartTLS()
	defer old.Close()
	o = r.options(secret(t, 1))
	o.URL = old.URL
	require.ErrorIs(t, newSink(t, o).Send(t.Context(), envelope()), events.ErrDown)
	require.Zero(t, r.hits)
}

// A receiver that is reached and then misbehaves: whose fault it is, nobody knows, and no more than a little is read.
func TestReceiverMisbehaves(t *testing.T) {
	r := newReceiver(t)
	hold := make(chan struct{})
	for name, answer := range map[string]http.HandlerFunc{
		"breaks off": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"a large header": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Large", strings.Repeat("x", 64<<10))
		},
		"never answers": func(_ http.ResponseWriter, q *http.Request) {
			_, _ = io.Copy(io.Discard, q.Body)
			select {
			case <-q.Context().Done():
			case <-hold:
			}
			panic(http.ErrAbortHandler) // a 200 written now can still reach a client that is closing its connection
		},
	} {
		r.answers(answer)
		o := r.options(secret(t, 1))
		if name == "never answers" {
			o.Timeout = 100 * time.Millisecond
		}
		err := newSink(t, o).Send(t.Context(), envelope())
		require.Error(t, err, name)
		for _, kind := range []error{events.ErrDown, events.ErrReject, events.ErrGone} {
			require.NotErrorIs(t, err, kind, name)
		}
		require.NotContains(t, err.Error(), "https://", name)
	}
	close(hold)

	written := 0
	r.answers(func(w http.ResponseWriter, _ *http.Request) {
		for range 10_000 { // 40 MB, if somebody reads them
			n, err := w.Write(make([]byte, 4096))
			written += n
			if err != nil {
				return
			}
		}
	})
	require.NoError(t, newSink(t, r.options(secret(t, 1))).Send(t.Context(), envelope()))
	r.mu.Lock()
	defer r.mu.Unlock()
	require.Less(t, written, 20<<20, "what stands in buffers, no more")
}

func TestHeaders(t *testing.T) {
	r := newReceiver(t)
	var got *http.Request
	r.answers(func(_ http.ResponseWriter, q *http.Request) { got = q })
	o := r.options(secret(t, 1))
	o.URL += "/events"
	require.NoError(t, newSink(t, o).Send(t.Context(), envelope()))
	require.Equal(t, http.MethodPost, got.Method)
	require.Equal(t, "/events", got.URL.Path)
	require.Equal(t, "application/cloudevents+json; charset=utf-8", got.Header.Get("Content-Type"))
	require.Equal(t, "1714528800", got.Header.Get("webhook-timestamp"))
	require.Empty(t, got.Header.Get("Accept-Encoding"))
}

func TestNewSaysAll(t *testing.T) {
	_, err := webhook.New(webhook.Options{Allow: []netip.Prefix{{}}, Signer: webhook.HMAC("V1", nil), Timeout: -1})
	for _, text := range []string{"Allow", "URL", "Secret", "Secrets", "Now", "Timeout", "版本"} {
		require.ErrorContains(t, err, text)
	}
	for _, url := range []string{
		"", "archive", "//host/x", "https://", "https://:443/", "https:host", "http://host/", "ftp://host/", "https://a:b@host/",
		"https://host/#x", "https://ho st/", "https://[::1/", "file:///etc/passwd",
	} {
		o := plain(url)
		o.Plain = false
		_, err := webhook.New(o)
		require.ErrorContains(t, err, "URL", url)
		if len(url) > 8 {
			require.NotContains(t, err.Error(), url)
		}
	}
}
