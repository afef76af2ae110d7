package registertest

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"runtime"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// A trial is one run of one case: the stores, names that are its own, and what it found.
type trial struct {
	Stores
	h    *Harness
	ctx  context.Context
	name string // at the front of all names

	mu    sync.Mutex
	open  []Stores // those that are not closed
	names int
	found []string
	over  bool // it hangs, and nobody listens any longer
}

func newTrial(ctx context.Context, h *Harness) *trial {
	var id [6]byte
	_, _ = rand.Read(id[:]) // never fails
	return &trial{h: h, ctx: ctx, name: "t" + hex.EncodeToString(id[:])}
}

// start opens the first handle.
func (t *trial) start() error {
	s, err := t.h.open(t.ctx)
	if err != nil {
		return err
	}
	t.Stores, t.open = s, []Stores{s}
	return nil
}

// has reports whether a part is there to be tried. All but cursors need a Store.
func (t *trial) has(part string) bool {
	switch part {
	case cursors:
		return t.Cursors != nil
	case secrets:
		return t.Store != nil && t.Secrets != nil
	}
	return t.Store != nil
}

// defaultPatience is far more than any case takes, on a slow machine too.
const defaultPatience = 2 * time.Minute

// within runs the case and gives up waiting when it hangs.
func (t *trial) within(patience time.Duration, run func(*trial)) {
	if patience <= 0 {
		patience = defaultPatience
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer t.recover()
		run(t)
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
		t.fault("it hangs")
		t.mu.Lock()
		t.over = true
		t.mu.Unlock()
	}
}

// recover turns a panic of the store into a fault.
func (t *trial) recover() {
	if p := recover(); p != nil {
		t.fault("panic: %v\n%s", p, debug.Stack())
	}
}

// end closes what is open and returns what was found.
func (t *trial) end() []string {
	t.mu.Lock()
	hangs := t.over
	t.mu.Unlock()
	if !hangs { // else Close might hang too
		t.closeAll()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.found
}

func (t *trial) closeAll() {
	for _, s := range t.open {
		if s.Close == nil {
			continue
		}
		if err := s.Close(); err != nil {
			t.fault("Close: %v", err)
		}
	}
	t.open = nil
}

// another opens a second handle on the data.
func (t *trial) another() Stores {
	s, err := t.h.open(t.ctx)
	if err != nil {
		t.stop("a second handle: %v", err)
	}
	t.open = append(t.open, s)
	return s
}

// reopen closes all handles and opens the data again.
func (t *trial) reopen() {
	t.closeAll()
	if err := t.start(); err != nil {
		t.stop("opened again: %v", err)
	}
}

// fault notes what is wrong. It may be called from several goroutines.
func (t *trial) fault(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.found) < maxFaults {
		t.found = append(t.found, fmt.Sprintf(format, args...))
	}
}

// maxFaults of a case are enough to see what is wrong.
const maxFaults = 10

// stop notes what is wrong and ends the case. It must be called from the case's own goroutine.
func (t *trial) stop(format string, args ...any) {
	t.fault(format, args...)
	runtime.Goexit()
}

// need ends the case when something fails that it stands on.
func (t *trial) need(what string, err error) {
	if err != nil {
		t.stop("%s: %v", what, err)
	}
}

// organ returns the name of a new book. Those of a trial stand in the order in which they were asked for.
func (t *trial) organ() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.names++
	return t.name + "-" + strconv.Itoa(10_000+t.names)
}

// together calls run in n goroutines at once, and waits. A panic of the store is a fault.
func (t *trial) together(n int, run func(i int)) {
	var wg sync.WaitGroup
	begin := make(chan struct{})
	for i := range n {
		wg.Go(func() {
			defer t.recover()
			<-begin
			run(i)
		})
	}
	close(begin)
	wg.Wait()
}

// scopeOf is the scope of one book.
func scopeOf(organ string) register.Scope { return register.Scope{Organ: organ} }
