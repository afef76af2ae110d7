package crashtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// writers is how many goroutines of a process write at once.
const writers = 16

// enough is after how many requests that broke a writer process gives up.
const enough = 8

// write makes requests until the parent has enough.
func write(o order) error {
	var gate sync.RWMutex
	ctx := listen(&gate)
	store, err := o.Place.Open(ctx)
	if err != nil {
		return err
	}
	book, err := newBook(store, time.Now)
	if err != nil {
		return err
	}
	var all sync.WaitGroup
	broken := new(atomic.Int64)
	for i := range writers {
		w := &writer{
			order: o, book: book, broken: broken, gate: &gate,
			name: fmt.Sprintf("%s-%d", o.Name, i), rand: source(o.Seed + uint64(i)),
		}
		all.Go(func() { w.work(ctx) })
	}
	all.Wait()
	return store.Close()
}

// A writer is one goroutine that makes one request after another.
type writer struct {
	order  order
	book   *register.Book
	name   string
	rand   *rand.Rand
	broken *atomic.Int64 // requests of all writers that broke
	gate   *sync.RWMutex // shut while the parent wants quiet
	n      int
	own    []ask // those that put documents into books, which may take a further step
}

func (w *writer) work(ctx context.Context) {
	for ctx.Err() == nil && (w.order.Patient || w.broken.Load() < enough) {
		a := w.invent()
		w.gate.RLock()
		m := w.make(ctx, &a)
		w.gate.RUnlock()
		if m.Kind == kept && a.Act == register.Added && len(w.own) < 64 {
			w.own = append(w.own, a)
		}
		if m.Kind == failed || m.Kind == unknown {
			w.broken.Add(1)
			<-time.After(10 * time.Millisecond)
		}
	}
}

// make makes a request, and repeats it while its outcome is unknown.
func (w *writer) make(ctx context.Context, a *ask) message {
	w.send(message{Kind: asked, Ask: a})
	unsure := false
	for {
		// What has begun is brought to its end, although the parent may have enough.
		e, err := a.put(context.WithoutCancel(ctx), w.book)
		m := answer(a, e, err)
		if unsure && m.Kind == failed {
			m.Kind = unknown // this try came to nothing; the one before, nobody knows
		}
		w.send(m)
		unsure = m.Kind == unknown
		if !unsure || !w.order.Patient || ctx.Err() != nil || w.rand.IntN(4) == 0 {
			return m
		}
	}
}

func (w *writer) send(m message) {
	if err := m.send(os.Stdout); err != nil {
		os.Exit(1) // the parent is gone
	}
}

// invent makes up a request.
func (w *writer) invent() ask {
	w.n++
	a := ask{ReqID: fmt.Sprintf("%s-%d", w.name, w.n), Act: register.Added, Organ: organs()[w.rand.IntN(3)]}
	a.Ref = fazhi.Ref{Kind: "contract", ID: a.ReqID}
	switch p := w.rand.IntN(100); {
	case p < 4:
		a.Ref.ID = unnumbered + a.ReqID
	case p < 7:
		a.Ref.ID = refused + a.ReqID
	case p < 10:
		a.Ref.ID = spoilt + a.ReqID
	case p < 20:
		w.shared(&a)
	case p < 40 && len(w.own) > 0:
		w.further(&a)
	case p < 50:
		a.Ref.Kind = "norm"
	}
	if a.Act == register.Added {
		a.Series = [][]string{{issued}, {issued, received}, {received}, {filed, issued, received}}[w.rand.IntN(4)]
	}
	if strings.HasPrefix(a.Ref.ID, unnumbered) {
		a.Series = []string{issued, received}
	}
	return a
}

// shared makes the request one for a document at which all processes are.
func (w *writer) shared(a *ask) {
	a.Ref.ID = fmt.Sprintf("共用-%d", w.rand.IntN(200))
	w.act(a)
	if w.rand.IntN(2) == 0 {
		a.Act = register.Added
	}
}

// further makes the request a further step of an own document.
func (w *writer) further(a *ask) {
	i := w.rand.IntN(len(w.own))
	a.Organ, a.Ref = w.own[i].Organ, w.own[i].Ref
	w.act(a)
	if a.Act == register.Voided {
		w.own = append(w.own[:i], w.own[i+1:]...)
	}
}

// act chooses what is done with a document.
func (w *writer) act(a *ask) {
	a.Act = []register.Act{register.Stepped, register.Stepped, register.Corrected, register.Voided}[w.rand.IntN(4)]
	if a.Act == register.Stepped && w.rand.IntN(2) == 0 {
		a.Series = []string{filed}
	}
}
