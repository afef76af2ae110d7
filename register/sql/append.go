package sql

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/fazhi-go/fazhi/register"
)

// Append is that of register.Store. A request that still waits when ctx ends is not kept by this call, though an earlier one
// may have kept it; one that has been taken up by then is register.ErrUnknown.
func (s *Store) Append(ctx context.Context, key register.Key, next func(register.Prior) ([]register.Entry, error)) ([]register.Entry, error) {
	if err := s.writable(ctx, key.Scope.Organ); err != nil {
		return nil, err
	}
	key.Counters = slices.Clone(key.Counters)
	j := &job{key: key, next: next, done: make(chan struct{})}
	select {
	case <-s.closing:
		return nil, fmt.Errorf("register/sql: %w", register.ErrClosed)
	case <-ctx.Done():
		return nil, ctx.Err()
	case s.committer(key.Scope.Organ).jobs <- j:
		return j.wait(ctx)
	}
}

// A job is an Append that a committer has taken.
type job struct {
	key  register.Key
	next func(register.Prior) ([]register.Entry, error)

	mu     sync.Mutex
	asked  bool // next was called
	gone   bool // nobody waits for it any longer; next is not called again
	unsure bool // an answer to COMMIT was lost; for the committer only

	done    chan struct{} // closed when the fields below are set
	entries []register.Entry
	err     error
}

// wait waits for the answer.
func (j *job) wait(ctx context.Context) ([]register.Entry, error) {
	select {
	case <-j.done:
		return j.entries, j.err
	case <-ctx.Done():
		return j.withdraw(ctx.Err())
	}
}

// withdraw leaves without the answer.
func (j *job) withdraw(why error) ([]register.Entry, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	select {
	case <-j.done:
		return j.entries, j.err
	default:
	}
	j.gone = true
	if !j.asked {
		return nil, why
	}
	return nil, unsure(why)
}

// finish answers the job.
func (j *job) finish(entries []register.Entry, err error) {
	j.entries, j.err = entries, err
	close(j.done)
}

// ask calls next, unless nobody waits for the answer. A panic becomes an error, which names its type only: its value may
// hold what nobody is to read in a log.
func (j *job) ask(p register.Prior) (entries []register.Entry, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.gone {
		return nil, context.Canceled
	}
	j.asked = true
	defer func() {
		if r := recover(); r != nil {
			entries, err = nil, fmt.Errorf("register/sql: 生成条目时程序出错（panic：%T）", r)
		}
	}()
	return j.next(p)
}
