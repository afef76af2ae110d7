package bench

import (
	"context"
	"database/sql"
	"runtime/pprof"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// A side is one of the programs that are compared. When add returns, the document has its number, and all that belongs to
// it is on the disk.
type side struct {
	name string
	add  func(context.Context, request) error
}

// plainConnections is how many connections the plain program writes with where it may.
const plainConnections = 16

// sides opens a database for the plain program and a book, with the organs in them. Their goroutines carry the name of
// the side as a label, so that a profile can be split: go tool pprof -tagfocus side=fazhi.
func (e *engine) sides(b testing.TB, organs []string) []side {
	address := e.address(b)
	ctx := context.Background()
	db := e.db(b, address)
	makePlain(ctx, b, e, db, organs)
	out := []side{{"single", e.pool(ctx, b, db, 1)}, {"grouped", e.grouped(ctx, b, db)}}
	if e.server {
		out = append(out, side{"pool", e.pool(ctx, b, db, plainConnections)})
	}
	return append(out, side{"fazhi", e.book(ctx, b, address)})
}

func labelled(ctx context.Context, name string, run func(context.Context)) {
	pprof.Do(ctx, pprof.Labels("side", name), run)
}

// pool commits each request by itself on one of n connections; with one, that is a mutex.
func (e *engine) pool(ctx context.Context, tb testing.TB, db *sql.DB, n int) func(context.Context, request) error {
	desks := make(chan *desk, n)
	for range n {
		desks <- newDesk(ctx, tb, e, db)
	}
	return func(ctx context.Context, r request) error {
		d := <-desks
		defer func() { desks <- d }()
		return d.keep(ctx, []request{r})
	}
}

// A waiting request is in the queue of a group.
type waiting struct {
	request
	done chan error
}

// plainGroup is the most requests of one transaction.
const plainGroup = 256

// grouped commits together what waits, in one goroutine.
func (e *engine) grouped(ctx context.Context, tb testing.TB, db *sql.DB) func(context.Context, request) error {
	d := newDesk(ctx, tb, e, db)
	queue := make(chan waiting, plainGroup)
	tb.Cleanup(func() { close(queue) })
	labelled(ctx, "grouped", func(ctx context.Context) {
		go func() {
			for w := range queue {
				d.together(ctx, w, queue)
			}
		}()
	})
	return func(_ context.Context, r request) error {
		w := waiting{request: r, done: make(chan error, 1)}
		queue <- w
		return <-w.done
	}
}

// together keeps a request with those that wait behind it.
func (d *desk) together(ctx context.Context, first waiting, queue <-chan waiting) {
	group := []waiting{first}
	list := []request{first.request}
	for len(queue) > 0 && len(group) < plainGroup {
		w := <-queue
		group, list = append(group, w), append(list, w.request)
	}
	err := d.keep(ctx, list)
	for _, w := range group {
		w.done <- err
	}
}

const series = "泉鲤司"

// book is this library.
func (e *engine) book(ctx context.Context, tb testing.TB, address string) func(context.Context, request) error {
	var s closingStore
	var err error
	labelled(ctx, "fazhi", func(ctx context.Context) { s, err = e.open(ctx, address) })
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	book := newBook(tb, s)
	return func(ctx context.Context, r request) error {
		_, err := book.Add(ctx, register.Request{
			Scope: register.Scope{Organ: r.organ}, By: "jb1", Doc: r.doc, Series: []string{series}, ReqID: r.id,
		})
		return err
	}
}

func newBook(tb testing.TB, s register.Store) *register.Book {
	scheme, err := numbering.DocumentNumber("泉鲤司")
	if err != nil {
		tb.Fatal(err)
	}
	book, err := register.New(s, register.Options{
		Now: time.Now, Series: []register.Series{{Name: series, Number: scheme.Number}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return book
}

// run has callers register documents of the organs in turn until the time is over, and each organ has had one. It returns
// how long each waited.
func (s *side) run(tb testing.TB, callers int, organs []string, during time.Duration) []time.Duration {
	waits := make([][]time.Duration, callers)
	var taken atomic.Int64
	end := time.Now().Add(during)
	labelled(context.Background(), s.name, func(ctx context.Context) {
		var all sync.WaitGroup
		for c := range callers {
			all.Go(func() {
				for {
					i := int(taken.Add(1)) - 1
					start := time.Now()
					if i >= len(organs) && start.After(end) {
						return
					}
					if err := s.add(ctx, newRequest(organs[i%len(organs)])); err != nil {
						tb.Error(s.name, err)
						return
					}
					waits[c] = append(waits[c], time.Since(start))
				}
			})
		}
		all.Wait()
	})
	return slices.Concat(waits...)
}
