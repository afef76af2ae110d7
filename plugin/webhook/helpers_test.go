package webhook_test

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/events/eventstest"
	"github.com/fazhi-go/fazhi/plugin/webhook"
)

func now() time.Time { return time.Unix(1714528800, 0) }

// secret makes a secret out of one byte.
func secret(t testing.TB, b byte) webhook.Secret {
	t.Helper()
	key := make([]byte, 24)
	for i := range key {
		key[i] = b + byte(i)
	}
	s, err := webhook.NewSecret(key)
	require.NoError(t, err)
	return s
}

func loopback() []netip.Prefix {
	return []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}
}

func envelope() *events.Envelope {
	return &events.Envelope{
		ID: "0102030000000000000000000000000000000000000000000000000000000000", Source: "/fazhi/register/x",
		Type: "cn.fazhi.contract.add.v1", Subject: "contract:HT-1", Time: now().UTC(), Sequence: 1,
	}
}

// A receiver is a server that keeps what it verified, unless answer says something else.
type receiver struct {
	*httptest.Server
	verifier webhook.Verifier
	answer   http.HandlerFunc

	mu   sync.Mutex
	hits int
	got  []eventstest.Message
}

func newReceiver(t testing.TB, secrets ...webhook.Secret) *receiver {
	r := &receiver{verifier: webhook.Verifier{Secrets: secrets}}
	r.Server = httptest.NewUnstartedServer(r)
	r.Config.ErrorLog = log.New(io.Discard, "", 0)
	r.StartTLS()
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.hits++
	if r.answer != nil {
		r.answer(w, q)
		return
	}
	body, err := io.ReadAll(q.Body)
	if err == nil {
		err = r.verifier.Verify(q.Header, body, now())
	}
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	r.got = append(r.got, eventstest.Message{ID: q.Header.Get("webhook-id"), Body: body})
}

// answers changes what it answers.
func (r *receiver) answers(with http.HandlerFunc) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answer = with
}

func (r *receiver) all() []eventstest.Message {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.got
}

func (r *receiver) options(secrets ...webhook.Secret) webhook.Options {
	roots := x509.NewCertPool()
	roots.AddCert(r.Certificate())
	return webhook.Options{
		URL: r.URL, Allow: loopback(), Secret: "archive", Secrets: fixed(secrets...), Now: now, Roots: roots,
	}
}

func fixed(secrets ...webhook.Secret) webhook.SecretSource {
	return webhook.SecretFunc(func(_ context.Context, reference string) ([]webhook.Secret, error) {
		if reference != "archive" {
			return nil, errors.New("no such secret")
		}
		return secrets, nil
	})
}

func newSink(t testing.TB, o webhook.Options) *webhook.Sink {
	t.Helper()
	s, err := webhook.New(o)
	require.NoError(t, err)
	t.Cleanup(s.Close)
	return s
}
