// Package events tells other systems what was kept in the books (登记簿): as CloudEvents 1.0, at least once, those of a
// document in their order.
//
//	sink, err := webhook.New(…)                       // or a broker, or any other Sink
//	d, err := events.New(events.Subscription{
//		Name:   "档案系统",
//		Filter: events.Filter{Kinds: []fazhi.Kind{"contract"}},
//		Sink:   sink,
//	}, events.Options{Store: store, Cursors: store, Holder: hostname, Now: time.Now})
//	err = d.Run(ctx, time.Second)                     // in a goroutine of each process
//
// The trail of the register is the outbox: there is no second table that could be forgotten, and no event without its
// entry. How far a subscriber has got stands in register.Cursors, under a lease, so that several processes share the
// work and none does it twice at a time.
//
// What an event says. By itself: which document, what happened, when, at which place of the book. With Content.Facts: what
// the register knows of it. With Content.Doc: those members of the document that are named. Never: accounts, roles, reasons.
//
// What a failure does. A Sink says what it knows: ErrDown holds up everything for a while and costs no attempt; ErrReject
// holds up one document, whose later events wait behind it, while all others go on; ErrGone ends the subscription. Of a
// failure that nobody can explain, the dispatcher finds out which it is: see Options.Retry for the waits of one event. An
// event that has used up its attempts is dead: Dead lists them, Redeliver tries again, Discard gives one up, with
// account and reason. Documents that are held up, however many there are, take at most ten seconds of each pass before
// new events have their turn.
//
// What a receiver does. It keeps the ids that it has seen, for an event may come twice: after a crash, after an answer that
// was lost, when a lease went to another process. Of one document it takes a sequence that is not greater than the last as
// a repetition. Gaps in the sequence say nothing: between two events lie those of others.
//
// It does not: order events of different documents; promise how soon an event comes; hold events back until a document is
// complete. It is no message broker and keeps no copy of what was sent.
//
// The envelope, the types and the members of Facts stay; members may be added. The version at the end of a type rises if
// something else must change, and then both are sent for a while.
package events
