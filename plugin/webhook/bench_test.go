package webhook_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

// Events of a book on SQLite to a receiver on this machine that verifies them, over a connection that is kept.
func BenchmarkDeliver(b *testing.B) {
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "book.db"), sqlite.Options{})
	require.NoError(b, err)
	defer store.Close()
	book, err := register.New(store, register.Options{Now: now})
	require.NoError(b, err)
	const n = 500
	for i := range n {
		id := fmt.Sprintf("HT-%d", i)
		_, err := book.Add(b.Context(), register.Request{
			Scope: register.Scope{Organ: "鲤城区司法局"},
			Doc:   &register.Raw{Of: fazhi.Ref{Kind: "contract", ID: id}, JSON: json.RawMessage(`{"name":"店面租赁合同"}`)},
		})
		require.NoError(b, err)
	}
	verifier := webhook.Verifier{Secrets: []webhook.Secret{secret(b, 1)}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := verifier.Open(r, now()); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}))
	defer server.Close()
	o := plain(server.URL, loopback()...)
	o.Secrets = fixed(secret(b, 1))
	sink := newSink(b, o)
	for _, every := range []int{1, 50} {
		b.Run(fmt.Sprintf("saveEvery=%d", every), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d, err := events.New(
					events.Subscription{Name: fmt.Sprintf("s-%d-%d-%d", every, b.N, i), Sink: sink},
					events.Options{Store: store, Cursors: store, Holder: "p1", Now: now, SaveEvery: every})
				require.NoError(b, err)
				done, err := d.Pass(b.Context())
				require.NoError(b, err)
				require.Equal(b, n, done)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "events/s")
		})
	}
}
