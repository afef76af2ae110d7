package crashtest

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// leaseFor is short, since those who hold leases die all the time.
const leaseFor = 150 * time.Millisecond

// follow delivers to the parent until it has enough.
func follow(o order) error {
	ctx := listen(new(sync.RWMutex))
	store, err := o.Place.Open(ctx)
	if err != nil {
		return err
	}
	f := newFollower(store, o.Name, tell(os.Stdout, source(o.Seed)))
	f.SaveEvery = 20
	f.Run(ctx, 5*time.Millisecond, nil)
	return store.Close()
}

// newFollower makes a follower of the one subscriber.
func newFollower(store keeper, holder string, deliver func(context.Context, *register.Event) error) *register.Follower {
	return &register.Follower{
		Store: store, Cursors: store, Name: "抄送", Holder: holder, Scope: register.Scope{Organ: register.AllOrgans},
		Now: time.Now, Deliver: deliver, LeaseFor: leaseFor,
		Retry: func(attempts int) time.Duration { return time.Duration(min(attempts, 10)) * 10 * time.Millisecond },
	}
}

var errReceiver = errors.New("对方没有收下")

// tell reports entries, but fails now and then.
func tell(w *os.File, r *rand.Rand) func(context.Context, *register.Event) error {
	return func(_ context.Context, e *register.Event) error {
		switch p := r.IntN(1000); {
		case p < 3:
			return register.ErrStall
		case p < 15:
			return errReceiver
		}
		return message{Kind: delivered, Entry: witness(&e.Entry)}.send(w)
	}
}
