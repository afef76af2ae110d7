package protocoltest

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi/plugin/protocol"
)

// A Harness says what is tried.
type Harness struct {
	// Open makes a new connection to a plug-in that serves NewServer and has been told nothing yet. It is called for each
	// case; the case closes the connection.
	Open func(ctx context.Context) (protocol.Conn, error)

	// Only names the cases that are tried; empty: all.
	Only []string

	// Patience is how long a case may take before it is said to hang; zero: a minute.
	Patience time.Duration
}

// A Finding is one sentence of the contract that is not kept.
type Finding struct {
	Case  string // its name, which stays
	Rule  string // the sentence
	Fault string // what was found
}

// String returns one line.
func (f Finding) String() string { return f.Case + ": " + f.Rule + ": " + f.Fault }

// Run tries all cases, each in a subtest.
func Run(t *testing.T, h Harness) {
	for _, k := range h.cases() {
		t.Run(k.name, func(t *testing.T) {
			for _, fault := range h.try(k) {
				t.Errorf("%s: %s", k.rule, fault)
			}
		})
	}
}

// Verify tries all cases and returns what was found, for programs that are no tests.
func Verify(h Harness) []Finding {
	var all []Finding
	for _, k := range h.cases() {
		for _, fault := range h.try(k) {
			all = append(all, Finding{Case: k.name, Rule: k.rule, Fault: fault})
		}
	}
	return all
}

// cases returns those that are to be tried. A name that is not known is a case that fails.
func (h Harness) cases() []kase {
	if len(h.Only) == 0 {
		return cases()
	}
	var chosen []kase
	for _, name := range h.Only {
		k := kase{name, "Only names cases", func(t *trial) { t.fault("there is no such case") }}
		if n := slices.IndexFunc(cases(), func(k kase) bool { return k.name == name }); n >= 0 {
			k = cases()[n]
		}
		chosen = append(chosen, k)
	}
	return chosen
}

// A kase is one sentence and how it is tried.
type kase struct {
	name, rule string
	run        func(*trial)
}

// A trial is one run of one case.
type trial struct {
	conn protocol.Conn
	ctx  context.Context

	mu    sync.Mutex
	found []string
}

// try runs one case, and gives up waiting when it hangs.
func (h Harness) try(k kase) []string {
	patience := h.Patience
	if patience <= 0 {
		patience = time.Minute
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	t := &trial{ctx: ctx}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer t.recover()
		t.start(h)
		k.run(t)
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-done:
		if t.conn != nil {
			_ = t.conn.Close() // what a second Close says has a case of its own
		}
	case <-timer.C:
		t.fault("it hangs")
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.found
}

func (t *trial) start(h Harness) {
	conn, err := h.Open(t.ctx)
	if err != nil {
		t.stop("it does not open: %v", err)
	}
	t.conn = conn
	answer, err := conn.Call(t.ctx, []byte(greet))
	if err != nil {
		t.stop("initialize: %v", err)
	}
	if r := t.read(answer); r.ID != 1 {
		t.stop("initialize is answered with id %d", r.ID)
	}
}

// recover turns a panic into a fault.
func (t *trial) recover() {
	if p := recover(); p != nil {
		t.fault("panic: %v\n%s", p, debug.Stack())
	}
}

// fault notes what is wrong. It may be called from several goroutines.
func (t *trial) fault(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.found = append(t.found, fmt.Sprintf(format, args...))
}

// stop notes what is wrong and ends the case. It must be called from the case's own goroutine.
func (t *trial) stop(format string, args ...any) {
	t.fault(format, args...)
	runtime.Goexit()
}
