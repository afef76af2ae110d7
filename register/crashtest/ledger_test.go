package crashtest

import (
	"maps"
	"slices"
	"sync"

	"github.com/fazhi-go/fazhi"
)

// A ledger is what the parent was told.
type ledger struct {
	mu      sync.Mutex
	open    map[string]ask       // announced and not answered, or answered with unknown; by ReqID
	kept    map[string]witnessed // acknowledged
	absent  map[string]string    // surely not in the book, with the reason; by ReqID
	breaks  map[string]int       // what broke, how often
	told    []witnessed          // by followers, in their order
	doubles int                  // of them
}

func newLedger() *ledger {
	return &ledger{
		open: make(map[string]ask), kept: make(map[string]witnessed), absent: make(map[string]string), breaks: make(map[string]int),
	}
}

// take notes a message.
func (l *ledger) take(m message) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch m.Kind {
	case asked, unknown:
		l.open[m.Ask.ReqID] = *m.Ask
	case kept:
		delete(l.open, m.Ask.ReqID)
		l.kept[m.Ask.ReqID] = *m.Entry
	case rejected, failed:
		delete(l.open, m.Ask.ReqID)
		l.absent[m.Ask.ReqID] = m.Text
	case delivered:
		l.told = append(l.told, *m.Entry)
	}
	if m.Kind == failed || m.Kind == unknown {
		l.breaks[m.Text]++
	}
}

// seen returns what was told until now.
func (l *ledger) seen() (kept map[string]witnessed, absent map[string]string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.kept), maps.Clone(l.absent)
}

// unanswered returns the requests whose outcome nobody was told.
func (l *ledger) unanswered() []ask {
	l.mu.Lock()
	defer l.mu.Unlock()
	var list []ask
	for _, id := range slices.Sorted(maps.Keys(l.open)) {
		list = append(list, l.open[id])
	}
	return list
}

// acknowledged is how many requests are in the book as far as the parent was told.
func (l *ledger) acknowledged() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.kept)
}

// broken returns what broke.
func (l *ledger) broken() map[string]int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.breaks)
}

// distinct is how many entries the subscriber has got at least once.
func (l *ledger) distinct() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	got := make(map[entryKey]bool)
	for i := range l.told {
		got[entryKey{l.told[i].Organ, l.told[i].Seq}] = true
	}
	l.doubles = len(l.told) - len(got)
	return len(got)
}

type entryKey struct {
	organ string
	seq   int64
}

type docKey struct {
	organ string
	ref   fazhi.Ref
}
