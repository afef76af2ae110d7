package sql

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi/register"
)

// A task is a transaction that is not an Append: of a cursor, of secrets.
type task struct {
	run  func(context.Context) (bool, error)
	done chan struct{}
	err  error
}

func (t *task) finish(err error) {
	t.err = err
	close(t.done)
}

// delegate has the clerk run a transaction for an organ. run returns whether there is something to commit; it is repeated
// when the database asks for it. Once the clerk has taken it up it is waited for, so that run may use what the caller has.
func (s *Store) delegate(ctx context.Context, organ string, run func(context.Context, *desk) (bool, error)) error {
	t := &task{done: make(chan struct{})}
	desk := s.clerk.desk
	t.run = func(ctx context.Context) (bool, error) {
		if err := desk.enter(ctx, organ, ""); err != nil {
			return false, err
		}
		return run(ctx, desk)
	}
	select {
	case <-s.closing:
		return fmt.Errorf("register/sql: %w", register.ErrClosed)
	case <-ctx.Done():
		return ctx.Err()
	case s.clerk.tasks <- t:
		<-t.done
		return t.err
	}
}
