package events_test

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

func Example() {
	ctx := context.Background()
	now := func() time.Time { return time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC) }
	store := register.NewMemory()
	book, err := register.New(store, register.Options{Now: now})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = book.Add(ctx, register.Request{
		Scope: register.Scope{Organ: "鲤城区司法局"}, By: "zhang01",
		Doc: &register.Raw{Of: fazhi.Ref{Kind: "contract", ID: "HT-1"}, JSON: json.RawMessage(`{"name":"临街店面租赁合同"}`)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	dispatcher, err := events.New(events.Subscription{
		Name:    "档案系统",
		Content: events.Content{Facts: true},
		Sink: events.SinkFunc(func(_ context.Context, e *events.Envelope) error { // a webhook or a broker, in earnest
			facts, err := e.Facts()
			fmt.Println(e.Sequence, e.Type, e.Subject, facts.Organ, facts.Act.Chinese(), facts.On)
			return err
		}),
	}, events.Options{Store: store, Cursors: register.NewMemoryCursors(), Holder: "server-1", Now: now})
	if err != nil {
		fmt.Println(err)
		return
	}
	for range 2 {
		n, err := dispatcher.Pass(ctx)
		fmt.Println(n, err)
	}
	// Output:
	// 1 cn.fazhi.contract.add.v1 contract:HT-1 鲤城区司法局 登记 2024-05-01
	// 1 <nil>
	// 0 <nil>
}
