package remote_test

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/protocol/protocoltest"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

func TestConnOverHTTP(t *testing.T) {
	protocoltest.Run(t, protocoltest.Harness{Open: func(context.Context) (protocol.Conn, error) {
		service := httptest.NewServer(remote.Handler(protocoltest.NewServer()))
		t.Cleanup(service.Close)
		return remote.HTTP{URL: service.URL, Timeout: time.Minute}.Conn()
	}})
}

// connTo returns a connection to a service that answers everything in one way.
func connTo(t *testing.T, h remote.HTTP, answer http.HandlerFunc) protocol.Conn {
	service := httptest.NewServer(answer)
	t.Cleanup(service.Close)
	h.URL = service.URL + "/plugin"
	conn, err := h.Conn()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, conn.Close()) })
	return conn
}

func TestServiceThatAnswersNothing(t *testing.T) {
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   error
		text   string
	}{
		"status": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }, remote.ErrStatus, "HTTP 503"},
		"redirect": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/other", http.StatusTemporaryRedirect)
		}, remote.ErrStatus, "HTTP 307"},
		"long": {func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(make([]byte, 101)) }, protocol.ErrTooLarge, ""},
		"cut": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "50")
			_, _ = w.Write([]byte("{"))
		}, remote.ErrStatus, "unexpected EOF"},
	} {
		t.Run(name, func(t *testing.T) {
			conn := connTo(t, remote.HTTP{MaxAnswer: 100}, c.answer)
			_, err := conn.Call(t.Context(), []byte(firstMessage))
			require.ErrorIs(t, err, c.want)
			require.ErrorContains(t, err, c.text)
			require.ErrorContains(t, err, "/plugin")
		})
	}
}

func TestMessageOverHTTP(t *testing.T) {
	conn := connTo(t, remote.HTTP{MaxAnswer: 100}, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		_, _ = w.Write(append([]byte(r.Method+" "+r.Header.Get("Content-Type")+" "), body...))
	})
	answer, err := conn.Call(t.Context(), []byte(firstMessage))
	require.NoError(t, err)
	require.Equal(t, "POST application/json "+firstMessage, string(answer))
	_, err = conn.Call(t.Context(), make([]byte, protocol.MaxMessage+1))
	require.ErrorIs(t, err, protocol.ErrTooLarge)
}

// A request carries what the service knows its clients by. What that says when it fails is the error.
func TestAuthorize(t *testing.T) {
	sign := func(body []byte) string {
		mac := hmac.New(sha256.New, []byte("虚构的密钥"))
		mac.Write(body)
		return hex.EncodeToString(mac.Sum(nil))
	}
	locked := errors.New("密钥不可用")
	var ready atomic.Bool
	h := remote.HTTP{Authorize: func(r *http.Request, body []byte) error {
		if !ready.Load() {
			return locked
		}
		r.Header.Set("X-Signature", sign(body))
		return nil
	}}
	conn := connTo(t, h, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if r.Header.Get("X-Signature") != sign(body) {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	_, err := conn.Call(t.Context(), []byte(firstMessage))
	require.ErrorIs(t, err, locked)
	ready.Store(true)
	_, err = conn.Call(t.Context(), []byte(firstMessage))
	require.NoError(t, err)
}

// The environment names a proxy, see TestMain; it is not used. A name goes to Dial as it is.
func TestNoProxy(t *testing.T) {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(r.Host)) }))
	defer service.Close()
	h := remote.HTTP{URL: "http://plugin.example/", Plain: true}
	h.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address != "plugin.example:80" {
			return nil, errors.New("dialled " + address)
		}
		return new(net.Dialer).DialContext(ctx, network, service.Listener.Addr().String())
	}
	conn, err := h.Conn()
	require.NoError(t, err)
	answer, err := conn.Call(t.Context(), []byte(firstMessage))
	require.NoError(t, err)
	require.Equal(t, "plugin.example", string(answer))
}

func TestTLS(t *testing.T) {
	service := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("{}")) }))
	service.Config.ErrorLog = log.New(io.Discard, "", 0)
	service.StartTLS()
	defer service.Close()
	known := x509.NewCertPool()
	known.AddCert(service.Certificate())
	for _, h := range []remote.HTTP{{URL: service.URL}, {URL: service.URL, TLS: &tls.Config{RootCAs: known}}} {
		conn, err := h.Conn()
		require.NoError(t, err)
		_, err = conn.Call(t.Context(), []byte(firstMessage))
		require.Equal(t, h.TLS == nil, err != nil, err)
		require.NoError(t, conn.Close())
	}
}

