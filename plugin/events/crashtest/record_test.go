package crashtest

import (
	"fmt"
	"sync"
	"time"

	"github.com/fazhi-go/fazhi/plugin/events"
)

// A record is what arrived, in its order.
type record struct {
	mu   sync.Mutex
	list []arrival
	seen map[string]bool
}

type arrival struct {
	event *events.Envelope
	via   string // the process
	at    time.Time
}

// add notes an arrival.
func (r *record) add(e *events.Envelope, via string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.seen == nil {
		r.seen = make(map[string]bool)
	}
	r.list = append(r.list, arrival{event: e, via: via, at: time.Now()})
	r.seen[e.ID] = true
}

// count is how many came from a process; from all, if it is "".
func (r *record) count(via string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for i := range r.list {
		if via == "" || r.list[i].via == via {
			n++
		}
	}
	return n
}

// distinct is how many events have arrived at least once.
func (r *record) distinct() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.seen)
}

// A kill is that of a process.
type kill struct {
	via string // as with aim
	at  time.Time
}

// A row is what a test found, as one line of a table.
type row struct {
	name       string
	kills      []kill
	events     int
	lost       int
	foreign    int // that no book has
	outOfOrder int // came after a later one of their document
	doubled    int // came once more
	back       []time.Duration
}

// judge holds what arrived against what was kept.
func (r *record) judge(name string, ids map[string]bool, kills []kill) *row {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := &row{name: name, events: len(ids), kills: kills, doubled: len(r.list) - len(r.seen)}
	for id := range ids {
		if !r.seen[id] {
			out.lost++
		}
	}
	last := make(map[string]int64)
	for _, a := range r.list {
		if !ids[a.event.ID] {
			out.foreign++
		}
		of := a.event.Source + " " + a.event.Subject
		if a.event.Sequence < last[of] {
			out.outOfOrder++
		}
		last[of] = a.event.Sequence
	}
	for _, k := range kills {
		out.back = append(out.back, r.back(k))
	}
	return out
}

// back is how long after a kill the book that was being delivered went on.
func (r *record) back(k kill) time.Duration {
	source := ""
	for _, a := range r.list {
		switch {
		case a.at.Before(k.at) && (k.via == "" || k.via == a.via):
			source = a.event.Source
		case a.at.After(k.at) && a.event.Source == source:
			return a.at.Sub(k.at).Round(time.Millisecond)
		}
	}
	return 0
}

func (r *row) String() string {
	text := fmt.Sprintf("%-24s events %d, kills %d, lost %d, out of order in a document %d, doubled %d, foreign %d",
		r.name, r.events, len(r.kills), r.lost, r.outOfOrder, r.doubled, r.foreign)
	for _, d := range r.back {
		text += ", back after " + d.String()
	}
	return text
}
