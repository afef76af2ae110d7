package table

import (
	"context"
	"runtime"
	"sync"

	"github.com/fazhi-go/fazhi"
)

// mostWorkers bounds the memory that blocks on their way take.
const mostWorkers = 256

// part is a block on its way. What was read of it is there once done is closed.
type part[A any] struct {
	block  block
	err    error
	result *A
	found  finds
	whole  bool // was handled to its end
	panics any  // what it panicked with, if it was not
	done   chan struct{}
}

// handle reads a part. A panic goes with the part to the goroutine that called Fold; without one, a part that is not whole
// ended the goroutine (runtime.Goexit), as a failed test does.
func (w *worker[T, A]) handle(p *part[A]) {
	defer close(p.done)
	defer func() {
		if !p.whole {
			p.panics = recover()
		}
	}()
	w.finds = finds{worst: fazhi.Notice, last: p.block.rows}
	w.result, w.stopped, w.enough = w.folding.empty(), nil, false
	p.err = w.rows.each(p.block, w.take)
	if p.err == nil {
		p.err = w.stopped
	}
	p.result, p.found, p.whole = w.result, w.finds, true
}

// share lets workers read the blocks below the header and merges what they find in order. Blank is how many empty rows stand
// at the end of what was read before; they count when another row follows.
func (w *worker[T, A]) share(ctx context.Context, blocks *blocks, blank int) error {
	workers := w.folding.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, mostWorkers)
	line := newLine[A](ctx, blocks, workers)
	defer line.close()
	for range workers {
		other := w.fork(ctx)
		line.group.Go(func() {
			for p := range line.jobs {
				other.handle(p)
			}
		})
	}
	for p := range line.order {
		<-p.done
		p.fall()
		blank = w.merge(p, blank)
		if p.err != nil {
			return p.err
		}
		line.free <- p.block.text
	}
	return nil
}

// fall does to the goroutine that called Fold what Add or New did to a worker.
func (p *part[A]) fall() {
	if p.panics != nil {
		panic(p.panics)
	}
	if !p.whole {
		runtime.Goexit()
	}
}

// merge adds what was found in a part, which comes after all that was merged before.
func (w *worker[T, A]) merge(p *part[A], blank int) int {
	for _, i := range p.found.issues {
		w.add(i)
	}
	w.more += p.found.more
	w.worst = min(w.worst, p.found.worst)
	w.tally.add(p.found.tally)
	if p.err == nil {
		w.folding.Merge(w.result, p.result)
	}
	if p.found.last == p.block.rows {
		return blank + p.block.until - p.block.rows
	}
	w.tally.Blank += blank
	return p.block.until - p.found.last
}

func (t *Tally) add(u Tally) {
	t.Rows += u.Rows
	t.Good += u.Good
	t.Bad += u.Bad
	t.Skipped += u.Skipped
	t.Blank += u.Blank
}

// line carries blocks from the one goroutine that cuts the file to the workers, and in order to the one that merges.
type line[A any] struct {
	jobs, order chan *part[A]
	free        chan []byte // memory of blocks
	stop        chan struct{}
	group       sync.WaitGroup
}

func newLine[A any](ctx context.Context, b *blocks, workers int) *line[A] {
	ahead := workers + 1
	l := &line[A]{jobs: make(chan *part[A], ahead), order: make(chan *part[A], ahead), free: make(chan []byte, 2*ahead), stop: make(chan struct{})}
	for range ahead + 1 {
		l.free <- nil
	}
	l.group.Go(func() {
		l.cut(ctx, b)
		close(l.jobs)
		close(l.order)
	})
	return l
}

// close waits until all goroutines have ended.
func (l *line[A]) close() {
	close(l.stop)
	for range l.order {
		continue // what is on its way is not wanted any more
	}
	l.group.Wait()
}

// cut sends block after block, until the file ends, something is wrong, or stop is closed.
func (l *line[A]) cut(ctx context.Context, b *blocks) {
	for {
		var buffer []byte
		select {
		case <-l.stop:
			return
		case buffer = <-l.free:
		}
		p := &part[A]{done: make(chan struct{})}
		if p.err = ctx.Err(); p.err == nil {
			p.block, p.err = b.next(buffer)
		}
		if p.err != nil {
			p.whole, p.found.last = true, p.block.rows
			close(p.done)
			l.order <- p
			return
		}
		l.order <- p
		select {
		case <-l.stop:
			return
		case l.jobs <- p:
		}
		if p.block.last {
			return
		}
	}
}
