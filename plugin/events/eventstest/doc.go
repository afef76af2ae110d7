// Package eventstest tries implementations of events.Sink against the contract in its comment: webhooks, brokers.
//
//	func TestSink(t *testing.T) {
//		if err := eventstest.Sink(t.Context(), eventstest.Rig{Sink: sink, Received: broker.all}); err != nil {
//			t.Fatal(err)
//		}
//	}
//
// It has only the standard library in it. Sentences of errors may change, the rules do not.
package eventstest
