package bench

import (
	"database/sql"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/audit"
)

// A load is how many callers add documents of how many organs.
type load struct{ callers, organs int }

var loads = []load{{1, 1}, {64, 1}, {64, 1000}}

// turn is how long a side works before it is the next one's turn.
const turn = 200 * time.Millisecond

// BenchmarkAdd sets the book beside the plain program on the same engine, with everything on the disk on both sides. They
// take turns, so that what else the machine does hits all of them.
func BenchmarkAdd(b *testing.B) {
	for _, e := range engines() {
		for _, l := range loads {
			b.Run(fmt.Sprintf("%s/%d-callers/%d-organs", e.name, l.callers, l.organs), func(b *testing.B) { compare(b, &e, l) })
		}
	}
}

func compare(b *testing.B, e *engine, l load) {
	organs := newOrgans(l.organs)
	sides := e.sides(b, organs)
	if l.callers == 1 {
		sides = slices.DeleteFunc(sides, func(s side) bool { return s.name == "grouped" || s.name == "pool" })
	}
	for _, s := range sides {
		s.run(b, l.callers, organs, turn)
	}
	scores := make([]score, len(sides))
	for round := 0; b.Loop(); round++ {
		for i := range sides {
			k := (i + round) % len(sides)
			scores[k].take(b, &sides[k], l.callers, organs)
		}
	}
	tell(b, sides, scores, l.callers == 1)
}

// A score is what a side has done.
type score struct {
	wall, cpu time.Duration
	waits     []time.Duration
}

func (s *score) take(b *testing.B, of *side, callers int, organs []string) {
	start, used := time.Now(), cpu(b)
	waits := of.run(b, callers, organs, turn)
	s.wall += time.Since(start)
	s.cpu += cpu(b) - used
	s.waits = append(s.waits, waits...)
}

func (s *score) rate() float64 { return float64(len(s.waits)) / s.wall.Seconds() }

// wait returns the time within which a share of the requests was answered.
func (s *score) wait(share float64) float64 {
	slices.Sort(s.waits)
	return micros(s.waits[int(share*float64(len(s.waits)-1))])
}

func micros(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 }

// tell reports the sides; the last is the book, and the others say how much of their rate it has.
func tell(b *testing.B, sides []side, scores []score, waits bool) {
	book := scores[len(scores)-1]
	b.ReportMetric(0, "ns/op")
	for i, s := range sides {
		b.ReportMetric(scores[i].rate(), s.name+"-entries/s")
		b.ReportMetric(micros(scores[i].cpu)/float64(len(scores[i].waits)), s.name+"-cpu-us/entry")
		if s.name != "fazhi" {
			b.ReportMetric(100*book.rate()/scores[i].rate(), "%-of-"+s.name)
		}
		if waits {
			b.ReportMetric(scores[i].wait(0.5), s.name+"-p50-us")
			b.ReportMetric(scores[i].wait(0.99), s.name+"-p99-us")
		}
	}
}

// TestSides shows that what is compared works: numbers and chains without a gap.
func TestSides(t *testing.T) {
	for _, e := range engines() {
		t.Run(e.name, func(t *testing.T) {
			organs := newOrgans(20)
			address := e.address(t)
			e.address = func(testing.TB) string { return address }
			plain, book := 0, 0
			for _, s := range e.sides(t, organs) {
				plain += book // the last side is the book
				book = len(s.run(t, 8, organs, 0))
			}
			checkPlain(t, e.db(t, address), plain)
			checkBook(t, &e, address, organs, book)
		})
	}
}

func checkPlain(t *testing.T, db *sql.DB, want int) {
	var records, numbers, events int
	for query, to := range map[string]*int{
		"SELECT COUNT(*) FROM plain_record": &records, "SELECT SUM(last_no) FROM plain_counter": &numbers,
		"SELECT COUNT(*) FROM plain_event JOIN plain_outbox USING (organ, seq)": &events,
	} {
		if err := db.QueryRow(query).Scan(to); err != nil {
			t.Fatal(err)
		}
	}
	if records != want || numbers != want || events != want {
		t.Error(records, numbers, events)
	}
}

func checkBook(t *testing.T, e *engine, address string, organs []string, want int) {
	s, err := e.open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, organ := range organs {
		r, err := audit.Verify(t.Context(), s, register.Scope{Organ: organ}, audit.Options{})
		if err != nil || len(r.Faults) > 0 {
			t.Error(err, r)
		}
		want -= int(r.Entries)
	}
	if want != 0 {
		t.Error(want, "entries are missing")
	}
}