func TestFaultsOfConfigurationOverHTTP(t *testing.T) {
	for address, want := range map[string]string{
		"":                           "https://",
		"ftp://plugin.example":       "https://",
		"https://":                   "主机名",
		"http://plugin.example":      "Plain",
		"http://10.0.0.1":            "Plain",
		"https://a:geheim@x.example": "Authorize",
		"https://a:geheim@x\x00":     "无法读懂",
	} {
		_, err := remote.HTTP{URL: address}.Conn()
		require.ErrorContains(t, err, want, address)
		require.NotContains(t, err.Error(), "geheim")
	}
	_, err := remote.HTTP{URL: "https://plugin.example", Timeout: -1, MaxAnswer: -1}.Conn()
	require.ErrorContains(t, err, "Timeout")
	require.ErrorContains(t, err, "MaxAnswer")
	for _, address := range []string{"http://localhost:8080/", "http://127.0.0.1/", "http://[::1]/", "https://plugin.example/fazhi"} {
		_, err := remote.HTTP{URL: address}.Conn()
		require.NoError(t, err, address)
	}
}

// A service that was started anew and knows nothing of the conversation is told the first request again.
func TestServiceStartedAnew(t *testing.T) {
	service := func() remote.Server { return protocoltest.NewServer() }
	var at atomic.Pointer[http.Handler]
	start := func(s remote.Server) {
		h := remote.Handler(s)
		at.Store(&h)
	}
	conn := connTo(t, remote.HTTP{}, func(w http.ResponseWriter, r *http.Request) { (*at.Load()).ServeHTTP(w, r) })
	start(service())
	greet := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocols":["fazhi/1"],"library":"x","probe":"x","settings":{}}}`
	ask := `{"jsonrpc":"2.0","id":2,"method":"check","params":{"document":{"kind":"kit","id":"1","title":"x","content":{"do":"say","text":"好"}},` +
		`"today":"2024-05-01","codes":["kit/task/done"]}}`
	_, err := conn.Call(t.Context(), []byte(greet))
	require.NoError(t, err)
	for range 2 {
		answer, err := conn.Call(t.Context(), []byte(ask))
		require.NoError(t, err)
		require.Contains(t, string(answer), `"message":"好"`)
		start(service())
	}
	start(other{service()})
	_, err = conn.Call(t.Context(), []byte(ask))
	require.ErrorIs(t, err, remote.ErrChanged)
}

// other is a server that has another version each time.
type other struct{ remote.Server }

func (o other) Handle(ctx context.Context, message []byte) []byte {
	return bytes.Replace(o.Server.Handle(ctx, message), []byte(`"version":"1"`), []byte(`"version":"2"`), 1)
}

func handled(method, kind, body string) *httptest.ResponseRecorder {
	s, err := protocol.NewServer(faulty.Plugin())
	if err != nil {
		panic(err)
	}
	r := httptest.NewRequest(method, "/", strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	remote.Handler(s).ServeHTTP(w, r)
	return w
}

func TestHandler(t *testing.T) {
	const kind = "application/json"
	for name, c := range map[string]struct {
		method, kind, body string
		status             int
		answer             string
	}{
		"get":       {"GET", kind, "", 405, "Method Not Allowed\n"},
		"form":      {"POST", "application/x-www-form-urlencoded", "{}", 415, "Unsupported Media Type\n"},
		"no kind":   {"POST", "", "{}", 415, "Unsupported Media Type\n"},
		"too large": {"POST", kind, strings.Repeat(" ", protocol.MaxMessage+1), 413, "Request Entity Too Large\n"},
		"cancel":    {"POST", kind, `{"jsonrpc":"2.0","method":"cancel","params":{"id":1}}`, 204, ""},
		"shutdown":  {"POST", kind + "; charset=utf-8", `{"jsonrpc":"2.0","id":5,"method":"shutdown","params":{}}`, 200, `{"jsonrpc":"2.0","id":5,"result":{}}`},
	} {
		t.Run(name, func(t *testing.T) {
			w := handled(c.method, c.kind, c.body)
			require.Equal(t, c.status, w.Code)
			require.Equal(t, c.answer, w.Body.String())
		})
	}
	w := handled("POST", kind, "{")
	require.Equal(t, 200, w.Code)
	require.Equal(t, kind, w.Header().Get("Content-Type"))
	require.Contains(t, w.Body.String(), "-32700")
}

func FuzzHandler(f *testing.F) {
	f.Add(`{"jsonrpc":"2.0","id":5,"method":"shutdown","params":{}}`)
	f.Add(`{"jsonrpc":"2.0","method":"cancel","params":{"id":1}}`)
	f.Fuzz(func(t *testing.T, body string) {
		w := handled("POST", "application/json", body)
		require.Contains(t, []int{200, 204}, w.Code)
	})
}
