package register

import (
	"context"
	"iter"
	"time"

	"github.com/fazhi-go/fazhi"
)

// Cursors keep how far subscribers have got. They have tables of their own: nothing that happens to them touches a book.
//
// Lease gives a holder the sole right to one organ's entries for one subscriber until a time, and says how far the
// subscriber has got. Another's lease that is not over at Now is ErrLeased; one's own is prolonged. It is over at Until.
//
// Save keeps a step of a delivery, all of it or nothing, and prolongs the lease. If the holder has none, or it has gone to
// another meanwhile, it is ErrLeased and nothing is kept.
//
// Parked yields the documents that are held up, those that are due first at the front.
//
// Cursors may be used by several goroutines and processes.
type Cursors interface {
	Lease(ctx context.Context, l Lease) (seq int64, err error)
	Save(ctx context.Context, l Lease, p Progress) error
	Parked(ctx context.Context, s Subscription) iter.Seq2[Parked, error]
}

// A Subscription is one subscriber's interest in one organ's book.
type Subscription struct{ Subscriber, Organ string }

// A Lease is the right of one holder to deliver, until a time.
type Lease struct {
	Subscription
	Holder     string // a process, by a name that no other has
	Now, Until time.Time
}

// Progress is what has become of some entries.
type Progress struct {
	Seq     int64       // every entry up to this one is delivered, or its document is parked
	Park    []Parked    // documents to hold up; one that is parked already is replaced
	Release []fazhi.Ref // documents that are held up no longer
}

// Parked is a document that could not be delivered. It holds up its own later entries and nothing else.
type Parked struct {
	Ref      fazhi.Ref
	From     int64     // its first entry that is not delivered
	Attempts int       // how often that was tried
	Next     time.Time // when to try again
}
