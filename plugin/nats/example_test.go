package nats_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/nats"
)

// A sink whose server is not there: nothing is lost, the events wait in the register.
func Example() {
	sink, err := nats.New(nats.Options{Servers: []string{"nats://127.0.0.1:1"}, Plain: true, Stream: "FAZHI"})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer sink.Close()
	err = sink.Send(context.Background(), event("HT-1", 1))
	fmt.Println(errors.Is(err, events.ErrDown))
	// Output: true
}

// The subject by which a consumer is told of one organ's contracts only.
func ExampleToken() {
	fmt.Println("fazhi." + nats.Token("鲤城区司法局") + ".contract.*")
	// Output: fazhi.%E9%B2%A4%E5%9F%8E%E5%8C%BA%E5%8F%B8%E6%B3%95%E5%B1%80.contract.*
}
