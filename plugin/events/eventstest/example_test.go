package eventstest_test

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/events/eventstest"
)

// A sink that thinks little of its context is found out.
func Example() {
	var got []eventstest.Message
	sink := events.SinkFunc(func(_ context.Context, e *events.Envelope) error {
		body, err := e.Encode()
		if err != nil {
			return fmt.Errorf("%w：%w", events.ErrReject, err)
		}
		got = append(got, eventstest.Message{ID: e.ID, Body: body})
		return nil
	})
	rig := eventstest.Rig{Sink: oneByOne(sink), Received: func() []eventstest.Message { return got }}
	fmt.Println(eventstest.Sink(context.Background(), rig))
	// Output:
	// eventstest: context: a context that is over: the error is <nil>
}

// oneByOne lets one call in at a time.
func oneByOne(sink events.Sink) events.Sink {
	turn := make(chan struct{}, 1)
	return events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
		turn <- struct{}{}
		defer func() { <-turn }()
		return sink.Send(ctx, e)
	})
}
