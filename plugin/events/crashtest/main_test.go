package crashtest

import (
	"context"
	"fmt"
	"net/netip"
	"os"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi/internal/crash"
	"github.com/fazhi-go/fazhi/internal/natsserver"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/nats"
	"github.com/fazhi-go/fazhi/plugin/webhook"
)

func TestMain(m *testing.M) {
	crash.Main(obey)
	os.Exit(m.Run())
}

// An order is what a process is to deliver.
type order struct {
	Place   crash.Place
	Holder  string // of the leases
	Every   int    // after how many events the position is kept
	Webhook string // the address; or
	NATS    string // the address of a server with the stream

	Serve *natsserver.Options // it is not to deliver, but to be such a server
}

// How long an event may take, and for how long a dead process keeps the others waiting.
const (
	sendFor  = time.Second
	leaseFor = 3 * sendFor
)

// ready is what a process says when it has opened everything; it begins when it is told something.
const ready = "ready\n"

// obey does what an order says.
func obey(o order) error {
	if o.Serve != nil {
		return serve(*o.Serve)
	}
	return o.deliver()
}

// serve is a server until the parent has enough.
func serve(o natsserver.Options) error {
	s, err := natsserver.Start(o)
	if err != nil {
		return err
	}
	defer s.Stop()
	if _, err := fmt.Println(s.URL()); err != nil {
		return err
	}
	_, _ = os.Stdin.Read(make([]byte, 1))
	return nil
}

// deliver delivers until the parent has enough.
func (o order) deliver() error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	store, err := o.Place.Open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	sink, err := o.sink()
	if err != nil {
		return err
	}
	d, err := newDispatcher(store, sink, o.Holder, o.Every)
	if err != nil {
		return err
	}
	if _, err := os.Stdout.WriteString(ready); err != nil {
		return err
	}
	if _, err := os.Stdin.Read(make([]byte, 1)); err != nil {
		return err
	}
	go func() {
		defer cancel()
		_, _ = os.Stdin.Read(make([]byte, 1)) // the end of the pipe
	}()
	_ = d.Run(ctx, 5*time.Millisecond)
	return nil
}

// newDispatcher makes a dispatcher that is in a hurry.
func newDispatcher(store crash.Keeper, sink events.Sink, holder string, every int) (*events.Dispatcher, error) {
	return events.New(subscription(sink), events.Options{
		Store: store, Cursors: store, Holder: holder, Now: time.Now, SendFor: sendFor, LeaseFor: leaseFor, SaveEvery: every,
		Retry: []time.Duration{50 * time.Millisecond, 100 * time.Millisecond, time.Second},
	})
}

// subscription is the one that all processes share.
func subscription(sink events.Sink) events.Subscription {
	return events.Subscription{Name: "抄送", Sink: sink, Content: events.Content{Facts: true}}
}

// secret is the key of the webhook. It is known to the test only.
func secret() (webhook.Secret, error) {
	return webhook.NewSecret([]byte("an invented key of 32 characters"))
}

// sink makes the way to the receiver.
func (o order) sink() (events.Sink, error) {
	if o.NATS != "" {
		return nats.New(nats.Options{Servers: []string{o.NATS}, Plain: true, Stream: stream})
	}
	return webhook.New(webhook.Options{
		URL: o.Webhook, Plain: true, Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Now: time.Now, Secret: "test",
		Secrets: webhook.SecretFunc(func(context.Context, string) ([]webhook.Secret, error) {
			s, err := secret()
			return []webhook.Secret{s}, err
		}),
	})
}
