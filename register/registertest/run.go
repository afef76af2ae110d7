package registertest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// A Harness says how the kit gets at the stores to be tried.
type Harness struct {
	// Open opens the data, as a process of its own would. It is called several times for each case, also while what it gave
	// before is still open, and again after everything has been closed: all see the same data. A store that lives in the
	// memory of one process, and one that cannot be opened twice, gives the same store each time.
	Open func(ctx context.Context) (Stores, error)

	// Patience is how long a case may take before it counts as hanging; zero: two minutes.
	Patience time.Duration
}

// Stores is what Open gives. A field that is nil is not tried; one of them must be there.
type Stores struct {
	Store   register.Store
	Secrets register.SecretStore // of the same data as Store
	Cursors register.Cursors
	Close   func() error // may be nil
}

// A Finding is one breach of a contract: the name of the case, the sentence that it tries, and what was seen.
type Finding struct {
	Case    string
	Rule    string
	Message string
}

// String returns one line.
func (f Finding) String() string { return f.Case + ": " + f.Message + " (" + f.Rule + ")" }

// Run runs every case as a sub-test of its own.
func Run(t *testing.T, h Harness) {
	t.Helper()
	tried := false
	for _, k := range cases() {
		t.Run(k.name, func(t *testing.T) {
			found, skipped := k.verify(t.Context(), &h)
			for _, f := range found {
				t.Errorf("%s (%s)", f.Message, f.Rule)
			}
			if skipped {
				t.Skipf("Open gives no %s", k.part)
			}
			tried = true
		})
	}
	if !tried {
		t.Error("Open gives nothing that the cases can try")
	}
}

// Verify runs the cases of these names, all if there are none, and returns what was found, for programs that have no
// *testing.T.
func Verify(ctx context.Context, h Harness, names ...string) []Finding {
	var found []Finding
	all := cases()
	for _, name := range names {
		if !slices.ContainsFunc(all, func(k kase) bool { return k.name == name }) {
			found = append(found, Finding{Case: name, Message: "there is no such case"})
		}
	}
	tried := len(found) > 0
	for _, k := range all {
		if len(names) > 0 && !slices.Contains(names, k.name) {
			continue
		}
		of, skipped := k.verify(ctx, &h)
		found = append(found, of...)
		tried = tried || !skipped
	}
	if !tried {
		found = append(found, Finding{Case: "open", Message: "Open gives nothing that the cases can try"})
	}
	return found
}

// Names returns the names of all cases, in their order.
func Names() []string {
	var names []string
	for _, k := range cases() {
		names = append(names, k.name)
	}
	return names
}

// The parts of Stores.
const (
	store   = "Store"
	secrets = "SecretStore"
	cursors = "Cursors"
)

// A kase is one sentence of a contract.
type kase struct {
	name string
	part string
	rule string
	run  func(*trial)
}

// verify runs a case, unless the part that it tries is not there.
func (k kase) verify(ctx context.Context, h *Harness) (found []Finding, skipped bool) {
	t := newTrial(ctx, h)
	if err := t.start(); err != nil {
		return []Finding{{Case: k.name, Rule: k.rule, Message: err.Error()}}, false
	}
	if t.has(k.part) {
		t.within(h.Patience, k.run)
	} else {
		skipped = true
	}
	for _, message := range t.end() {
		found = append(found, Finding{Case: k.name, Rule: k.rule, Message: message})
	}
	return found, skipped
}

// open calls Harness.Open and says what is wrong with what it returned.
func (h *Harness) open(ctx context.Context) (Stores, error) {
	if h.Open == nil {
		return Stores{}, errors.New("Harness.Open is nil")
	}
	s, err := h.Open(ctx)
	if err != nil {
		return Stores{}, fmt.Errorf("Harness.Open: %w", err)
	}
	return s, nil
}
