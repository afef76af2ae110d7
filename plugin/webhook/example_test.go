package webhook_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"time"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
	"github.com/fazhi-go/fazhi/register/gm"
)

func Example() {
	now := func() time.Time { return time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC) }
	secret, err := webhook.ParseSecret("whsec_Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZQ==") // of a file or a vault, in earnest
	if err != nil {
		fmt.Println(err)
		return
	}

	// The receiver's side.
	verifier := webhook.Verifier{Secrets: []webhook.Secret{secret}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		e, err := verifier.Open(r, now())
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		fmt.Println("received", e.Sequence, e.Subject)
	}))
	defer server.Close()

	// The sender's side.
	event := &events.Envelope{
		ID: "5d41402abc4b2a76", Source: "/fazhi/register/x", Type: "cn.fazhi.contract.add.v1", Subject: "contract:HT-1",
		Time: now(), Sequence: 1,
	}
	for _, allow := range [][]netip.Prefix{{netip.MustParsePrefix("127.0.0.1/32")}, nil} {
		sink, err := webhook.New(webhook.Options{
			URL: server.URL, Plain: true, Allow: allow, Secret: "archive", Now: now,
			Secrets: webhook.SecretFunc(func(context.Context, string) ([]webhook.Secret, error) {
				return []webhook.Secret{secret}, nil
			}),
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		err = sink.Send(context.Background(), event)
		fmt.Println(err == nil, errors.Is(err, webhook.ErrForbidden))
	}
	fmt.Println(secret)
	// Output:
	// received 1 contract:HT-1
	// true false
	// false true
	// [密钥]
}

// With national cryptography (SM3) instead of SHA-256, under a mark that both sides agree on.
func ExampleHMAC() {
	signer := webhook.HMAC("v1sm3", gm.NewSM3)
	secret, err := webhook.NewSecret([]byte("correct horse battery staple"))
	if err != nil {
		fmt.Println(err)
		return
	}
	now := time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC)
	header := http.Header{}
	err = webhook.Sign(header, signer, []webhook.Secret{secret}, "5d41402abc4b2a76", now, []byte("{}"))
	fmt.Println(err, header.Get("Webhook-Signature")[:6])
	verifier := webhook.Verifier{Secrets: []webhook.Secret{secret}, Signers: []webhook.Signer{signer}}
	fmt.Println(verifier.Verify(header, []byte("{}"), now))
	// Output:
	// <nil> v1sm3,
	// <nil>
}
