package registertest

import (
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// listed is how many documents a listing has: more than a page.
const listed = 700

// listedWhileMoving lists documents by where they stand, and has some of them move on meanwhile: a document that stood there
// when the listing began must not be left out, and none comes twice.
func listedWhileMoving(t *trial) {
	for _, q := range []register.Query{{Current: true}, {Step: "审查"}, {DueBefore: day(2025, time.March, 1)}} {
		q.Scope = scopeOf(t.organ())
		t.fillDue(q.Scope.Organ)
		seen := make(map[fazhi.Ref]int)
		n, last := 0, int64(0)
		for e, err := range t.Store.Entries(t.ctx, q) {
			t.need("Entries", err)
			if e.Seq <= last {
				t.fault("entry %d is yielded after entry %d", e.Seq, last)
			}
			seen[e.Ref]++
			if n++; n%50 == 1 {
				t.moveSome(q.Scope.Organ, n)
			}
			last = e.Seq
		}
		for i := range listed {
			if times := seen[dueRef(i)]; times != 1 {
				t.fault("document %d of %d, of which some move meanwhile, is listed %d times", i, listed, times)
			}
		}
		if len(seen) != listed {
			t.fault("%d documents instead of %d are listed", len(seen), listed)
		}
	}
}

func dueRef(i int) fazhi.Ref { return ref("L-" + strconv.Itoa(i)) }

// due is a document that all listings have.
func due(r fazhi.Ref) register.Entry {
	e := draft(r)
	e.Due = day(2025, time.February, 1)
	return e
}

// fillDue keeps the documents of a listing.
func (t *trial) fillDue(organ string) {
	var drafts []register.Entry
	for i := range listed {
		drafts = append(drafts, due(dueRef(i)))
	}
	t.keep(keyOf(organ, drafts[0].Ref), drafts[:listed/2]...)
	t.keep(keyOf(organ, drafts[0].Ref), drafts[listed/2:]...)
}

// moveSome has documents move: one that was listed already, one that comes soon and some that come at the end; one of them
// stays where it is, one leaves, one leaves and returns.
func (t *trial) moveSome(organ string, n int) {
	away := func(i int) {
		e := draft(dueRef(i % listed))
		e.Step = "办结"
		t.keep(keyOf(organ, e.Ref), e)
	}
	back := func(i int) { t.keep(keyOf(organ, dueRef(i%listed)), due(dueRef(i%listed))) }
	away(n / 2)
	away(n + 7)
	away(listed - 1 - n/50)
	back(listed - 20 - n/50)
	away(listed - 40 - n/50)
	back(listed - 40 - n/50)
}
