package sql

import (
	"context"
	"errors"
	"time"
)

// maxTries is how often a transaction is tried.
const maxTries = 10

// insist runs a transaction until it succeeds or cannot. It may run several times.
func (d *desk) insist(ctx context.Context, run func(context.Context) (bool, error)) error {
	var err error
	unknown := false
	for try := range maxTries {
		if err = d.transact(ctx, run); err == nil {
			return nil
		}
		var f *failure
		if !errors.As(err, &f) {
			return err
		}
		unknown = unknown || f.unknown
		if !f.again && !f.unknown {
			break
		}
		d.rest(try)
	}
	if unknown {
		return unsure(err)
	}
	return failed(err)
}

// rest waits before the next try: 2 ms, 4 ms … 1 s.
func (d *desk) rest(try int) {
	select {
	case <-time.After(time.Millisecond << (try + 1)):
	case <-d.store.closing:
	}
}
