package sql

import (
	"context"
	"errors"
	"runtime"
	"slices"

	"github.com/fazhi-go/fazhi/register"
)

// maxBatch is how many jobs a transaction has at the most.
const maxBatch = 256

// A committer writes for its share of the organs, with a connection of its own. What waits while it writes is written
// together next.
type committer struct {
	desk  *desk
	jobs  chan *job // without a buffer: who waits at it may still go away
	tasks chan *task
	busy  bool // the last batch had several jobs
}

// serve works until the store is closed.
func (c *committer) serve(ctx context.Context) {
	defer c.desk.drop()
	for {
		select {
		case <-c.desk.store.closing:
			return
		case t := <-c.tasks:
			t.finish(c.desk.insist(ctx, t.run))
		case j := <-c.jobs:
			jobs := c.drain(j)
			c.busy = len(jobs) > 1
			c.commit(ctx, jobs)
		}
	}
}

// drain takes what waits.
func (c *committer) drain(first *job) []*job {
	jobs := []*job{first}
	if c.busy {
		runtime.Gosched() // those that were just answered may have more to ask
	}
	for len(jobs) < maxBatch {
		select {
		case j := <-c.jobs:
			jobs = append(jobs, j)
		default:
			return jobs
		}
	}
	return jobs
}

// commit brings jobs into the database and answers them.
func (c *committer) commit(ctx context.Context, jobs []*job) {
	if len(jobs) == 0 {
		return
	}
	err := c.together(ctx, &jobs, maxTries)
	var f *failure
	if errors.As(err, &f) && !f.unbegun && len(jobs) > 1 {
		// One of them may be the culprit.
		for _, j := range jobs {
			one := []*job{j}
			refuse(one, c.together(ctx, &one, 2))
		}
		return
	}
	refuse(jobs, err)
}

// refuse answers jobs that could not be written.
func refuse(jobs []*job, err error) {
	var f *failure
	for _, j := range jobs {
		switch {
		case errors.Is(err, register.ErrTaken):
			j.finish(nil, err)
		case j.unsure:
			j.finish(nil, unsure(err))
		case errors.As(err, &f) || errors.Is(err, errNoBook):
			j.finish(nil, failed(err))
		default:
			j.finish(nil, err) // this package's own, which says all
		}
	}
}

// together writes jobs in as few transactions as their size allows. Jobs that it has answered are no longer among them when
// it returns; without an error none is left.
func (c *committer) together(ctx context.Context, jobs *[]*job, tries int) (err error) {
	for len(*jobs) > 0 && err == nil {
		err = c.some(ctx, jobs, tries)
	}
	return err
}

// some writes the first of the jobs in one transaction, which it repeats where that may help.
func (c *committer) some(ctx context.Context, jobs *[]*job, tries int) error {
	var err error
	for try := range tries {
		if len(*jobs) == 0 {
			return nil
		}
		b := newBatch(c.desk, *jobs)
		if err = c.desk.transact(ctx, b.run); err == nil {
			*jobs = b.answer()
			return nil
		}
		if errors.Is(err, errNoBook) {
			// Another process may be doing the same; whoever is first, they are there afterwards.
			if e := c.desk.transact(ctx, b.addBooks); e != nil {
				err = e
				c.desk.rest(0)
			}
			continue
		}
		var f *failure
		switch {
		case !errors.As(err, &f) || f.unbegun && !f.again:
			return err
		case !f.again && !f.unknown:
			return c.reason(ctx, b, err)
		}
		if f.unknown {
			*jobs = leaveUnsure(*jobs, f.err)
		}
		c.desk.rest(try)
	}
	return err
}

// reason finds out why the database did not take a batch of one job.
func (c *committer) reason(ctx context.Context, b *batch, err error) error {
	if len(b.jobs) > 1 {
		return err
	}
	if e := c.desk.transact(ctx, b.taken); errors.Is(e, register.ErrTaken) {
		return e
	}
	return err
}

// leaveUnsure answers the jobs that cannot be found again, and returns the others.
func leaveUnsure(jobs []*job, err error) []*job {
	return slices.DeleteFunc(slices.Clone(jobs), func(j *job) bool {
		j.unsure = true
		if j.key.ReqID == "" {
			j.finish(nil, unsure(err))
		}
		return j.key.ReqID == ""
	})
}
