package main

import (
	"context"
	"encoding/json"
	"net/netip"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
	"github.com/fazhi-go/fazhi/register"
)

const organ = "鲤城区司法局"

// A book is a register in memory, which is told of to a receiver.
type book struct {
	*register.Book
	dispatcher *events.Dispatcher
}

func contract() fazhi.Ref { return fazhi.Ref{Kind: "contract", ID: "HT-1"} }

// opened is when the invented contract was registered: on the same day each time, so that it is the same event each time.
func opened() time.Time { return time.Date(2024, time.May, 1, 2, 0, 0, 0, time.UTC) }

// newBook makes a register with one invented contract in it, and a subscription of the receiver.
func newBook(ctx context.Context, w world, sink events.Sink) (*book, error) {
	store := register.NewMemory()
	b, err := register.New(store, register.Options{Now: opened})
	if err != nil {
		return nil, err
	}
	_, err = b.Add(ctx, register.Request{
		Scope: register.Scope{Organ: organ},
		Doc:   &register.Raw{Of: contract(), JSON: json.RawMessage(`{"name":"临街店面租赁合同","amount":4800000}`)},
	})
	if err != nil {
		return nil, err
	}
	d, err := events.New(events.Subscription{
		Name: "示例接收方", Sink: sink, Content: events.Content{Facts: true, Doc: []string{"name"}},
	}, events.Options{
		Store: store, Cursors: register.NewMemoryCursors(), Holder: "example", Now: w.now,
		Record: func(context.Context, events.Discarded) error { return nil },
	})
	if err != nil {
		return nil, err
	}
	return &book{Book: b, dispatcher: d}, nil
}

// newSink makes the sink. Plain HTTP does for an example on one machine.
func newSink(url string, allow []netip.Prefix, source webhook.SecretSource, reference string, now func() time.Time) (*webhook.Sink, error) {
	return webhook.New(webhook.Options{URL: url, Allow: allow, Plain: true, Secret: reference, Secrets: source, Now: now})
}
