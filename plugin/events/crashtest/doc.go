// Package crashtest tries what package events promises by killing the processes that deliver, kill -9, at chosen moments:
// while the receiver has an event and has not answered, just after its answer, and before it has read it. It has tests
// only.
//
//	go test -v ./plugin/events/crashtest               # SQLite, to a webhook and to NATS
//	go test -v -tags tools ./plugin/events/crashtest   # PostgreSQL too
//	go test -run - -bench . ./plugin/events/crashtest  # events per second
//
// With the tag tools it starts its own PostgreSQL, see the package dbserver. The receivers live in the test; the test program
// runs itself again as the processes that are killed. What arrived is held against the books.
package crashtest
